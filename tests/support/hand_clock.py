"""A clock that stands still until it is moved."""

from __future__ import annotations

from datetime import timedelta

from mews_connector import Clock
from support.virtual_time import START

__all__ = ["HandClock"]


class HandClock:
    """Both readings of `clock` go by `seconds`."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.clock = Clock(
            monotonic=lambda: self.seconds, utc=lambda: START + timedelta(seconds=self.seconds)
        )
