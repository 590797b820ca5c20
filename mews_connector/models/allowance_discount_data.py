from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class AllowanceDiscountData(Model):
    """About a discount that an allowance paid for."""

    discounted_order_item_id: UUID = field(metadata={"json": "DiscountedOrderItemId"})
    """Order item that became cheaper."""
    allowance_product_order_item_id: UUID = field(metadata={"json": "AllowanceProductOrderItemId"})
    """Order item of the allowance whose credit was spent."""
