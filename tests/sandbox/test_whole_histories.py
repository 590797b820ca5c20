"""Whole histories through the client, of other queries than `tests/histories` makes."""

from __future__ import annotations

import asyncio
from collections.abc import Generator
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from mews_connector import MewsClient, errors, models
from mews_toolkit.sandbox import (
    PORTFOLIO_ACCESS_TOKEN,
    Sandbox,
    Server,
    Status,
    serve_in_thread,
)
from support.pages import Payments
from support.sandboxes import sandbox_client

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
A_YEAR = 370


@pytest.fixture(scope="module")
def history() -> Generator[tuple[Sandbox, Server]]:
    """A year of payments of three enterprises, with refunds and chargebacks among them."""
    sandbox = Sandbox(payments=3000, limit=None, now=lambda: NOW)
    with serve_in_thread(sandbox) as server:
        yield sandbox, server


def last(days: int) -> models.TimeInterval:
    return models.TimeInterval(start_utc=NOW - timedelta(days=days), end_utc=NOW)


def every_payment(mews: MewsClient, **keywords: Any) -> Payments:
    arguments: dict[str, Any] = {"created_utc": last(A_YEAR), "page_size": 150}
    return mews.payments.get_all(**arguments | keywords)


def expected(sandbox: Sandbox, days: int = A_YEAR) -> list[UUID]:
    """The payments of the interval, newest first."""
    span = last(days)
    return [it.id for it in sandbox.payments if span.start_utc <= it.created_utc < span.end_utc]


@pytest.mark.parametrize("concurrency", [1, 8])
async def test_the_payments_of_many_accounts_come_once_each(
    history: tuple[Sandbox, Server], concurrency: int
) -> None:
    sandbox, server = history
    sandbox.faults.clear()
    # More than go into one request, and some that nobody has.
    unknown = [UUID(int=number) for number in range(130)]
    accounts = [*unknown, *sorted({payment.account_id for payment in sandbox.payments})]

    async with portfolio_client(server) as mews:
        rows = await every_payment(mews, account_ids=accounts, concurrency=concurrency).collect()

    assert sorted(row.id for row in rows) == sorted(expected(sandbox))


async def test_the_balances_of_a_year_come_once_each(history: tuple[Sandbox, Server]) -> None:
    sandbox, server = history
    sandbox.faults.clear()
    span = models.DateInterval(start=NOW.date() - timedelta(days=300), end=NOW.date())

    async with sandbox_client(server) as mews:
        query = mews.ledger_balances.get_all(
            date=span, ledger_types=[models.LedgerType.PAYMENT], concurrency=8
        )
        dates = [row.date async for row in query]

    assert dates == [NOW.date() - timedelta(days=it) for it in range(1, 301)]


async def test_one_client_does_without_a_task_afterwards(history: tuple[Sandbox, Server]) -> None:
    sandbox, server = history
    sandbox.faults.clear()
    sandbox.faults.add(Status(401))

    async with portfolio_client(server) as mews:
        with pytest.raises(errors.UnauthorizedError):
            await every_payment(mews, concurrency=8).collect()

        assert asyncio.all_tasks() == {asyncio.current_task()}


def portfolio_client(server: Server, **keywords: Any) -> MewsClient:
    return sandbox_client(server, access_token=PORTFOLIO_ACCESS_TOKEN, portfolio=True, **keywords)
