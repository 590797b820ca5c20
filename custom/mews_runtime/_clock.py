"""Where the time comes from, so that tests can bring their own."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime

from attrs import frozen

__all__ = ["SYSTEM_CLOCK", "Clock"]


def _utc_now() -> datetime:
    return datetime.now(UTC)


@frozen(eq=False)
class Clock:
    """Two readings: `monotonic` in seconds for waiting, `utc` for dates in headers.

    `asyncio`'s own clock would not do: some event loops read it once per iteration, and a
    stale reading would let the rate window open early.
    """

    monotonic: Callable[[], float] = time.monotonic
    utc: Callable[[], datetime] = _utc_now


SYSTEM_CLOCK = Clock()
