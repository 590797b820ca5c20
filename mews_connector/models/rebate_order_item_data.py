from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class RebateOrderItemData(Model):
    """About a rebate."""

    rebated_item_id: UUID | None = field(default=None, metadata={"json": "RebatedItemId"})
    """Order item that the rebate is on, which can be a rebate itself."""
