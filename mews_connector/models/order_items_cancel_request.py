from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class OrderItemsCancelRequest(Model):
    """Which order items to cancel."""

    order_item_ids: list[UUID] = field(
        metadata={"json": "OrderItemIds", "min_items": 1, "max_items": 10}
    )
    """Order items to cancel. At most 10 items."""
    enterprise_id: UUID | None = field(default=None, metadata={"json": "EnterpriseId"})
    """Enterprise that the order items belong to. Needed with a portfolio token, ignored
    otherwise."""
