"""A call that is cancelled, at each of the places where it waits, leaves nothing behind."""

from __future__ import annotations

import asyncio

import httpx
import pytest
from pytest_httpx import HTTPXMock

from mews_connector import AttemptEvent, CallEvent, Event, MewsClient, RateLimit, RetryPolicy
from mews_toolkit.sandbox import Sandbox, Server, serve_in_thread
from support.callers import settle
from support.clients import ACCESS_TOKEN, CLIENT_TOKEN, virtual_client
from support.interruption import interrupted
from support.sandboxes import sandbox_client, until
from support.tls import CERTIFICATE, TlsServer, serve_tls, trusting

ON_VIRTUAL_TIME = pytest.mark.virtual_time
EITHER_MOMENT = pytest.mark.parametrize(
    "at_wakening", [False, True], ids=["while it waits", "when it wakes up"]
)
COLD_AND_WARM = pytest.mark.parametrize(
    "warm", [False, True], ids=["a new connection", "a kept connection"]
)
WINDOW = RateLimit(requests=1, seconds=10)


async def read(mews: MewsClient) -> object:
    return await mews.call("configuration/get", kind="read")


class Doorman:
    """Turns the first request away for two seconds; each answer takes a second."""

    def __init__(self, httpx_mock: HTTPXMock) -> None:
        self.busy = True
        httpx_mock.add_callback(self._answer, is_reusable=True)

    async def _answer(self, _: httpx.Request) -> httpx.Response:
        status, self.busy = 429 if self.busy else 200, False
        await asyncio.sleep(1)
        return httpx.Response(status, json={}, headers={"Retry-After": "2"})


@ON_VIRTUAL_TIME
@EITHER_MOMENT
async def test_it_leaves_no_task_no_place_and_no_slot(
    httpx_mock: HTTPXMock, *, at_wakening: bool
) -> None:
    doorman = Doorman(httpx_mock)

    cancelled, at = True, 0
    while cancelled:
        at += 1
        async with virtual_client(rate_limit=WINDOW, max_concurrency=1) as mews:
            # given another call that has the only place and then the only slot
            doorman.busy = False
            other = asyncio.create_task(read(mews))
            await asyncio.sleep(0.5)
            doorman.busy = True

            # when
            cancelled = await interrupted(read(mews), at, at_wakening=at_wakening)

            # then
            await asyncio.wait([other])
            await settle()
            assert asyncio.all_tasks() == {asyncio.current_task()}
            await asyncio.sleep(WINDOW.seconds)
            assert mews.limiter.available == 1
            async with asyncio.timeout(2 * WINDOW.seconds):
                await read(mews)
    assert at > 5, "it never waited for a place, a slot, the server and the retry"


@ON_VIRTUAL_TIME
@EITHER_MOMENT
async def test_it_is_reported_like_any_other_call(
    httpx_mock: HTTPXMock, *, at_wakening: bool
) -> None:
    doorman = Doorman(httpx_mock)

    at = 1
    while True:
        doorman.busy = True
        events: list[Event] = []
        async with virtual_client(rate_limit=WINDOW, on_event=events.append) as mews:
            if not await interrupted(read(mews), at, at_wakening=at_wakening):
                break
        *attempts, call = events
        assert isinstance(call, CallEvent)
        assert call.error == "CancelledError"
        assert call.cancelled
        assert call.attempts == sum(it.sent for it in attempts if isinstance(it, AttemptEvent))
        assert all(isinstance(event, AttemptEvent) for event in attempts)
        at += 1
    assert at > 3, "it never waited for the server and the retry"


def impatient_client(server: Server) -> MewsClient:
    """It has a single connection, and soon complains when it cannot have it."""
    once = RetryPolicy(attempts=1)
    return sandbox_client(server, max_concurrency=1, timeout=1, retry=once)


@EITHER_MOMENT
@COLD_AND_WARM
async def test_it_leaves_no_connection(*, warm: bool, at_wakening: bool) -> None:
    with serve_in_thread(Sandbox(payments=5, limit=None)) as server:
        cancelled, at = True, 0
        while cancelled:
            at += 1
            async with impatient_client(server) as mews:
                if warm:
                    await read(mews)

                # when
                cancelled = await interrupted(read(mews), at, at_wakening=at_wakening)

                # then the only connection is there for the next call
                await read(mews)
                assert asyncio.all_tasks() == {asyncio.current_task()}


def tls_client(server: TlsServer, http_client: httpx.AsyncClient | None = None) -> MewsClient:
    return MewsClient(
        environment=server.url,
        client_token=CLIENT_TOKEN,
        access_token=ACCESS_TOKEN,
        client="Specification 1.0",
        timeout=1,
        retry=RetryPolicy(attempts=1),
        rate_limit=RateLimit(1_000_000),
        http_client=http_client,
    )


@EITHER_MOMENT
@COLD_AND_WARM
async def test_it_leaves_no_connection_of_an_http_client_of_the_users_over_tls(
    *, warm: bool, at_wakening: bool
) -> None:
    trust, single = trusting(), httpx.Limits(max_connections=1)
    async with serve_tls() as server:
        cancelled, at = True, 0
        while cancelled:
            at += 1
            async with httpx.AsyncClient(
                verify=trust, limits=single, trust_env=False
            ) as http_client:
                mews = tls_client(server, http_client)
                if warm:
                    await read(mews)

                # when
                cancelled = await interrupted(read(mews), at, at_wakening=at_wakening)

                # then the only connection is there for the next call
                await read(mews)
            await all_closed(server)


@EITHER_MOMENT
async def test_closing_that_is_cancelled_closes_every_connection(
    monkeypatch: pytest.MonkeyPatch, *, at_wakening: bool
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    async with serve_tls() as server:
        cancelled, at = True, 0
        while cancelled:
            at += 1
            mews = tls_client(server)
            await asyncio.gather(*(read(mews) for _ in range(3)))
            assert server.connections == 3

            # when
            cancelled = await interrupted(mews.aclose(), at, at_wakening=at_wakening)

            # then
            await all_closed(server)


async def all_closed(server: TlsServer) -> None:
    await until(lambda: not server.connections)
