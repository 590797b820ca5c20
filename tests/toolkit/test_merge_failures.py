"""When sources of a merged stream fail: which one it was, after which row, and where to go on."""

from __future__ import annotations

import asyncio
import pickle
from collections.abc import AsyncIterable
from operator import attrgetter
from typing import Any, TypeVar

import pytest
from pytest_httpx import HTTPXMock

from mews_connector import errors, models
from mews_toolkit.portfolio import MergeError, merge
from support.clients import virtual_client
from support.pages import numbers, page, payments
from support.sources import Row, Rows, everything, places

pytestmark = pytest.mark.virtual_time

RowT = TypeVar("RowT")

EITHER_ORDER = pytest.mark.parametrize(
    "newest_first", [None, attrgetter("newness")], ids=["as they come", "newest first"]
)


async def until_it_fails(stream: AsyncIterable[RowT], taken: list[RowT]) -> MergeError:
    try:
        async for each in stream:
            taken.append(each)  # noqa: PERF401 - what came before the failure is to be kept
    except MergeError as error:
        return error
    pytest.fail("the stream came to its end")


@EITHER_ORDER
async def test_a_failure_names_its_source_after_all_rows_of_that(newest_first: Any) -> None:
    fire = RuntimeError("fire")
    sources = {
        "a": Rows("a", [90, 80, 70], seconds=1, failure=fire),
        "b": Rows("b", range(89, 0, -1), seconds=1),
    }
    taken: list[tuple[str, Row]] = []

    error = await until_it_fails(merge(sources, newest_first=newest_first), taken)

    assert str(error) == "a: RuntimeError: fire"
    assert [row.place for label, row in taken if label == "a"] == [0, 1, 2]
    assert error.__cause__ is fire
    assert error.failures == {"a": fire}
    assert (error.resume, error.resume_points) == (None, {})
    assert [source.open for source in sources.values()] == [False, False]
    assert sources["b"].read < 89


@EITHER_ORDER
async def test_collected_failures_let_the_others_come_to_their_end(newest_first: Any) -> None:
    fire, flood = RuntimeError("fire"), ValueError()
    sources = {
        "a": Rows("a", [9, 8], failure=fire),
        "b": Rows("b", [7, 6, 5]),
        "c": Rows("c", [], failure=flood),
    }
    taken: list[tuple[str, Row]] = []

    stream = merge(sources, newest_first=newest_first, failures="collect")
    error = await until_it_fails(stream, taken)

    assert sorted(places(taken)) == ["a0", "a1", "b0", "b1", "b2"]
    assert error.failures == {"a": fire, "c": flood}
    assert sorted(str(error).split("; ")) == ["a: RuntimeError: fire", "c: ValueError"]
    assert isinstance(error.__cause__, ExceptionGroup)


@EITHER_ORDER
@pytest.mark.parametrize("failures", ["raise", "collect"])
async def test_it_says_where_to_go_on_and_nothing_is_lost_or_repeated(
    httpx_mock: HTTPXMock, newest_first: Any, failures: Any
) -> None:
    httpx_mock.add_response(json=page(1, 2, cursor=2))
    httpx_mock.add_response(json=page(3, cursor=3))
    httpx_mock.add_response(status_code=401, json={"Message": "no"})
    httpx_mock.add_response(json=page(4, 5))
    key = None if newest_first is None else attrgetter("created_utc")
    taken: list[tuple[str, models.Payment]] = []

    async with virtual_client() as mews:
        stream = merge({"a": payments(mews)}, newest_first=key, failures=failures)
        error: errors.MewsError = await until_it_fails(stream, taken)
        taken += await everything(merge({"a": payments(mews, resume=error.resume)}))

    assert numbers(row for _, row in taken) == [1, 2, 3, 4, 5]


async def test_of_several_that_failed_it_says_where_to_go_on_with_each(
    httpx_mock: HTTPXMock,
) -> None:
    httpx_mock.add_response(status_code=401, json={"Message": "no"}, is_reusable=True)

    async with virtual_client() as mews:
        sources = {name: payments(mews) for name in "ab"}
        error = await until_it_fails(merge(sources, failures="collect"), [])

    assert error.resume is None
    assert set(error.resume_points) == {"a", "b"}
    assert all(error.resume_points.values())
    assert pickle.loads(pickle.dumps(error)).resume_points == error.resume_points


@EITHER_ORDER
@pytest.mark.parametrize("failures", ["raise", "collect"])
async def test_a_cancellation_out_of_a_source_itself_is_no_failure_and_ends_all(
    newest_first: Any, failures: Any
) -> None:
    sources = {
        "a": Rows("a", [9], seconds=1, failure=asyncio.CancelledError()),
        "b": Rows("b", range(8, 0, -1), seconds=1),
    }

    with pytest.raises(asyncio.CancelledError):
        await everything(merge(sources, newest_first=newest_first, failures=failures))

    assert [source.open for source in sources.values()] == [False, False]
    assert sources["b"].read < 8


@EITHER_ORDER
@pytest.mark.parametrize("after", [0, 1], ids=["before its first step", "on its way"])
async def test_a_source_that_somebody_else_ends_is_not_taken_to_be_through(
    newest_first: Any, after: int
) -> None:
    sources = {name: Rows(name, [2, 1], seconds=2) for name in "ab"}
    taking = asyncio.create_task(everything(merge(sources, newest_first=newest_first)))
    await asyncio.sleep(after)

    for task in asyncio.all_tasks() - {asyncio.current_task(), taking}:
        task.cancel()
    await asyncio.wait([taking])

    assert taking.cancelled()
    assert [source.open for source in sources.values()] == [False, False]


async def test_rows_that_cannot_be_compared_leave_no_source_open() -> None:
    sources = {name: Rows(name, [2, 1]) for name in "ab"}

    with pytest.raises(TypeError):
        await everything(merge(sources, newest_first=lambda _: object()))  # type: ignore[arg-type, return-value]  # the mistake  # pyright: ignore[reportArgumentType]

    assert [source.open for source in sources.values()] == [False, False]


def test_another_way_to_treat_failures_is_refused_at_once() -> None:
    treatment: Any = "ignore"

    with pytest.raises(errors.InvalidRequestError, match="failures"):
        merge({}, failures=treatment)
