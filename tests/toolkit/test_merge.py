"""Many lists as one stream: labelled, complete, in order, and never far ahead of who takes it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterable
from contextlib import aclosing
from operator import attrgetter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_httpx import HTTPXMock

from mews_toolkit.portfolio import merge
from support.callers import settle
from support.clients import virtual_client
from support.interruption import interrupted
from support.pages import numbers, page, payments
from support.sources import Row, Rows, everything, places
from support.virtual_time import VirtualTimeLoop

pytestmark = pytest.mark.virtual_time

NEWNESS = attrgetter("newness")
EITHER_ORDER = pytest.mark.parametrize(
    "newest_first", [None, NEWNESS], ids=["as they come", "newest first"]
)
EITHER_MOMENT = pytest.mark.parametrize(
    "at_wakening", [False, True], ids=["while it waits", "when it wakes up"]
)


class TestOrder:
    async def test_newest_first_takes_the_newest_of_all_sources(self) -> None:
        sources = {"a": Rows("a", [9, 5, 1]), "b": Rows("b", [8, 7, 2]), "c": Rows("c", [])}

        taken = await everything(merge(sources, newest_first=NEWNESS))

        assert places(taken) == ["a0", "b0", "b1", "a1", "b2", "a2"]

    async def test_as_they_come_waits_for_nobody(self) -> None:
        sources = {"slow": Rows("slow", [2, 1], seconds=10), "quick": Rows("quick", [1, 2, 3])}

        taken = await everything(merge(sources))

        assert places(taken) == ["quick0", "quick1", "quick2", "slow0", "slow1"]

    async def test_what_is_equally_new_comes_in_the_order_of_the_sources(self) -> None:
        sources = {name: Rows(name, [3, 3]) for name in "bac"}

        taken = await everything(merge(sources, newest_first=NEWNESS))

        assert places(taken) == ["b0", "b1", "a0", "a1", "c0", "c1"]

    @EITHER_ORDER
    async def test_no_sources_have_no_rows(self, newest_first: Any) -> None:
        assert await everything(merge({}, newest_first=newest_first)) == []

    @given(
        lists=st.lists(st.lists(st.integers(0, 20)), max_size=6),
        waits=st.lists(st.integers(0, 3), min_size=6, max_size=6),
        ordered=st.booleans(),
    )
    def test_nothing_is_lost_or_repeated_and_each_source_keeps_its_order(
        self, lists: list[list[int]], waits: list[int], *, ordered: bool
    ) -> None:
        sources = {
            str(name): Rows(str(name), sorted(newness, reverse=True), seconds=wait)
            for name, (newness, wait) in enumerate(zip(lists, waits, strict=False))
        }

        async def take() -> list[tuple[str, Row]]:
            return await everything(merge(sources, newest_first=NEWNESS if ordered else None))

        with asyncio.Runner(loop_factory=VirtualTimeLoop) as runner:
            taken = runner.run(take())

        assert all(label == row.source for label, row in taken)
        for label, source in sources.items():
            assert [row for of, row in taken if of == label] == source.rows
        assert len(taken) == sum(map(len, lists))
        if ordered:
            newness = [row.newness for _, row in taken]
            assert newness == sorted(newness, reverse=True)


class TestBackpressure:
    @EITHER_ORDER
    async def test_nothing_is_read_before_a_row_is_wanted(self, newest_first: Any) -> None:
        source = Rows("a", [1])

        stream = merge({"a": source}, newest_first=newest_first)
        await settle()

        assert (source.read, source.open) == (0, False)
        await stream.aclose()

    @EITHER_ORDER
    async def test_a_slow_taker_slows_the_readers(self, newest_first: Any) -> None:
        sources = {name: Rows(name, range(1000, 0, -1)) for name in "abc"}
        taken = 0

        async with aclosing(merge(sources, newest_first=newest_first)) as stream:
            async for _ in stream:
                taken += 1
                await asyncio.sleep(1)
                held = sum(source.read for source in sources.values()) - taken
                # The one after the row in use; and newest first compares a row of each.
                assert held <= (3 if newest_first is None else 6)
                if taken == 100:
                    break

    async def test_sources_are_read_at_the_same_time(self) -> None:
        sources = {str(name): Rows(str(name), [5, 4, 3, 2, 1], seconds=1) for name in range(50)}

        await everything(merge(sources, newest_first=NEWNESS))

        assert asyncio.get_running_loop().time() == 7, "five rows, the end, and closing"

    @EITHER_ORDER
    async def test_of_a_paginator_a_page_is_read_ahead_and_no_more(
        self, httpx_mock: HTTPXMock, newest_first: Any
    ) -> None:
        for last in (2, 4, 6, 8):
            httpx_mock.add_response(json=page(last - 1, last, cursor=last), is_optional=True)
        key = None if newest_first is None else attrgetter("created_utc")
        requests: list[int] = []

        async with (
            virtual_client() as mews,
            aclosing(merge({"a": payments(mews)}, newest_first=key)) as stream,
        ):
            for number in (1, 2, 3, 4):
                assert (await anext(stream))[1].id.int == number
                await asyncio.sleep(100)
                requests.append(len(httpx_mock.get_requests()))

        assert requests == [2, 2, 3, 3]

    @EITHER_ORDER
    async def test_a_page_without_rows_is_not_the_end(
        self, httpx_mock: HTTPXMock, newest_first: Any
    ) -> None:
        for answer in (page(cursor=9), page(1, cursor=1), page(cursor=8), page(2)):
            httpx_mock.add_response(json=answer)
        key = None if newest_first is None else attrgetter("created_utc")

        async with virtual_client() as mews:
            taken = await everything(merge({"a": payments(mews)}, newest_first=key))

        assert numbers(row for _, row in taken) == [1, 2]


class TestClosing:
    @EITHER_ORDER
    @pytest.mark.parametrize("after", range(1, 8))
    async def test_closing_the_stream_closes_every_source(
        self, newest_first: Any, after: int
    ) -> None:
        sources = {name: Rows(name, [3, 2, 1], seconds=1) for name in "abc"}

        async with aclosing(merge(sources, newest_first=newest_first)) as stream:
            for _ in range(after):
                await anext(stream)

        assert [source.open for source in sources.values()] == [False] * 3
        assert asyncio.all_tasks() == {asyncio.current_task()}

    @EITHER_ORDER
    async def test_a_source_that_was_begun_before_is_closed_too(self, newest_first: Any) -> None:
        source = Rows("a", [3, 2, 1])
        begun = aiter(source)
        await anext(begun)

        async with aclosing(merge({"a": begun}, newest_first=newest_first)) as stream:
            assert (await anext(stream))[1].place == 1

        assert not source.open

    @EITHER_ORDER
    async def test_a_stream_that_is_left_and_forgotten_closes_every_source(
        self, newest_first: Any
    ) -> None:
        sources = {name: Rows(name, [3, 2, 1]) for name in "abc"}

        async for _ in merge(sources, newest_first=newest_first):
            break
        while len(asyncio.all_tasks()) > 1:
            await settle()

        assert [source.open for source in sources.values()] == [False] * 3

    async def test_what_is_no_generator_has_nothing_to_close(self) -> None:
        class Countdown:
            left = 3

            def __aiter__(self) -> Countdown:
                return self

            async def __anext__(self) -> int:
                self.left -= 1
                if self.left < 0:
                    raise StopAsyncIteration
                return self.left

        source: AsyncIterable[int] = Countdown()

        assert [row async for _, row in merge({"a": source})] == [2, 1, 0]

    @EITHER_ORDER
    @EITHER_MOMENT
    async def test_a_cancellation_closes_every_source_wherever_it_comes(
        self, newest_first: Any, *, at_wakening: bool
    ) -> None:
        cancelled, at = True, 0
        while cancelled:
            at += 1
            sources = {name: Rows(name, [3, 2, 1], seconds=1) for name in "abc"}
            taking = everything(merge(sources, newest_first=newest_first))

            cancelled = await interrupted(taking, at, at_wakening=at_wakening)

            assert [source.open for source in sources.values()] == [False] * 3
            assert asyncio.all_tasks() == {asyncio.current_task()}
        assert at > 10, "it never waited for the sources"

    async def test_a_source_that_swallows_its_cancellation_is_not_read_on(self) -> None:
        async def stubborn() -> AsyncGenerator[int]:
            while True:
                try:
                    await asyncio.sleep(100)
                except asyncio.CancelledError:
                    yield 1

        async def take() -> None:
            async for _ in merge({"a": stubborn()}):
                pass

        task = asyncio.create_task(take())
        await settle()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
