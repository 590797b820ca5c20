from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import ClassVar
from uuid import UUID

from attrs import frozen

from mews_toolkit.workflows._bill_count import BillCount
from mews_toolkit.workflows._closed_items import ItemTotal
from mews_toolkit.workflows._closed_payments import PaymentTotal
from mews_toolkit.workflows._ledger_changes import LedgerChange
from mews_toolkit.workflows._payment_days import DayOfPayments
from mews_toolkit.workflows._reconciliation_rows import Cell, rows
from mews_toolkit.workflows._reconciliation_table import table
from mews_toolkit.workflows._tally import per_currency
from mews_toolkit.workflows._uneven_bill import UnevenBill

__all__ = ["Reconciliation"]


@frozen(kw_only=True)
class Reconciliation:
    """What an enterprise closed on some days, added up with every digit kept.

    Attributes:
        enterprise_id: The enterprise.
        first_day: The first day.
        last_day: The last one.
        start_utc: When the first day begins.
        end_utc: When the last one is over.
        payments: The payments but ghost ones, by currency, type, external type and state.
        ghosts: The ghost payments likewise. They mirror other payments and bring in nothing.
        received_by_day: The money that the payments moved, by day, currency and type.
        items: The order items, by currency, type and accounting state.
        bills: How many bills were issued.
        unbalanced: Bills that do not come to zero, whatever is on them.
        straddling: Bills that come to zero only with rows that were not among those of the days:
            closed at another time, or while the days were being read.
        unbilled: What items and payments without a bill come to, per currency.
        ledgers: What the ledgers moved by.
        ledgers_unread: Why there is nothing about ledgers; None where there is.
    """

    enterprise_id: UUID
    first_day: date
    last_day: date
    start_utc: datetime
    end_utc: datetime
    payments: tuple[PaymentTotal, ...]
    ghosts: tuple[PaymentTotal, ...]
    received_by_day: tuple[DayOfPayments, ...]
    items: tuple[ItemTotal, ...]
    bills: tuple[BillCount, ...]
    unbalanced: tuple[UnevenBill, ...]
    straddling: tuple[UnevenBill, ...]
    unbilled: Mapping[str, Decimal]
    ledgers: tuple[LedgerChange, ...]
    ledgers_unread: str | None

    # It is equal by its figures, some of which lie in mappings.
    __hash__: ClassVar[None] = None  # type: ignore[assignment]  # object has one

    @property
    def received(self) -> dict[str, Decimal]:
        """The money that came in less what went back, per currency."""
        return per_currency((it.currency, it.received) for it in self.payments)

    @property
    def sold(self) -> dict[str, Decimal]:
        """The items with taxes less what was rebated, per currency, of those that count."""
        return per_currency((it.currency, it.gross) for it in self.items if it.counts)

    def rows(self) -> list[dict[str, Cell]]:
        """Every figure in flat rows of the same columns, as a CSV file needs them.

        A cell is None where its column says nothing about the row's `section`.
        """
        return list(rows(self))

    def table(self) -> str:
        """Every figure as plain text, section by section, for a font of fixed width."""
        return "\n".join(table(self))
