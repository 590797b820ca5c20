"""The limit belongs to a token: all clients of the process that use the token share one window."""

from __future__ import annotations

import asyncio
import gc
import itertools
import json
from threading import Barrier
from types import BuiltinFunctionType, FunctionType, MethodType, ModuleType

import httpx
import pytest
from pytest_httpx import HTTPXMock

from mews_connector import Clock, Environment, MewsClient, RateLimit, RateWindow, errors
from mews_runtime import _shared_windows
from support.clients import ACCESS_TOKEN, virtual_client
from support.in_thread import in_thread
from support.virtual_time import virtual_clock

pytestmark = pytest.mark.virtual_time

LIMIT = RateLimit(requests=2, seconds=10.0)


@pytest.fixture(autouse=True)
def _registry_of_a_new_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_shared_windows, "_shares", {})
    monkeypatch.setattr(_shared_windows, "_sweep_at", 64)


class User:
    """Whoever uses a window, without the weight of a client."""

    closed = False


def use(token: str, clock: Clock, user: User) -> RateWindow:
    return _shared_windows.shared_window("https://mews.test", token, LIMIT, clock, user)


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


class TestForgetting:
    async def test_a_window_outlives_its_client_while_it_remembers_requests(
        self, httpx_mock: HTTPXMock
    ) -> None:
        # Given a client that has sent, is closed and gone
        arrivals = Arrivals(httpx_mock)
        clock = virtual_clock()
        for _ in range(2):
            async with virtual_client(clock=clock, rate_limit=LIMIT) as mews:
                await read(mews)
            del mews
        # and many other tokens since
        for number in range(1000):
            use(f"token {number}", clock, User())

        # When a new client comes
        async with virtual_client(clock=clock, rate_limit=LIMIT) as mews:
            await read(mews)

        # Then it waits for what the old one has sent
        assert arrivals.times == [0, 0, 10]

    async def test_ten_thousand_idle_tokens_are_forgotten(self) -> None:
        clock = virtual_clock()

        for number in range(10_000):
            use(f"token {number}", clock, User())

        assert len(_shared_windows._shares) < 100

    async def test_a_token_that_is_in_use_is_not(self) -> None:
        clock, user = virtual_clock(), User()
        window = use("in use", clock, user)

        for number in range(10_000):
            use(f"token {number}", clock, User())

        assert use("in use", clock, User()) is window

    @pytest.mark.parametrize("in_use", [True, False], ids=["in use", "idle"])
    async def test_ten_thousand_tokens_cost_a_few_looks_each(self, *, in_use: bool) -> None:
        looks = itertools.count()

        class Watched:
            @property
            def closed(self) -> bool:
                next(looks)
                return not in_use

        clock, users = virtual_clock(), [Watched() for _ in range(10_000)]
        for number, user in enumerate(users):
            use(f"token {number}", clock, user)

        assert next(looks) < 3 * len(users)

    async def test_the_registry_holds_no_token(self, httpx_mock: HTTPXMock) -> None:
        Arrivals(httpx_mock)
        async with virtual_client() as mews:
            await read(mews)

            texts = texts_within(_shared_windows._shares)

        assert any("https://mews.test" in text for text in texts), "it looked in the right place"
        assert not [text for text in texts if ACCESS_TOKEN in text or "CLIENT-TOKEN" in text]


async def read(mews: MewsClient) -> object:
    return await mews.call("configuration/get", kind="read")


class Arrivals:
    """A server that answers at once, and remembers which token sent when.

    The first `too_many` requests are answered with 429, to be repeated after 7 s.
    """

    def __init__(self, httpx_mock: HTTPXMock, *, too_many: int = 0) -> None:
        self._seen: list[tuple[str, float]] = []
        self._too_many = too_many
        httpx_mock.add_callback(self._answer, is_reusable=True)

    @property
    def times(self) -> list[float]:
        return [at for _, at in self._seen]

    def times_of(self, token: str) -> list[float]:
        return [at for sender, at in self._seen if sender == token]

    def _answer(self, request: httpx.Request) -> httpx.Response:
        token = json.loads(request.content)["AccessToken"]
        self._seen.append((token, asyncio.get_running_loop().time()))
        if len(self._seen) <= self._too_many:
            return httpx.Response(429, headers={"Retry-After": "7"})
        return httpx.Response(200, json={})


def texts_within(value: object) -> list[str]:
    """All texts that can be reached from a value, code and modules aside."""
    apart = type, ModuleType, FunctionType, BuiltinFunctionType, MethodType
    seen: dict[int, object] = {}
    found: list[object] = [value]
    while found:
        if id(it := found.pop()) not in seen and not isinstance(it, apart):
            seen[id(it)] = it
            found += gc.get_referents(it)
    return [_text(it) for it in seen.values() if isinstance(it, str | bytes)]


def _text(value: str | bytes) -> str:
    return value if isinstance(value, str) else value.decode(errors="replace")
