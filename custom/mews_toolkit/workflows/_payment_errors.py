from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from mews_connector import errors, models
from mews_toolkit.workflows._asked_payment import AskedPayment

__all__ = [
    "ClaimsUnavailableError",
    "ConflictingPaymentError",
    "DuplicatePaymentsError",
    "IncomparablePaymentsError",
    "PaymentNotVisibleError",
]


class ConflictingPaymentError(errors.MewsError):
    """Under the external identifier there is a payment of another amount, currency or type.

    Attributes:
        asked: What was asked for.
        payment: What there is; its amounts are negative for money received.
    """

    def __init__(self, asked: AskedPayment, payment: models.Payment) -> None:
        super().__init__(f"asked for {asked}, but there is {_shown(payment)}")
        self.asked = asked
        self.payment = payment


class DuplicatePaymentsError(errors.MewsError):
    """Under the external identifier there are several payments.

    Which one counts is for somebody to say: it can be asked for again when all others are canceled.

    Attributes:
        payments: All of them, as the API lists them.
    """

    def __init__(self, asked: AskedPayment, payments: Sequence[models.Payment]) -> None:
        listed = "; ".join(_shown(payment) for payment in payments)
        super().__init__(f"asked for {asked}, but there are {len(payments)}: {listed}")
        self.payments: tuple[models.Payment, ...] = tuple(payments)


class IncomparablePaymentsError(errors.MewsError):
    """The account has external payments that the answer shows without their identifiers.

    Any of them may be the one that was asked for, so nothing was written.

    Attributes:
        payments: The payments that cannot be compared.
    """

    def __init__(self, asked: AskedPayment, payments: Sequence[models.Payment]) -> None:
        ids = ", ".join(str(payment.id) for payment in payments)
        super().__init__(f"asked for {asked}, but these show no external identifier: {ids}")
        self.payments: tuple[models.Payment, ...] = tuple(payments)


class PaymentNotVisibleError(errors.MewsError):
    """The payment was added, by this call or an earlier one, and no read shows it yet.

    Asking for it again is safe.

    Attributes:
        payment_id: Its id.
    """

    def __init__(self, asked: AskedPayment, payment_id: UUID) -> None:
        super().__init__(f"{asked} was added as {payment_id}, but no read shows it yet")
        self.payment_id = payment_id


class ClaimsUnavailableError(errors.MewsError):
    """The claims cannot be asked, so nothing was written. Asking again is safe."""


def _shown(payment: models.Payment) -> str:
    external = payment.data.external if payment.data else None
    amount = payment.original_amount
    said = external.type_ if external else payment.type_
    return (
        f"payment {payment.id} of {amount.gross_value.copy_negate()} {amount.currency} gross,"
        f" {said}, {payment.state}"
    )
