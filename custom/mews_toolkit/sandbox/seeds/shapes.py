"""How often each kind of payment occurs."""

from collections.abc import Iterator
from random import Random

from attrs import frozen

from mews_toolkit.sandbox.entities.vocabulary import PaymentKind, PaymentState, PaymentType


@frozen
class Shape:
    """What a payment is, before it has an amount, a time and an account."""

    type: PaymentType
    kind: PaymentKind | None
    state: PaymentState


_IN_A_HUNDRED: tuple[tuple[int, Shape], ...] = (
    (32, Shape("CreditCardPayment", "Payment", "Charged")),
    (2, Shape("CreditCardPayment", "Payment", "Pending")),
    (2, Shape("CreditCardPayment", "Payment", "Failed")),
    (1, Shape("CreditCardPayment", "Payment", "Canceled")),
    (1, Shape("CreditCardPayment", "Payment", "Verifying")),
    (3, Shape("CreditCardPayment", "Refund", "Charged")),
    (1, Shape("CreditCardPayment", "Refund", "Pending")),
    (1, Shape("CreditCardPayment", "Refund", "Failed")),
    (1, Shape("CreditCardPayment", "Chargeback", "Charged")),
    (1, Shape("CreditCardPayment", "ChargebackReversal", "Charged")),
    (9, Shape("AlternativePayment", "Payment", "Charged")),
    (2, Shape("AlternativePayment", "Payment", "Pending")),
    (1, Shape("AlternativePayment", "Payment", "Failed")),
    (1, Shape("AlternativePayment", "Payment", "Canceled")),
    (1, Shape("AlternativePayment", "Payment", "Verifying")),
    (1, Shape("AlternativePayment", "Refund", "Charged")),
    (1, Shape("AlternativePayment", "Refund", "Pending")),
    (15, Shape("ExternalPayment", None, "Charged")),
    (1, Shape("ExternalPayment", None, "Canceled")),
    (12, Shape("CashPayment", None, "Charged")),
    (1, Shape("CashPayment", None, "Canceled")),
    (6, Shape("InvoicePayment", None, "Charged")),
    (2, Shape("GhostPayment", None, "Charged")),
    (2, Shape("TaxDeductedPayment", None, "Charged")),
)


def shapes(count: int, dice: Random) -> Iterator[Shape]:
    """That many shapes, each hundred of them with every shape in its share."""
    hundred = [shape for share, shape in _IN_A_HUNDRED for _ in range(share)]
    for place in range(count):
        if place % len(hundred) == 0:
            dice.shuffle(hundred)
        yield hundred[place % len(hundred)]
