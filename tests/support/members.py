"""Members of a fleet within this process: they know of each other through Redis alone."""

from __future__ import annotations

import asyncio
import time

from mews_connector import Limiter, RateLimit, RedisRateWindow, Slot
from support.redis_server import RedisServer

__all__ = ["TOKEN", "is_free", "member", "members", "take"]

TOKEN = ("https://mews.test", "hash of a token")


def member(
    redis: RedisServer, requests: int, seconds: float, *, share: float = 0.1, timeout: float = 2.0
) -> Limiter:
    """The window of a token, as another process would have it.

    Redis gets more time than by default: the machine may be busy with other tests.
    """
    limit = RateLimit(requests, seconds)
    return RedisRateWindow(redis.url, limit=limit, share=share, timeout=timeout).for_token(*TOKEN)


def members(redis: RedisServer, number: int, requests: int, seconds: float) -> list[Limiter]:
    return [member(redis, requests, seconds) for _ in range(number)]


async def take(window: Limiter) -> tuple[Slot, float]:
    """A slot, and the time at which it was given."""
    slot = await window.acquire()
    return slot, time.monotonic()


async def is_free(window: Limiter, *, within: float = 0.2) -> bool:
    """Whether somebody who comes now gets a slot soon; it is given back."""
    try:
        async with asyncio.timeout(within):
            slot = await window.acquire()
    except TimeoutError:
        return False
    slot.release()
    return True
