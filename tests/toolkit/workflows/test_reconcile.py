"""Reconciling days: figures that the sandbox's own rows confirm, or no figures at all."""

from __future__ import annotations

import asyncio
import csv
import io
from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import TypeVar
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest
from msgspec import structs

from mews_connector import errors, models
from mews_toolkit.money import UnknownPaymentStateError
from mews_toolkit.sandbox import (
    ACCESS_TOKEN,
    PARIS_ACCESS_TOKEN,
    PORTFOLIO_ACCESS_TOKEN,
    WASHINGTON_ACCESS_TOKEN,
    Delay,
    Status,
)
from mews_toolkit.sandbox.bookkeeping.books import Books
from mews_toolkit.sandbox.entities.bill import Bill
from mews_toolkit.sandbox.entities.ledger_balance import LedgerBalance
from mews_toolkit.sandbox.entities.order_item import OrderItem
from mews_toolkit.sandbox.entities.payment import Payment
from mews_toolkit.sandbox.intervals import DateInterval
from mews_toolkit.workflows import (
    LedgerCurrenciesError,
    Reconciliation,
    ReconciliationError,
    UnknownAccountingStateError,
    reconcile,
)
from mews_toolkit.workflows._bill_sums import BillSums
from mews_toolkit.workflows._side_by_side import side_by_side
from support.interruption import interrupted
from support.workflow_world import World

pytestmark = pytest.mark.virtual_time

RowT = TypeVar("RowT", Payment, OrderItem)

LONDON = "Europe/London"
# Clocks are put back on 25 October in London and Paris, on 1 November in Washington.
FIRST, LAST = date(2026, 10, 20), date(2026, 11, 5)
SPRING = date(2026, 3, 1)
PLACES = [
    pytest.param(ACCESS_TOKEN, 0, LONDON, id="London"),
    pytest.param(PARIS_ACCESS_TOKEN, 1, "Europe/Paris", id="Paris"),
    pytest.param(WASHINGTON_ACCESS_TOKEN, 2, "America/New_York", id="Washington"),
]
READS = {
    "payments": "payments/getAll",
    "order_items": "orderItems/getAll",
    "bills": "bills/getAll",
    "ledger_balances": "ledgerBalances/getAll",
}


def a_world(**keywords: object) -> World:
    return World(payments=300, **keywords)


def closed_rows(
    rows: Iterable[RowT], enterprise_id: UUID, tz: str, first: date, last: date
) -> list[RowT]:
    """The rows by the hotel's calendar, not by spans of UTC."""
    return [
        row
        for row in rows
        if row.enterprise_id == enterprise_id
        and row.closed_utc is not None
        and first <= row.closed_utc.astimezone(ZoneInfo(tz)).date() <= last
    ]


def london(world: World) -> UUID:
    return world.sandbox.enterprises[0].id


def london_payments(world: World, first: date = FIRST, last: date = LAST) -> list[Payment]:
    return closed_rows(world.sandbox.payments, london(world), LONDON, first, last)


def london_items(world: World, first: date = FIRST, last: date = LAST) -> list[OrderItem]:
    return closed_rows(world.sandbox.order_items, london(world), LONDON, first, last)


def paid_bill(world: World) -> tuple[Bill, Payment]:
    """A bill closed on the days, and a payment of money on it."""
    payment = next(it for it in london_payments(world) if it.type == "CashPayment")
    assert payment.bill_id is not None
    bill = world.sandbox.bills.get(payment.bill_id)
    assert bill is not None
    return bill, payment


async def days_of_london(world: World, first: date = FIRST, last: date = LAST) -> Reconciliation:
    """Without the ledgers, over which the sandbox takes its time."""
    return await reconcile(world.mews, first, last, LONDON, ledger_types=[])


async def days_and_ledgers(world: World, first: date = FIRST, last: date = LAST) -> Reconciliation:
    return await reconcile(world.mews, first, last, LONDON)


@pytest.mark.parametrize(("token", "place", "tz"), PLACES)
async def test_payments_are_what_the_hotel_closed_on_its_own_days(
    token: str, place: int, tz: str
) -> None:
    world = a_world(access_token=token)
    enterprise_id = world.sandbox.enterprises[place].id

    result = await reconcile(world.mews, SPRING, LAST, tz, ledger_types=[])

    expected: defaultdict[tuple[object, ...], list[Decimal]] = defaultdict(list)
    for row in closed_rows(world.sandbox.payments, enterprise_id, tz, SPRING, LAST):
        external = row.data.external.type if row.data and row.data.external else None
        key = row.amount.currency, row.type, external, row.state
        expected[key].append(-row.amount.gross_value)
    told: defaultdict[tuple[object, ...], list[Decimal]] = defaultdict(lambda: [Decimal(0)] * 2)
    for it in result.payments + result.ghosts:
        sums = told[it.currency, it.type_, it.external_type, it.state]
        sums[:] = [sums[0] + it.count, sums[1] + it.amount]
    assert result.enterprise_id == enterprise_id
    assert told == {key: [len(values), sum(values)] for key, values in expected.items()}
    assert len(told) > 3


@pytest.mark.parametrize(("token", "place", "tz"), PLACES)
async def test_what_they_moved_on_each_day_adds_up_to_what_was_received(
    token: str, place: int, tz: str
) -> None:
    world = a_world(access_token=token)

    result = await reconcile(world.mews, SPRING, LAST, tz, ledger_types=[])

    expected: defaultdict[tuple[date, str], Decimal] = defaultdict(Decimal)
    hotel = world.sandbox.enterprises[place].id
    for row in closed_rows(world.sandbox.payments, hotel, tz, SPRING, LAST):
        if row.state == "Charged" and row.type not in ("InvoicePayment", "GhostPayment"):
            assert row.closed_utc is not None
            day = row.closed_utc.astimezone(ZoneInfo(tz)).date()
            expected[day, row.type] -= row.amount.gross_value
    told: defaultdict[tuple[date, str], Decimal] = defaultdict(Decimal)
    for it in result.received_by_day:
        assert it.day is not None
        assert it.went_back <= 0 <= it.came_in
        told[it.day, str(it.type_)] += it.came_in + it.went_back
    assert told == expected
    assert len(told) > 5
    assert [*result.received.values()] == [sum(told.values())]


@pytest.mark.parametrize(("token", "place", "tz"), PLACES)
async def test_items_are_what_the_hotel_closed_on_its_own_days(
    token: str, place: int, tz: str
) -> None:
    world = a_world(access_token=token)
    enterprise_id = world.sandbox.enterprises[place].id

    result = await reconcile(world.mews, SPRING, LAST, tz, ledger_types=[])

    expected: defaultdict[tuple[object, ...], list[Decimal]] = defaultdict(lambda: [Decimal(0)] * 4)
    for row in closed_rows(world.sandbox.order_items, enterprise_id, tz, SPRING, LAST):
        amount = row.amount
        tax = sum((it.value for it in amount.tax_values), Decimal(0))
        sums = expected[amount.currency, row.type, row.accounting_state]
        figures = Decimal(1), amount.gross_value, amount.net_value, tax
        sums[:] = [old + new for old, new in zip(sums, figures, strict=True)]
    told = {
        (it.currency, it.type_, it.accounting_state): [it.count, it.gross, it.net, it.tax]
        for it in result.items
    }
    assert told == expected
    assert len(told) > 2


async def test_a_year_is_read_in_parts_and_loses_nothing() -> None:
    world = a_world()
    first, last = date(2025, 11, 1), date(2026, 11, 20)

    result = await days_of_london(world, first, last)

    payments, items = london_payments(world, first, last), london_items(world, first, last)
    assert sum(it.count for it in result.payments + result.ghosts) == len(payments) > 200
    assert sum(it.count for it in result.items) == len(items) > 200
    closed = [it for it in world.sandbox.bills if it.enterprise_id == london(world)]
    assert Counter({(it.type_, it.correction_state): it.count for it in result.bills}) == Counter(
        (it.type, it.correction_state) for it in closed if it.state == "Closed"
    )
    assert {it.correction_state for it in result.bills} == {"Bill", "CorrectiveBill"}
    assert result.unbalanced == ()
    assert result.straddling == ()


async def test_bills_that_are_open_again_are_not_counted() -> None:
    world = a_world()
    bill, _ = paid_bill(world)
    before = await days_of_london(world)
    world.sandbox.bills.put(structs.replace(bill, state="Open"))

    result = await days_of_london(world)

    assert sum(it.count for it in result.bills) == sum(it.count for it in before.bills) - 1


async def test_received_is_the_money_and_neither_invoices_nor_ghosts() -> None:
    world = a_world()
    first = date(2026, 1, 1)

    result = await days_of_london(world, first)

    payments = london_payments(world, first)
    no_money = ("InvoicePayment", "GhostPayment")
    assert {"InvoicePayment", "GhostPayment"} <= {it.type for it in payments}
    assert result.received == {
        "GBP": -sum(it.amount.gross_value for it in payments if it.type not in no_money)
    }
    assert {it.type_ for it in result.ghosts} == {"GhostPayment"}
    assert "GhostPayment" not in {it.type_ for it in result.payments}
    assert {it.received for it in result.ghosts} == {Decimal(0)}


async def test_refunds_are_told_apart_and_lessen_what_was_received() -> None:
    world = a_world()

    result = await days_of_london(world, date(2026, 1, 1))

    refunds = [it for it in result.payments if it.is_refund]
    assert refunds
    assert all(it.amount == it.received < 0 for it in refunds)
    assert all(it.amount > 0 for it in result.payments if not it.is_refund)


async def test_rebates_lessen_what_was_sold() -> None:
    world = a_world()
    first = date(2026, 1, 1)

    result = await days_of_london(world, first)

    rebates = {it.type_: it.gross for it in result.items if it.type_.endswith("Rebate")}
    assert len(rebates) > 1
    assert all(value < 0 for value in rebates.values())
    assert result.sold == {"GBP": sum(it.amount.gross_value for it in london_items(world, first))}


@pytest.mark.parametrize("state", ["Failed", "Canceled", "Pending", "Verifying"])
async def test_a_payment_that_did_not_succeed_is_told_and_not_received(state: str) -> None:
    world = a_world()
    _, payment = paid_bill(world)
    before = await days_of_london(world)
    world.sandbox.payments.put(structs.replace(payment, id=uuid4(), state=state))

    result = await days_of_london(world)

    [told] = [it for it in result.payments if it.state == state]
    assert told.count == 1
    assert told.amount == -payment.amount.gross_value
    assert told.received == 0
    assert result.received == before.received
    assert result.unbalanced == ()


@pytest.mark.parametrize("state", ["Canceled", "Inactive"])
async def test_items_that_are_worth_nothing_are_told_and_not_sold(state: str) -> None:
    world = a_world()
    item = london_items(world)[0]
    before = await days_of_london(world)
    world.sandbox.order_items.put(structs.replace(item, id=uuid4(), accounting_state=state))

    result = await days_of_london(world)

    [told] = [it for it in result.items if not it.counts]
    assert told.accounting_state == state
    assert (told.count, told.gross) == (1, item.amount.gross_value)
    assert result.sold == before.sold
    assert result.unbalanced == ()


@pytest.mark.parametrize(
    ("day", "start", "end"),
    [
        (date(2026, 3, 29), "2026-03-29T00:00:00+00:00", "2026-03-29T23:00:00+00:00"),
        (date(2026, 10, 25), "2026-10-24T23:00:00+00:00", "2026-10-26T00:00:00+00:00"),
    ],
)
async def test_a_day_of_23_or_25_hours_has_all_its_rows_and_no_others(
    day: date, start: str, end: str
) -> None:
    world = a_world()
    begin, over = datetime.fromisoformat(start), datetime.fromisoformat(end)
    [row] = [it for it in london_payments(world) if it.id == paid_bill(world)[1].id]
    for it in london_payments(world, day, day):
        world.sandbox.payments.remove(it)
    second = timedelta(seconds=1)
    for closed in (begin - second, begin, over - second, over):
        world.sandbox.payments.put(
            structs.replace(row, id=uuid4(), bill_id=None, closed_utc=closed)
        )

    result = await days_of_london(world, day, day)

    assert (result.start_utc, result.end_utc) == (begin, over)
    assert [it.count for it in result.payments] == [2]


async def test_a_bill_that_does_not_balance_is_listed() -> None:
    world = a_world()
    bill, payment = paid_bill(world)
    world.sandbox.payments.remove(payment)

    result = await days_of_london(world)

    [listed] = result.unbalanced
    assert listed.bill_id == bill.id
    assert listed.currency == "GBP"
    assert listed.closed == listed.balance == -payment.amount.gross_value > 0
    assert listed.bill is not None
    assert listed.bill.number == bill.number
    assert result.straddling == ()


async def test_a_corrective_bill_that_does_not_balance_is_listed_as_well() -> None:
    world = a_world()
    first = date(2026, 1, 1)
    corrective = {it.id for it in world.sandbox.bills if it.correction_state == "CorrectiveBill"}
    item = next(it for it in london_items(world, first) if it.bill_id in corrective)
    world.sandbox.order_items.remove(item)

    result = await days_of_london(world, first)

    [listed] = result.unbalanced
    assert listed.bill is not None
    assert listed.bill.correction_state == models.BillCorrectionState.CORRECTIVE_BILL
    assert listed.balance == -item.amount.gross_value > 0


async def test_a_bill_that_misses_by_less_than_a_penny_is_listed() -> None:
    world = a_world()
    _, payment = paid_bill(world)
    value = payment.amount.gross_value + Decimal("0.004")
    amount = structs.replace(payment.amount, gross_value=value)
    world.sandbox.payments.put(structs.replace(payment, amount=amount))

    result = await days_of_london(world)

    assert [it.balance for it in result.unbalanced] == [Decimal("0.004")]


async def test_a_bill_with_a_row_closed_on_another_day_is_told_apart() -> None:
    world = a_world()
    bill, payment = paid_bill(world)
    elsewhen = datetime(2026, 8, 1, tzinfo=UTC)
    world.sandbox.payments.put(structs.replace(payment, closed_utc=elsewhen))

    result = await days_of_london(world)

    [listed] = result.straddling
    assert listed.bill_id == bill.id
    assert listed.balance == 0
    assert listed.closed == -payment.amount.gross_value
    assert result.unbalanced == ()


async def test_what_spoils_a_bill_is_listed_on_the_days_on_which_it_was_closed() -> None:
    world = a_world()
    bill, payment = paid_bill(world)
    other = date(2026, 8, 1)
    closed = datetime(2026, 8, 1, 12, tzinfo=UTC)
    world.sandbox.payments.put(structs.replace(payment, id=uuid4(), closed_utc=closed))

    here = await days_of_london(world)
    there = await days_of_london(world, other, other)

    assert here.unbalanced == ()
    assert [(it.bill_id, it.balance) for it in there.unbalanced] == [
        (bill.id, payment.amount.gross_value)
    ]


async def test_a_bill_of_which_half_was_listed_late_is_not_called_unbalanced() -> None:
    world = a_world()
    bill, payment = paid_bill(world)
    world.sandbox.payments.remove(payment)
    # The days take two requests for payments, so the third one is about the bill.
    for change in (bool, bool, lambda: world.sandbox.payments.put(payment)):
        world.before(READS["payments"], change)

    result = await days_of_london(world)

    assert result.unbalanced == ()
    assert [it.bill_id for it in result.straddling] == [bill.id]


async def test_another_currency_of_an_uneven_bill_is_told_whenever_it_was_closed() -> None:
    world = a_world()
    bill, payment = paid_bill(world)
    euros = structs.replace(payment.amount, currency="EUR")
    elsewhen = datetime(2026, 8, 1, tzinfo=UTC)
    world.sandbox.payments.put(structs.replace(payment, amount=euros, closed_utc=elsewhen))

    result = await days_of_london(world)

    value = -payment.amount.gross_value
    assert {it.bill_id for it in result.unbalanced} == {bill.id}
    assert [(it.currency, it.closed, it.balance) for it in result.unbalanced] == [
        ("EUR", Decimal(0), -value),
        ("GBP", value, value),
    ]


async def test_a_bill_that_is_not_listed_is_told_by_its_id() -> None:
    world = a_world()
    bill, payment = paid_bill(world)
    world.sandbox.payments.remove(payment)
    world.sandbox.bills.remove(bill)

    result = await days_of_london(world)

    assert [(it.bill_id, it.bill) for it in result.unbalanced] == [(bill.id, None)]
    assert "the bill is not listed" in result.table()


async def test_currencies_are_never_added_to_each_other() -> None:
    world = a_world()
    bill, payment = paid_bill(world)
    euros = structs.replace(payment.amount, currency="EUR")
    world.sandbox.payments.put(structs.replace(payment, amount=euros))
    before = -sum(
        it.amount.gross_value
        for it in london_payments(world)
        if it.id != payment.id and it.type not in ("InvoicePayment", "GhostPayment")
    )

    result = await days_of_london(world)

    value = -payment.amount.gross_value
    assert result.received == {"EUR": value, "GBP": before}
    assert [(it.bill_id, it.currency, it.balance) for it in result.unbalanced] == [
        (bill.id, "EUR", -value),
        (bill.id, "GBP", value),
    ]


async def test_what_is_on_no_bill_is_told() -> None:
    world = a_world()
    payment = paid_bill(world)[1]
    world.sandbox.payments.put(structs.replace(payment, id=uuid4(), bill_id=None))

    result = await days_of_london(world)

    assert result.unbilled == {"GBP": payment.amount.gross_value}
    assert result.unbalanced == ()


async def test_every_penny_between_items_and_payments_is_accounted_for() -> None:
    world = a_world()
    bill, payment = paid_bill(world)
    other = next(it for it in london_payments(world) if it.bill_id not in (None, bill.id))
    world.sandbox.payments.remove(payment)
    world.sandbox.payments.put(structs.replace(other, closed_utc=datetime(2026, 8, 1, tzinfo=UTC)))
    world.sandbox.payments.put(structs.replace(payment, id=uuid4(), bill_id=None))

    result = await days_of_london(world)

    paid = sum(it.amount for it in result.payments + result.ghosts if it.state == "Charged")
    uneven = sum(it.closed for it in result.unbalanced + result.straddling)
    assert result.unbalanced
    assert result.straddling
    assert result.sold["GBP"] - paid == uneven + result.unbilled["GBP"]


async def test_days_without_anything_are_no_error() -> None:
    world = a_world()
    day = date(2019, 5, 1)

    result = await days_and_ledgers(world, day, day)

    assert not result.received
    assert not result.sold
    assert not result.ledgers
    assert result.rows() == []
    assert result.table().count("none") == 10


async def test_ledgers_move_by_what_the_books_say() -> None:
    world = a_world()

    result = await days_and_ledgers(world)

    rows = await world.mews.call(
        "ledgerBalances/getAll",
        {
            "Date": {"Start": str(FIRST), "End": str(LAST + timedelta(days=1))},
            "LedgerTypes": [str(it.ledger_type) for it in result.ledgers],
            "Limitation": {"Count": 1000},
        },
        kind="read",
    )
    moved: defaultdict[str, Decimal] = defaultdict(Decimal)
    for row in rows["LedgerBalances"]:
        moved[row["LedgerType"]] += row["ClosingBalance"]["GrossValue"]
        moved[row["LedgerType"]] -= row["OpeningBalance"]["GrossValue"]
    assert {it.ledger_type: it.change for it in result.ledgers} == moved
    assert len(moved) == 6
    assert {(it.first_day, it.last_day, it.days) for it in result.ledgers} == {(FIRST, LAST, 17)}
    assert result.ledgers_unread is None


async def test_ledgers_stand_beside_what_was_closed_under_their_names_and_nothing_else() -> None:
    world = a_world()

    result = await days_and_ledgers(world)

    beside = {it.ledger_type: it.closed for it in result.ledgers if it.closed is not None}
    assert beside == {
        "Payment": result.received["GBP"],
        "Revenue": result.sold["GBP"],
        "Tax": sum(it.tax for it in result.items),
    }
    for it in result.ledgers:
        assert it.difference == (None if it.closed is None else it.change - it.closed)


async def test_what_is_not_sold_or_received_stands_beside_no_ledger() -> None:
    world = a_world()
    before = await days_and_ledgers(world)
    item = next(it for it in london_items(world) if it.amount.tax_values)
    world.sandbox.order_items.put(structs.replace(item, id=uuid4(), accounting_state="Canceled"))
    _, payment = paid_bill(world)
    world.sandbox.payments.put(structs.replace(payment, id=uuid4(), state="Failed"))

    result = await days_and_ledgers(world)

    assert [(it.ledger_type, it.closed) for it in result.ledgers] == [
        (it.ledger_type, it.closed) for it in before.ledgers
    ]
    assert sum(it.gross for it in result.items) != result.sold["GBP"]
    assert sum(it.amount for it in result.payments) != result.received["GBP"]


async def test_days_of_ledgers_that_nobody_asked_for_are_left_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    world = a_world()
    asked = await days_and_ledgers(world)
    exactly = Books.balances

    def with_the_end(books: Books, days: DateInterval, now: datetime) -> list[LedgerBalance]:
        return exactly(books, DateInterval(days.start, days.end + timedelta(days=1)), now)

    monkeypatch.setattr(Books, "balances", with_the_end)

    result = await days_and_ledgers(world)

    assert result.ledgers == asked.ledgers


async def test_a_ledger_that_changes_its_currency_within_a_day_is_no_figure(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    exactly = Books.balances

    def from_euros(books: Books, days: DateInterval, now: datetime) -> list[LedgerBalance]:
        return [
            structs.replace(it, opening_balance=structs.replace(it.opening_balance, currency="EUR"))
            for it in exactly(books, days, now)
        ]

    monkeypatch.setattr(Books, "balances", from_euros)

    with pytest.raises(ReconciliationError, match=r"EUR .* GBP") as raised:
        await days_and_ledgers(a_world())

    assert isinstance(raised.value.failures["ledger_balances"], LedgerCurrenciesError)


async def test_ledgers_tell_which_days_they_know() -> None:
    world = a_world()

    result = await days_and_ledgers(world, date(2026, 11, 20), date(2026, 11, 25))

    assert {(it.last_day, it.days) for it in result.ledgers} == {(date(2026, 11, 21), 2)}


async def test_the_ledgers_to_read_can_be_named() -> None:
    world = a_world()
    wanted = [models.LedgerType.NON_REVENUE, models.LedgerType.NON_REVENUE]

    named = await reconcile(world.mews, FIRST, LAST, LONDON, ledger_types=wanted)
    requests = [
        it.request for it in world.sandbox.calls if it.operation == READS["ledger_balances"]
    ]
    world.sandbox.calls.clear()
    none = await reconcile(world.mews, FIRST, LAST, LONDON, ledger_types=[])

    assert [it.ledger_type for it in named.ledgers] == [models.LedgerType.NON_REVENUE]
    assert [it and it["LedgerTypes"] for it in requests] == [["NonRevenue"]] * len(requests)
    assert (none.ledgers, none.ledgers_unread) == ((), "not asked for")
    assert world.calls("ledgerBalances/getAll") == 0


@pytest.mark.parametrize(
    ("status", "message"),
    [
        (401, "No permission to use this operation."),
        (403, "Access token is not permitted to use this operation."),
    ],
)
async def test_without_the_permission_for_ledgers_all_else_is_told(
    status: int, message: str
) -> None:
    world = a_world()
    world.sandbox.faults.add(Status(status, message), operation=READS["ledger_balances"])

    result = await days_and_ledgers(world)

    assert result.payments
    assert result.ledgers == ()
    assert result.ledgers_unread is not None
    assert message in result.ledgers_unread
    assert result.ledgers_unread in result.table()


async def test_a_rule_that_forbids_ledgers_is_no_missing_permission() -> None:
    world = a_world()
    world.sandbox.faults.add(
        Status(403, "Ledgers are being migrated."), operation=READS["ledger_balances"]
    )

    with pytest.raises(ReconciliationError, match="Ledgers are being migrated") as raised:
        await days_and_ledgers(world)

    assert isinstance(raised.value.__cause__, errors.BusinessRuleError)


async def test_a_permission_that_is_lost_halfway_leaves_no_half_of_the_ledgers() -> None:
    world = a_world()
    operation = READS["ledger_balances"]
    world.before(operation, bool)
    world.before(operation, lambda: world.sandbox.faults.add(Status(401), operation=operation))

    result = await days_and_ledgers(world)

    assert world.calls(operation) == 2
    assert result.ledgers == ()
    assert result.ledgers_unread is not None


@pytest.mark.parametrize("read", ["payments", "order_items", "bills"])
async def test_without_another_permission_there_is_no_figure(read: str) -> None:
    world = a_world()
    world.sandbox.faults.add(Status(401), operation=READS[read], times=None)

    with pytest.raises(ReconciliationError, match=f"{read}: UnauthorizedError") as raised:
        await days_of_london(world)

    assert list(raised.value.failures) == [read]
    assert isinstance(raised.value.__cause__, errors.UnauthorizedError)


@pytest.mark.parametrize("read", READS)
async def test_a_read_that_fails_calls_off_the_others_and_cannot_be_gone_on_with(
    read: str,
) -> None:
    world = a_world()
    for name, operation in READS.items():
        fault = Status(500) if name == read else Delay(1000)
        world.sandbox.faults.add(fault, operation=operation, times=None)

    with pytest.raises(ReconciliationError, match=f"{READS[read]}: .*: ServerError") as raised:
        await days_and_ledgers(world)

    error = raised.value
    assert error.failures[read] is error.__cause__
    assert error.operation == READS[read]
    assert error.request_id is not None
    assert error.resume is None
    assert world.clock.monotonic() < 60
    assert asyncio.all_tasks() == {asyncio.current_task()}


async def test_a_second_read_of_a_bill_that_fails_is_told_likewise() -> None:
    world = a_world()
    world.sandbox.payments.remove(paid_bill(world)[1])
    refused = Status(401)
    # Once the days were read, their bill is asked for.
    world.before(READS["bills"], bool)
    world.before(READS["bills"], bool)
    world.before(
        READS["bills"],
        lambda: world.sandbox.faults.add(refused, operation=READS["bills"], times=None),
    )

    with pytest.raises(ReconciliationError, match="bills: UnauthorizedError"):
        await days_of_london(world)


async def test_an_unknown_state_is_no_figure() -> None:
    world = a_world()
    payment = paid_bill(world)[1]
    world.sandbox.payments.put(structs.replace(payment, state="Teleported"))

    with pytest.raises(ReconciliationError, match="Teleported") as raised:
        await days_of_london(world)

    assert isinstance(raised.value.__cause__, UnknownPaymentStateError)


async def test_an_unknown_state_on_an_uneven_bill_is_no_figure_either() -> None:
    world = a_world()
    payment = paid_bill(world)[1]
    world.sandbox.payments.put(
        structs.replace(payment, state="Teleported", closed_utc=datetime(2026, 8, 1, tzinfo=UTC))
    )

    with pytest.raises(ReconciliationError, match="Teleported"):
        await days_of_london(world)


@pytest.mark.parametrize("closed", [None, datetime(2026, 8, 1, tzinfo=UTC)])
async def test_an_item_in_an_unknown_state_is_no_figure_on_its_days_or_its_bill(
    closed: datetime | None,
) -> None:
    world = a_world()
    item = next(it for it in london_items(world) if it.bill_id is not None)
    world.sandbox.order_items.put(
        structs.replace(item, accounting_state="Teleported", closed_utc=closed or item.closed_utc)
    )

    with pytest.raises(ReconciliationError, match="Teleported") as raised:
        await days_of_london(world)

    cause = raised.value.__cause__
    assert isinstance(cause, UnknownAccountingStateError)
    assert cause.item.id == item.id


async def test_a_charged_payment_counts_whatever_its_state_in_the_books() -> None:
    world = a_world()
    _, payment = paid_bill(world)
    before = await days_of_london(world)
    world.sandbox.payments.put(structs.replace(payment, accounting_state="Canceled"))

    result = await days_of_london(world)

    assert payment.state == "Charged"
    assert result.received == before.received
    assert result.unbalanced == ()


@pytest.mark.parametrize(
    ("first", "last", "tz", "problem"),
    [
        (LAST, FIRST, LONDON, "first_day: 2026-11-05 is after last_day"),
        (FIRST, LAST, "Europe/Atlantis", "tz: no time zone"),
        (datetime(2026, 10, 20), LAST, LONDON, "first: pass a date"),
        (date(2011, 12, 30), date(2011, 12, 30), "Pacific/Apia", "never had these days"),
    ],
)
async def test_days_that_make_no_sense_are_refused_before_anything_is_sent(
    first: date, last: date, tz: str, problem: str
) -> None:
    world = World()

    with pytest.raises(errors.InvalidRequestError, match=problem):
        await reconcile(world.mews, first, last, tz)

    assert world.sandbox.calls == []


async def test_a_portfolio_is_refused_before_anything_is_sent() -> None:
    world = World(access_token=PORTFOLIO_ACCESS_TOKEN, portfolio=True)

    with pytest.raises(errors.InvalidRequestError, match="for_enterprise"):
        await days_of_london(world)

    assert world.sandbox.calls == []


async def test_one_enterprise_of_a_portfolio_is_told_as_by_its_own_token() -> None:
    own = a_world(access_token=PARIS_ACCESS_TOKEN)
    shared = a_world(access_token=PORTFOLIO_ACCESS_TOKEN, portfolio=True)
    view = shared.mews.for_enterprise(shared.sandbox.enterprises[1].id)

    expected = await reconcile(own.mews, SPRING, LAST, "Europe/Paris")
    result = await reconcile(view, SPRING, LAST, "Europe/Paris")

    assert result.payments
    assert result.rows() == expected.rows()
    assert result.enterprise_id == expected.enterprise_id


async def test_a_portfolio_token_that_nobody_spoke_of_is_found_out() -> None:
    world = a_world(access_token=PORTFOLIO_ACCESS_TOKEN)

    with pytest.raises(ReconciliationError, match="portfolio=True") as raised:
        await days_of_london(world)

    assert isinstance(next(iter(raised.value.failures.values())), errors.ConfigurationError)


async def test_the_wrong_enterprise_is_no_empty_day() -> None:
    world = a_world()
    paris = world.sandbox.enterprises[1].id

    with pytest.raises(errors.InvalidRequestError, match="the access token is that of"):
        await reconcile(world.mews.for_enterprise(paris), FIRST, LAST, LONDON)


async def test_rows_go_into_a_csv_file() -> None:
    world = a_world()
    world.sandbox.payments.remove(paid_bill(world)[1])
    result = await days_and_ledgers(world)
    rows = result.rows()

    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, rows[0])
    writer.writeheader()
    writer.writerows(rows)

    file.seek(0)
    read = list(csv.DictReader(file))
    received = [Decimal(it["received"]) for it in read if it["section"] == "payments"]
    assert sum(received) == result.received["GBP"]
    assert {tuple(it) for it in rows} == {tuple(rows[0])}
    assert [it["bill_id"] for it in read if it["section"] == "unbalanced"] == [
        str(it.bill_id) for it in result.unbalanced
    ]
    assert {type(cell) for row in rows for cell in row.values()} <= {str, int, Decimal, type(None)}


async def test_a_table_shows_every_row_aligned() -> None:
    world = a_world()
    world.sandbox.payments.remove(paid_bill(world)[1])
    result = await days_and_ledgers(world)

    lines = result.table().splitlines()

    start = lines.index("Order items: positive is owed to the hotel") + 1
    section = lines[start : lines.index("", start)]
    assert len(section) == 1 + len(result.items)
    assert section[0].split() == ["currency", "type", "state", "count", "gross", "net", "tax"]
    # Figures stand at the right.
    assert len({len(line) for line in section}) == 1
    assert str(result.unbalanced[0].bill_id) in result.table()
    shown = sum(line.startswith("  ") and line != "  none" for line in lines)
    headings = len({row["section"] for row in result.rows()})
    assert shown == len(result.rows()) + headings


def test_a_bill_is_forgotten_as_soon_as_it_comes_out() -> None:
    sums = BillSums()
    bills = [uuid4() for _ in range(3)]
    for bill_id in bills:
        sums.add(_item(bill_id, "7.50"))
    held = len(sums.uneven())

    for bill_id in bills[:2]:
        sums.add(_item(bill_id, "-7.50"))

    assert (held, sums.uneven()) == (3, [(bills[2], "GBP")])
    assert sums.of(bills[0], "GBP") == 0


def _item(bill_id: UUID, value: str) -> models.OrderItem:
    amount = models.Amount(currency="GBP", gross_value=Decimal(value), tax_values=[])
    now = datetime(2026, 11, 1, tzinfo=UTC)
    return models.OrderItem(
        id=uuid4(),
        enterprise_id=uuid4(),
        service_id=uuid4(),
        service_order_id=uuid4(),
        unit_count=1,
        unit_amount=amount,
        amount=amount,
        original_amount=amount,
        revenue_type=models.RevenueType.SERVICE,
        creator_profile_id=uuid4(),
        updater_profile_id=uuid4(),
        created_utc=now,
        updated_utc=now,
        consumed_utc=now,
        accounting_state=models.AccountingState.CLOSED,
        type_=models.OrderItemType.SPACE_ORDER,
        options=models.OrderItemOptions(canceled_with_reservation=False),
        bill_id=bill_id,
    )


async def test_reads_that_fail_together_are_all_told() -> None:
    async def fail() -> None:
        raise errors.NotSentError("no connection", operation="payments/getAll")

    with pytest.raises(ReconciliationError, match=r"payments: .*; bills: ") as raised:
        await side_by_side(payments=fail, bills=fail)

    assert set(raised.value.failures) == {"payments", "bills"}
    assert raised.value.operation is None
    assert isinstance(raised.value.__cause__, ExceptionGroup)


async def test_a_cancellation_out_of_a_read_is_no_success() -> None:
    async def cancelled() -> None:
        raise asyncio.CancelledError

    with pytest.raises(asyncio.CancelledError):
        await side_by_side(payments=cancelled)


async def test_a_fault_of_our_own_is_not_dressed_up() -> None:
    async def broken() -> None:
        raise KeyError("a fault")

    with pytest.raises(KeyError, match="a fault"):
        await side_by_side(payments=broken)


async def test_a_cancellation_beside_a_failure_is_heard() -> None:
    failing = asyncio.Event()

    async def fail() -> None:
        await failing.wait()
        raise errors.NotSentError("no connection")

    reading = asyncio.create_task(side_by_side(payments=fail))
    await asyncio.sleep(1)
    failing.set()
    await asyncio.sleep(0)
    reading.cancel()

    await asyncio.wait([reading])
    assert reading.cancelled()


@pytest.mark.parametrize("at_wakening", [False, True])
async def test_cancelled_at_any_await_it_leaves_nothing_behind(
    at_wakening: bool,  # noqa: FBT001 - pytest passes it by its name
) -> None:
    world = World(payments=20)
    # A bill that does not balance, so that the second read is interrupted, too.
    payment = next(it for it in world.sandbox.payments if it.closed_utc and it.bill_id)
    world.sandbox.payments.remove(payment)
    assert payment.closed_utc is not None
    day = payment.closed_utc.astimezone(ZoneInfo(LONDON)).date()
    at, heard = 0, True
    while heard:
        at += 1
        reading = reconcile(world.mews, day, day, LONDON)

        heard = await interrupted(reading, at, at_wakening=at_wakening)

        assert asyncio.all_tasks() == {asyncio.current_task()}
    assert at > 30
