"""From the first use of a client to its end."""

from __future__ import annotations

import asyncio
from contextlib import closing

import httpx
import pytest
from pytest_httpx import HTTPXMock

from mews_connector import MewsClient, RateLimit, errors
from mews_toolkit.sandbox import Delay, Sandbox, serve_in_thread
from support.clients import ACCESS_TOKEN, BASE_URL, CLIENT_TOKEN, virtual_client
from support.pages import page, payments
from support.sandboxes import sandbox_client, until

ON_VIRTUAL_TIME = pytest.mark.virtual_time
CLOSED = "the client is closed; create a new one"


async def test_a_client_can_be_used_without_async_with(httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=page(9))

    mews = virtual_client()
    rows = await payments(mews).collect()
    await mews.aclose()

    assert len(rows) == 1


async def test_closing_again_does_nothing(httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=page(9))

    async with virtual_client() as mews:
        await payments(mews).collect()
        await mews.aclose()
        await mews.aclose()


async def test_a_client_that_was_never_used_can_be_closed() -> None:
    await virtual_client().aclose()


async def test_a_closed_client_says_so_whatever_it_is_asked(httpx_mock: HTTPXMock) -> None:
    async with virtual_client() as mews:
        query = payments(mews)
        view = mews.with_options(minimal_responses=True)

    for use in (
        mews.__aenter__,
        mews.configuration.get,
        lambda: mews.call("payments/getAll", kind="read"),
        lambda: payments(mews).collect(),
        query.first_page,
        view.configuration.get,
    ):
        with pytest.raises(errors.ConfigurationError, match=CLOSED):
            await use()
    assert httpx_mock.get_requests() == []


async def test_closing_breaks_off_what_is_under_way() -> None:
    sandbox = Sandbox(payments=5)
    sandbox.faults.add(Delay(60))
    with serve_in_thread(sandbox) as server:
        mews = sandbox_client(server)
        call = asyncio.create_task(mews.configuration.get())
        await until(lambda: sandbox.calls)
        await mews.aclose()

        with pytest.raises(errors.ConfigurationError, match=CLOSED):
            await call
        assert len(sandbox.calls) == 1


def test_another_event_loop_needs_a_client_of_its_own(httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json={})
    mews = early_client()

    asyncio.run(_read(mews))
    for use in (_read, _enter):
        with pytest.raises(errors.ConfigurationError, match="create one client per loop"):
            asyncio.run(use(mews))

    assert len(httpx_mock.get_requests()) == 1


def test_a_client_can_be_made_before_the_event_loop_runs(httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json={})

    mews = early_client()
    asyncio.run(_read(mews))


def test_a_client_is_closed_on_the_loop_on_which_it_was_used(httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json={})
    mews = early_client()

    with closing(asyncio.new_event_loop()) as loop:
        loop.run_until_complete(_read(mews))
        with pytest.raises(errors.ConfigurationError, match="close it there"):
            asyncio.run(mews.aclose())
        loop.run_until_complete(mews.aclose())


def early_client() -> MewsClient:
    """A client made while no event loop runs."""
    return MewsClient(
        environment=BASE_URL,
        client_token=CLIENT_TOKEN,
        access_token=ACCESS_TOKEN,
        client="Specification 1.0",
    )


async def _read(mews: MewsClient) -> None:
    await mews.call("configuration/get", kind="read")


async def _enter(mews: MewsClient) -> None:
    async with mews:
        pass


async def test_an_http_client_of_the_users_is_used_and_left_open(httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=page(9))
    async with httpx.AsyncClient(headers={"X-Proxy": "lobby"}) as http_client:
        async with virtual_client(http_client=http_client) as mews:
            await payments(mews).collect()

        assert not http_client.is_closed
        with pytest.raises(errors.ConfigurationError, match=CLOSED):
            await payments(mews).collect()

    [request] = httpx_mock.get_requests()
    assert request.headers["X-Proxy"] == "lobby"


async def test_an_http_client_that_the_user_has_closed_is_no_use() -> None:
    http_client = httpx.AsyncClient()
    mews = virtual_client(http_client=http_client)
    await http_client.aclose()

    with pytest.raises(errors.ConfigurationError, match=CLOSED):
        await payments(mews).collect()


@ON_VIRTUAL_TIME
async def test_no_more_requests_than_allowed_are_under_way_together(httpx_mock: HTTPXMock) -> None:
    under_way: list[int] = [0]

    async def answer(_: httpx.Request) -> httpx.Response:
        under_way.append(under_way[-1] + 1)
        await asyncio.sleep(1)
        under_way.append(under_way[-1] - 1)
        return httpx.Response(200, json=page())

    httpx_mock.add_callback(answer, is_reusable=True)
    async with virtual_client(max_concurrency=3, rate_limit=RateLimit(1000)) as mews:
        await asyncio.gather(*(payments(mews).collect() for _ in range(20)))

    assert max(under_way) == 3
