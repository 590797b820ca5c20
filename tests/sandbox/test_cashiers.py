"""Cashiers, and the cash that goes into them and comes out of them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from mews_connector import models
from mews_toolkit.sandbox import Sandbox, Server
from support.documented_caller import DocumentedCaller, document
from support.sandboxes import sandbox_client

SCHEMAS = document()["components"]["schemas"]


def written(start: datetime, end: datetime) -> dict[str, str]:
    return {"StartUtc": start.isoformat(), "EndUtc": end.isoformat()}


@pytest.mark.parametrize("count", [2, 1000])
def test_every_cashier_is_listed_once_newest_first(
    portfolio: DocumentedCaller, sandbox: Sandbox, count: int
) -> None:
    listed = portfolio.drain("cashiers/getAll", "Cashiers", count)
    assert [it["Id"] for it in listed] == [str(it.id) for it in sandbox.store.cashiers]
    assert len(listed) == 9


@pytest.mark.parametrize(
    ("states", "active"),
    [
        (["Active"], [True, True]),
        (["Deleted"], [False]),
        (["Active", "Deleted"], [False, True, True]),
        (None, [False, True, True]),
        ([], []),
    ],
)
def test_deleted_cashiers_are_listed_unless_only_others_are_wanted(
    api: DocumentedCaller, states: list[str] | None, active: list[bool]
) -> None:
    listed = api.drain("cashiers/getAll", "Cashiers", ActivityStates=states)
    assert sorted(it["IsActive"] for it in listed) == active


def test_cashiers_can_be_narrowed(portfolio: DocumentedCaller, sandbox: Sandbox) -> None:
    cashier = sandbox.store.cashiers[3]
    filters: list[dict[str, Any]] = [
        {"Ids": [str(cashier.id), str(uuid4())]},
        {"UpdatedUtc": written(cashier.updated_utc, cashier.updated_utc)},
    ]
    for wanted in filters:
        listed = portfolio.drain("cashiers/getAll", "Cashiers", **wanted)
        assert [it["Id"] for it in listed] == [str(cashier.id)]
    own = [str(cashier.enterprise_id)]
    listed = portfolio.drain("cashiers/getAll", "Cashiers", EnterpriseIds=own)
    assert {it["EnterpriseId"] for it in listed} == set(own)


def test_every_payment_in_cash_went_into_a_cashier(sandbox: Sandbox) -> None:
    paid = {it.id for it in sandbox.payments if it.type == "CashPayment" and it.charged_utc}
    transactions = [it for it in sandbox.store.cashier_transactions if it.payment_id is not None]
    assert {it.payment_id for it in transactions} == paid
    assert len(transactions) == len(paid) > 20
    for it in transactions:
        assert it.payment_id is not None
        payment, cashier = (
            sandbox.payments.get(it.payment_id),
            sandbox.store.cashiers.get(it.cashier_id),
        )
        assert payment is not None
        assert cashier is not None
        assert cashier.is_active
        assert cashier.enterprise_id == payment.enterprise_id == it.enterprise_id
        assert it.created_utc == payment.charged_utc
        assert it.amount.currency == payment.original_amount.currency
        assert it.amount.value == -payment.original_amount.gross_value > 0


def test_cash_moves_in_every_way_over_a_year(sandbox: Sandbox, now: datetime) -> None:
    transactions = sandbox.store.cashier_transactions
    types = {it.type for it in transactions}
    assert types == {None, *SCHEMAS["CashierTransactionType"]["enum"]}
    june = datetime(2026, 6, 1, tzinfo=UTC)
    for it in transactions:
        assert (it.type is None) == (it.created_utc < june)
        if it.type is not None:
            assert (it.amount.value > 0) == (it.type == "CashIn")
        assert now - timedelta(days=365) <= it.created_utc < now
    assert now - transactions[-1].created_utc == timedelta(days=365)


def test_transactions_are_numbered_in_the_order_in_which_they_came(sandbox: Sandbox) -> None:
    for enterprise in sandbox.enterprises:
        own = [it for it in sandbox.store.cashier_transactions if it.enterprise_id == enterprise.id]
        own.sort(key=lambda it: int(it.number))
        assert [it.number for it in own] == [str(number + 1) for number in range(len(own))]
        assert [it.created_utc for it in own] == sorted(it.created_utc for it in own)


@pytest.mark.parametrize("older", [False, True])
@pytest.mark.parametrize("count", [30, 1000])
def test_transactions_are_found_by_their_creation_in_both_generations(
    portfolio: DocumentedCaller, sandbox: Sandbox, count: int, *, older: bool
) -> None:
    rows = sandbox.store.cashier_transactions
    start, end = rows[200].created_utc, rows[100].created_utc
    interval = written(start, end)
    wanted: dict[str, Any] = interval if older else {"CreatedUtc": interval}
    found = portfolio.drain("cashierTransactions/getAll", "CashierTransactions", count, **wanted)
    expected = [str(it.id) for it in rows if start <= it.created_utc < end]
    assert [it["Id"] for it in found] == expected
    assert len(expected) > 80


def test_transactions_can_be_narrowed(portfolio: DocumentedCaller, sandbox: Sandbox) -> None:
    rows = sandbox.store.cashier_transactions
    ids = [str(it.id) for it in rows[:300]]
    own = [str(sandbox.enterprises[1].id)]
    interval = written(rows[90].created_utc, rows[0].created_utc)
    found = portfolio.drain(
        "cashierTransactions/getAll",
        "CashierTransactions",
        CashierTransactionIds=[*ids, str(uuid4())],
        EnterpriseIds=own,
        CreatedUtc=interval,
    )
    assert [it["Id"] for it in found] == [
        str(it.id)
        for it in rows[:300]
        if str(it.enterprise_id) in own
        and rows[90].created_utc <= it.created_utc < rows[0].created_utc
    ]
    assert found


@pytest.mark.parametrize(
    ("wrong", "parameter"),
    [
        ({}, "CashierTransactionIds"),
        ({"StartUtc": "2026-11-01T00:00:00Z"}, "EndUtc"),
        (
            {"StartUtc": "2026-11-01T00:00:00Z", "EndUtc": "2026-10-31T00:00:00Z"},
            "EndUtc",
        ),
        (
            {"CreatedUtc": {"StartUtc": "2026-01-01T00:00:00Z", "EndUtc": "2026-11-01T00:00:00Z"}},
            "CreatedUtc",
        ),
    ],
)
def test_what_cannot_be_looked_for_is_refused(
    api: DocumentedCaller, wrong: dict[str, Any], parameter: str
) -> None:
    refusal = api.refusal("cashierTransactions/getAll", Limitation={"Count": 5}, **wrong)
    assert refusal == (400, f"Invalid {parameter}")


async def test_the_client_reads_them_in_both_generations(server: Server, now: datetime) -> None:
    start = now - timedelta(days=60)
    async with sandbox_client(server) as mews:
        cashiers = await mews.cashiers.get_all(
            activity_states=[models.ActivityState.ACTIVE]
        ).collect()
        today = await mews.cashier_transactions.get_all(
            created_utc=models.TimeInterval(start_utc=start, end_utc=now), page_size=25
        ).collect()
        with pytest.deprecated_call():
            older = mews.cashier_transactions.get_all(start_utc=start, end_utc=now)
        in_2019 = await older.collect()
    assert {it.cashier_id for it in today} == {it.id for it in cashiers}
    assert in_2019 == today
    assert {it.type_ for it in today} == set(models.CashierTransactionType)
