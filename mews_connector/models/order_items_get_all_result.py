from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .order_item import OrderItem


@frozen(kw_only=True, eq=False, repr=False)
class OrderItemsGetAllResult(Model):
    """One page of order items."""

    order_items: list[OrderItem] = field(metadata={"json": "OrderItems", "max_items": 1000})
    """The order items found, newest first. At most 1000 items."""
    cursor: UUID | None = field(default=None, metadata={"json": "Cursor"})
    """Identifier of the last and oldest order item of this page, to ask for the next one. Null
    when the page is empty."""
