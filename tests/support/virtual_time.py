"""An event loop whose clock jumps to the next timer instead of waiting for it."""

from __future__ import annotations

import asyncio
import selectors
from datetime import UTC, datetime, timedelta

from mews_connector import Clock

__all__ = ["START", "VirtualTimeLoop", "virtual_clock"]

START = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
"""The date at the virtual time 0."""


class _JumpingSelector(selectors.SelectSelector):
    now = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        ready = super().select(0)
        if not ready:
            if timeout is None:
                raise RuntimeError("every task waits for something that will never happen")
            self.now += timeout
        return ready


class VirtualTimeLoop(asyncio.SelectorEventLoop):
    """Sleeping costs nothing here; a deadlock is an error."""

    def __init__(self) -> None:
        self._jumping = _JumpingSelector()
        super().__init__(self._jumping)

    def time(self) -> float:
        return self._jumping.now


def virtual_clock() -> Clock:
    """The running virtual loop's clock, as a client takes it."""
    loop = asyncio.get_running_loop()
    return Clock(monotonic=loop.time, utc=lambda: START + timedelta(seconds=loop.time()))
