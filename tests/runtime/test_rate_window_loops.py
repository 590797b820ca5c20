"""Several event loops in one line, and loops that stop, close or are collected amid all that."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Iterator
from typing import Any

import pytest

from mews_connector import Clock, RateLimit, RateWindow, Slot
from support.callers import settle
from support.in_thread import in_thread
from support.virtual_time import VirtualTimeLoop


@pytest.fixture
def loop() -> Iterator[VirtualTimeLoop]:
    """The loop that lives on; its clock is the window's."""
    loop = VirtualTimeLoop()
    yield loop
    loop.close()


@pytest.fixture
def window(loop: VirtualTimeLoop) -> RateWindow:
    return RateWindow(RateLimit(1, 10.0), clock=Clock(loop.time))


@pytest.fixture
def other() -> Iterator[VirtualTimeLoop]:
    """The loop that goes away."""
    loop = VirtualTimeLoop()
    yield loop
    loop.close()


@pytest.fixture
def no_collection() -> Iterator[None]:
    """Garbage stays until the test itself has it collected."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def caller_of(loop: asyncio.AbstractEventLoop, window: RateWindow) -> asyncio.Task[Slot]:
    """A caller on that loop that stands in the line, or is through."""

    async def come() -> asyncio.Task[Slot]:
        caller = asyncio.create_task(window.acquire())
        await settle()
        return caller

    return loop.run_until_complete(come())


def test_first_come_is_first_served_whatever_loop_they_are_on(
    loop: VirtualTimeLoop, other: VirtualTimeLoop, window: RateWindow
) -> None:
    holder = caller_of(loop, window)
    line = [caller_of(each, window) for each in (other, loop, loop, other)]
    served: list[asyncio.Task[Slot]] = []

    for _ in line:
        holder.result().release()
        for each in (loop, other):
            each.run_until_complete(settle())
        [holder] = [caller for caller in line if caller.done() and caller not in served]
        served.append(holder)

    assert served == line


class TestWaitingOnAClosedLoop:
    """The caller can never run again, though something still holds on to it."""

    def test_a_slot_that_comes_free_goes_to_a_caller_that_still_runs(
        self, loop: VirtualTimeLoop, other: VirtualTimeLoop, window: RateWindow
    ) -> None:
        holder = caller_of(loop, window)
        stranded = caller_of(other, window)
        waiting = caller_of(loop, window)
        other.close()

        holder.result().release()
        loop.run_until_complete(waiting)

        assert (loop.time(), stranded.done()) == (0, False)

    def test_who_comes_later_watches_the_clock(
        self, loop: VirtualTimeLoop, other: VirtualTimeLoop, window: RateWindow
    ) -> None:
        caller_of(loop, window).result().stamp()
        stranded = caller_of(other, window)
        other.close()

        loop.run_until_complete(window.acquire())

        assert (loop.time(), stranded.done()) == (10, False)

    def test_who_waited_behind_it_already_watches_the_clock(
        self, loop: VirtualTimeLoop, other: VirtualTimeLoop, window: RateWindow
    ) -> None:
        caller_of(loop, window).result().stamp()
        stranded = caller_of(other, window)
        waiting = caller_of(loop, window)
        other.close()

        loop.run_until_complete(waiting)

        assert (loop.time(), stranded.done()) == (10, False)

    def test_all_slots_come_back(
        self, loop: VirtualTimeLoop, other: VirtualTimeLoop, window: RateWindow
    ) -> None:
        holder = caller_of(loop, window)
        stranded = [caller_of(other, window) for _ in range(3)]
        other.close()

        holder.result().release()

        assert (window.available, window.idle) == (1, True)
        assert not any(caller.done() for caller in stranded)

    def test_a_slot_that_was_on_its_way_to_it_comes_back_when_it_is_collected(
        self, loop: VirtualTimeLoop, other: VirtualTimeLoop, window: RateWindow
    ) -> None:
        # Given a caller that was let through, and whose loop was closed before it could run
        holder = caller_of(loop, window)
        stranded = [caller_of(other, window)]
        holder.result().release()
        other.close()

        # When the last reference to it goes, since until then it may seem to be sending
        stranded.clear()
        gc.collect()

        assert (window.available, window.idle) == (1, True)


class TestStoppedLoop:
    """The loop does not run for a while, but may go on."""

    def test_its_caller_keeps_others_from_no_slot_but_its_own(
        self, loop: VirtualTimeLoop, other: VirtualTimeLoop
    ) -> None:
        # Given a window of two slots that are both free again at 10
        window = RateWindow(RateLimit(2, 10.0), clock=Clock(loop.time))
        for _ in range(2):
            caller_of(loop, window).result().stamp()
        # and a line with a caller first whose loop stands still
        stopped, waiting = caller_of(other, window), caller_of(loop, window)

        # Then the next one has its slot at its time
        loop.run_until_complete(waiting)
        assert loop.time() == 10
        # and the slot of the first is kept for it
        assert window.available == 0
        other.run_until_complete(stopped)


@pytest.mark.usefixtures("no_collection")
class TestGarbageCollection:
    """It ends the calls of a dropped loop at any moment, even amid a change of the window."""

    def test_a_request_in_flight_that_is_collected_amid_a_change_gives_its_slot_back(
        self, loop: VirtualTimeLoop
    ) -> None:
        def work() -> int:
            window = RateWindow(RateLimit(2, 10.0), clock=Clock(collect))
            drop_a_request_in_flight(window)
            caller_of(loop, window).result().release()
            return window.available

        assert in_thread(work).result(timeout=30) == 2

    def test_a_caller_in_the_line_that_is_collected_amid_a_change_takes_no_slot(
        self, loop: VirtualTimeLoop
    ) -> None:
        def work() -> int:
            window = RateWindow(RateLimit(1, 10.0), clock=Clock(collect))
            holder = caller_of(loop, window)
            drop_a_caller_in_the_line(window)
            holder.result().release()
            caller_of(loop, window).result().release()
            return window.available

        assert in_thread(work).result(timeout=30) == 1

    def test_a_request_that_is_collected_while_others_are_let_through_hands_on_one_slot(
        self, loop: VirtualTimeLoop, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        # Given three slots, two of them free again at 10, and a line for all of them
        window = RateWindow(RateLimit(3, 10.0), clock=Clock(loop.time))
        for _ in range(2):
            caller_of(loop, window).result().stamp()
        in_flight = [caller_of(loop, window).result()]
        line = [caller_of(loop, window) for _ in range(6)]

        # When the request in flight ends at the very moment at which the first is woken up
        wake_up = loop.call_soon_threadsafe

        def meddling(*args: Any, **keywords: Any) -> Any:
            while in_flight:
                in_flight.pop().release()
            return wake_up(*args, **keywords)

        monkeypatch.setattr(loop, "call_soon_threadsafe", meddling)
        loop.run_until_complete(asyncio.sleep(11))

        # Then three get through, and not one more
        assert [caller.done() for caller in line] == [True] * 3 + [False] * 3


def collect() -> float:
    """A clock that stands still, and has garbage collected whenever it is read."""
    gc.collect()
    return 0.0


def drop_a_request_in_flight(window: RateWindow) -> None:
    async def request() -> None:
        slot = await window.acquire()
        try:
            await asyncio.get_running_loop().create_future()
        finally:
            slot.release()

    async def begin() -> asyncio.Task[None]:
        task = asyncio.create_task(request())
        await settle()
        return task

    loop = VirtualTimeLoop()
    loop.run_until_complete(begin())
    loop.close()


def drop_a_caller_in_the_line(window: RateWindow) -> None:
    loop = VirtualTimeLoop()
    caller_of(loop, window)
    loop.close()
