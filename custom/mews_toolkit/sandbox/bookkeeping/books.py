"""What is written into which ledger."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from mews_toolkit.sandbox.bookkeeping.journal import Journal
from mews_toolkit.sandbox.bookkeeping.local_days import LocalDays
from mews_toolkit.sandbox.entities.enterprise import Enterprise, EnterpriseSettings
from mews_toolkit.sandbox.entities.ledger_balance import LedgerBalance
from mews_toolkit.sandbox.entities.order_item import OrderItem
from mews_toolkit.sandbox.entities.outlet import OutletItem
from mews_toolkit.sandbox.entities.payment import Payment
from mews_toolkit.sandbox.intervals import DateInterval
from mews_toolkit.sandbox.money import converted
from mews_toolkit.sandbox.rows import Rows

_IN_ADVANCE = frozenset({"BookingEngine", "PaymentRequest"})


class Books:
    """The ledgers of all enterprises, empty when they were begun.

    Each event goes into two ledgers, so that `Revenue` and `NonRevenue` together always move by as
    much as `Guest`, `City`, `Deposit` and `Payment` together. `Tax` repeats what part of it is tax.
    A canceled item leaves them as though it had never been in them; a ghost payment moves no money.
    """

    def __init__(
        self,
        *,
        begun: datetime,
        enterprises: Rows[Enterprise],
        settings: Mapping[UUID, EnterpriseSettings],
        order_items: Rows[OrderItem],
        payments: Rows[Payment],
        outlet_items: Rows[OutletItem],
    ) -> None:
        self._begun = begun
        self._enterprises = enterprises
        self._settings = settings
        self._order_items = order_items
        self._payments = payments
        self._outlet_items = outlet_items
        self._journals: list[Journal] = []
        self._written: tuple[int, int, int, datetime] | None = None

    def balances(self, asked: DateInterval, now: datetime) -> list[LedgerBalance]:
        """What the ledgers stood at on the days asked for; today's is what they stand at."""
        # Days of every time zone there is here begin at full hours.
        hour = now.replace(minute=0, second=0, microsecond=0)
        written = (
            self._order_items.changes,
            self._payments.changes,
            self._outlet_items.changes,
            hour,
        )
        if self._written != written:
            self._journals = self._write(now)
            self._written = written
        return [balance for journal in self._journals for balance in journal.balances(asked)]

    def _write(self, now: datetime) -> list[Journal]:
        journals = {it.id: self._journal(it, now) for it in self._enterprises}
        for item in self._order_items:
            if item.accounting_state != "Canceled":
                journals[item.enterprise_id].sell("Revenue", item.consumed_utc, item.amount)
        for payment in self._payments:
            if payment.charged_utc is not None and _is_money(payment):
                _write_payment(journals[payment.enterprise_id], payment, payment.charged_utc)
        for outlet_item in self._outlet_items:
            _write_outlet_item(journals[outlet_item.enterprise_id], outlet_item)
        return list(journals.values())

    def _journal(self, enterprise: Enterprise, now: datetime) -> Journal:
        days = LocalDays(enterprise.time_zone_identifier, self._begun, now)
        return Journal(enterprise.id, self._settings[enterprise.id].default_currency, days)


def _is_money(payment: Payment) -> bool:
    return payment.state == "Charged" and payment.type != "GhostPayment"


def _write_payment(journal: Journal, payment: Payment, charged: datetime) -> None:
    received = payment.amount.gross_value.copy_negate()
    if payment.type == "InvoicePayment":
        journal.move("Guest", "City", charged, received)
    elif payment.payment_origin in _IN_ADVANCE:
        journal.move("Deposit", "Payment", charged, received)
        if payment.closed_utc is not None:
            journal.move("Guest", "Deposit", payment.closed_utc, received)
    else:
        journal.move("Guest", "Payment", charged, received)


def _write_outlet_item(journal: Journal, item: OutletItem) -> None:
    amount = converted(item.unit_amount, journal.currency)
    if item.type == "Payment":
        received = amount.gross_value.copy_negate()
        journal.move("Guest", "Payment", item.consumed_utc, received, item.unit_count)
    else:
        journal.sell(item.type, item.consumed_utc, amount, item.unit_count)
