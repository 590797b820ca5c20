"""The toolkit over a real socket: hotels of a portfolio, hotels with tokens, their days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from contextlib import aclosing
from datetime import UTC, datetime, timedelta
from operator import attrgetter
from uuid import UUID

import pytest

from mews_connector import MewsClient, RateLimit, errors, models
from mews_toolkit.history import days, safe_until
from mews_toolkit.portfolio import Fleet, each, enterprises, merge
from mews_toolkit.sandbox import (
    ACCESS_TOKEN,
    CLIENT_TOKEN,
    PORTFOLIO_ACCESS_TOKEN,
    Sandbox,
    Server,
    Status,
    serve_in_thread,
)
from support.sandboxes import QUICK, sandbox_client

CREATED = attrgetter("created_utc")


@pytest.fixture(scope="module")
def sandbox() -> Sandbox:
    return Sandbox(payments=600, limit=None)


@pytest.fixture
def server(sandbox: Sandbox) -> Iterator[Server]:
    with serve_in_thread(sandbox) as server:
        yield server


def portfolio_client(server: Server) -> MewsClient:
    return sandbox_client(server, access_token=PORTFOLIO_ACCESS_TOKEN, portfolio=True)


def fleet(server: Server) -> Fleet:
    return Fleet(
        {"London": ACCESS_TOKEN, "everything": PORTFOLIO_ACCESS_TOKEN},
        environment=server.url,
        client_token=CLIENT_TOKEN,
        client="Specification 1.0",
        retry=QUICK,
        rate_limit=RateLimit(1_000_000),
    )


def last_months() -> models.TimeInterval:
    now = datetime.now(UTC)
    return models.TimeInterval(start_utc=now - timedelta(days=80), end_utc=now)


def known(sandbox: Sandbox, created: models.TimeInterval) -> dict[UUID, set[UUID]]:
    """What the sandbox has, by enterprise."""
    ids: defaultdict[UUID, set[UUID]] = defaultdict(set)
    for it in sandbox.payments:
        if created.start_utc <= it.created_utc < created.end_utc:
            ids[it.enterprise_id].add(it.id)
    return ids


async def test_each_enterprise_of_a_portfolio_is_worked_on(
    sandbox: Sandbox, server: Server
) -> None:
    created = last_months()

    async def payments_of(hotel: MewsClient) -> set[UUID]:
        return {it.id async for it in hotel.payments.get_all(created_utc=created)}

    async with portfolio_client(server) as mews:
        ids = [it.id for it in await enterprises(mews)]
        outcomes = await each(mews, payments_of)

    assert set(ids) == {it.id for it in sandbox.enterprises}
    assert list(outcomes.results) == ids
    assert {id_: found for id_, found in outcomes.results.items() if found} == known(
        sandbox, created
    )


async def test_one_failing_hotel_is_told_of_beside_the_others(
    sandbox: Sandbox, server: Server
) -> None:
    async def name_of(hotel: MewsClient) -> str:
        return (await hotel.configuration.get()).enterprise.name

    async with portfolio_client(server) as mews:
        sandbox.faults.add(Status(401), operation="configuration/get")
        outcomes = await each(mews, name_of, concurrency=1)
        again = await each(mews, name_of, only=outcomes.failures)

    [failure] = outcomes.failures.values()
    assert isinstance(failure, errors.UnauthorizedError)
    names = outcomes.results | again.complete()
    assert set(names.values()) == {it.name for it in sandbox.enterprises}


@pytest.mark.parametrize("newest_first", [None, CREATED], ids=["as they come", "newest first"])
async def test_lists_of_all_hotels_become_one(
    sandbox: Sandbox, server: Server, newest_first: attrgetter[datetime] | None
) -> None:
    created = last_months()

    async with portfolio_client(server) as mews:
        lists = {
            it.id: mews.for_enterprise(it.id).payments.get_all(created_utc=created, page_size=17)
            for it in await enterprises(mews)
        }
        taken = [row async for row in merge(lists, newest_first=newest_first)]

    expected = known(sandbox, created)
    assert len(taken) == sum(map(len, expected.values())) > 100
    assert {(label, row.id) for label, row in taken} == {
        (enterprise_id, id_) for enterprise_id, ids in expected.items() for id_ in ids
    }
    if newest_first is not None:
        times = [row.created_utc for _, row in taken]
        assert times == sorted(times, reverse=True)


async def test_a_merged_list_is_left_after_the_newest_rows(
    sandbox: Sandbox, server: Server
) -> None:
    created = last_months()

    async with portfolio_client(server) as mews:
        lists = {
            it.name: mews.for_enterprise(it.id).payments.get_all(created_utc=created)
            for it in await enterprises(mews)
        }
        async with aclosing(merge(lists, newest_first=CREATED)) as stream:
            newest = [(await anext(stream))[1].created_utc for _ in range(10)]

    within = [it.created_utc for it in sandbox.payments if it.created_utc < created.end_utc]
    assert newest == sorted(within, reverse=True)[:10]


async def test_a_fleet_reads_with_each_token_what_that_opens(
    sandbox: Sandbox, server: Server
) -> None:
    created = last_months()

    async def count(mews: MewsClient) -> int:
        return len(await mews.payments.get_all(created_utc=created).collect())

    async with fleet(server) as hotels:
        outcomes = await each(hotels, count)
        lists = {
            label: mews.payments.get_all(created_utc=created) for label, mews in hotels.items()
        }
        merged = [label async for label, _ in merge(lists, newest_first=CREATED)]

    expected = known(sandbox, created)
    counts = {
        "London": len(expected[sandbox.enterprises[0].id]),
        "everything": sum(map(len, expected.values())),
    }
    assert outcomes.results == counts
    assert {label: merged.count(label) for label in counts} == counts


async def test_final_days_of_a_hotel_are_read_one_by_one(sandbox: Sandbox, server: Server) -> None:
    async with sandbox_client(server) as mews:
        configuration = await mews.configuration.get()
        hotel = configuration.enterprise
        final = safe_until(configuration)
        first = (final - timedelta(days=30)).date()
        read: list[UUID] = []
        spans: list[models.TimeInterval] = []
        for _, interval in days(hotel.time_zone_identifier, first, final.date()):
            if interval.end_utc <= final:
                spans.append(interval)
                read += [
                    it.id for it in await mews.payments.get_all(created_utc=interval).collect()
                ]

    whole = models.TimeInterval(start_utc=spans[0].start_utc, end_utc=spans[-1].end_utc)
    assert len(read) == len(set(read)) > 0
    assert set(read) == known(sandbox, whole)[hotel.id]
