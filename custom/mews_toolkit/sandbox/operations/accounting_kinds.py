"""The words that accounting items have for what was sold and for how it was paid.

There are fewer of them than types of order items and payments; `Other` covers the rest.
"""

from collections.abc import Mapping
from uuid import UUID

from mews_toolkit.sandbox.entities.order_item import OrderItem
from mews_toolkit.sandbox.entities.payment import Payment
from mews_toolkit.sandbox.entities.vocabulary import OrderItemType, PaymentType

_OTHER = "Other"
_SOLD: Mapping[OrderItemType, str] = {
    "CancellationFee": "CancellationFee",
    "NightRebate": "Rebate",
    "ProductOrderRebate": "Rebate",
    "AdditionalExpenseRebate": "Rebate",
    "Deposit": "Deposit",
    "CustomItem": "CustomItem",
    "SpaceOrder": "SpaceOrder",
    "ProductOrder": "ProductOrder",
    "Surcharge": "Surcharge",
}
_PAID: Mapping[PaymentType, str] = {
    "CreditCardPayment": "CreditCard",
    "InvoicePayment": "Invoice",
    "CashPayment": "Cash",
}
# Without CreditCard and Invoice: those tell of a card and of a bill, which nobody knows elsewhere.
_PAID_ELSEWHERE = frozenset(
    {
        "Cash",
        "Unspecified",
        "BadDebts",
        "WireTransfer",
        "ExchangeRateDifference",
        "ExchangeRoundingDifference",
        "BankCharges",
        "Cheque",
    }
)


def order_item_kind(item: OrderItem) -> str:
    """What the item is for."""
    return _SOLD.get(item.type, _OTHER)


def payment_kind(payment: Payment) -> str:
    """How the payment was made."""
    external = None if payment.data is None else payment.data.external
    if external is not None and external.type in _PAID_ELSEWHERE:
        return external.type
    return _PAID.get(payment.type, _OTHER)


def rebated_item_id(item: OrderItem | Payment) -> UUID | None:
    """The order item that this one takes something off, if it does; a payment never does."""
    rebate = item.data.rebate if isinstance(item, OrderItem) and item.data is not None else None
    return None if rebate is None else rebate.rebated_item_id
