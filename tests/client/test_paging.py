"""Walking through the pages of a query: each row once, and none left out."""

from __future__ import annotations

import asyncio
from typing import Any
from uuid import UUID

import pytest
from pytest_httpx import HTTPXMock

from mews_connector import errors
from support.callers import settle
from support.clients import virtual_client
from support.pages import asked, numbers, page, payments, walk

pytestmark = pytest.mark.virtual_time


def answer(httpx_mock: HTTPXMock, *pages: dict[str, object]) -> None:
    for each in pages:
        httpx_mock.add_response(json=each)


async def test_a_walk_follows_the_cursor_until_there_is_none(httpx_mock: HTTPXMock) -> None:
    answer(httpx_mock, page(9, 8, cursor=8), page(7, cursor=7), page())

    async with virtual_client() as mews:
        rows = [row async for row in payments(mews)]

    assert numbers(rows) == [9, 8, 7]
    assert asked(httpx_mock) == [(1000, None), (1000, 8), (1000, 7)]


async def test_nothing_is_asked_before_the_walk_begins(httpx_mock: HTTPXMock) -> None:
    async with virtual_client() as mews:
        payments(mews)
        payments(mews).pages()
        await settle()

    assert asked(httpx_mock) == []


async def test_a_query_can_be_walked_again(httpx_mock: HTTPXMock) -> None:
    answer(httpx_mock, page(9), page(10, 9))

    async with virtual_client() as mews:
        query = payments(mews)
        first = await query.collect()
        second = await query.collect()

    assert (numbers(first), numbers(second)) == ([9], [10, 9])


async def test_each_page_tells_where_it_comes_from(httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=page(9, 8, cursor=8), headers={"Request-Id": "first"})
    httpx_mock.add_response(json=page(7), headers={"Request-Id": "second"})

    async with virtual_client() as mews:
        first, second = [each async for each in payments(mews).pages()]

    assert (first.number, first.request_id, first.cursor) == (1, "first", UUID(int=8))
    assert (second.number, second.request_id, second.cursor) == (2, "second", None)
    assert (numbers(first.items), numbers(second.items)) == ([9, 8], [7])
    assert (first.result.cursor, second.result.cursor) == (UUID(int=8), None)


@pytest.mark.parametrize("prefetch", [False, True])
async def test_the_first_page_alone_takes_one_request(
    httpx_mock: HTTPXMock, *, prefetch: bool
) -> None:
    answer(httpx_mock, page(9, 8, cursor=8))

    async with virtual_client() as mews:
        first = await payments(mews, page_size=2, prefetch=prefetch).first_page()
        await settle()

    assert numbers(first.items) == [9, 8]
    assert asked(httpx_mock) == [(2, None)]


async def test_collect_gives_every_row(httpx_mock: HTTPXMock) -> None:
    answer(httpx_mock, page(9, 8, cursor=8), page(7, 6, cursor=6), page())

    async with virtual_client() as mews:
        rows = await payments(mews).collect()

    assert numbers(rows) == [9, 8, 7, 6]


@pytest.mark.parametrize(
    ("limit", "expected", "requests"),
    [(0, [], 0), (1, [9], 1), (2, [9, 8], 1), (3, [9, 8, 7], 2), (50, [9, 8, 7, 6], 3)],
)
@pytest.mark.httpx_mock(assert_all_responses_were_requested=False)
async def test_collect_asks_for_no_page_beyond_its_limit(
    httpx_mock: HTTPXMock, limit: int, expected: list[int], requests: int
) -> None:
    answer(httpx_mock, page(9, 8, cursor=8), page(7, 6, cursor=6), page())

    async with virtual_client() as mews:
        rows = await payments(mews).collect(limit)

    assert numbers(rows) == expected
    assert len(asked(httpx_mock)) == requests


@pytest.mark.parametrize("limit", [-1, 1.0, True])
async def test_collect_refuses_what_is_no_number_of_rows(limit: Any) -> None:
    async with virtual_client() as mews:
        with pytest.raises(errors.InvalidRequestError, match="limit: must be a whole number"):
            await payments(mews).collect(limit)


async def test_a_row_on_two_pages_is_delivered_once(httpx_mock: HTTPXMock) -> None:
    answer(httpx_mock, page(9, 8, cursor=8), page(8, 7, cursor=7), page(9, 7, 6))

    async with virtual_client() as mews:
        pages = [each async for each in payments(mews).pages()]

    assert [numbers(each.items) for each in pages] == [[9, 8], [7], [6]]
    assert [len(each.result.payments) for each in pages] == [2, 2, 3]


async def test_it_says_what_tells_a_row_from_every_other() -> None:
    async with virtual_client() as mews:
        assert payments(mews).identity == ("id",)


async def test_an_empty_page_with_a_cursor_is_not_the_end(httpx_mock: HTTPXMock) -> None:
    answer(httpx_mock, page(9, cursor=9), page(cursor=5), page(4))

    async with virtual_client() as mews:
        rows = await payments(mews).collect()

    assert numbers(rows) == [9, 4]


@pytest.mark.parametrize(
    "cursors", [pytest.param([9, 9], id="the last"), pytest.param([9, 8, 9], id="an earlier one")]
)
async def test_a_cursor_that_comes_again_ends_the_walk(
    httpx_mock: HTTPXMock, cursors: list[int]
) -> None:
    answer(httpx_mock, *(page(20 - row, cursor=cursor) for row, cursor in enumerate(cursors)))

    rows: list[int] = []
    async with virtual_client() as mews:
        with pytest.raises(errors.PaginationError, match="for a second time") as caught:
            await walk(payments(mews), rows)

    assert rows == [20, 19][: len(cursors) - 1]
    assert caught.value.operation == "payments/getAll"
    assert caught.value.resume is not None


async def test_the_cursor_that_a_walk_goes_on_from_may_not_come_again_either(
    httpx_mock: HTTPXMock,
) -> None:
    answer(httpx_mock, page(9, cursor=9), page(8, cursor=9))
    httpx_mock.add_response(json=page(8, cursor=9))

    async with virtual_client() as mews:
        with pytest.raises(errors.PaginationError) as first:
            await payments(mews).collect()
        with pytest.raises(errors.PaginationError):
            await payments(mews, resume=first.value.resume).collect()


async def test_an_answer_without_a_body_is_an_empty_page(httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=page(9, cursor=9))
    httpx_mock.add_response(status_code=204, headers={"Request-Id": "empty"})

    async with virtual_client(minimal_responses=True) as mews:
        _, last = [each async for each in payments(mews).pages()]

    assert (last.items, last.cursor, last.request_id) == ([], None, "empty")
    assert last.result.payments == []


@pytest.mark.parametrize(("minimal", "sent"), [(True, "return=minimal"), (False, None)])
async def test_minimal_responses_are_asked_for_only_on_wish(
    httpx_mock: HTTPXMock, sent: str | None, *, minimal: bool
) -> None:
    answer(httpx_mock, page())

    async with virtual_client(minimal_responses=minimal) as mews:
        await payments(mews).collect()

    [request] = httpx_mock.get_requests()
    assert request.headers.get("Prefer") == sent


async def test_a_page_too_heavy_is_halved_and_so_are_those_after_it(httpx_mock: HTTPXMock) -> None:
    answer(httpx_mock, page(9, cursor=9))
    httpx_mock.add_response(status_code=408)
    httpx_mock.add_response(status_code=408)
    answer(httpx_mock, page(8, cursor=8), page(7))

    async with virtual_client() as mews:
        rows = await payments(mews, page_size=50).collect()

    assert numbers(rows) == [9, 8, 7]
    assert asked(httpx_mock) == [(50, None), (50, 9), (25, 9), (12, 9), (12, 8)]


async def test_no_page_is_halved_to_nothing(httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(status_code=408)
    httpx_mock.add_response(status_code=408)
    answer(httpx_mock, page(9))

    async with virtual_client() as mews:
        await payments(mews, page_size=2).collect()

    assert asked(httpx_mock) == [(2, None), (1, None), (1, None)]


async def test_breaking_off_leaves_no_task(httpx_mock: HTTPXMock) -> None:
    answer(httpx_mock, page(9, 8, cursor=8))

    async with virtual_client() as mews:
        async for _ in payments(mews):
            break
        await settle()
        assert asyncio.all_tasks() == {asyncio.current_task()}
