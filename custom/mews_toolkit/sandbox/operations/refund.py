"""payments/refund."""

from decimal import Decimal
from uuid import UUID

from msgspec import Struct, structs

from mews_toolkit.sandbox.entities.amount import CurrencyValue, untaxed
from mews_toolkit.sandbox.entities.payment import Payment
from mews_toolkit.sandbox.entities.vocabulary import PaymentState, PaymentType
from mews_toolkit.sandbox.money import checked
from mews_toolkit.sandbox.operations.booking import account_in, received
from mews_toolkit.sandbox.operations.named import named
from mews_toolkit.sandbox.refusals import forbidden, invalid
from mews_toolkit.sandbox.store import Store
from mews_toolkit.sandbox.tokens import Caller
from mews_toolkit.sandbox.wire import JsonObject, read

_STATE_OF_REFUND: dict[PaymentType, PaymentState] = {
    "CreditCardPayment": "Charged",
    "AlternativePayment": "Pending",
}


class PaymentsRefund(Struct, frozen=True, kw_only=True, rename="pascal"):
    """Which payment goes back, and how much of it; without a value all that is left."""

    enterprise_id: UUID | None = None
    payment_id: UUID
    account_id: UUID
    reason: str
    value_to_refund: Decimal | None = None


class Refunded(Struct, frozen=True, kw_only=True, rename="pascal"):
    """The refund, whose amount is positive. A pending one may still fail."""

    payment_id: UUID
    refund_id: UUID
    type: PaymentType
    amount: CurrencyValue
    state: PaymentState


def refund(store: Store, caller: Caller, body: JsonObject) -> Refunded:
    """Gives a payment back, wholly or in part, as a payment of its own.

    Wallets and debits take their time.
    """
    asked = read(PaymentsRefund, body)
    enterprise_id = caller.enterprise_id(asked.enterprise_id)
    payment = named(store.payments, (enterprise_id,), asked.payment_id, "PaymentId")
    if payment.account_id != asked.account_id:
        raise invalid("AccountId", "The payment is another account's.")
    value = _value(store, payment, asked.value_to_refund)
    given_back = _given_back(store, payment, value, asked.reason)
    store.refunds.setdefault(payment.id, []).append(given_back.id)
    store.payments.put(structs.replace(payment, updated_utc=given_back.created_utc))
    return Refunded(
        payment_id=payment.id,
        refund_id=given_back.id,
        type=given_back.type,
        amount=CurrencyValue(payment.original_amount.currency, value),
        state=given_back.state,
    )


def _value(store: Store, payment: Payment, asked: Decimal | None) -> Decimal:
    if payment.type not in _STATE_OF_REFUND or payment.kind != "Payment":
        raise forbidden("Only card payments and alternative payments can be refunded.")
    if payment.state != "Charged":
        raise forbidden("Only a charged payment can be refunded.")
    left = store.refundable(payment)
    value = left if asked is None else checked(asked, "ValueToRefund")
    if asked is not None and asked <= 0:
        raise invalid("ValueToRefund", "Only a positive sum can be refunded.")
    if value > left or left <= 0:
        currency = payment.original_amount.currency
        raise forbidden(
            f"Only {max(left, Decimal(0)):f} {currency} of this payment can still be refunded."
        )
    return value


def _given_back(store: Store, payment: Payment, value: Decimal, reason: str) -> Payment:
    account = account_in(store, payment.enterprise_id, payment.account_id, "AccountId")
    bill = None if payment.bill_id is None else store.bills.get(payment.bill_id)
    return received(
        store,
        account,
        untaxed(payment.original_amount.currency, value.copy_negate()),
        payment_type=payment.type,
        kind="Refund",
        state=_STATE_OF_REFUND[payment.type],
        data=payment.data,
        # Nothing can be put onto a closed bill.
        bill_id=bill.id if bill is not None and bill.state == "Open" else None,
        accounting_category_id=payment.accounting_category_id,
        reservation_id=payment.reservation_id,
        notes=reason,
    )
