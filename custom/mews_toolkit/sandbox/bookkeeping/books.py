"""What is written into which ledger."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from uuid import UUID

from mews_toolkit.sandbox.bookkeeping.journal import Journal
from mews_toolkit.sandbox.bookkeeping.local_days import LocalDays
from mews_toolkit.sandbox.entities.enterprise import Enterprise, EnterpriseSettings
from mews_toolkit.sandbox.entities.ledger_balance import LedgerBalance
from mews_toolkit.sandbox.entities.outlet import OutletItem
from mews_toolkit.sandbox.entities.payment import Payment
from mews_toolkit.sandbox.intervals import DateInterval, midnight
from mews_toolkit.sandbox.money import AmountParameters, added, amount_of, converted
from mews_toolkit.sandbox.rows import Rows

_EVENING = timedelta(hours=6)
"""How long before a day begins those who pay on it have come."""

_LODGING_TAXES = ("UK-S", "FR-I", "US-DC-H")
_IN_ADVANCE = frozenset({"BookingEngine", "PaymentRequest"})


class Books:
    """The ledgers of all enterprises, empty when they were begun.

    Each event goes into two ledgers, so that `Revenue` and `NonRevenue` together always move by as
    much as `Guest`, `City`, `Deposit` and `Payment` together. `Tax` repeats what part of it is tax.
    Payments from before `opened` were for stays that nothing else tells of.
    """

    def __init__(
        self,
        *,
        begun: datetime,
        opened: datetime,
        enterprises: Rows[Enterprise],
        settings: Mapping[UUID, EnterpriseSettings],
        payments: Rows[Payment],
        outlet_items: Rows[OutletItem],
    ) -> None:
        self._begun = begun
        self._opened = opened
        self._enterprises = enterprises
        self._settings = settings
        self._payments = payments
        self._outlet_items = outlet_items
        self._journals: list[Journal] = []
        self._written: tuple[int, int, datetime] | None = None

    def balances(self, asked: DateInterval, now: datetime) -> list[LedgerBalance]:
        """What the ledgers stood at on the days asked for; today's is what they stand at."""
        # Days of every time zone there is here begin at full hours.
        hour = now.replace(minute=0, second=0, microsecond=0)
        written = (self._payments.changes, self._outlet_items.changes, hour)
        if self._written != written:
            self._journals = self._write(now)
            self._written = written
        return [balance for journal in self._journals for balance in journal.balances(asked)]

    def _write(self, now: datetime) -> list[Journal]:
        journals = {it.id: self._journal(it, now) for it in self._enterprises}
        stays: defaultdict[tuple[UUID, date], Decimal] = defaultdict(Decimal)
        for payment in self._payments:
            if payment.charged_utc is None or not _is_money(payment):
                continue
            received = payment.amount.gross_value.copy_negate()
            _write_payment(journals[payment.enterprise_id], payment, payment.charged_utc, received)
            if payment.created_utc < self._opened:
                stay = payment.enterprise_id, payment.created_utc.date()
                stays[stay] = added(stays[stay], received)
        for (enterprise_id, day), value in stays.items():
            self._write_stays(journals[enterprise_id], enterprise_id, day, value)
        for item in self._outlet_items:
            _write_item(journals[item.enterprise_id], item)
        return list(journals.values())

    def _journal(self, enterprise: Enterprise, now: datetime) -> Journal:
        days = LocalDays(enterprise.time_zone_identifier, self._begun, now)
        return Journal(enterprise.id, self._settings[enterprise.id].default_currency, days)

    def _write_stays(
        self, journal: Journal, enterprise_id: UUID, day: date, value: Decimal
    ) -> None:
        """Lets what the seeded payments of a day brought have been for the night before."""
        rates = self._settings[enterprise_id].tax_rates
        codes = tuple(it for it in _LODGING_TAXES if it in rates)
        given = AmountParameters(journal.currency, gross_value=value, tax_codes=codes)
        journal.sell("Revenue", midnight(day) - _EVENING, amount_of(given, rates))


def _is_money(payment: Payment) -> bool:
    return payment.state == "Charged" and payment.type != "GhostPayment"


def _write_payment(
    journal: Journal, payment: Payment, charged: datetime, received: Decimal
) -> None:
    if payment.type == "InvoicePayment":
        journal.move("Guest", "City", charged, received)
    elif payment.payment_origin in _IN_ADVANCE:
        journal.move("Deposit", "Payment", charged, received)
        if payment.closed_utc is not None:
            journal.move("Guest", "Deposit", payment.closed_utc, received)
    else:
        journal.move("Guest", "Payment", charged, received)


def _write_item(journal: Journal, item: OutletItem) -> None:
    amount = converted(item.unit_amount, journal.currency)
    if item.type == "Payment":
        received = amount.gross_value.copy_negate()
        journal.move("Guest", "Payment", item.consumed_utc, received, item.unit_count)
    else:
        journal.sell(item.type, item.consumed_utc, amount, item.unit_count)
