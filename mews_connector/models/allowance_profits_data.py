from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .allowance_profit_type import AllowanceProfitType


@frozen(kw_only=True, eq=False, repr=False)
class AllowanceProfitsData(Model):
    """About what an allowance gained or lost."""

    allowance_product_order_item_id: UUID = field(metadata={"json": "AllowanceProductOrderItemId"})
    """Order item of the allowance whose credit it is about."""
    allowance_profit_type: AllowanceProfitType = field(metadata={"json": "AllowanceProfitType"})
    """Whether it is a gain or a loss, or what balances one."""
