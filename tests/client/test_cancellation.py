"""A call that is cancelled, at each of the places where it waits, leaves nothing behind."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import pytest
from pytest_httpx import HTTPXMock

from mews_connector import AttemptEvent, CallEvent, Event, MewsClient, RateLimit, RetryPolicy
from mews_toolkit.sandbox import Delay, Sandbox, Server, serve_in_thread
from support.callers import settle
from support.clients import virtual_client
from support.interruption import interrupted
from support.sandboxes import sandbox_client
from support.tls import serve_tls, trusting

ON_VIRTUAL_TIME = pytest.mark.virtual_time
EITHER_MOMENT = pytest.mark.parametrize(
    "at_wakening", [False, True], ids=["while it waits", "when it wakes up"]
)
WINDOW = RateLimit(requests=1, seconds=10)


async def read(mews: MewsClient) -> object:
    return await mews.call("configuration/get", kind="read")


async def read_after_another(mews: MewsClient) -> object:
    """The other read has the only place, then the only slot of the window."""
    other = asyncio.create_task(read(mews))
    try:
        await asyncio.sleep(0.5)
        return await read(mews)
    finally:
        await asyncio.wait([other])


def answers_at_the_second_attempt(httpx_mock: HTTPXMock) -> None:
    async def answer(_: httpx.Request) -> httpx.Response:
        await asyncio.sleep(1)
        busy = len(httpx_mock.get_requests()) % 2
        return httpx.Response(429 if busy else 200, json={}, headers={"Retry-After": "2"})

    httpx_mock.add_callback(answer, is_reusable=True)


@ON_VIRTUAL_TIME
@EITHER_MOMENT
async def test_it_leaves_no_task_no_place_and_no_slot(
    httpx_mock: HTTPXMock, *, at_wakening: bool
) -> None:
    answers_at_the_second_attempt(httpx_mock)
    events: list[Event] = []

    at = 1
    while True:
        async with virtual_client(
            rate_limit=WINDOW, max_concurrency=1, on_event=events.append
        ) as mews:
            # when
            cancelled = await interrupted(read_after_another(mews), at, at_wakening=at_wakening)

            # then
            await settle()
            assert asyncio.all_tasks() == {asyncio.current_task()}
            await asyncio.sleep(WINDOW.seconds)
            assert mews.limiter.available == 1  # type: ignore[attr-defined]
            async with asyncio.timeout(2 * WINDOW.seconds):
                await read(mews)
        if not cancelled:
            break
        at += 1
    assert at > 8


@ON_VIRTUAL_TIME
@EITHER_MOMENT
async def test_it_is_reported_like_any_other_call(
    httpx_mock: HTTPXMock, *, at_wakening: bool
) -> None:
    answers_at_the_second_attempt(httpx_mock)

    at = 1
    while True:
        events: list[Event] = []
        async with virtual_client(rate_limit=WINDOW, on_event=events.append) as mews:
            if not await interrupted(read(mews), at, at_wakening=at_wakening):
                break
        *attempts, call = events
        assert isinstance(call, CallEvent)
        assert call.error == "CancelledError"
        assert all(isinstance(event, AttemptEvent) for event in attempts)
        assert len(attempts) == call.attempts
        at += 1
    assert at > 3


@asynccontextmanager
async def over_plain_http() -> AsyncIterator[MewsClient]:
    with serve_in_thread(Sandbox(payments=5, limit=None)) as server:
        async with impatient_client(server) as mews:
            yield mews


def impatient_client(server: Server) -> MewsClient:
    """It has a single connection, and soon complains when it cannot have it."""
    once = RetryPolicy(attempts=1)
    return sandbox_client(server, max_concurrency=1, timeout=1, retry=once)


@EITHER_MOMENT
@pytest.mark.parametrize("warm", [False, True], ids=["a new connection", "a kept connection"])
async def test_it_leaves_no_connection(*, warm: bool, at_wakening: bool) -> None:
    at = 1
    with serve_in_thread(Sandbox(payments=5, limit=None)) as server:
        while True:
            async with impatient_client(server) as mews:
                if warm:
                    await read(mews)

                # when
                cancelled = await interrupted(read(mews), at, at_wakening=at_wakening)

                # then the only connection is there for the next call
                await read(mews)
                assert asyncio.all_tasks() == {asyncio.current_task()}
            if not cancelled:
                break
            at += 1
    assert at > 3
