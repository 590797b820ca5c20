"""Parts of a long read that are walked at the same time."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import aclosing, suppress
from typing import Any

import pytest
from pytest_httpx import HTTPXMock

from mews_connector import MewsClient, RetryPolicy, errors, models
from support.archive import QUARTERS, YEAR, Archive, Asked, by_day, day
from support.clients import virtual_client
from support.interruption import interrupted
from support.pages import Payments, numbers, walk

pytestmark = pytest.mark.virtual_time

ONE_ATTEMPT = RetryPolicy(attempts=1)
WEEKLY = by_day(*range(0, YEAR, 7))
ANY_ORDER = pytest.mark.parametrize("ordered", [True, False], ids=["ordered", "as they come"])
AHEAD_OR_NOT = pytest.mark.parametrize("prefetch", [False, True], ids=["", "prefetch"])


def created(mews: MewsClient, start: float = 0, end: float = YEAR, **keywords: Any) -> Payments:
    span = models.TimeInterval(start_utc=day(start), end_utc=day(end))
    arguments: dict[str, Any] = {"created_utc": span, "concurrency": 3}
    return mews.payments.get_all(**arguments | keywords)


def now() -> float:
    return asyncio.get_running_loop().time()


async def everything_that_can_happen_now() -> None:
    # The clock jumps only once nothing else is left to do.
    await asyncio.sleep(0.001)


async def assert_nothing_is_left(mews: MewsClient) -> None:
    await everything_that_can_happen_now()
    assert asyncio.all_tasks() == {asyncio.current_task()}
    await asyncio.sleep(30)
    assert mews.limiter.available == 200


def older_answers_come_sooner(asked: Asked) -> float:
    return 1 + asked.start.month


async def test_rows_come_newest_first_whichever_window_answers_first(
    httpx_mock: HTTPXMock,
) -> None:
    archive = Archive(httpx_mock, WEEKLY, takes=older_answers_come_sooner)

    async with virtual_client() as mews:
        rows = await created(mews, page_size=4).collect()

    assert numbers(rows) == archive.numbers


async def test_or_as_they_come_if_that_is_wanted(httpx_mock: HTTPXMock) -> None:
    archive = Archive(httpx_mock, WEEKLY, takes=older_answers_come_sooner)

    async with virtual_client() as mews:
        rows = await created(mews, page_size=4, concurrency=4, ordered=False).collect()

    assert numbers(rows)[:4] == [number for number in archive.numbers if number < 90][:4]
    assert sorted(numbers(rows)) == sorted(archive.numbers)


@ANY_ORDER
async def test_so_many_windows_are_walked_at_once_and_no_more(
    httpx_mock: HTTPXMock, *, ordered: bool
) -> None:
    archive = Archive(httpx_mock, WEEKLY, takes=lambda _: 10.0)

    async with virtual_client() as mews:
        await created(mews, -365, YEAR, concurrency=4, ordered=ordered).collect()

    # Four windows of a page and an empty one each, then four windows of an empty page.
    assert now() == 30
    at_once = [sum(each.at == it.at for it in archive.asked) for each in archive.asked]
    assert max(at_once) == 4


@ANY_ORDER
@AHEAD_OR_NOT
async def test_whoever_takes_rows_slowly_holds_the_readers_up(
    httpx_mock: HTTPXMock, *, ordered: bool, prefetch: bool
) -> None:
    archive = Archive(httpx_mock, by_day(*range(YEAR)))

    async with virtual_client() as mews:
        query = created(mews, page_size=1, ordered=ordered, prefetch=prefetch)
        taken = 0
        most_ahead = 0
        async for _ in query.pages():
            taken += 1
            await asyncio.sleep(100)
            most_ahead = max(most_ahead, len(archive.asked) - taken)

    assert most_ahead <= 3 * (3 if prefetch else 2)


@ANY_ORDER
async def test_a_window_that_fails_ends_the_others(httpx_mock: HTTPXMock, *, ordered: bool) -> None:
    # Given that the second of three windows fails on its second page
    def refuses(asked: Asked) -> int | None:
        return 401 if asked.window == QUARTERS[1] and asked.cursor else None

    archive = Archive(httpx_mock, WEEKLY, takes=lambda _: 1.0, refuses=refuses)

    rows: list[int] = []
    async with virtual_client() as mews:
        with pytest.raises(errors.UnauthorizedError) as caught:
            await walk(created(mews, page_size=4, ordered=ordered), rows)
        failed_at = now()
        await assert_nothing_is_left(mews)
        archive.relents()
        await walk(created(mews, page_size=4, ordered=ordered, resume=caught.value.resume), rows)

    # All of the newest window, and of the second one what came before.
    if ordered:
        assert rows == archive.numbers
        assert failed_at == 5
    assert sorted(rows) == sorted(archive.numbers)
    assert len(rows) == len(set(rows))


async def test_no_window_is_begun_or_gone_on_with_after_one_before_it_failed(
    httpx_mock: HTTPXMock,
) -> None:
    def refuses(asked: Asked) -> int | None:
        return 401 if asked.window == QUARTERS[2] else None

    archive = Archive(
        httpx_mock,
        WEEKLY,
        takes=lambda it: 0.5 if it.window == QUARTERS[2] else 2.0,
        refuses=refuses,
    )

    async with virtual_client() as mews:
        with pytest.raises(errors.UnauthorizedError):
            await created(mews, -365, YEAR, page_size=4, concurrency=4).collect()

    assert archive.windows == QUARTERS
    assert [each.at for each in archive.asked if each.window == QUARTERS[3]] == [0]


async def taken_slowly(query: Payments) -> None:
    async for _ in query.pages():
        await asyncio.sleep(100)


async def test_nor_if_its_rows_are_taken_long_after_that(httpx_mock: HTTPXMock) -> None:
    def refuses(asked: Asked) -> int | None:
        return 401 if asked.window == QUARTERS[2] else None

    archive = Archive(httpx_mock, WEEKLY, takes=lambda _: 1.0, refuses=refuses)

    async with virtual_client() as mews:
        with pytest.raises(errors.UnauthorizedError):
            await taken_slowly(created(mews, -365, YEAR, concurrency=3))

    assert archive.windows == QUARTERS[:3]


async def test_of_two_windows_that_fail_the_newer_one_is_told(httpx_mock: HTTPXMock) -> None:
    def refuses(asked: Asked) -> int | None:
        return {QUARTERS[1]: 403, QUARTERS[2]: 401}.get(asked.window)

    archive = Archive(httpx_mock, WEEKLY, takes=older_answers_come_sooner, refuses=refuses)

    rows: list[int] = []
    async with virtual_client() as mews:
        with pytest.raises(errors.BusinessRuleError) as caught:
            await walk(created(mews), rows)
        archive.relents()
        await walk(created(mews, resume=caught.value.resume), rows)
        await assert_nothing_is_left(mews)

    assert rows == archive.numbers


async def breaks(query: Payments) -> None:
    async for _ in query:
        await asyncio.sleep(0.5)
        break


async def breaks_at_once(query: Payments) -> None:
    async for _ in query.pages():
        break


async def closes(query: Payments) -> None:
    async with aclosing(query.pages()) as pages:
        await anext(pages)
        await asyncio.sleep(0.5)


async def raises(query: Payments) -> None:
    with suppress(ZeroDivisionError):
        async for row in query:
            raise ZeroDivisionError(row.id)


async def runs_out_of_time(query: Payments) -> None:
    with suppress(TimeoutError):
        async with asyncio.timeout(3):
            await query.collect()


async def collects_a_few(query: Payments) -> None:
    await query.collect(5)


async def takes_the_first_page(query: Payments) -> None:
    await query.first_page()


WAYS_TO_END: list[Callable[[Payments], Awaitable[None]]] = [
    breaks,
    breaks_at_once,
    closes,
    raises,
    runs_out_of_time,
    collects_a_few,
    takes_the_first_page,
]


@ANY_ORDER
@AHEAD_OR_NOT
@pytest.mark.parametrize("end", WAYS_TO_END, ids=lambda way: way.__name__)
async def test_a_walk_that_ends_early_leaves_no_task_slot_or_place(
    httpx_mock: HTTPXMock,
    end: Callable[[Payments], Awaitable[None]],
    *,
    ordered: bool,
    prefetch: bool,
) -> None:
    Archive(httpx_mock, WEEKLY, takes=lambda _: 2.0)

    async with virtual_client(max_concurrency=2) as mews:
        await end(created(mews, page_size=4, ordered=ordered, prefetch=prefetch))
        await assert_nothing_is_left(mews)
        async with asyncio.timeout(2.1):
            await created(mews).first_page()


async def walked_some_pages(mews: MewsClient, **keywords: Any) -> None:
    async with aclosing(created(mews, page_size=4, **keywords).pages()) as pages:
        for _ in range(6):
            await anext(pages)


@ANY_ORDER
@AHEAD_OR_NOT
@pytest.mark.parametrize("at_wakening", [False, True])
async def test_a_cancellation_is_heard_wherever_it_comes(
    httpx_mock: HTTPXMock, *, ordered: bool, prefetch: bool, at_wakening: bool
) -> None:
    Archive(httpx_mock, WEEKLY, takes=lambda _: 2.0)

    async with virtual_client(max_concurrency=2) as mews:
        at = 1
        while await interrupted(
            walked_some_pages(mews, ordered=ordered, prefetch=prefetch),
            at,
            at_wakening=at_wakening,
        ):
            await everything_that_can_happen_now()
            assert asyncio.all_tasks() == {asyncio.current_task()}, f"wait {at} of the walk"
            at += 1
        await asyncio.sleep(30)
        assert mews.limiter.available == 200
    assert at > 10


@ANY_ORDER
@pytest.mark.parametrize("after", [0, 1], ids=["before its first step", "on its way"])
async def test_a_reader_that_somebody_else_ends_is_not_taken_to_be_through(
    httpx_mock: HTTPXMock, after: int, *, ordered: bool
) -> None:
    Archive(httpx_mock, WEEKLY, takes=lambda _: 2.0)

    async with virtual_client() as mews:
        walking = asyncio.create_task(created(mews, ordered=ordered).collect())
        await asyncio.sleep(after)
        readers = asyncio.all_tasks() - {asyncio.current_task(), walking}
        assert len(readers) >= 3
        for task in readers:
            task.cancel()
        await asyncio.wait([walking])

        assert walking.cancelled()
        await assert_nothing_is_left(mews)


async def test_more_readers_than_parts_do_no_harm(httpx_mock: HTTPXMock) -> None:
    archive = Archive(httpx_mock, WEEKLY)

    async with virtual_client() as mews:
        rows = await created(mews, concurrency=10**9).collect()
        single = await created(mews, 300, 310, concurrency=8).collect()

    assert numbers(rows) == archive.numbers
    assert numbers(single) == [308, 301]
