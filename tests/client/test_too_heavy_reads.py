"""408: half the page is asked for, then half the window, and what was learnt holds from then on."""

from __future__ import annotations

import asyncio
import json
from itertools import groupby
from typing import Any

import pytest
from pytest_httpx import HTTPXMock

from mews_connector import MewsClient, RetryPolicy, errors, models
from support.archive import QUARTERS, YEAR, Archive, Asked, Refusals, by_day, day
from support.clients import virtual_client
from support.pages import Payments, asked, numbers, payments, walk

pytestmark = pytest.mark.virtual_time

WEEKLY = by_day(*range(0, YEAR, 7))


def created(mews: MewsClient, start: float = 0, end: float = YEAR, **keywords: Any) -> Payments:
    span = models.TimeInterval(start_utc=day(start), end_utc=day(end))
    return mews.payments.get_all(created_utc=span, **keywords)


def refuses_longer_than(days: float) -> Refusals:
    return lambda it: 408 if it.length > days else None


def refuses_more_than(rows: int) -> Refusals:
    return lambda it: 408 if it.count > rows else None


def steps(archive: Archive) -> list[tuple[tuple[float, float], list[int]]]:
    """Window after window, and the page sizes that each was asked for."""
    return [
        (window, [each.count for each in group])
        for window, group in groupby(archive.asked, lambda it: it.window)
    ]


async def test_the_page_is_halved_first_and_then_the_window(httpx_mock: HTTPXMock) -> None:
    archive = Archive(httpx_mock, WEEKLY, refuses=refuses_longer_than(46))

    async with virtual_client() as mews:
        rows = await created(mews, 273, YEAR).collect()

    assert numbers(rows) == [number for number in archive.numbers if number >= 273]
    assert steps(archive) == [
        ((273, 365), [1000, 500, 250]),
        ((319, 365), [1000, 1000]),
        ((273, 319), [1000, 1000]),
    ]


async def test_a_window_that_smaller_pages_help_is_not_cut(httpx_mock: HTTPXMock) -> None:
    archive = Archive(httpx_mock, WEEKLY, refuses=refuses_more_than(250))

    async with virtual_client() as mews:
        rows = await created(mews).collect()

    assert numbers(rows) == archive.numbers
    assert archive.windows == QUARTERS
    assert [each.count for each in archive.asked] == [1000, 500, *[250] * 8]


async def test_a_server_that_was_tired_now_and_then_is_not_asked_for_ever_smaller_pages(
    httpx_mock: HTTPXMock,
) -> None:
    def refuses(_: Asked) -> int | None:
        return 408 if len(archive.asked) in (3, 4, 40) else None

    archive = Archive(httpx_mock, by_day(*range(YEAR)), refuses=refuses)

    async with virtual_client() as mews:
        rows = await created(mews, page_size=8).collect()

    assert numbers(rows) == archive.numbers
    counts = [each.count for each in archive.asked]
    assert counts[:26] == [8, 8, 8, 4, *[2] * 21, 4]
    assert counts[39:43] == [4, 2, 2, 2]
    assert counts[-1] == 8


async def test_what_was_learnt_about_windows_holds_for_those_to_come(httpx_mock: HTTPXMock) -> None:
    archive = Archive(httpx_mock, WEEKLY, refuses=refuses_longer_than(25))

    async with virtual_client() as mews:
        rows = await created(mews).collect()

    assert numbers(rows) == archive.numbers
    refused = [each.window for each in archive.asked if each.length > 25]
    assert refused == [(273, 365)] * 3 + [(319, 365)] * 3
    lengths = [each.length for each in archive.asked if each.length <= 25]
    assert min(lengths) > 22, "a window was cut again for no reason"


async def test_a_window_of_longer_months_is_not_halved_once_more(httpx_mock: HTTPXMock) -> None:
    archive = Archive(httpx_mock, WEEKLY, refuses=refuses_longer_than(25))

    async with virtual_client() as mews:
        # From February to April are 89 days, from November to January 92.
        await created(mews, -61, 120).collect()

    assert min(each.length for each in archive.asked) > 22


async def test_a_refusal_that_comes_late_undoes_nothing_that_was_learnt(
    httpx_mock: HTTPXMock,
) -> None:
    def takes(asked: Asked) -> float:
        return 0.1 if asked.window[1] > 273 else 10.0

    archive = Archive(httpx_mock, WEEKLY, takes=takes, refuses=refuses_longer_than(25))

    async with virtual_client(retry=RetryPolicy(base_delay=0.001)) as mews:
        rows = await created(mews, concurrency=2).collect()

    assert numbers(rows) == archive.numbers
    # Those of the second window were under way already.
    assert {each.window for each in archive.asked if each.length > 25 and each.at > 5} == {
        QUARTERS[1]
    }


async def test_a_window_that_is_short_enough_by_itself_is_left_whole(httpx_mock: HTTPXMock) -> None:
    archive = Archive(httpx_mock, WEEKLY, refuses=refuses_longer_than(25))

    async with virtual_client() as mews:
        await created(mews, 255, YEAR).collect()

    assert archive.windows[-1] == (255, 273)


async def test_of_several_intervals_the_longest_is_halved(httpx_mock: HTTPXMock) -> None:
    archive = Archive(httpx_mock, WEEKLY, refuses=refuses_longer_than(20))
    span = models.TimeInterval(start_utc=day(200), end_utc=day(230))
    year = models.TimeInterval(start_utc=day(150), end_utc=day(240))

    async with virtual_client() as mews:
        query = mews.payments.get_all(created_utc=span, updated_utc=year)
        rows = await query.collect()

    assert numbers(rows) == [number for number in archive.numbers if 200 <= number < 230]
    told = [json.loads(request.content)["CreatedUtc"] for request in httpx_mock.get_requests()]
    assert all(it == told[0] for it in told)


async def test_legs_that_are_walked_at_the_same_time_learn_from_each_other(
    httpx_mock: HTTPXMock,
) -> None:
    # Given a server whose answers of whole pages take longer than its refusals
    def takes(asked: Asked) -> float:
        return 1.0 if asked.start >= day(273) else 5.0

    def refuses(asked: Asked) -> int | None:
        return 408 if asked.count > 250 and asked.start >= day(273) else None

    archive = Archive(httpx_mock, WEEKLY, takes=takes, refuses=refuses)
    patient = RetryPolicy(base_delay=0.001)

    async with virtual_client(retry=patient) as mews:
        rows = await created(mews, concurrency=2).collect()

    assert numbers(rows) == archive.numbers
    begun_later = [each.count for each in archive.asked if each.at > 5]
    assert set(begun_later) == {250}


async def test_pages_that_were_on_their_way_do_not_make_later_ones_small_again(
    httpx_mock: HTTPXMock,
) -> None:
    # Given a server that is tired once, and whose answers overtake each other
    def takes(asked: Asked) -> float:
        return 1 + asked.window[0] / 1000

    archive = Archive(
        httpx_mock,
        by_day(*range(YEAR)),
        takes=takes,
        refuses=lambda _: 408 if len(archive.asked) == 10 else None,
    )

    async with virtual_client() as mews:
        rows = await created(mews, page_size=4, concurrency=4, ordered=False).collect()

    assert sorted(numbers(rows)) == sorted(archive.numbers)
    counts = [each.count for each in archive.asked]
    # Twenty pages without trouble, and those that were under way.
    assert 20 <= counts.count(2) <= 27
    assert set(counts[40:]) == {4}


async def test_it_gives_up_where_nothing_is_left_to_halve(httpx_mock: HTTPXMock) -> None:
    archive = Archive(httpx_mock, WEEKLY, refuses=lambda it: 408 if it.end <= day(273) else None)

    rows: list[int] = []
    async with virtual_client() as mews:
        with pytest.raises(errors.RequestTimeoutError) as caught:
            await walk(created(mews), rows)
        shortest = archive.asked[-1]
        archive.relents()
        rest = await created(mews, resume=caught.value.resume).collect()

    assert rows == [number for number in archive.numbers if number >= 273]
    assert numbers(rest) == [number for number in archive.numbers if number < 273]
    assert 1 / 48 < shortest.length <= 1 / 24
    assert shortest.count == 31


async def test_it_gives_up_within_a_minute_or_two(httpx_mock: HTTPXMock) -> None:
    archive = Archive(httpx_mock, WEEKLY, refuses=lambda _: 408)

    async with virtual_client() as mews:
        with pytest.raises(errors.RequestTimeoutError):
            await created(mews).collect()

    assert len(archive.asked) <= 50
    assert asyncio.get_running_loop().time() < 120


async def test_a_server_that_gives_up_late_is_asked_for_half_the_window_as_well(
    httpx_mock: HTTPXMock,
) -> None:
    # Given that three refusals take longer than a call may
    archive = Archive(
        httpx_mock,
        WEEKLY,
        takes=lambda it: 85.0 if it.length > 50 else 1.0,
        refuses=refuses_longer_than(50),
    )

    async with virtual_client(retry=RetryPolicy(deadline=200)) as mews:
        rows = await created(mews, 273, YEAR).collect()

    assert numbers(rows) == [number for number in archive.numbers if number >= 273]
    assert steps(archive)[1][0] == (319, 365)


async def test_a_deadline_that_no_refusal_used_up_ends_the_walk(httpx_mock: HTTPXMock) -> None:
    archive = Archive(httpx_mock, WEEKLY, takes=lambda _: 300.0)

    async with virtual_client(timeout=600, retry=RetryPolicy(deadline=200)) as mews:
        with pytest.raises(errors.DeadlineExceededError):
            await created(mews).collect()

    assert archive.windows == QUARTERS[:1]


async def test_a_page_in_the_middle_of_a_window_is_only_made_smaller(httpx_mock: HTTPXMock) -> None:
    archive = Archive(httpx_mock, WEEKLY, refuses=lambda it: 408 if it.cursor is not None else None)

    rows: list[int] = []
    async with virtual_client() as mews:
        with pytest.raises(errors.RequestTimeoutError) as caught:
            await walk(created(mews, page_size=8), rows)
        archive.relents()
        await walk(created(mews, page_size=8, resume=caught.value.resume), rows)

    assert rows == archive.numbers
    assert [(each.count, each.window) for each in archive.asked[:7]] == [
        (count, (273, 365)) for count in (8, 8, 4, 2, 1, 1, 1)
    ]


async def test_without_an_interval_only_the_page_is_halved(httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(status_code=408, is_reusable=True)

    async with virtual_client() as mews:
        with pytest.raises(errors.RequestTimeoutError):
            await payments(mews).collect()

    assert [count for count, _ in asked(httpx_mock)] == [1000, 500, 250, 125, 62, 31]


async def test_a_single_day_of_a_ledger_is_not_halved(httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(status_code=408, is_reusable=True)
    first = day(0).date()
    span = models.DateInterval(start=first, end=first.replace(day=4))

    async with virtual_client() as mews:
        with pytest.raises(errors.RequestTimeoutError):
            await mews.ledger_balances.get_all(
                date=span, ledger_types=[models.LedgerType.TAX]
            ).collect()

    told = [request.read().decode() for request in httpx_mock.get_requests()]
    newest = [text.partition('"Date":')[2].partition("}")[0] for text in told]
    assert list(dict.fromkeys(newest)) == [
        '{"Start":"2025-01-01","End":"2025-01-04"',
        '{"Start":"2025-01-02","End":"2025-01-04"',
        '{"Start":"2025-01-03","End":"2025-01-04"',
    ]
