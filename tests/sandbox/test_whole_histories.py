"""A whole history through the client: each row once, whatever fails on the way."""

from __future__ import annotations

import asyncio
from collections.abc import Generator
from contextlib import aclosing
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

import pytest
from msgspec import structs

from mews_connector import MewsClient, RetryPolicy, errors, models
from mews_toolkit.sandbox import (
    PORTFOLIO_ACCESS_TOKEN,
    CutBody,
    Delay,
    Fault,
    RateLimited,
    Reset,
    Sandbox,
    Server,
    Status,
    serve_in_thread,
)
from mews_toolkit.sandbox.dice import new_id
from support.pages import Payments
from support.sandboxes import sandbox_client

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
A_YEAR = 370
FAULTS: list[Fault] = [
    Status(408),
    RateLimited("0.001"),
    Status(500),
    Status(503, body="html"),
    Reset(),
    CutBody(after_commit=True),
    # Nothing but late, so that answers overtake each other.
    Delay(0.01),
    Delay(0.02, after_commit=True),
]
NO_FAULT = Delay(0)
# With so many attempts no read fails for good.
STUBBORN = RetryPolicy(attempts=12, base_delay=0.001, max_delay=0.002)


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


def disturb(sandbox: Sandbox, dice: Random, calls: int, share: float) -> None:
    """Lets a share of the next calls go wrong, each in its own way."""
    sandbox.faults.clear()
    for _ in range(calls):
        sandbox.faults.add(dice.choice(FAULTS) if dice.random() < share else NO_FAULT)


def change_something(sandbox: Sandbox, dice: Random) -> None:
    """What happens while somebody lists payments: some change, and there is a new one."""
    for _ in range(5):
        payment = sandbox.payments[dice.randrange(len(sandbox.payments))]
        state = dice.choice(["Charged", "Canceled", "Failed"])
        changed = structs.replace(payment, state=state, updated_utc=NOW + timedelta(minutes=1))
        sandbox.store.payments.put(changed)
        sandbox.store.payments.put(structs.replace(changed, id=new_id(dice), created_utc=NOW))


@pytest.mark.parametrize("days", [A_YEAR, 85], ids=["a year", "one window"])
@pytest.mark.parametrize("prefetch", [False, True], ids=["", "prefetch"])
@pytest.mark.parametrize(
    ("concurrency", "ordered"), [(1, True), (8, True), (8, False)], ids=["1", "8", "8 unordered"]
)
async def test_every_payment_of_a_year_comes_once_whatever_fails(
    history: tuple[Sandbox, Server], *, days: int, concurrency: int, ordered: bool, prefetch: bool
) -> None:
    sandbox, server = history
    dice = Random(f"{days} {concurrency} {ordered} {prefetch}")
    disturb(sandbox, dice, 400, 0.3)

    found: list[UUID] = []
    async with portfolio_client(server, retry=STUBBORN) as mews:
        query = every_payment(
            mews,
            created_utc=last(days),
            page_size=150 * days // A_YEAR,
            concurrency=concurrency,
            ordered=ordered,
            prefetch=prefetch,
        )
        async for page in query.pages():
            found += [payment.id for payment in page.items]
            change_something(sandbox, dice)

    if ordered:
        assert found == expected(sandbox, days)
    assert sorted(found) == sorted(expected(sandbox, days))


@pytest.mark.parametrize("seed", range(4))
async def test_every_payment_comes_once_through_crashes_and_failures(
    history: tuple[Sandbox, Server], seed: int
) -> None:
    sandbox, server = history
    dice = Random(seed)
    disturb(sandbox, dice, 600, 0.3)

    found: list[UUID] = []
    crashes = failures = 0
    resume: str | None = None
    while True:
        attempts = RetryPolicy(attempts=dice.randint(1, 3), base_delay=0.001, max_delay=0.001)
        async with portfolio_client(server, retry=attempts) as mews:
            concurrency = dice.choice([1, 8])
            query = every_payment(
                mews,
                page_size=dice.randint(40, 120),
                concurrency=concurrency,
                ordered=dice.random() < 0.5,
                prefetch=dice.random() < 0.5,
                resume=resume,
            )
            pages_to_crash = dice.randint(1, 4) if crashes < 10 else 10_000
            try:
                async with aclosing(query.pages()) as pages:
                    async for page in pages:
                        found += [payment.id for payment in page.items]
                        resume = page.resume
                        pages_to_crash -= 1
                        if not pages_to_crash:
                            crashes += 1
                            if crashes == 10:
                                # So at least one walk fails by itself.
                                sandbox.faults.clear()
                                sandbox.faults.add(Status(401), times=None)
                            break
            except errors.MewsError as error:
                resume = error.resume
                failures += 1
                if crashes == 10:
                    disturb(sandbox, dice, 600, 0.2)
        assert failures < 100
        if resume is None:
            break

    assert sorted(found) == sorted(expected(sandbox))
    assert crashes == 10
    assert failures > 0


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
