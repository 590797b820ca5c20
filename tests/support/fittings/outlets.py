"""outlets, outletItems and outletBills."""

from __future__ import annotations

from collections.abc import Mapping

from mews_toolkit.sandbox import Sandbox
from mews_toolkit.sandbox.entities.outlet import Outlet
from support.fittings.fitting import Changes, Fitting, around, example, lately, of_london, only

__all__ = ["FITTINGS"]


def _list(sandbox: Sandbox) -> Changes:
    return only("outlets/getAll", UpdatedUtc=around(_outlet(sandbox).updated_utc))


def _items(sandbox: Sandbox) -> Changes:
    return only("outletItems/getAll", "Currency", ClosedUtc=lately(sandbox))


def _bills(sandbox: Sandbox) -> Changes:
    [published] = example("outletBills/add")["Bills"]
    return {"Bills": [{**published, "OutletId": _outlet(sandbox).id}]}


def _outlet(sandbox: Sandbox) -> Outlet:
    return of_london(sandbox, sandbox.outlets, lambda it: it.is_active)


FITTINGS: Mapping[str, Fitting] = {
    "outletBills/add": _bills,
    "outletItems/getAll": _items,
    "outlets/getAll": _list,
}
