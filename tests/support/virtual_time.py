"""The event loop on which waiting takes no time, with a clock of its own for each loop."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

from mews_connector import Clock
from mews_toolkit.testing._virtual_loop import VirtualLoop

__all__ = ["START", "VirtualTimeLoop", "virtual_clock"]

START = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
"""The date at the virtual time 0."""


class _Seconds:
    seconds = 0.0

    def move(self, *, seconds: float) -> None:
        self.seconds += seconds


class VirtualTimeLoop(VirtualLoop):
    """Sleeping costs nothing here; a deadlock is an error."""

    def __init__(self) -> None:
        super().__init__(_Seconds())


def virtual_clock() -> Clock:
    """The running virtual loop's clock, as a client takes it."""
    loop = asyncio.get_running_loop()
    return Clock(monotonic=loop.time, utc=lambda: START + timedelta(seconds=loop.time()))
