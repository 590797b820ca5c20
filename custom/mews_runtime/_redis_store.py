"""Slots kept in Redis. Only this module and `_redis_address` import redis-py."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from collections.abc import Awaitable
from hashlib import sha1
from secrets import token_hex
from typing import Any, cast

from attrs import define, field
from redis.asyncio import Redis
from redis.exceptions import NoScriptError

from ._redis_address import RedisAddress
from ._redis_script import SCRIPT, arguments, reply
from ._slot_store import Ask, Reply, StoreUnavailableError

__all__ = ["RedisStore"]

_TRY_AGAIN_AFTER = 1.0
_SHA = sha1(SCRIPT.encode(), usedforsecurity=False).hexdigest()
_logger = logging.getLogger("mews_connector")


@define(eq=False, repr=False)
class _Link:
    """The connections of one event loop."""

    redis: Redis
    gate: asyncio.Semaphore
    users: int = 0
    running: set[asyncio.Task[object]] = field(factory=set[asyncio.Task[object]])


class RedisStore:
    """A store in Redis that answers within a bounded time, or is done without for a while.

    While it is away, one try a second finds out whether it is back; all others fail at once.
    """

    def __init__(
        self, address: RedisAddress, *, timeout: float, max_connections: int, share: float
    ) -> None:
        self._address = address
        self._timeout = timeout
        self._max_connections = max_connections
        self._share = share
        self._links: dict[asyncio.AbstractEventLoop, _Link] = {}
        self._away = False
        self._try_again_at = 0.0

    async def ask(self, key: str, ask: Ask) -> Reply:
        """Tells and wants all at once.

        Raises:
            StoreUnavailableError: Redis is gone, too slow, or refuses.
        """
        if self._away:
            if time.monotonic() < self._try_again_at:
                raise StoreUnavailableError
            self._try_again_at = time.monotonic() + _TRY_AGAIN_AFTER
        try:
            answer = reply(await self._in_time(self._run(key, ask)))
        except Exception as error:
            # Whatever it is, calls go on.
            self._went_away(error)
            raise StoreUnavailableError from error
        self._came_back()
        return answer

    def enter(self) -> None:
        """Somebody on this event loop is going to ask."""
        loop = asyncio.get_running_loop()
        if loop not in self._links:
            for it in [it for it in list(self._links) if it.is_closed()]:
                self._links.pop(it, None)
            self._links[loop] = self._new_link()
        self._links[loop].users += 1

    async def leave(self) -> None:
        """And now no longer; with the last one the connections of this loop are closed."""
        loop = asyncio.get_running_loop()
        link = self._links[loop]
        link.users -= 1
        if link.users:
            return
        del self._links[loop]
        # Whatever keeps them from being closed, nothing is lost by it.
        with contextlib.suppress(Exception):
            async with asyncio.timeout(self._timeout):
                await link.redis.aclose()

    async def _run(self, key: str, ask: Ask) -> object:
        link = self._links[asyncio.get_running_loop()]
        # One slot of a Redis Cluster for both.
        values = [f"{key}:slots", f"{key}:state", *arguments(ask, token_hex(8))]
        async with link.gate:
            try:
                return await cast("Awaitable[object]", link.redis.evalsha(_SHA, 2, *values))
            except NoScriptError:
                return await cast("Awaitable[object]", link.redis.eval(SCRIPT, 2, *values))

    async def _in_time(self, work: Any) -> object:
        running = self._links[asyncio.get_running_loop()].running
        task: asyncio.Task[object] = asyncio.ensure_future(work)
        running.add(task)
        task.add_done_callback(running.discard)
        try:
            await asyncio.wait([task], timeout=self._timeout)
            if not task.done():
                # It may be this loop that stood still, with the answer here already.
                await asyncio.wait([task], timeout=self._timeout / 10)
        finally:
            if not task.done():
                task.cancel()
                task.add_done_callback(_forget)
        if not task.done():
            raise TimeoutError(f"no answer in {self._timeout:g} s")
        return task.result()

    def _new_link(self) -> _Link:
        # Only what our own patience has missed; it is measured over all steps.
        redis = self._address.client(
            timeout=4 * self._timeout, max_connections=self._max_connections
        )
        # The URL may name fewer.
        most = min(self._max_connections, redis.connection_pool.max_connections)
        return _Link(redis, asyncio.Semaphore(most))

    def _went_away(self, error: Exception) -> None:
        first, self._away = not self._away, True
        self._try_again_at = time.monotonic() + _TRY_AGAIN_AFTER
        if first:
            _logger.warning(
                "Redis is away (%s: %s): until it is back, this process keeps to %g %% of the"
                " rate limit by itself",
                type(error).__name__,
                error,
                100 * self._share,
            )

    def _came_back(self) -> None:
        if self._away:
            self._away = False
            _logger.info("Redis is back, and the rate limit is shared again")


def _forget(task: asyncio.Task[object]) -> None:
    if not task.cancelled():
        task.exception()
