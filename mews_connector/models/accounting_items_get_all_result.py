from attrs import field, frozen
from mews_runtime import Model

from .accounting_item import AccountingItem
from .accounting_order_item import AccountingOrderItem
from .credit_card_transaction import CreditCardTransaction
from .payment_item import PaymentItem


@frozen(kw_only=True, eq=False, repr=False)
class AccountingItemsGetAllResult(Model):
    """Order items, payments and their card transactions, as far as `Extent` asked for them."""

    accounting_items: list[AccountingItem] | None = field(
        default=None, metadata={"json": "AccountingItems", "deprecated": "deprecated"}
    )
    """Order items and payments in the form of 2019. Only on requests of that form; otherwise
    see `OrderItems` and `PaymentItems`. Deprecated."""
    order_items: list[AccountingOrderItem] | None = field(
        default=None, metadata={"json": "OrderItems"}
    )
    """The order items found. Null when not asked for."""
    payment_items: list[PaymentItem] | None = field(default=None, metadata={"json": "PaymentItems"})
    """The payments found. Null when not asked for."""
    credit_card_transactions: list[CreditCardTransaction] | None = field(
        default=None, metadata={"json": "CreditCardTransactions"}
    )
    """What payment providers charged and paid out for the payments found. Null when not asked
    for."""
