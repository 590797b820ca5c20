from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from attrs import define, field, frozen

from mews_connector import models
from mews_toolkit.money import exact_sum, gross
from mews_toolkit.workflows._errors import LedgerCurrenciesError

__all__ = ["LedgerBooks", "LedgerChange"]

_Ledger: TypeAlias = tuple[models.LedgerType, str]


@frozen
class LedgerChange:
    """What a ledger moved by on the days, in one currency, taxes included.

    Attributes:
        ledger_type: The ledger.
        currency: The currency of the figures.
        first_day: The first of the days that the API told of.
        last_day: The last of them.
        days: How many it told of: fewer than asked for where the books begin later or the days
            are still to come.
        opening: What the ledger stood at when the first day began.
        closing: What it stood at when the last day ended.
        closed: What was closed on the days asked for under the same name: items for `Revenue`,
            their taxes for `Tax`, money received for `Payment`; None for a ledger that nothing
            here goes by the name of.
        by_day: What it moved by on each of the days, in their order.
    """

    ledger_type: models.LedgerType
    currency: str
    first_day: date
    last_day: date
    days: int
    opening: Decimal
    closing: Decimal
    closed: Decimal | None
    by_day: tuple[tuple[date, Decimal], ...]

    @property
    def change(self) -> Decimal:
        """Closing balance less opening balance."""
        return _less(self.closing, self.opening)

    @property
    def difference(self) -> Decimal | None:
        """The change less what was closed; None where the two are not set side by side.

        No proof of a fault: ledgers go by the day of posting and not by that of closing.
        """
        return None if self.closed is None else _less(self.change, self.closed)


@define
class _Span:
    first_day: date
    last_day: date
    opening: Decimal
    closing: Decimal
    moved: dict[date, Decimal] = field(factory=dict[date, Decimal])


class LedgerBooks:
    """Keeps the first opening and the last closing balance of each ledger, of some days."""

    def __init__(self, first_day: date, last_day: date) -> None:
        self._first_day, self._last_day = first_day, last_day
        self._spans: dict[_Ledger, _Span] = {}

    def add(self, balance: models.LedgerBalance) -> None:
        """One day of one ledger, in whatever order they come.

        Raises:
            LedgerCurrenciesError: It closed in another currency than it opened in.
        """
        day = balance.date
        # Documents differ over whether the end of an interval belongs to it.
        if not self._first_day <= day <= self._last_day:
            return
        opening, closing = gross(balance.opening_balance), gross(balance.closing_balance)
        if opening.currency != closing.currency:
            raise LedgerCurrenciesError(balance)
        key = balance.ledger_type, closing.currency
        span = self._spans.get(key)
        if span is None:
            span = self._spans[key] = _Span(day, day, opening.value, closing.value)
        span.moved[day] = _less(closing.value, opening.value)
        if day < span.first_day:
            span.first_day, span.opening = day, opening.value
        if day > span.last_day:
            span.last_day, span.closing = day, closing.value

    def changes(
        self, closed: Mapping[models.LedgerType, Mapping[str, Decimal]]
    ) -> tuple[LedgerChange, ...]:
        """What each ledger moved by, beside what was closed under its name, if anything is."""
        return tuple(
            LedgerChange(
                ledger_type,
                currency,
                span.first_day,
                span.last_day,
                len(span.moved),
                span.opening,
                span.closing,
                closed[ledger_type].get(currency, Decimal(0)) if ledger_type in closed else None,
                tuple(sorted(span.moved.items())),
            )
            for (ledger_type, currency), span in sorted(self._spans.items())
        )


def _less(value: Decimal, other: Decimal) -> Decimal:
    return exact_sum(value, other.copy_negate())
