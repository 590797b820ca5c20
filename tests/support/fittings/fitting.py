"""What changes of a published request are made of."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any, TypeAlias, TypeVar

from mews_toolkit.sandbox import Sandbox
from mews_toolkit.sandbox.rows import EnterpriseRow
from support.examples import published

__all__ = [
    "Changes",
    "Fitting",
    "around",
    "as_published",
    "customer",
    "example",
    "lately",
    "london",
    "of_london",
    "only",
]

Changes: TypeAlias = dict[str, object]
Fitting: TypeAlias = Callable[[Sandbox], Changes]
RowT = TypeVar("RowT", bound=EnterpriseRow)

_NO_FILTERS = ("ClientToken", "AccessToken", "Client")


def example(operation: str) -> dict[str, Any]:
    """The operation's published request."""
    found: dict[str, Any] = json.loads(published()[operation][0], parse_float=Decimal)
    return found


def as_published(_: Sandbox) -> Changes:
    """Fits as it is."""
    return {}


def only(operation: str, *kept: str, **given: object) -> Changes:
    """The first page, and of all filters those that are kept as published or given."""
    said = example(operation)
    changes: Changes = {name: None for name in said if name not in (*_NO_FILTERS, *kept)}
    if "Limitation" in said:
        changes["Limitation"] = {"Count": said["Limitation"]["Count"]}
    return {**changes, **given}


def london(sandbox: Sandbox) -> Changes:
    """The enterprise that the access token opens."""
    return {"EnterpriseId": sandbox.customer().enterprise_id}


def customer(sandbox: Sandbox) -> Changes:
    """A customer of it."""
    return {"CustomerId": sandbox.customer().id}


def of_london(
    sandbox: Sandbox, rows: Iterable[RowT], wanted: Callable[[RowT], bool] = lambda _: True
) -> RowT:
    """The first of its rows that is wanted. Raises `StopIteration` when there is none left."""
    enterprise_id = sandbox.customer().enterprise_id
    return next(it for it in rows if it.enterprise_id == enterprise_id and wanted(it))


def lately(sandbox: Sandbox) -> Changes:
    """The past 60 days."""
    return _interval(sandbox.now() - timedelta(days=60), sandbox.now())


def around(instant: datetime) -> Changes:
    """The 60 days with the instant in their middle."""
    return _interval(instant - timedelta(days=30), instant + timedelta(days=30))


def _interval(start: datetime, end: datetime) -> Changes:
    return {"StartUtc": start, "EndUtc": end}
