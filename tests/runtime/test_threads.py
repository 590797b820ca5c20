"""One window used from two event loops, each in its own thread, on the real clock."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Coroutine
from functools import partial
from threading import Barrier, Event
from time import monotonic
from typing import Any, TypeAlias

import pytest
from attrs import frozen

from mews_connector import RateLimit, RateWindow
from support.in_thread import in_thread

LIMIT = RateLimit(requests=20, seconds=0.1)

Part: TypeAlias = Callable[[random.Random], Coroutine[Any, Any, list["Sent"]]]


@frozen
class Sent:
    """One request. The window let it go no later than `at` and saw its end after `answered`."""

    at: float
    answered: float


def in_two_threads(part: Part, seed: int) -> list[Sent]:
    """The requests of both threads, oldest first. They start together."""
    together = Barrier(2)

    def work(number: int) -> list[Sent]:
        together.wait()
        return asyncio.run(part(random.Random(seed * 2 + number)))

    running = [in_thread(partial(work, number)) for number in range(2)]
    return sorted(
        (sent for thread in running for sent in thread.result(timeout=20)), key=lambda it: it.at
    )


async def send(window: RateWindow, latency: float) -> Sent:
    slot = await window.acquire()
    at = answered = monotonic()
    try:
        await asyncio.sleep(latency)
        answered = monotonic()
    finally:
        slot.stamp()
    return Sent(at, answered)


def most_in_one_window(requests: list[Sent]) -> int:
    """The most requests that a server may have counted at any moment."""
    return max(
        sum(it.at <= moment < it.answered + LIMIT.seconds for it in requests)
        for moment in (it.at for it in requests)
    )


@pytest.mark.parametrize("seed", range(2))
class TestTwoThreads:
    def test_together_they_never_exceed_the_limit(self, seed: int) -> None:
        window = RateWindow(LIMIT)

        async def part(dice: random.Random) -> list[Sent]:
            return await asyncio.gather(*(send(window, dice.uniform(0, 0.005)) for _ in range(100)))

        requests = in_two_threads(part, seed)

        assert len(requests) == 200
        assert most_in_one_window(requests) <= LIMIT.requests

    def test_callers_that_give_up_in_both_lose_no_slot(self, seed: int) -> None:
        window = RateWindow(LIMIT)

        async def impatient(dice: random.Random) -> Sent | None:
            try:
                async with asyncio.timeout(dice.uniform(0, 0.5)):
                    return await send(window, 0)
            except TimeoutError:
                return None

        async def part(dice: random.Random) -> list[Sent]:
            outcomes = await asyncio.gather(*(impatient(dice) for _ in range(200)))
            await asyncio.sleep(LIMIT.seconds)
            return [it for it in outcomes if it is not None]

        requests = in_two_threads(part, seed)

        assert most_in_one_window(requests) <= LIMIT.requests
        assert (window.available, window.idle) == (LIMIT.requests, True)


def test_a_pause_asked_for_in_one_thread_holds_the_other() -> None:
    window = RateWindow(LIMIT)
    begun = monotonic()

    in_thread(lambda: window.pause(0.3)).result(timeout=3)
    sent = asyncio.run(send(window, 0))

    assert sent.at - begun >= 0.3


def test_a_thread_whose_loop_is_busy_does_not_hold_up_the_other() -> None:
    # Given two slots in use, and a line with a caller first whose loop gets stuck
    window = RateWindow(RateLimit(requests=2, seconds=0.2))
    in_line, other_is_through = Event(), Event()

    async def busy() -> bool:
        for _ in range(2):
            await send(window, 0)
        first = asyncio.create_task(window.acquire())
        await asyncio.sleep(0)
        in_line.set()
        never_came = not other_is_through.wait(timeout=3)
        await first
        return never_came

    stuck = in_thread(lambda: asyncio.run(busy()))
    in_line.wait(timeout=3)

    # When both slots are free again
    asyncio.run(send(window, 0))
    other_is_through.set()

    # Then the other got its own while that loop still stood still
    assert not stuck.result(timeout=5)
