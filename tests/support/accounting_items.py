"""What a sandbox knows of the first enterprise's accounting items, read plainly."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Protocol, TypeVar

from mews_toolkit.sandbox import Sandbox
from mews_toolkit.sandbox.entities.order_item import OrderItem
from mews_toolkit.sandbox.entities.payment import Payment

__all__ = [
    "BOTH",
    "EVERY_STATE",
    "GET",
    "SPAN",
    "ids",
    "of_states",
    "paid_in_london",
    "sold_in_london",
    "within",
]

GET = "accountingItems/getAll"
BOTH = {"OrderItems": True, "PaymentItems": True, "CreditCardTransactions": False}
"""An extent of today."""

EVERY_STATE = ["Open", "Closed", "Inactive", "Canceled"]
SPAN = {"StartUtc": "2026-08-25T12:00:00Z", "EndUtc": "2026-11-21T12:00:00Z"}
"""The three months before the sandbox's present instant."""


class Accounted(Protocol):
    """An order item or a payment."""

    @property
    def accounting_state(self) -> str: ...


AccountedT = TypeVar("AccountedT", bound=Accounted)


def sold_in_london(sandbox: Sandbox) -> list[OrderItem]:
    """The order items, newest first."""
    return [it for it in sandbox.order_items if it.enterprise_id == sandbox.enterprises[0].id]


def paid_in_london(sandbox: Sandbox) -> list[Payment]:
    """The payments, newest first."""
    return [it for it in sandbox.payments if it.enterprise_id == sandbox.enterprises[0].id]


def of_states(items: list[AccountedT], *states: str) -> list[AccountedT]:
    return [it for it in items if it.accounting_state in states]


def within(instant: datetime | None) -> bool:
    """Whether the instant belongs to `SPAN`."""
    start, end = (datetime.fromisoformat(it) for it in SPAN.values())
    return instant is not None and start <= instant < end


def ids(items: list[Any]) -> list[str]:
    """The ids of rows, or of their JSON."""
    return [it["Id"] if isinstance(it, dict) else str(it.id) for it in items]
