from __future__ import annotations

import asyncio
from collections import deque
from itertools import islice

from ._limiter import Slot

__all__ = ["Line"]


class Line:
    """Those who wait for slots on one event loop; first come, first served."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._waiters: deque[asyncio.Future[Slot]] = deque()

    def join(self) -> asyncio.Future[Slot]:
        """A place at the end, to be waited for with `wait`."""
        waiter: asyncio.Future[Slot] = self._loop.create_future()
        self._waiters.append(waiter)
        return waiter

    @staticmethod
    async def wait(waiter: asyncio.Future[Slot]) -> Slot:
        """The slot, once it is there; who gives up hands it on."""
        try:
            return await waiter
        except BaseException:
            if waiter.done() and not waiter.cancelled() and waiter.exception() is None:
                waiter.result().release()
            # Also where nobody will run any more: the loop may be closed.
            waiter.cancel()
            raise

    def __len__(self) -> int:
        """How many wait, or at least a few of them; who gave up and is first is taken out."""
        while self._waiters and self._waiters[0].done():
            self._waiters.popleft()
        return len(self._waiters)

    def first(self, most: int) -> int:
        """How many of the first `most` places are still waited at."""
        return sum(not waiter.done() for waiter in islice(self._waiters, most))

    def serve(self, slot: Slot) -> None:
        """Gives it to the first."""
        self._next().set_result(slot)

    def fail(self, error: BaseException) -> None:
        """Ends all waiting."""
        while self:
            self._next().set_exception(error)

    def _next(self) -> asyncio.Future[Slot]:
        while (waiter := self._waiters.popleft()).done():
            pass
        return waiter
