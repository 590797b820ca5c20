"""What takes more than one call and has to end well: charges, refunds, bills.

Each workflow posts at most once, and its page in docs/workflows says what it guarantees and what
nobody can.

charged = await charge_card(mews, credit_card_id=..., amount=...)
if not charged.is_final:
    ...  # neither taken nor refused yet: wait_for_payment(mews, charged.payment.id)
"""

from mews_toolkit.workflows._awaited import AwaitedPayment, AwaitedPaymentRequest
from mews_toolkit.workflows._charge_card import ChargedCard, charge_card
from mews_toolkit.workflows._charge_search import ChargeSearch
from mews_toolkit.workflows._close_bill import ClosedBill, close_bill
from mews_toolkit.workflows._errors import (
    ClosedOtherwiseError,
    NotSeenError,
    PaymentOutcomeUnknownError,
    StateUnreadError,
    UnbalancedBillError,
)
from mews_toolkit.workflows._refund import Refunded, refund
from mews_toolkit.workflows._refund_search import RefundSearch
from mews_toolkit.workflows._wait_for_payment import wait_for_payment
from mews_toolkit.workflows._wait_for_payment_request import wait_for_payment_request

__all__ = [
    "AwaitedPayment",
    "AwaitedPaymentRequest",
    "ChargeSearch",
    "ChargedCard",
    "ClosedBill",
    "ClosedOtherwiseError",
    "NotSeenError",
    "PaymentOutcomeUnknownError",
    "RefundSearch",
    "Refunded",
    "StateUnreadError",
    "UnbalancedBillError",
    "charge_card",
    "close_bill",
    "refund",
    "wait_for_payment",
    "wait_for_payment_request",
]
