"""Reading one page ahead of the one in use."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import aclosing, suppress

import httpx
import pytest
from pytest_httpx import HTTPXMock

from mews_connector import MewsClient, RetryPolicy, errors
from mews_toolkit.sandbox import Delay, Sandbox, serve_in_thread
from support.clients import virtual_client
from support.interruption import interrupted
from support.pages import Payments, asked, page, payments, walk
from support.sandboxes import sandbox_client, until

ON_VIRTUAL_TIME = pytest.mark.virtual_time
ANSWER_TAKES = 2.0
ONE_ATTEMPT = RetryPolicy(attempts=1)


async def everything_that_can_happen_now() -> None:
    # The clock jumps only once nothing else is left to do.
    await asyncio.sleep(0.001)


def answers_slowly(httpx_mock: HTTPXMock) -> None:
    """A ledger of five payments, each of its pages two seconds away."""

    async def answer(_: httpx.Request) -> httpx.Response:
        await asyncio.sleep(ANSWER_TAKES)
        last = asked(httpx_mock)[-1][1]
        row = 5 if last is None else last - 1
        body = page(row, cursor=row) if row else page()
        return httpx.Response(200, json=body)

    httpx_mock.add_callback(answer, is_reusable=True)


@ON_VIRTUAL_TIME
async def test_one_page_is_read_ahead_and_only_one(httpx_mock: HTTPXMock) -> None:
    answers_slowly(httpx_mock)

    requests_while_in_use: list[int] = []
    async with virtual_client() as mews:
        async for _ in payments(mews, prefetch=True).pages():
            await asyncio.sleep(100)
            requests_while_in_use.append(len(asked(httpx_mock)))

    assert requests_while_in_use == [2, 3, 4, 5, 6, 6]


@ON_VIRTUAL_TIME
async def test_a_page_that_was_read_ahead_is_there_at_once(httpx_mock: HTTPXMock) -> None:
    answers_slowly(httpx_mock)
    time = asyncio.get_running_loop().time

    waited: list[float] = []
    async with virtual_client() as mews:
        since = time()
        async for _ in payments(mews, prefetch=True).pages():
            waited.append(time() - since)
            await asyncio.sleep(100)
            since = time()

    assert waited == [ANSWER_TAKES, 0, 0, 0, 0, 0]


@ON_VIRTUAL_TIME
async def test_without_it_a_page_is_read_when_it_is_asked_for(httpx_mock: HTTPXMock) -> None:
    answers_slowly(httpx_mock)

    requests_while_in_use: list[int] = []
    async with virtual_client() as mews:
        async for _ in payments(mews).pages():
            await asyncio.sleep(100)
            requests_while_in_use.append(len(asked(httpx_mock)))

    assert requests_while_in_use == [1, 2, 3, 4, 5, 6]


@ON_VIRTUAL_TIME
async def test_an_error_of_the_page_ahead_comes_after_all_rows_before_it(
    httpx_mock: HTTPXMock,
) -> None:
    httpx_mock.add_response(json=page(9, 8, 7, cursor=7))
    httpx_mock.add_response(status_code=401)

    rows: list[int] = []
    async with virtual_client() as mews:
        with pytest.raises(errors.UnauthorizedError):
            await walk(payments(mews, prefetch=True), rows)

    assert rows == [9, 8, 7]
    assert len(asked(httpx_mock)) == 2


async def breaks(query: Payments) -> None:
    async for _ in query:
        await asyncio.sleep(0.5)
        break


async def breaks_at_once(query: Payments) -> None:
    async for _ in query:
        break


async def breaks_between_pages(query: Payments) -> None:
    async for _ in query.pages():
        await asyncio.sleep(0.5)
        break


async def closes(query: Payments) -> None:
    async with aclosing(query.pages()) as pages:
        await anext(pages)
        await asyncio.sleep(0.5)


async def raises(query: Payments) -> None:
    with suppress(ZeroDivisionError):
        async for row in query:
            raise ZeroDivisionError(row.id)


async def is_cancelled(query: Payments) -> None:
    async def take() -> None:
        async for _ in query:
            await asyncio.sleep(0.5)

    task = asyncio.create_task(take())
    await asyncio.sleep(ANSWER_TAKES + 0.3)
    task.cancel()
    await asyncio.wait([task])


async def is_cancelled_while_it_waits_for_the_page_ahead(query: Payments) -> None:
    async def take() -> None:
        async for _ in query:
            pass

    task = asyncio.create_task(take())
    await asyncio.sleep(ANSWER_TAKES * 1.5)
    task.cancel()
    await asyncio.wait([task])


async def runs_out_of_time(query: Payments) -> None:
    with suppress(TimeoutError):
        async with asyncio.timeout(ANSWER_TAKES * 1.5):
            await query.collect()


WAYS_TO_END: list[Callable[[Payments], Awaitable[None]]] = [
    breaks,
    breaks_at_once,
    breaks_between_pages,
    closes,
    raises,
    is_cancelled,
    is_cancelled_while_it_waits_for_the_page_ahead,
    runs_out_of_time,
]
EACH_WAY_TO_END = pytest.mark.parametrize("end", WAYS_TO_END, ids=lambda way: way.__name__)


@ON_VIRTUAL_TIME
@EACH_WAY_TO_END
async def test_a_walk_that_ends_early_leaves_no_task_slot_or_place(
    httpx_mock: HTTPXMock, end: Callable[[Payments], Awaitable[None]]
) -> None:
    answers_slowly(httpx_mock)

    async with virtual_client(max_concurrency=1) as mews:
        await end(payments(mews, prefetch=True))
        await everything_that_can_happen_now()

        assert asyncio.all_tasks() == {asyncio.current_task()}
        await asyncio.sleep(30)
        assert mews.limiter.available == 200
        async with asyncio.timeout(ANSWER_TAKES + 0.1):
            await payments(mews).first_page()


@ON_VIRTUAL_TIME
async def test_an_error_of_a_page_ahead_that_nobody_comes_to_is_let_go(
    httpx_mock: HTTPXMock,
) -> None:
    httpx_mock.add_response(json=page(9, cursor=9))
    httpx_mock.add_response(status_code=401)
    complaints: list[object] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, it: complaints.append(it))

    async with virtual_client() as mews:
        async for _ in payments(mews, prefetch=True).pages():
            await asyncio.sleep(100)
            break
        await everything_that_can_happen_now()

    assert complaints == []


async def walked_to_the_second_page(mews: MewsClient) -> None:
    async with aclosing(payments(mews, prefetch=True).pages()) as pages:
        await anext(pages)
        await anext(pages)


@ON_VIRTUAL_TIME
@pytest.mark.parametrize("at_wakening", [False, True])
async def test_a_cancellation_is_heard_wherever_it_comes(
    httpx_mock: HTTPXMock, *, at_wakening: bool
) -> None:
    answers_slowly(httpx_mock)

    async with virtual_client(max_concurrency=1) as mews:
        at = 1
        while await interrupted(walked_to_the_second_page(mews), at, at_wakening=at_wakening):
            await everything_that_can_happen_now()
            assert asyncio.all_tasks() == {asyncio.current_task()}, f"wait {at} of the walk"
            at += 1
        await asyncio.sleep(30)
        assert mews.limiter.available == 200
    assert at > 3


async def test_breaking_off_frees_the_connection_that_reads_ahead() -> None:
    sandbox = Sandbox(payments=20, limit=None)
    accounts = sorted({payment.account_id for payment in sandbox.payments})
    sandbox.faults.add(Delay(0))
    sandbox.faults.add(Delay(5))
    with serve_in_thread(sandbox) as server:
        async with sandbox_client(server, max_concurrency=1, timeout=1, retry=ONE_ATTEMPT) as mews:
            async for _ in mews.payments.get_all(account_ids=accounts, page_size=1, prefetch=True):
                await until(lambda: len(sandbox.calls) == 2)
                break

            await mews.configuration.get()

    assert [call.operation for call in sandbox.calls][2:] == ["configuration/get"]
