"""What the sandbox knows when it starts."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest

from mews_toolkit.sandbox import PORTFOLIO_ACCESS_TOKEN, Sandbox, serve_in_thread
from mews_toolkit.sandbox.operations import OPERATIONS
from support.documented_caller import DocumentedCaller, document, plain_client

SCHEMAS = document()["components"]["schemas"]
ROOT = "/api/connector/v1/"


def quarters(now: datetime) -> list[dict[str, Any]]:
    """Adjoining intervals, none longer than three months, that a year fits in."""
    bounds = [now - timedelta(days=80 * it) for it in range(6)]
    return [
        {"CreatedUtc": {"StartUtc": start.isoformat(), "EndUtc": end.isoformat()}}
        for end, start in pairwise(bounds)
    ]


def test_every_operation_of_the_document_is_carried_out() -> None:
    assert set(OPERATIONS) == {path.removeprefix(ROOT) for path in document()["paths"]}


def test_the_default_sandbox_has_2500_payments_of_a_year(now: datetime) -> None:
    sandbox = Sandbox(now=lambda: now)
    london = [it for it in sandbox.payments if it.enterprise_id == sandbox.enterprises[0].id]
    assert len(london) == 2500
    assert len(sandbox.enterprises) == 3
    assert london[-1].created_utc == now - timedelta(days=365)
    # Evenly spread.
    recent = [it for it in london if it.created_utc >= now - timedelta(days=73)]
    assert len(recent) == 500


def test_five_enterprises_share_a_portfolio(now: datetime) -> None:
    sandbox = Sandbox(enterprises=5, payments=300, limit=None, now=lambda: now)
    with serve_in_thread(sandbox) as server, plain_client(server.url) as http:
        portfolio = DocumentedCaller(http, PORTFOLIO_ACCESS_TOKEN)
        listed = portfolio.drain("enterprises/getAll", "Enterprises")
        # The caller validates each page.
        payments = [
            it
            for quarter in quarters(now)
            for it in portfolio.drain("payments/getAll", "Payments", **quarter)
        ]
    paid = Counter(it["EnterpriseId"] for it in payments)
    assert sorted(paid.values()) == [30, 30, 30, 30, 300]
    assert {it["Id"] for it in listed} == paid.keys()
    # What is made late is there for all of them as well.
    assert {str(it.enterprise_id) for it in sandbox.outlet_items} == paid.keys()
    assert {str(it.enterprise_id) for it in sandbox.store.cashier_transactions} == paid.keys()


def test_the_other_two_enterprises_change_nothing_of_the_first_three(now: datetime) -> None:
    three, five = (Sandbox(enterprises=count, payments=50, now=lambda: now) for count in (3, 5))
    known = {it.id for it in three.enterprises}
    assert list(three.payments) == [it for it in five.payments if it.enterprise_id in known]


def test_the_same_seed_gives_the_same_data(now: datetime) -> None:
    first, second = (Sandbox(seed=7, payments=50, now=lambda: now) for _ in range(2))
    assert list(first.payments) == list(second.payments)
    assert list(first.payment_requests) == list(second.payment_requests)
    assert list(first.payments) != list(Sandbox(seed=8, payments=50, now=lambda: now).payments)


def test_every_row_is_what_the_document_describes(
    portfolio: DocumentedCaller, sandbox: Sandbox, now: datetime
) -> None:
    # The caller validates each page.
    payments = [
        it
        for quarter in quarters(now)
        for it in portfolio.drain("payments/getAll", "Payments", **quarter)
    ]
    requests = portfolio.drain("paymentRequests/getAll", "PaymentRequests")
    assert len(payments) == len(sandbox.payments) == 360
    assert len(requests) == len(sandbox.payment_requests)


@pytest.mark.parametrize(
    ("attribute", "schema", "left_out"),
    [
        ("type", "PaymentType", {"Payment"}),
        ("state", "PaymentState", set[str]()),
        ("kind", "PaymentKind", set[str]()),
        ("accounting_state", "AccountingState", set[str]()),
    ],
)
def test_every_sort_of_payment_occurs(
    sandbox: Sandbox, attribute: str, schema: str, left_out: set[str]
) -> None:
    occurring = {getattr(it, attribute) for it in sandbox.payments} - {None}
    assert occurring == set(SCHEMAS[schema]["enum"]) - left_out


def test_the_data_of_a_payment_is_that_of_its_type(sandbox: Sandbox) -> None:
    filled = {
        it.type: {
            name
            for name in ("credit_card", "invoice", "external", "ghost", "alternative")
            if getattr(it.data, name, None) is not None
        }
        for it in sandbox.payments
    }
    assert filled == {
        "CreditCardPayment": {"credit_card"},
        "AlternativePayment": {"alternative"},
        "InvoicePayment": {"invoice"},
        "ExternalPayment": {"external"},
        "GhostPayment": {"ghost"},
        "CashPayment": set(),
        "TaxDeductedPayment": set(),
    }


def test_money_received_is_negative_and_money_given_back_positive(sandbox: Sandbox) -> None:
    for payment in sandbox.payments:
        gives_back = payment.kind in ("Refund", "Chargeback")
        assert (payment.amount.gross_value > 0) == gives_back
        assert (payment.original_amount.gross_value > 0) == gives_back


def test_a_refund_never_exceeds_what_was_paid(sandbox: Sandbox) -> None:
    refunded = [sandbox.payments.get(it) for it in sandbox.store.refunds]
    assert refunded
    for payment in refunded:
        assert payment is not None
        assert 0 <= sandbox.store.refundable(payment) <= -payment.original_amount.gross_value


def test_a_completed_request_has_its_payment(sandbox: Sandbox) -> None:
    answered = {it.payment_request_id for it in sandbox.payments} - {None}
    completed = {it.id for it in sandbox.payment_requests if it.state == "Completed"}
    assert answered == completed
    assert {it.state for it in sandbox.payment_requests} == set(
        SCHEMAS["PaymentRequestState"]["enum"]
    )


def test_nothing_happens_in_the_future_or_before_its_creation(
    sandbox: Sandbox, now: datetime
) -> None:
    for it in sandbox.payments:
        later = [it.charged_utc, it.closed_utc, it.settlement_utc, it.updated_utc]
        assert all(it.created_utc <= instant < now for instant in later if instant is not None)
        assert it.updated_utc == max(instant for instant in (*later, it.created_utc) if instant)


def test_many_payments_are_sorted_newest_first() -> None:
    sandbox = Sandbox(payments=5_000)
    places = [(it.created_utc, it.id) for it in sandbox.payments]
    assert places == sorted(places, reverse=True)
    assert len(places) == 6_000


def test_a_reset_starts_anew(sandbox: Sandbox, api: DocumentedCaller) -> None:
    before = list(sandbox.payments)
    amount = {"Currency": "GBP", "GrossValue": 5}
    api.get("payments/addExternal", AccountId=str(sandbox.customer().id), Amount=amount)

    sandbox.reset()

    assert list(sandbox.payments) == before
    assert sandbox.calls == []
