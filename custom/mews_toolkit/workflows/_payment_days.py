from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from attrs import frozen

from mews_connector import models
from mews_toolkit.money import received
from mews_toolkit.workflows._tally import Tally

__all__ = ["DayOfPayments", "PaymentDays"]

_Key: TypeAlias = tuple[
    date | None, str, models.PaymentType | None, models.ExternalPaymentType | None
]


@frozen
class DayOfPayments:
    """The money that moved by payments of one currency and type that were closed on one day.

    Attributes:
        day: The day; None for payments that came without a time of closing, or with one outside of
            the days.
        currency: The currency of the figures.
        type_: By what the payments were made.
        external_type: Which kind of external payment they are, if they are external.
        count: How many they are.
        came_in: What came in; 0 or positive.
        went_back: What went back; 0 or negative.
    """

    day: date | None
    currency: str
    type_: models.PaymentType | None
    external_type: models.ExternalPaymentType | None
    count: int
    came_in: Decimal
    went_back: Decimal


class PaymentDays:
    """Adds up what payments moved, day by day, while they come in."""

    def __init__(self, days: Sequence[tuple[date, models.TimeInterval]]) -> None:
        self._days = [day for day, _ in days]
        self._starts = [span.start_utc for _, span in days]
        self._end = days[-1][1].end_utc
        self._tally = Tally[_Key]()

    def add(self, payment: models.Payment) -> None:
        """One more payment.

        Raises:
            UnknownPaymentStateError: This version does not know its state.
        """
        moved = received(payment)
        if not moved.value:
            return
        external = payment.data.external if payment.data else None
        self._tally.add(
            (
                self._day_of(payment),
                moved.currency,
                payment.type_,
                external.type_ if external else None,
            ),
            max(moved.value, Decimal(0)),
            min(moved.value, Decimal(0)),
        )

    def totals(self) -> tuple[DayOfPayments, ...]:
        """What they come to."""
        return tuple(DayOfPayments(*key, count, *sums) for key, count, sums in self._tally)

    def _day_of(self, payment: models.Payment) -> date | None:
        closed = payment.closed_utc
        # By the spans that were asked for: a date of the zone's own would be another one where
        # clocks are put back over midnight.
        if closed is None or not self._starts[0] <= closed < self._end:
            return None
        return self._days[bisect_right(self._starts, closed) - 1]
