"""The limit belongs to a token: all clients of the process that use the token share one window."""

from __future__ import annotations

import asyncio
import gc
from threading import Barrier

import pytest
from pytest_httpx import HTTPXMock

from mews_connector import Environment, RateLimit, RateWindow, errors
from support.arrivals import Arrivals, read
from support.clients import ACCESS_TOKEN, virtual_client
from support.in_thread import in_thread
from support.shared_windows import LIMIT, User, new_registry, use
from support.virtual_time import virtual_clock

pytestmark = pytest.mark.virtual_time


@pytest.fixture(autouse=True)
def _registry_of_a_new_process(monkeypatch: pytest.MonkeyPatch) -> None:
    new_registry(monkeypatch)


class TestWhoShares:
    async def test_clients_with_the_same_token_and_environment_do(self) -> None:
        clock = virtual_clock()

        assert virtual_client(clock=clock).limiter is virtual_client(clock=clock).limiter

    @pytest.mark.parametrize(
        "url",
        [
            "https://api.mews-demo.com",
            "https://api.mews-demo.com/",
            "https://API.Mews-Demo.com:443",
        ],
    )
    async def test_however_the_environment_is_written(self, url: str) -> None:
        clock = virtual_clock()
        by_name = virtual_client(environment=Environment.DEMO, clock=clock)
        by_url = virtual_client(environment=url, clock=clock)

        assert by_name.limiter is by_url.limiter

    async def test_views_of_a_client_do(self) -> None:
        mews = virtual_client()

        assert mews.with_options(timeout=5).limiter is mews.limiter

    @pytest.mark.parametrize(
        "other", [{"access_token": "another"}, {"environment": Environment.PRODUCTION}]
    )
    async def test_other_tokens_and_other_environments_do_not(self, other: dict[str, str]) -> None:
        clock = virtual_clock()

        assert (
            virtual_client(clock=clock).limiter is not virtual_client(clock=clock, **other).limiter
        )

    async def test_a_client_with_a_limiter_of_its_own_does_not(self) -> None:
        clock = virtual_clock()
        own = RateWindow(LIMIT, clock=clock)

        assert virtual_client(clock=clock, limiter=own).limiter is own
        assert virtual_client(clock=clock).limiter is not own

    async def test_users_that_come_in_many_threads_at_once_do(self) -> None:
        clock, together = virtual_clock(), Barrier(8)

        def come() -> int:
            together.wait()
            return id(use("token", clock, User()))

        windows = [thread.result(timeout=5) for thread in [in_thread(come) for _ in range(8)]]

        assert len(set(windows)) == 1


class TestTogether:
    async def test_two_clients_send_no_more_than_the_limit(self, httpx_mock: HTTPXMock) -> None:
        arrivals = Arrivals(httpx_mock)
        clock = virtual_clock()
        clients = [virtual_client(clock=clock, rate_limit=LIMIT) for _ in range(2)]

        await asyncio.gather(*(read(mews) for mews in clients for _ in range(3)))

        assert arrivals.times == [0, 0, 10, 10, 20, 20]

    async def test_an_exhausted_token_holds_no_other(self, httpx_mock: HTTPXMock) -> None:
        arrivals = Arrivals(httpx_mock)
        clock = virtual_clock()
        exhausted = virtual_client(clock=clock, rate_limit=LIMIT)
        other = virtual_client(clock=clock, rate_limit=LIMIT, access_token="other")

        await asyncio.gather(*(read(exhausted) for _ in range(3)), read(other))

        assert arrivals.times_of("other") == [0]
        assert arrivals.times_of(ACCESS_TOKEN) == [0, 0, 10]

    async def test_after_a_429_all_clients_of_the_token_pause_and_no_others(
        self, httpx_mock: HTTPXMock
    ) -> None:
        # Given a token that is told to wait, for whatever reason of the server's
        arrivals = Arrivals(httpx_mock, too_many=1)
        clock = virtual_clock()
        refused, sharing = (virtual_client(clock=clock, rate_limit=LIMIT) for _ in range(2))
        other = virtual_client(clock=clock, rate_limit=LIMIT, access_token="other")
        retried = asyncio.create_task(read(refused))
        await asyncio.sleep(1)

        # When others call during that time
        await asyncio.gather(read(sharing), read(other), retried)

        assert arrivals.times_of(ACCESS_TOKEN) == [0, 7, 10]
        assert arrivals.times_of("other") == [1]


class TestDifferentLimits:
    async def test_they_are_refused_while_the_token_is_in_use(self) -> None:
        clock = virtual_clock()
        first = virtual_client(clock=clock, rate_limit=LIMIT)

        with pytest.raises(errors.ConfigurationError, match=r"same access token with RateLimit\("):
            virtual_client(clock=clock, rate_limit=RateLimit(3, 10.0))

        assert first.limiter.available == 2

    async def test_the_same_limit_is_no_different_one(self) -> None:
        clock = virtual_clock()
        first = virtual_client(clock=clock, rate_limit=RateLimit(2, 10))

        assert virtual_client(clock=clock, rate_limit=LIMIT).limiter is first.limiter

    async def test_a_closed_client_no_longer_uses_its_token(self) -> None:
        clock = virtual_clock()
        first = virtual_client(clock=clock, rate_limit=LIMIT)

        await first.aclose()

        assert virtual_client(clock=clock, rate_limit=RateLimit(3, 10.0)).limiter.available == 3

    async def test_nor_does_one_that_is_gone(self) -> None:
        clock = virtual_clock()
        first = virtual_client(clock=clock, rate_limit=LIMIT)

        del first
        gc.collect()

        assert virtual_client(clock=clock, rate_limit=RateLimit(3, 10.0)).limiter.available == 3

    @pytest.mark.parametrize(("requests", "available"), [(5, 3), (2, 0), (1, 0)])
    async def test_a_new_limit_counts_what_the_old_one_let_through(
        self, httpx_mock: HTTPXMock, requests: int, available: int
    ) -> None:
        Arrivals(httpx_mock)
        clock = virtual_clock()
        async with virtual_client(clock=clock, rate_limit=LIMIT) as first:
            await asyncio.gather(read(first), read(first))

        second = virtual_client(clock=clock, rate_limit=RateLimit(requests, 10.0))

        assert (second.limiter.available, second.limiter.resets_in) == (available, 10)
