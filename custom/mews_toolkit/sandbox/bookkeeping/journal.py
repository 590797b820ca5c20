"""The ledgers of one enterprise."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from typing import get_args
from uuid import UUID

from mews_toolkit.sandbox.bookkeeping.balance import Balance
from mews_toolkit.sandbox.bookkeeping.local_days import LocalDays
from mews_toolkit.sandbox.entities.amount import Amount
from mews_toolkit.sandbox.entities.ledger_balance import LedgerBalance
from mews_toolkit.sandbox.entities.vocabulary import LedgerType
from mews_toolkit.sandbox.intervals import DateInterval, midnight
from mews_toolkit.sandbox.money import added

LEDGERS: tuple[LedgerType, ...] = get_args(LedgerType)


class Journal:
    """What the ledgers of one enterprise moved by, day by day."""

    def __init__(self, enterprise_id: UUID, currency: str, days: LocalDays) -> None:
        self.currency = currency
        self._enterprise_id = enterprise_id
        self._days = days
        self._sold: defaultdict[tuple[LedgerType, int], Balance] = defaultdict(Balance)
        # Sums without taxes stand apart: there are many more of them, and they add up faster.
        self._moved: defaultdict[tuple[LedgerType, int], Decimal] = defaultdict(Decimal)

    def move(
        self,
        source: LedgerType,
        target: LedgerType,
        instant: datetime,
        value: Decimal,
        times: int = 1,
    ) -> None:
        """Moves a sum from one ledger to another, several times over."""
        place = self._days.place(instant)
        if place is not None:
            self._add(source, place, value, -times)
            self._add(target, place, value, times)

    def sell(self, ledger: LedgerType, instant: datetime, amount: Amount, times: int = 1) -> None:
        """Writes what was sold, its taxes, and that the guest owes all of it."""
        place = self._days.place(instant)
        if place is None:
            return
        self._sold[ledger, place].add(amount, times)
        for tax in amount.tax_values:
            self._add("Tax", place, tax.value, times)
        self._add("Guest", place, amount.gross_value, times)

    def balances(self, asked: DateInterval) -> Iterator[LedgerBalance]:
        """What each ledger stood at on the days asked for."""
        span = asked.times
        for ledger in LEDGERS:
            balance = Balance()
            for place, day in enumerate(self._days.days):
                is_asked = span.holds(midnight(day))
                opening = balance.amount(self.currency) if is_asked else None
                self._include(balance, ledger, place)
                if opening is not None:
                    yield LedgerBalance(
                        enterprise_id=self._enterprise_id,
                        day=day,
                        ledger_type=ledger,
                        opening_balance=opening,
                        closing_balance=balance.amount(self.currency),
                    )

    def _add(self, ledger: LedgerType, place: int, value: Decimal, times: int) -> None:
        self._moved[ledger, place] = added(self._moved[ledger, place], value, times)

    def _include(self, balance: Balance, ledger: LedgerType, place: int) -> None:
        if (ledger, place) in self._sold:
            balance.add(self._sold[ledger, place].amount(self.currency))
        if (ledger, place) in self._moved:
            balance.add_untaxed(self._moved[ledger, place])
