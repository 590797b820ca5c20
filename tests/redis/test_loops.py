"""Several event loops of one process, each in its own thread."""

from __future__ import annotations

import asyncio
import gc

from mews_connector import RateLimit, RedisRateWindow
from support.in_thread import in_thread
from support.members import TOKEN, is_free, member
from support.redis_server import RedisServer


async def take(window: RedisRateWindow, number: int) -> int:
    """Gets as many as it can, and goes with all requests in flight."""
    callers = [asyncio.create_task(window.for_token(*TOKEN).acquire()) for _ in range(number)]
    return len((await asyncio.wait(callers, timeout=1.0))[0])


def test_they_share_the_window(redis: RedisServer) -> None:
    window = RedisRateWindow(redis.url, limit=RateLimit(5, 30.0), timeout=2.0)

    taken = [in_thread(lambda: asyncio.run(take(window, 4))) for _ in range(3)]

    assert sum(it.result(timeout=30) for it in taken) == 5


def test_they_share_the_share_when_redis_is_gone(redis: RedisServer) -> None:
    window = RedisRateWindow(redis.url, limit=RateLimit(10, 30.0), share=0.5)
    redis.stop()

    async def both() -> list[int]:
        # Keeps its own loop alive while the other one takes its part.
        own = await take(window, 3)
        other = await asyncio.to_thread(lambda: asyncio.run(take(window, 4)))
        return [own, other]

    assert asyncio.run(both()) == [3, 2]


def test_what_a_closed_loop_has_sent_is_part_of_the_share(redis: RedisServer) -> None:
    window = RedisRateWindow(redis.url, limit=RateLimit(10, 30.0), share=0.2)
    redis.stop()

    taken: list[int] = []
    for _ in range(4):
        taken.append(asyncio.run(take(window, 1)))
        # Nor does it matter that no client is left.
        gc.collect()

    assert taken == [1, 1, 0, 0]


def test_a_loop_that_was_closed_leaves_nothing_behind(redis: RedisServer) -> None:
    # Given a loop that is closed with requests in flight and callers in line
    window = RedisRateWindow(redis.url, limit=RateLimit(2, 0.5), timeout=2.0)
    assert asyncio.run(take(window, 4)) == 2

    # Then its slots come back to others, and to a later loop of the same process
    assert asyncio.run(is_free(member(redis, 2, 0.5), within=5.0))
    assert asyncio.run(is_free(window.for_token(*TOKEN), within=5.0))


def test_a_slot_can_be_given_back_from_another_thread(redis: RedisServer) -> None:
    async def work() -> bool:
        window = member(redis, 1, 30.0)
        slot = await window.acquire()
        await asyncio.to_thread(slot.release)
        return await is_free(window, within=5.0)

    assert asyncio.run(work())
