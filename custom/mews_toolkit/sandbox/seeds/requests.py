"""The payment requests of one enterprise, in each state; a completed one has its payment."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from random import Random

from msgspec import structs

from mews_toolkit.sandbox.dice import new_id, price
from mews_toolkit.sandbox.entities.account import Account
from mews_toolkit.sandbox.entities.amount import untaxed
from mews_toolkit.sandbox.entities.payment import Payment
from mews_toolkit.sandbox.entities.payment_request import PaymentRequest
from mews_toolkit.sandbox.entities.vocabulary import PaymentRequestState, PaymentRequestType
from mews_toolkit.sandbox.money import negated

_STATES: tuple[PaymentRequestState, ...] = ("Pending", "Expired", "Canceled", "Pending", "Expired")
_TYPES: tuple[PaymentRequestType, ...] = ("Payment", "Payment", "Preauthorization")
_REASONS = ("Prepayment", "Deposit", "PaymentCardMissing", "PaymentCardDeclined", "Fee", "Other")
_VALID_FOR = timedelta(days=14)


def unpaid(
    now: datetime, currency: str, customers: Sequence[Account], dice: Random
) -> list[PaymentRequest]:
    """Requests that nobody has paid, some for each customer given."""
    return [
        _unpaid(now, currency, customer, place, dice) for place, customer in enumerate(customers)
    ]


def _unpaid(
    now: datetime, currency: str, customer: Account, place: int, dice: Random
) -> PaymentRequest:
    state = _STATES[place % len(_STATES)]
    age = timedelta(hours=1 + place) if state == "Pending" else timedelta(days=20 + place)
    created = now - age
    changed = {
        "Pending": created,
        "Canceled": created + timedelta(days=1),
        "Expired": created + _VALID_FOR,
    }
    return PaymentRequest(
        id=new_id(dice),
        enterprise_id=customer.enterprise_id,
        account_id=customer.id,
        customer_id=customer.id,
        reservation_id=new_id(dice),
        state=state,
        amount=untaxed(currency, price(dice)),
        type=_TYPES[place % len(_TYPES)],
        reason=_REASONS[place % len(_REASONS)],
        expiration_utc=created + _VALID_FOR,
        description="Please pay for your stay.",
        created_utc=created,
        updated_utc=changed[state],
    )


def completed(payment: Payment, dice: Random) -> tuple[PaymentRequest, Payment]:
    """The request that this payment answered, and the payment pointing to it."""
    asked = payment.created_utc - timedelta(hours=6)
    request = PaymentRequest(
        id=new_id(dice),
        enterprise_id=payment.enterprise_id,
        account_id=payment.account_id,
        customer_id=payment.account_id if payment.account_type == "Customer" else None,
        reservation_id=payment.reservation_id,
        state="Completed",
        amount=negated(payment.original_amount),
        type="Payment",
        reason="Prepayment",
        expiration_utc=asked + _VALID_FOR,
        description="Please pay for your stay.",
        notes="Sent with the booking confirmation.",
        created_utc=asked,
        updated_utc=payment.created_utc,
    )
    answered = structs.replace(
        payment, payment_request_id=request.id, payment_origin="PaymentRequest"
    )
    return request, answered
