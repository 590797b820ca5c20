"""One client per access token, set up alike: shared connections, a window of its own for each."""

from __future__ import annotations

import asyncio
import copy
import inspect
import pickle
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from pytest_httpx import HTTPXMock

from mews_connector import (
    Event,
    MewsClient,
    RateLimit,
    RateWindow,
    RetryPolicy,
    WriteOutcome,
    errors,
)
from mews_toolkit.portfolio import Fleet, each, merge
from mews_toolkit.sandbox import Sandbox, serve_in_thread
from support.clients import ACCESS_TOKEN, BASE_URL, CLIENT_TOKEN, virtual_client
from support.interruption import interrupted
from support.journals import ListJournal
from support.pages import page, payments
from support.sandboxes import until
from support.secrecy import keeps, shown_of_error, shown_of_value
from support.tls import CERTIFICATE, serve_tls
from support.virtual_time import virtual_clock

ON_VIRTUAL_TIME = pytest.mark.virtual_time

NORTH, SOUTH = f"{ACCESS_TOKEN}-north", f"{ACCESS_TOKEN}-south"
TOKENS = {"north": NORTH, "south": SOUTH}


SETTINGS: dict[str, Any] = {
    "environment": BASE_URL,
    "client_token": CLIENT_TOKEN,
    "client": "Specification 1.0",
}


def fleet(**keywords: Any) -> Fleet:
    return Fleet(TOKENS, **(SETTINGS | keywords))


async def read(mews: MewsClient) -> object:
    return await mews.call("configuration/get", kind="read")


def tokens_sent(httpx_mock: HTTPXMock) -> list[str]:
    bodies = [request.content.decode() for request in httpx_mock.get_requests()]
    return [next(name for name, token in TOKENS.items() if token in body) for body in bodies]


class TestSetUp:
    async def test_it_is_its_clients_by_label(self) -> None:
        async with fleet() as hotels:
            assert list(hotels) == ["north", "south"]
            assert len(hotels) == 2
            assert all(isinstance(mews, MewsClient) for mews in hotels.values())
            with pytest.raises(KeyError):
                hotels["west"]

    @ON_VIRTUAL_TIME
    async def test_each_client_has_its_own_token(self, httpx_mock: HTTPXMock) -> None:
        httpx_mock.add_response(json={}, is_reusable=True)

        async with fleet() as hotels:
            for label in ("south", "north"):
                await read(hotels[label])

        assert tokens_sent(httpx_mock) == ["south", "north"]

    @ON_VIRTUAL_TIME
    async def test_what_all_are_told_reaches_each(self, httpx_mock: HTTPXMock) -> None:
        httpx_mock.add_response(status_code=500, is_reusable=True)
        http_client = httpx.AsyncClient()
        once = RetryPolicy(attempts=1)

        async with fleet(portfolio=True, retry=once, http_client=http_client) as hotels:
            for mews in hotels.values():
                with pytest.raises(errors.InvalidRequestError, match="portfolio"):
                    await mews.payment_requests.cancel(payment_request_ids=[])
                with pytest.raises(errors.ServerError):
                    await read(mews)

        assert len(httpx_mock.get_requests()) == 2
        assert not http_client.is_closed, "it is the user's"
        await http_client.aclose()

    def test_its_keywords_are_those_of_a_client(self) -> None:
        of_client = dict(inspect.signature(MewsClient).parameters)
        of_fleet = dict(inspect.signature(Fleet).parameters)
        for each_of_its_own in ("access_token", "limiter", "enterprise_id"):
            del of_client[each_of_its_own]
        del of_fleet["access_tokens"]

        assert list(of_fleet) == list(of_client)
        for name in of_client.keys() - {"max_concurrency", "clock"}:
            assert of_fleet[name].default == of_client[name].default

    @pytest.mark.parametrize(
        ("tokens", "fault"),
        [
            ({}, "at least one"),
            ([NORTH], "tokens by label"),
            ({"": NORTH}, "not empty"),
            ({"north": ""}, "not empty"),
            ({7: NORTH}, "must be texts"),
            ({"north": None}, "must be texts"),
            ({"north": [NORTH]}, "must be texts"),
            ({"a": NORTH, "b": SOUTH, "c": NORTH}, "a and c have the same access token"),
            ({"north": f"{NORTH}\n"}, "north: access_token holds what cannot be printed"),
        ],
    )
    def test_tokens_that_cannot_be_used_are_refused_without_showing_any(
        self, tokens: Any, fault: str
    ) -> None:
        with pytest.raises(errors.ConfigurationError, match=fault) as caught:
            Fleet(tokens, **SETTINGS)

        # What the test itself holds is no leak.
        del tokens
        assert keeps(shown_of_error(caught.value))

    @pytest.mark.parametrize(
        ("keyword", "value"),
        [
            ("environment", "http://api.mews.com"),
            ("environment", "https://[::1"),
            ("client_token", ""),
            ("max_concurrency", "x"),
            ("http_client", httpx.Client()),
            ("clock", None),
        ],
    )
    def test_what_is_wrong_for_a_client_is_wrong_for_all(self, keyword: str, value: Any) -> None:
        with pytest.raises(errors.ConfigurationError, match=r"^north: ") as caught:
            Fleet(TOKENS, **(SETTINGS | {keyword: value}))

        assert keeps(shown_of_error(caught.value))


class TestTogether:
    @ON_VIRTUAL_TIME
    async def test_each_token_has_a_window_of_its_own(self, httpx_mock: HTTPXMock) -> None:
        httpx_mock.add_response(json={}, is_reusable=True)

        async with fleet(rate_limit=RateLimit(1, 30), clock=virtual_clock()) as hotels:
            await asyncio.gather(*(read(mews) for mews in hotels.values()))
            assert asyncio.get_running_loop().time() == 0
            await read(hotels["north"])
            assert asyncio.get_running_loop().time() == 30

    @ON_VIRTUAL_TIME
    async def test_it_is_the_window_of_every_client_with_that_token(self) -> None:
        clock = virtual_clock()
        async with (
            fleet(clock=clock) as hotels,
            virtual_client(access_token=NORTH, clock=clock) as other,
        ):
            assert isinstance(other.limiter, RateWindow)
            assert hotels["north"].limiter is other.limiter
            assert hotels["south"].limiter is not other.limiter

    @ON_VIRTUAL_TIME
    async def test_a_429_pauses_its_token_alone(self, httpx_mock: HTTPXMock) -> None:
        httpx_mock.add_response(status_code=429, headers={"Retry-After": "20"})
        httpx_mock.add_response(json={}, is_reusable=True)
        done: dict[str, float] = {}

        async with fleet(clock=virtual_clock()) as hotels:

            async def call(label: str) -> None:
                await read(hotels[label])
                done[label] = asyncio.get_running_loop().time()

            await asyncio.gather(call("north"), call("south"))

        assert done == {"south": 0, "north": 20}

    @ON_VIRTUAL_TIME
    async def test_events_are_told_by_label(self, httpx_mock: HTTPXMock) -> None:
        httpx_mock.add_response(json={}, is_reusable=True)
        heard: list[tuple[str, str]] = []

        def hear(label: str, event: Event) -> None:
            heard.append((label, event.operation))

        async with fleet(on_event=hear) as hotels:
            await read(hotels["south"])

        assert set(heard) == {("south", "configuration/get")}

    @ON_VIRTUAL_TIME
    async def test_one_journal_takes_the_writes_of_all(self, httpx_mock: HTTPXMock) -> None:
        httpx_mock.add_response(json={}, is_reusable=True)
        journal = ListJournal()

        async with fleet(journal=journal) as hotels:
            for mews in hotels.values():
                await mews.call("payments/addExternal", {})

        assert [it.outcome for it in journal.records] == [None, WriteOutcome.DONE] * 2

    @ON_VIRTUAL_TIME
    async def test_it_is_worked_on_and_merged_like_a_portfolio(self, httpx_mock: HTTPXMock) -> None:
        httpx_mock.add_response(json=page(7), is_reusable=True)

        async def count(mews: MewsClient) -> int:
            return len(await payments(mews).collect())

        async with fleet() as hotels:
            outcomes = await each(hotels, count)
            stream = merge({label: payments(mews) for label, mews in hotels.items()})
            merged = [(label, row.id.int) async for label, row in stream]

        assert outcomes.results == {"north": 1, "south": 1}
        assert sorted(merged) == [("north", 7), ("south", 7)]

    async def test_connections_are_shared(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
        async with serve_tls() as server, fleet(environment=server.url) as hotels:
            for mews in hotels.values():
                await read(mews)

            assert len(server.received) == 2
            assert server.connections == 1

    async def test_as_many_connections_are_there_as_there_are_requests(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
        async with serve_tls() as server, fleet(environment=server.url) as hotels:
            await asyncio.gather(*(read(mews) for mews in hotels.values() for _ in range(10)))

            assert server.connections == 2 * 4


class TestClosing:
    async def test_after_it_nothing_can_be_sent(self) -> None:
        hotels = fleet()
        async with hotels:
            pass
        await hotels.aclose()

        for mews in hotels.values():
            with pytest.raises(errors.ConfigurationError, match="closed"):
                await read(mews)
        with pytest.raises(errors.ConfigurationError, match="closed"):
            await hotels.__aenter__()

    @pytest.mark.parametrize(
        "at_wakening", [False, True], ids=["while it waits", "when it wakes up"]
    )
    async def test_even_cancelled_it_closes_every_connection(
        self, monkeypatch: pytest.MonkeyPatch, *, at_wakening: bool
    ) -> None:
        monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
        async with serve_tls() as server:
            cancelled, at = True, 0
            while cancelled:
                at += 1
                hotels = fleet(environment=server.url)
                await asyncio.gather(*(read(mews) for mews in hotels.values()))
                assert server.connections == 2

                # when
                cancelled = await interrupted(hotels.aclose(), at, at_wakening=at_wakening)

                # then
                await until(lambda: not server.connections)


class TestSecrecy:
    async def test_a_proxy_sees_no_token_on_its_way_to_a_loopback_host(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        seen: list[bytes] = []

        async def note(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            seen.append(await reader.read(65_536))
            writer.close()

        proxy = await asyncio.start_server(note, "127.0.0.1")
        monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{proxy.sockets[0].getsockname()[1]}")
        for name in ("NO_PROXY", "no_proxy"):
            monkeypatch.delenv(name, raising=False)

        with serve_in_thread(Sandbox(payments=0)) as server:
            async with fleet(environment=server.url) as hotels:
                with pytest.raises(errors.UnauthorizedError):
                    await read(hotels["north"])
        proxy.close()

        assert seen == []

    async def test_it_shows_labels_and_no_tokens(self) -> None:
        async with fleet() as hotels:
            assert repr(hotels) == "Fleet(north, south)"
            assert keeps(shown_of_value(hotels))

    @pytest.mark.parametrize("spread", [pickle.dumps, copy.copy, copy.deepcopy])
    async def test_it_is_neither_pickled_nor_copied(
        self, spread: Callable[[object], object]
    ) -> None:
        async with fleet() as hotels:
            with pytest.raises(TypeError, match="not pickled or copied"):
                spread(hotels)

    def test_one_that_was_refused_can_still_be_shown(self) -> None:
        assert repr(object.__new__(Fleet)) == "Fleet()"
