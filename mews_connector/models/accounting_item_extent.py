from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class AccountingItemExtent(Model):
    """What to answer with. Say true or false to `OrderItems`, `PaymentItems` and
    `CreditCardTransactions`, all three; requests in the form of 2019 say `AccountingItems`
    or `CreditCardTransactions` or both."""

    accounting_items: bool | None = field(
        default=None,
        metadata={
            "json": "AccountingItems",
            "deprecated": "deprecated; use `order_items` and `payment_items`",
        },
    )
    """Whether to answer with items in the form of 2019. Deprecated; use `order_items` and
    `payment_items`."""
    order_items: bool | None = field(default=None, metadata={"json": "OrderItems"})
    """Whether to answer with order items."""
    payment_items: bool | None = field(default=None, metadata={"json": "PaymentItems"})
    """Whether to answer with payments."""
    credit_card_transactions: bool | None = field(
        default=None, metadata={"json": "CreditCardTransactions"}
    )
    """Whether to answer with what payment providers charged and paid out for the payments."""
