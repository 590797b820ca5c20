"""Callers of a rate window, and the record of when each of them got through."""

from __future__ import annotations

import asyncio

from mews_connector import Clock, RateLimit, RateWindow, Slot
from support.virtual_time import virtual_clock

__all__ = ["Callers", "settle"]


async def settle() -> None:
    """Lets every task run as far as it can without time going by."""
    for _ in range(5):
        await asyncio.sleep(0)


class Callers:
    """Callers of one new window, known by the names they are given.

    Attributes:
        through: Who got through and at which second, in that order.
        slots: What they were given.
    """

    def __init__(
        self,
        requests: int,
        seconds: float,
        *,
        answered_at_once: bool = False,
        clock: Clock | None = None,
    ) -> None:
        """Unless they are `answered_at_once`, their requests are in flight until told otherwise."""
        self.window = RateWindow(RateLimit(requests, seconds), clock=clock or virtual_clock())
        self.through: list[tuple[int | str, float]] = []
        self.slots: dict[int | str, Slot] = {}
        self._answered_at_once = answered_at_once
        self._tasks: dict[int | str, asyncio.Task[None]] = {}

    @property
    def order(self) -> list[int | str]:
        return [name for name, _ in self.through]

    def join(self, *names: int | str) -> None:
        """They come as soon as the test lets the loop run, in this order."""
        for name in names:
            self._tasks[name] = asyncio.create_task(self._wait(name))

    async def come(self, *names: int | str) -> None:
        """They come, and are through or stand in the line when this returns."""
        self.join(*names)
        await settle()

    def cancel(self, *names: int | str) -> None:
        """They no longer want to wait."""
        for name in names:
            self._tasks[name].cancel()

    async def all_gone(self) -> None:
        """Waits until everybody got through or was cancelled."""
        await asyncio.gather(*self._tasks.values(), return_exceptions=True)

    async def _wait(self, name: int | str) -> None:
        slot = self.slots[name] = await self.window.acquire()
        self.through.append((name, asyncio.get_running_loop().time()))
        if self._answered_at_once:
            slot.stamp()
