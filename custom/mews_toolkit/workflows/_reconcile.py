from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import aclosing
from datetime import date, timedelta
from typing import Any, TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

from mews_connector import MewsClient, Paginator, errors, models
from mews_toolkit.history import days
from mews_toolkit.workflows._bill_count import BillCounts
from mews_toolkit.workflows._bill_sums import BillSums
from mews_toolkit.workflows._closed_items import ClosedItems, ItemTotal
from mews_toolkit.workflows._closed_payments import ClosedPayments, PaymentTotal
from mews_toolkit.workflows._enterprise_of import enterprise_of
from mews_toolkit.workflows._ledger_changes import LedgerBooks, LedgerChange
from mews_toolkit.workflows._payment_days import PaymentDays
from mews_toolkit.workflows._polling import SYSTEM_CLOCK
from mews_toolkit.workflows._reconciliation import Reconciliation
from mews_toolkit.workflows._side_by_side import side_by_side
from mews_toolkit.workflows._tally import per_currency
from mews_toolkit.workflows._uneven_bill import UnevenBill

__all__ = ["reconcile"]

RowT = TypeVar("RowT", models.Payment, models.OrderItem, models.Bill, models.LedgerBalance)

# NonRevenue has been seen to be answered with 500.
_LEDGERS = tuple(it for it in models.LedgerType if it != models.LedgerType.NON_REVENUE)
_NOT_PERMITTED = "Access token is not permitted"


async def reconcile(
    mews: MewsClient,
    first_day: date,
    last_day: date,
    tz: str | ZoneInfo,
    *,
    ledger_types: Iterable[models.LedgerType] = _LEDGERS,
) -> Reconciliation:
    """Adds up what an enterprise closed on some days, and lists the bills that do not balance.

    Payments, order items, bills and ledger balances are read side by side, and added up as they
    come: what is held is the totals, and one sum for each bill that its rows have not brought to
    zero. Whatever is on a bill that they leave uneven is read once more at the end, whenever it was
    closed. Nothing is written.

    Args:
        mews: The client; of a portfolio, the view of one enterprise.
        first_day: The first day of the hotel.
        last_day: The last one, included. What is still editable may change afterwards:
            `mews_toolkit.history.safe_until` tells what no longer does.
        tz: The enterprise's `time_zone_identifier`, or a `ZoneInfo`. Another zone is taken as it
            is: days are then those of that zone, but for the ledgers.
        ledger_types: The ledgers to read; none at all is fine. `NonRevenue` is left out unless it
            is named, as the API has been seen to fail over it.

    Returns:
        The figures. Without the permission to read ledgers, `ledgers_unread` says so.

    Raises:
        InvalidRequestError: The days, the time zone or the client cannot be reconciled, and nothing
            was sent; or the client's token is that of another enterprise.
        ReconciliationError: A read failed, so there is no figure at all.
        MewsError: The client's enterprise could not be read.
    """
    spans = _spans(mews, first_day, last_day, tz)
    interval = models.TimeInterval(start_utc=spans[0][1].start_utc, end_utc=spans[-1][1].end_utc)
    enterprise = await enterprise_of(mews, mews.enterprise_id, clock=SYSTEM_CLOCK)
    reading = _Reading(mews, enterprise.id, first_day, last_day, spans)
    await reading.read_days(interval, list(dict.fromkeys(ledger_types)))
    uneven = await reading.read_uneven()
    payments, items = reading.payments.totals(), reading.items.totals()
    return Reconciliation(
        enterprise_id=reading.enterprise_id,
        first_day=first_day,
        last_day=last_day,
        start_utc=interval.start_utc,
        end_utc=interval.end_utc,
        payments=payments,
        ghosts=reading.ghosts.totals(),
        received_by_day=reading.payment_days.totals(),
        items=items,
        bills=reading.bills.counts(),
        unbalanced=tuple(it for it in uneven if it.balance),
        straddling=tuple(it for it in uneven if not it.balance),
        unbilled=reading.sums.of_no_bill(),
        ledgers=_beside(reading.ledgers, payments, items),
        ledgers_unread=reading.ledgers_unread,
    )


def _spans(
    mews: MewsClient, first_day: date, last_day: date, tz: str | ZoneInfo
) -> list[tuple[date, models.TimeInterval]]:
    if mews.is_portfolio and mews.enterprise_id is None:
        raise errors.InvalidRequestError(
            "mews: one enterprise is reconciled at a time; pass mews.for_enterprise(...)"
        )
    spans = list(days(tz, first_day, last_day))
    if first_day > last_day:
        raise errors.InvalidRequestError(f"first_day: {first_day} is after last_day, {last_day}")
    if not spans:
        raise errors.InvalidRequestError(f"first_day: {tz} never had these days")
    return spans


def _beside(
    ledgers: LedgerBooks, payments: Iterable[PaymentTotal], items: Iterable[ItemTotal]
) -> tuple[LedgerChange, ...]:
    sold = [it for it in items if it.counts]
    return ledgers.changes(
        {
            models.LedgerType.REVENUE: per_currency((it.currency, it.gross) for it in sold),
            models.LedgerType.TAX: per_currency((it.currency, it.tax) for it in sold),
            models.LedgerType.PAYMENT: per_currency((it.currency, it.received) for it in payments),
        }
    )


def _lacks_permission(error: errors.ApiError) -> bool:
    # A permission is at times refused with the status of business rules, told by its text alone.
    return isinstance(error, errors.UnauthorizedError) or error.message.startswith(_NOT_PERMITTED)


class _Reading:
    def __init__(
        self,
        mews: MewsClient,
        enterprise_id: UUID,
        first_day: date,
        last_day: date,
        spans: list[tuple[date, models.TimeInterval]],
    ) -> None:
        self.enterprise_id = enterprise_id
        self.payments = ClosedPayments()
        self.payment_days = PaymentDays(spans)
        self.ghosts = ClosedPayments()
        self.items = ClosedItems()
        self.bills = BillCounts()
        self.sums = BillSums()
        self.ledgers = LedgerBooks(first_day, last_day)
        self.ledgers_unread: str | None = None
        self._mews, self._first_day, self._last_day = mews, first_day, last_day

    async def read_days(
        self, closed: models.TimeInterval, ledger_types: list[models.LedgerType]
    ) -> None:
        mews = self._mews
        await side_by_side(
            payments=lambda: self._add(
                mews.payments.get_all(closed_utc=closed), self._add_payment, self.sums.add
            ),
            order_items=lambda: self._add(
                mews.order_items.get_all(closed_utc=closed), self.items.add, self.sums.add
            ),
            bills=lambda: self._add(
                mews.bills.get_all(
                    # The API deprecates asking by ClosedUtc, and hides corrections otherwise.
                    issued_utc=closed,
                    state=models.BillState.CLOSED,
                    correction_state=list(models.BillCorrectionState),
                ),
                self.bills.add,
            ),
            ledger_balances=lambda: self._read_ledgers(ledger_types),
        )

    async def read_uneven(self) -> list[UnevenBill]:
        """The bills that the days leave uneven, each with everything that is on it."""
        first = self.sums.uneven()
        ids = list(dict.fromkeys(bill_id for bill_id, _ in first))
        if not ids:
            return []
        mews, whole, bills = self._mews, BillSums(), dict[UUID, models.Bill]()
        await side_by_side(
            payments=lambda: self._add(mews.payments.get_all(bill_ids=ids), whole.add),
            order_items=lambda: self._add(mews.order_items.get_all(bill_ids=ids), whole.add),
            bills=lambda: self._add(
                mews.bills.get_all(bill_ids=ids), lambda bill: bills.update({bill.id: bill})
            ),
        )
        return [
            UnevenBill(
                bill_id,
                currency,
                closed=self.sums.of(bill_id, currency),
                balance=whole.of(bill_id, currency),
                bill=bills.get(bill_id),
            )
            for bill_id, currency in sorted({*first, *whole.uneven()})
        ]

    def _add_payment(self, payment: models.Payment) -> None:
        is_ghost = payment.type_ == models.PaymentType.GHOST_PAYMENT
        (self.ghosts if is_ghost else self.payments).add(payment)
        self.payment_days.add(payment)

    async def _read_ledgers(self, ledger_types: list[models.LedgerType]) -> None:
        if not ledger_types:
            self.ledgers_unread = "not asked for"
            return
        until = self._last_day + timedelta(days=1)
        asked = models.DateInterval(start=self._first_day, end=until)
        balances = self._mews.ledger_balances.get_all(date=asked, ledger_types=ledger_types)
        try:
            await self._add(balances, self.ledgers.add)
        except (errors.UnauthorizedError, errors.BusinessRuleError) as error:
            if not _lacks_permission(error):
                raise
            # A token that opens nothing fails the other reads, too.
            self.ledgers = LedgerBooks(self._first_day, self._last_day)
            self.ledgers_unread = f"may not be read: {error}"

    async def _add(self, rows: Paginator[RowT, Any], *receivers: Callable[[RowT], object]) -> None:
        async with aclosing(rows.pages()) as pages:
            async for page in pages:
                for row in page.items:
                    self._check(row)
                    for receive in receivers:
                        receive(row)
                # Not held while the next one is read.
                del page

    def _check(
        self, row: models.Payment | models.OrderItem | models.Bill | models.LedgerBalance
    ) -> None:
        # Older answers tell bills without their enterprise.
        if row.enterprise_id not in (None, self.enterprise_id):
            raise errors.ConfigurationError(
                f"rows of enterprise {row.enterprise_id} came beside those of {self.enterprise_id};"
                " for a portfolio token, say portfolio=True and pass mews.for_enterprise(...)"
            )
