"""What takes more than one call and has to end well: payments, charges, refunds, bills, books.

The page of each workflow in docs/workflows says what it guarantees and what nobody can.

charged = await charge_card(mews, credit_card_id=..., amount=...)
if not charged.is_final:
    ...  # neither taken nor refused yet: wait_for_payment(mews, charged.payment.id)

ensured = await ensure_external_payment(mews, ..., claims=SqliteClaims("claims.sqlite"))
ensured.payment, ensured.found
"""

from mews_toolkit.workflows._asked_payment import AskedPayment
from mews_toolkit.workflows._awaited import AwaitedPayment, AwaitedPaymentRequest
from mews_toolkit.workflows._bill_count import BillCount
from mews_toolkit.workflows._charge_card import ChargedCard, charge_card
from mews_toolkit.workflows._charge_search import ChargeSearch
from mews_toolkit.workflows._claims import Claim, Claims, Done, Fresh, InProgress, TakenOver
from mews_toolkit.workflows._close_bill import ClosedBill, close_bill
from mews_toolkit.workflows._closed_items import ItemTotal
from mews_toolkit.workflows._closed_payments import PaymentTotal
from mews_toolkit.workflows._ensure_external_payment import EnsuredPayment, ensure_external_payment
from mews_toolkit.workflows._errors import (
    ClosedOtherwiseError,
    LedgerCurrenciesError,
    NotSeenError,
    PaymentOutcomeUnknownError,
    StateUnreadError,
    UnbalancedBillError,
    UnknownAccountingStateError,
)
from mews_toolkit.workflows._ledger_changes import LedgerChange
from mews_toolkit.workflows._memory_claims import MemoryClaims
from mews_toolkit.workflows._payment_days import DayOfPayments
from mews_toolkit.workflows._payment_errors import (
    ClaimsUnavailableError,
    ConflictingPaymentError,
    DuplicatePaymentsError,
    IncomparablePaymentsError,
    PaymentNotVisibleError,
)
from mews_toolkit.workflows._reconcile import reconcile
from mews_toolkit.workflows._reconciliation import Reconciliation
from mews_toolkit.workflows._reconciliation_error import ReconciliationError
from mews_toolkit.workflows._redis_claims import RedisClaims
from mews_toolkit.workflows._refund import Refunded, refund
from mews_toolkit.workflows._refund_search import RefundSearch
from mews_toolkit.workflows._settle import Settle
from mews_toolkit.workflows._sqlite_claims import SqliteClaims
from mews_toolkit.workflows._uneven_bill import UnevenBill
from mews_toolkit.workflows._wait_for_payment import wait_for_payment
from mews_toolkit.workflows._wait_for_payment_request import wait_for_payment_request

__all__ = [
    "AskedPayment",
    "AwaitedPayment",
    "AwaitedPaymentRequest",
    "BillCount",
    "ChargeSearch",
    "ChargedCard",
    "Claim",
    "Claims",
    "ClaimsUnavailableError",
    "ClosedBill",
    "ClosedOtherwiseError",
    "ConflictingPaymentError",
    "DayOfPayments",
    "Done",
    "DuplicatePaymentsError",
    "EnsuredPayment",
    "Fresh",
    "InProgress",
    "IncomparablePaymentsError",
    "ItemTotal",
    "LedgerChange",
    "LedgerCurrenciesError",
    "MemoryClaims",
    "NotSeenError",
    "PaymentNotVisibleError",
    "PaymentOutcomeUnknownError",
    "PaymentTotal",
    "Reconciliation",
    "ReconciliationError",
    "RedisClaims",
    "RefundSearch",
    "Refunded",
    "Settle",
    "SqliteClaims",
    "StateUnreadError",
    "TakenOver",
    "UnbalancedBillError",
    "UnevenBill",
    "UnknownAccountingStateError",
    "charge_card",
    "close_bill",
    "ensure_external_payment",
    "reconcile",
    "refund",
    "wait_for_payment",
    "wait_for_payment_request",
]
