from __future__ import annotations

from decimal import Decimal
from typing import TypeAlias

from attrs import frozen

from mews_connector import models
from mews_toolkit.money import gross, is_refund, received
from mews_toolkit.workflows._tally import Tally

__all__ = ["ClosedPayments", "PaymentTotal"]

_Key: TypeAlias = tuple[
    str, models.PaymentType | None, models.ExternalPaymentType | None, models.PaymentState, bool
]


@frozen
class PaymentTotal:
    """Payments of one currency, type and state together.

    Attributes:
        currency: The currency of the figures.
        type_: By what they were made.
        external_type: Which kind of external payment they are, if they are external.
        state: How far they have come.
        is_refund: Whether they give money back.
        count: How many they are.
        amount: What they are about, in whatever state: positive towards the hotel, negative
            towards the guest.
        received: What came in by them, as `mews_toolkit.money.received` tells it: the amount where
            they succeeded and move money, 0 elsewhere.
    """

    currency: str
    type_: models.PaymentType | None
    external_type: models.ExternalPaymentType | None
    state: models.PaymentState
    is_refund: bool
    count: int
    amount: Decimal
    received: Decimal


class ClosedPayments:
    """Adds payments up while they come in."""

    def __init__(self) -> None:
        self._tally = Tally[_Key]()

    def add(self, payment: models.Payment) -> None:
        """One more payment.

        Raises:
            UnknownPaymentStateError: This version does not know its state.
        """
        external = payment.data.external if payment.data else None
        value = gross(payment.amount)
        self._tally.add(
            (
                value.currency,
                payment.type_,
                external.type_ if external else None,
                payment.state,
                is_refund(payment),
            ),
            # Not minus zero, which Decimal would keep.
            value.value.copy_negate() if value.value else Decimal(0),
            received(payment).value,
        )

    def totals(self) -> tuple[PaymentTotal, ...]:
        """What they come to."""
        return tuple(PaymentTotal(*key, count, *sums) for key, count, sums in self._tally)
