"""accountingItems."""

from __future__ import annotations

from collections.abc import Mapping

from mews_toolkit.sandbox import Sandbox
from support.fittings.fitting import Changes, Fitting, lately, london, of_london, only
from support.fittings.order_items import open_item

__all__ = ["FITTINGS"]


def _list(sandbox: Sandbox) -> Changes:
    return only("accountingItems/getAll", "Extent", "States", ConsumedUtc=lately(sandbox))


def _move(sandbox: Sandbox) -> Changes:
    bill = of_london(sandbox, sandbox.bills, lambda it: it.state == "Open")
    update = {
        "AccountingItemId": open_item(sandbox).id,
        "AccountId": {"Value": bill.account_id},
        "BillId": {"Value": bill.id},
    }
    return {**london(sandbox), "AccountingItemUpdates": [update]}


FITTINGS: Mapping[str, Fitting] = {
    "accountingItems/getAll": _list,
    "accountingItems/update": _move,
}
