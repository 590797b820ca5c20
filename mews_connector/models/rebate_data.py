from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class RebateData(Model):
    """About a rebate."""

    product_id: UUID = field(metadata={"json": "ProductId"})
    """Product that the rebate is on."""
    rebated_item_id: UUID = field(metadata={"json": "RebatedItemId"})
    """Order item that the rebate is on, which can be a rebate itself."""
