"""What becomes a bill: payments first, then what they were for."""

from datetime import datetime
from uuid import UUID

from attrs import define, field

from mews_toolkit.sandbox.entities.account import Account
from mews_toolkit.sandbox.entities.order_item import OrderItem
from mews_toolkit.sandbox.entities.payment import Payment


@define(eq=False, kw_only=True)
class Tab:
    """A bill in the making.

    `corrects` is the tab that this one takes something back from; `closed` is None for a bill that
    is still open.
    """

    id: UUID
    account: Account
    reservation_id: UUID
    opened: datetime
    closed: datetime | None = None
    is_invoice: bool = False
    corrects: "Tab | None" = None
    payments: list[Payment] = field(factory=list[Payment])
    items: list[OrderItem] = field(factory=list[OrderItem])
