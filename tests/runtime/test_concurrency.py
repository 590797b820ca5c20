"""At most so many requests of a client at the same time, whatever becomes of each."""

from __future__ import annotations

import asyncio
from typing import Any

import httpx
import pytest
from pytest_httpx import HTTPXMock

from mews_connector import Event, MewsClient, RateLimit, Slot, errors
from support.clients import virtual_client

pytestmark = pytest.mark.virtual_time

NO_LIMIT = RateLimit(requests=1_000_000)


class SlowServer:
    """Each request takes a second, and all of them can be counted."""

    def __init__(
        self, httpx_mock: HTTPXMock, *, status: int = 200, headers: dict[str, str] | None = None
    ) -> None:
        self.most_at_once = self.now = self.requests = 0
        self._status = status
        self._headers = headers
        httpx_mock.add_callback(self._answer, is_reusable=True, is_optional=True)

    async def _answer(self, _: httpx.Request) -> httpx.Response:
        self.requests += 1
        self.now += 1
        self.most_at_once = max(self.most_at_once, self.now)
        try:
            await asyncio.sleep(1)
        finally:
            self.now -= 1
        return httpx.Response(self._status, json={}, headers=self._headers)


async def read(mews: MewsClient) -> object:
    return await mews.call("configuration/get", kind="read")


def client(**keywords: Any) -> MewsClient:
    return virtual_client(**({"rate_limit": NO_LIMIT} | keywords))


async def all_places_are_free(mews: MewsClient, places: int, server: SlowServer) -> bool:
    """Whether that many requests are carried out together, as on the first day."""
    server.most_at_once = 0
    begun = asyncio.get_running_loop().time()
    await asyncio.gather(*(read(mews) for _ in range(places)))
    return (server.most_at_once, asyncio.get_running_loop().time() - begun) == (places, 1)


class TestCap:
    async def test_as_many_requests_as_allowed_are_in_flight_and_no_more(
        self, httpx_mock: HTTPXMock
    ) -> None:
        server, mews = SlowServer(httpx_mock), client(max_concurrency=5)

        await asyncio.gather(*(read(mews) for _ in range(20)))

        assert (server.most_at_once, server.requests) == (5, 20)
        assert asyncio.get_running_loop().time() == 4, "five at a time, and never fewer"

    async def test_twenty_are_allowed_unless_told_otherwise(self, httpx_mock: HTTPXMock) -> None:
        server, mews = SlowServer(httpx_mock), client()

        await asyncio.gather(*(read(mews) for _ in range(50)))

        assert server.most_at_once == 20

    async def test_views_of_a_client_share_its_places(self, httpx_mock: HTTPXMock) -> None:
        server, mews = SlowServer(httpx_mock), client(max_concurrency=5)
        view = mews.with_options(timeout=5)

        await asyncio.gather(*(read(each) for each in (mews, view) for _ in range(5)))

        assert server.most_at_once == 5

    async def test_clients_have_places_of_their_own(self, httpx_mock: HTTPXMock) -> None:
        server = SlowServer(httpx_mock)

        await asyncio.gather(*(read(client(max_concurrency=1)) for _ in range(3)))

        assert server.most_at_once == 3

    async def test_who_came_first_gets_the_first_place(self, httpx_mock: HTTPXMock) -> None:
        SlowServer(httpx_mock)
        mews, done = client(max_concurrency=1), list[int]()

        async def call(number: int) -> None:
            await read(mews)
            done.append(number)

        await asyncio.gather(*map(call, range(10)))

        assert done == list(range(10))

    async def test_nobody_keeps_a_place_while_waiting_to_try_again(
        self, httpx_mock: HTTPXMock
    ) -> None:
        server = SlowServer(httpx_mock, status=503, headers={"Retry-After": "30"})
        mews = client(max_concurrency=1)

        calls = [asyncio.create_task(read(mews)) for _ in range(3)]
        await asyncio.sleep(5)

        assert server.requests == 3
        await cancel(*calls)

    @pytest.mark.parametrize("places", [0, -1])
    async def test_at_least_one_place_is_needed(self, places: int) -> None:
        with pytest.raises(errors.ConfigurationError, match="at least 1"):
            client(max_concurrency=places)


class TestCancellation:
    async def test_of_requests_in_flight_gives_their_places_back(
        self, httpx_mock: HTTPXMock
    ) -> None:
        server, mews = SlowServer(httpx_mock), client(max_concurrency=3)
        calls = [asyncio.create_task(read(mews)) for _ in range(3)]
        await asyncio.sleep(0.5)

        await cancel(*calls)

        assert server.now == 0
        assert await all_places_are_free(mews, 3, server)

    async def test_of_those_who_wait_for_a_place_lets_the_others_move_up(
        self, httpx_mock: HTTPXMock
    ) -> None:
        server, mews = SlowServer(httpx_mock), client(max_concurrency=1)
        calls = [asyncio.create_task(read(mews)) for _ in range(5)]
        await asyncio.sleep(0.5)

        await cancel(calls[1], calls[3])
        await asyncio.gather(calls[0], calls[2], calls[4])

        assert (server.requests, asyncio.get_running_loop().time()) == (3, 3)
        assert await all_places_are_free(mews, 1, server)

    async def test_at_the_moment_at_which_a_place_comes_free_loses_none(
        self, httpx_mock: HTTPXMock
    ) -> None:
        # The event of a call is told when its place is free and nobody else has run yet.
        server = SlowServer(httpx_mock)
        calls: list[asyncio.Task[object]] = []

        def on_event(_: Event) -> None:
            calls[1].cancel()

        mews = client(max_concurrency=1, on_event=on_event)
        calls += (asyncio.create_task(read(mews)) for _ in range(3))

        await asyncio.wait(calls)

        assert [call.cancelled() for call in calls] == [False, True, False]
        assert server.requests == 2
        assert await all_places_are_free(mews, 1, server)

    async def test_of_those_who_wait_for_the_rate_window_gives_their_places_back(
        self, httpx_mock: HTTPXMock
    ) -> None:
        server = SlowServer(httpx_mock)
        mews = client(max_concurrency=2, rate_limit=RateLimit(2, 10.0))
        await asyncio.gather(read(mews), read(mews))
        calls = [asyncio.create_task(read(mews)) for _ in range(2)]
        await asyncio.sleep(1)

        await cancel(*calls)

        await asyncio.sleep(10)
        assert await all_places_are_free(mews, 2, server)

    async def test_of_a_request_in_flight_keeps_its_slot_for_one_window(
        self, httpx_mock: HTTPXMock
    ) -> None:
        # The server may have counted it.
        server, mews = SlowServer(httpx_mock), client(rate_limit=RateLimit(1, 10.0))
        call = asyncio.create_task(read(mews))
        await asyncio.sleep(0.5)

        await cancel(call)
        await read(mews)

        assert (server.requests, asyncio.get_running_loop().time()) == (2, 11.5)


class Broken:
    """A limiter that has broken down."""

    def __init__(self) -> None:
        self.works = False

    async def acquire(self) -> Slot:
        if not self.works:
            raise ConnectionError("the limiter's own server is away")
        return FreeSlot()

    def pause(self, seconds: float) -> None:
        """Nobody is ever held here."""

    @property
    def paused_for(self) -> float:
        return 0.0

    @property
    def available(self) -> int:
        return 1

    @property
    def resets_in(self) -> float:
        return 0.0


class FreeSlot:
    def stamp(self) -> None:
        """It costs nothing."""

    def release(self) -> None:
        """It costs nothing."""


class TestBrokenLimiter:
    async def test_gives_the_place_back_and_its_error_is_seen(self, httpx_mock: HTTPXMock) -> None:
        server, limiter = SlowServer(httpx_mock), Broken()
        mews = client(max_concurrency=2, rate_limit=None, limiter=limiter)

        for _ in range(5):
            with pytest.raises(ConnectionError, match="the limiter's own server is away"):
                await read(mews)

        assert server.requests == 0
        limiter.works = True
        assert await all_places_are_free(mews, 2, server)


async def cancel(*calls: asyncio.Task[object]) -> None:
    for call in calls:
        call.cancel()
    await asyncio.wait(calls)
    assert all(call.cancelled() for call in calls)
