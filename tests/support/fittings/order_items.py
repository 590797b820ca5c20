"""orderItems."""

from __future__ import annotations

from collections.abc import Mapping

from mews_toolkit.sandbox import Sandbox
from mews_toolkit.sandbox.entities.order_item import OrderItem
from support.fittings.fitting import Changes, Fitting, lately, london, of_london, only

__all__ = ["FITTINGS", "open_item"]


def open_item(sandbox: Sandbox) -> OrderItem:
    """Something of London's that is on no closed bill."""
    return of_london(sandbox, sandbox.order_items, lambda it: it.accounting_state == "Open")


def _list(sandbox: Sandbox) -> Changes:
    return only("orderItems/getAll", CreatedUtc=lately(sandbox))


def _cancel(sandbox: Sandbox) -> Changes:
    return {**london(sandbox), "OrderItemIds": [open_item(sandbox).id]}


FITTINGS: Mapping[str, Fitting] = {
    "orderItems/cancel": _cancel,
    "orderItems/getAll": _list,
}
