from collections.abc import Mapping
from typing import ClassVar

from attrs import field, frozen
from mews_runtime import TaggedProperties, Variant

from .allowance_discount_data import AllowanceDiscountData
from .allowance_profits_data import AllowanceProfitsData
from .order_item_data_discriminator import OrderItemDataDiscriminator
from .product_data import ProductData
from .rebate_data import RebateData


@frozen(kw_only=True, eq=False, repr=False)
class OrderItemData(TaggedProperties):
    """What is particular to a rebate, a product or an allowance. The property that
    `Discriminator` names is filled, the others are null or left out."""

    variants: ClassVar[Mapping[str, str | None]] = {
        "Rebate": "rebate",
        "Product": "product",
        "AllowanceDiscount": "allowance_discount",
        "AllowanceProfits": "allowance_profits",
    }

    discriminator: OrderItemDataDiscriminator = field(metadata={"json": "Discriminator"})
    """Which of the other properties is filled."""
    rebate: RebateData | None = field(default=None, metadata={"json": "Rebate"})
    """About a rebate."""
    product: ProductData | None = field(default=None, metadata={"json": "Product"})
    """About a product."""
    allowance_discount: AllowanceDiscountData | None = field(
        default=None, metadata={"json": "AllowanceDiscount"}
    )
    """About a discount that an allowance paid for."""
    allowance_profits: AllowanceProfitsData | None = field(
        default=None, metadata={"json": "AllowanceProfits"}
    )
    """About what an allowance gained or lost."""

    variant: ClassVar[
        Variant[RebateData | ProductData | AllowanceDiscountData | AllowanceProfitsData]
    ] = Variant()
    """What `discriminator` says is filled; an `UnknownVariant` if this version does not know it,
    none if there is nothing to tell."""
