from attrs import field, frozen
from mews_runtime import Model

from .accounting_order_item import AccountingOrderItem
from .payment_item import PaymentItem


@frozen(kw_only=True, eq=False, repr=False)
class AccountingItemsUpdateResult(Model):
    """The items as they are now."""

    order_items: list[AccountingOrderItem] | None = field(
        default=None, metadata={"json": "OrderItems"}
    )
    """The order items that were moved."""
    payment_items: list[PaymentItem] | None = field(default=None, metadata={"json": "PaymentItems"})
    """The payments that were moved."""
