from __future__ import annotations

from decimal import Decimal

from mews_connector import models
from mews_toolkit.money._conversions import gross
from mews_toolkit.money._errors import UnknownPaymentStateError

__all__ = ["is_refund", "received"]

# Their own data say so: one stands for an unpaid invoice, the other mirrors a payment.
_NO_MONEY = (models.PaymentType.INVOICE_PAYMENT, models.PaymentType.GHOST_PAYMENT)


def received(payment: models.Payment, *, original: bool = False) -> models.CurrencyValue:
    """The money that came in by a payment: positive when it came, negative when it went back.

    That is minus its gross value, since answers count payments as negative and refunds as
    positive. It is zero while the payment is pending or being verified and after it failed or was
    cancelled; and for invoice payments, which stand for what is unpaid, and ghost payments, which
    mirror another one. Everything else counts as the API tells it, also external payments by which
    no money moves, such as bad debts.

    Args:
        payment: A payment as answers tell it.
        original: Whether the sum is to be that before any conversion, `original_amount`, instead of
            `amount`.

    Raises:
        UnknownPaymentStateError: This version does not know the payment's state.
    """
    value = gross(payment.original_amount if original else payment.amount)
    if not payment.state.is_known:
        raise UnknownPaymentStateError(
            f"payment {payment.id} is in a state that this version does not know, {payment.state}:"
            " whether its money came in cannot be told"
        )
    counts = payment.state.info.succeeded and payment.type_ not in _NO_MONEY
    # Not minus zero, which Decimal would keep.
    sum_ = value.value.copy_negate() if counts and value.value else Decimal(0)
    return models.CurrencyValue(currency=value.currency, value=sum_)


def is_refund(payment: models.Payment) -> bool:
    """Whether a payment gives money back, in whatever state it is.

    The kind decides where it is `Refund`, or disputed: a chargeback is none. Elsewhere the sign
    does, as refunds of money taken outside of Mews have no kind of their own: positive is a
    refund. Invoice payments and ghost payments are none.
    """
    kind = payment.kind
    if kind == models.PaymentKind.REFUND:
        return True
    if payment.type_ in _NO_MONEY or (kind is not None and kind.is_known and kind.info.disputed):
        return False
    return payment.original_amount.gross_value > 0
