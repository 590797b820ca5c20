from collections.abc import Mapping
from typing import ClassVar

from attrs import field, frozen
from mews_runtime import TaggedValue, UnknownVariant

from .accounting_order_item_data_discriminator import AccountingOrderItemDataDiscriminator
from .product_order_item_data import ProductOrderItemData
from .rebate_order_item_data import RebateOrderItemData


@frozen(kw_only=True, eq=False, repr=False)
class AccountingOrderItemData(TaggedValue):
    """What was sold, or what else an order item is for."""

    variants: ClassVar[Mapping[str, str | None]] = {
        "CancellationFee": None,
        "Rebate": "RebateOrderItemData",
        "Deposit": None,
        "ExchangeRateDifference": None,
        "CustomItem": None,
        "Surcharge": None,
        "SurchargeDiscount": None,
        "SpaceOrder": None,
        "ProductOrder": "ProductOrderItemData",
        "Other": None,
        "TaxCorrection": None,
        "ResourceUpgradeFee": None,
        "InvoiceFee": None,
    }

    discriminator: AccountingOrderItemDataDiscriminator = field(metadata={"json": "Discriminator"})
    """What the order item is for, and with it the shape of `Value`."""
    value: RebateOrderItemData | ProductOrderItemData | UnknownVariant | None = field(
        default=None, metadata={"json": "Value", "tagged": True}
    )
    """More about a rebate or a product; null for everything else."""
