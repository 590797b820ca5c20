"""The bills that the sandbox starts with, and what is on them."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from decimal import Decimal
from uuid import UUID

import pytest

from mews_toolkit.sandbox import Sandbox
from mews_toolkit.sandbox.entities.order_item import OrderItem
from mews_toolkit.sandbox.entities.payment import Payment
from mews_toolkit.sandbox.seeds.enterprises import LONDON, PARIS, WASHINGTON


@pytest.fixture(scope="module")
def sandbox() -> Sandbox:
    return Sandbox(payments=1500)


@pytest.fixture(scope="module")
def items(sandbox: Sandbox) -> defaultdict[UUID | None, list[OrderItem]]:
    found: defaultdict[UUID | None, list[OrderItem]] = defaultdict(list)
    for item in sandbox.order_items:
        found[item.bill_id].append(item)
    return found


def test_items_and_payments_of_a_closed_bill_come_to_nothing(
    sandbox: Sandbox, items: defaultdict[UUID | None, list[OrderItem]]
) -> None:
    paid: defaultdict[UUID | None, Decimal] = defaultdict(Decimal)
    for payment in sandbox.payments:
        paid[payment.bill_id] += payment.amount.gross_value
    closed = [it for it in sandbox.bills if it.state == "Closed"]
    assert {it.type for it in closed} == {"Receipt", "Invoice"}
    for bill in closed:
        assert sum(it.amount.gross_value for it in items[bill.id]) == -paid[bill.id] != 0


def test_whatever_is_on_a_closed_bill_was_closed_with_it(sandbox: Sandbox) -> None:
    closed = {it.id: it.issued_utc for it in sandbox.bills if it.state == "Closed"}
    rows: list[OrderItem | Payment] = [*sandbox.payments, *sandbox.order_items]
    for row in rows:
        if row.bill_id is not None and row.bill_id in closed and row.accounting_state != "Canceled":
            assert row.accounting_state == "Closed"
            assert row.closed_utc == closed[row.bill_id]
        else:
            assert row.accounting_state != "Closed"
            assert row.closed_utc is None


def test_some_open_bills_are_unpaid_and_some_are_empty(
    sandbox: Sandbox, items: defaultdict[UUID | None, list[OrderItem]]
) -> None:
    fresh = Sandbox(payments=0)
    filled = {it.bill_id for it in fresh.order_items}
    assert {it.state for it in fresh.bills} == {"Open"}
    assert 0 < len(filled) < len(fresh.bills)
    assert any(it.state == "Open" and items[it.id] for it in sandbox.bills)


@pytest.mark.parametrize(
    ("enterprise_id", "codes"),
    [
        (LONDON, {"UK-S", "UK-R", "UK-Z"}),
        (PARIS, {"FR-S", "FR-I", "FR-R", None}),
        (WASHINGTON, {"US-DC-S", "US-DC-H", None}),
    ],
)
def test_items_bear_the_taxes_of_their_country(
    sandbox: Sandbox, enterprise_id: UUID, codes: set[str | None]
) -> None:
    rates = sandbox.store.settings[enterprise_id].tax_rates
    cent = Decimal("0.01")
    found: set[str | None] = set()
    for item in sandbox.order_items:
        if item.enterprise_id != enterprise_id or item.accounting_state == "Canceled":
            continue
        amount = item.amount
        [part] = amount.breakdown.items
        assert amount.net_value + part.tax_value == amount.gross_value
        assert part.net_value == amount.net_value
        if part.tax_rate_code is not None:
            tax = amount.net_value * rates[part.tax_rate_code]
            assert abs(tax - part.tax_value) <= cent
        found.add(part.tax_rate_code)
    assert found == codes


def test_where_prices_are_net_the_tax_is_reckoned_from_them(sandbox: Sandbox) -> None:
    rates = sandbox.store.settings[WASHINGTON].tax_rates
    for item in sandbox.order_items:
        amount = item.original_amount
        if item.enterprise_id == WASHINGTON and item.data is not None and item.data.product:
            [tax] = amount.tax_values
            assert tax.code is not None
            assert tax.value == (amount.net_value * rates[tax.code]).quantize(Decimal("0.01"))


def test_a_refund_is_balanced_by_rebates_on_a_credit_note(
    sandbox: Sandbox, items: defaultdict[UUID | None, list[OrderItem]]
) -> None:
    notes = [it for it in sandbox.bills if it.correction_state == "CorrectiveBill"]
    refunds = {
        it.bill_id for it in sandbox.payments if (it.kind, it.state) == ("Refund", "Charged")
    }
    assert notes
    assert {it.id for it in notes} == refunds
    for note in notes:
        assert note.correction_type == "CreditNote"
        assert note.corrected_bill_id is not None
        corrected = {it.id for it in items[note.corrected_bill_id]}
        for item in items[note.id]:
            assert item.amount.gross_value < 0
            assert item.data is not None
            assert item.data.rebate is not None
            assert item.data.rebate.rebated_item_id in corrected


def test_numbers_follow_the_order_of_closing(sandbox: Sandbox) -> None:
    for enterprise in sandbox.enterprises:
        closed = [
            it for it in sandbox.bills if (it.enterprise_id, it.state) == (enterprise.id, "Closed")
        ]
        closed.sort(key=lambda it: it.number or "")
        by_counter: defaultdict[UUID | None, list[datetime | None]] = defaultdict(list)
        for bill in closed:
            by_counter[bill.counter_id].append(bill.issued_utc)
        assert len({it.number for it in closed}) == len(closed)
        for issued in by_counter.values():
            assert issued == sorted(issued, key=str)


def test_invoices_have_receivables_and_due_dates(sandbox: Sandbox) -> None:
    receivables = {it.bill_id: it for it in sandbox.payments if it.type == "InvoicePayment"}
    invoices = [it for it in sandbox.bills if it.type == "Invoice"]
    assert {it.paid_utc is None for it in invoices} == {True, False}
    for bill in invoices:
        payment = receivables[bill.id]
        assert payment.data is not None
        assert payment.data.invoice is not None
        assert payment.data.invoice.invoice_id == bill.id
        assert bill.issued_utc is not None
        assert bill.due_utc is not None
        assert bill.due_utc > bill.issued_utc


def test_a_chargeback_is_reversed_by_as_much(sandbox: Sandbox) -> None:
    chargebacks = [it for it in sandbox.payments if it.kind == "Chargeback"]
    reversals = [it for it in sandbox.payments if it.kind == "ChargebackReversal"]
    assert reversals
    for reversal in reversals:
        assert any(
            it.account_id == reversal.account_id
            and it.original_amount.gross_value == -reversal.original_amount.gross_value
            and it.created_utc <= reversal.created_utc
            for it in chargebacks
        )


def test_nothing_on_a_bill_lies_in_the_future(sandbox: Sandbox) -> None:
    now = sandbox.now()
    for item in sandbox.order_items:
        instants = (item.closed_utc, item.canceled_utc, item.updated_utc)
        assert all(item.created_utc <= it <= now for it in instants if it is not None)
    for bill in sandbox.bills:
        later = (bill.issued_utc, bill.paid_utc, bill.updated_utc, bill.last_reminder_date_utc)
        assert all(bill.created_utc <= it <= now for it in later if it is not None)
