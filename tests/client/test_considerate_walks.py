"""A walk holds no more memory, and the event loop no longer, than a page needs."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from weakref import ref

import httpx
import pytest
from pytest_httpx import HTTPXMock

from mews_connector import models
from support.clients import virtual_client
from support.pages import Payments, asked, page, payments

pytestmark = pytest.mark.virtual_time

Given = list[ref[models.Payment]]


async def by_row(query: Payments, given: Given) -> None:
    async for row in query:
        given.append(ref(row))


async def by_page(query: Payments, given: Given) -> None:
    async for each in query.pages():
        given += map(ref, each.items)
        del each


@pytest.mark.parametrize("take", [by_row, by_page])
@pytest.mark.parametrize("concurrency", [1, 2])
async def test_a_page_is_let_go_of_before_the_next_one_is_read(
    httpx_mock: HTTPXMock, take: Callable[[Payments, Given], Awaitable[None]], concurrency: int
) -> None:
    # Given pages of two rows, of which nobody keeps the first
    given: Given = []
    alive: list[int] = []

    async def answer(_: httpx.Request) -> httpx.Response:
        # Whoever takes rows has come back for more by then.
        await asyncio.sleep(1)
        alive.append(sum(it() is not None for it in given[::2]))
        last = asked(httpx_mock)[-1][1]
        row = 6 if last is None else last - 1
        return httpx.Response(200, json=page(row, row - 1, cursor=row - 1) if row else page())

    httpx_mock.add_callback(answer, is_reusable=True)

    async with virtual_client() as mews:
        await take(payments(mews, concurrency=concurrency), given)

    # Then none of them is there any more when another page is read
    assert len(given) == 6
    assert alive == [0, 0, 0, 0]


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What happens in which order: the reading of pages, and each time another's turn after it."""
    told: list[str] = []
    read = models.PaymentsGetAllResult.from_json

    def from_json(body: bytes) -> models.PaymentsGetAllResult:
        told.append("read")
        asyncio.get_running_loop().call_soon(told.append, "another's turn")
        return read(body)

    monkeypatch.setattr(models.PaymentsGetAllResult, "from_json", from_json)
    return told


@pytest.mark.parametrize("prefetch", [False, True])
async def test_others_have_a_turn_between_reading_a_page_and_its_rows(
    httpx_mock: HTTPXMock, told: list[str], *, prefetch: bool
) -> None:
    httpx_mock.add_response(json=page(1))

    async with virtual_client() as mews:
        async for _ in payments(mews, prefetch=prefetch):
            told.append("row")  # noqa: PERF401 - in its place among the others

    assert told == ["read", "another's turn", "row"]


async def test_others_have_a_turn_between_pages_that_arrive_together(
    httpx_mock: HTTPXMock, told: list[str]
) -> None:
    # Given answers that all come at once, and some whom nobody waits for any more by then
    together = asyncio.Event()

    async def answer(_: httpx.Request) -> httpx.Response:
        await together.wait()
        return httpx.Response(200, json=page(1))

    httpx_mock.add_callback(answer, is_reusable=True)

    async with virtual_client() as mews:
        walks = [asyncio.create_task(payments(mews).collect()) for _ in range(8)]
        await asyncio.sleep(1)
        together.set()
        while not told:  # noqa: ASYNC110 - each turn of the loop counts
            await asyncio.sleep(0)
        # One is amid its turn, and one waits for it
        given_up = walks[:2]
        for walk in given_up:
            walk.cancel()
        rows = await asyncio.gather(*walks, return_exceptions=True)

    # Then
    assert told == ["read", "another's turn"] * (told.count("read"))
    assert [isinstance(it, asyncio.CancelledError) for it in rows] == [True] * 2 + [False] * 6
    assert told.count("read") == 7
