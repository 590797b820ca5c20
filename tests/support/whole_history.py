"""A year of five enterprises, read by clients that no socket slows down."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

import httpx

from mews_connector import MewsClient, RateLimit, models
from mews_toolkit.sandbox import CLIENT_TOKEN, PORTFOLIO_ACCESS_TOKEN, InProcess, Sandbox
from mews_toolkit.sandbox.rows import Rows
from support.busy_hotels import BusyHotels, Clockwork
from support.retries import STUBBORN
from support.virtual_time import virtual_clock

__all__ = ["NOW", "History"]

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)

_ENTERPRISES = 5


class History:
    """The year, as it was before a test changed it.

    Attributes:
        sandbox: Where it is kept.
        clock: The clock of its enterprises.
        size: How many payments it has.
        is_long: Whether it is so long that a walk takes many seconds.
        page_size: How many rows to ask for: enough pages, and no more requests than needed.
    """

    def __init__(self, size: int) -> None:
        self.size = size
        self.is_long = size > 10_000
        self.page_size = max(size // 300, 50)
        self.clock = Clockwork(NOW)
        # The first enterprise has ten times as many as each of the others.
        self.sandbox = Sandbox(
            enterprises=_ENTERPRISES, payments=size - 4 * (size // 14), limit=None, now=self.clock
        )
        self._payments = tuple(self.sandbox.payments)[::-1]
        self._refunds = {paid: list(back) for paid, back in self.sandbox.store.refunds.items()}

    def rewind(self) -> None:
        """Forgets what happened since the year was made."""
        self.clock.now = NOW
        self.sandbox.calls.clear()
        store = self.sandbox.store
        store.payments = Rows(self._payments)
        store.refunds = {paid: list(back) for paid, back in self._refunds.items()}
        store.dice = Random(self.size)

    def gets_busy(self, seed: object, *, tired: int = 0) -> BusyHotels:
        """From now on rows change, and requests fail."""
        hotels = BusyHotels(self.sandbox, self.clock, seed, tired=tired)
        self.sandbox.faults = hotels
        return hotels

    @property
    def now(self) -> datetime:
        """The present instant."""
        return self.clock.now

    def last(self, days: int) -> models.TimeInterval:
        """So many days, and the coming hour, in which there will be new rows."""
        return models.TimeInterval(
            start_utc=NOW - timedelta(days=days), end_utc=NOW + timedelta(hours=1)
        )

    def created(self, span: models.TimeInterval) -> list[UUID]:
        """The payments of an interval, newest first, as the sandbox itself has them."""
        rows = self.sandbox.payments
        return [it.id for it in rows if span.start_utc <= it.created_utc < span.end_utc]

    @property
    def accounts(self) -> list[UUID]:
        """Whoever paid."""
        return sorted({it.account_id for it in self.sandbox.payments})

    @asynccontextmanager
    async def client(self, **keywords: Any) -> AsyncGenerator[MewsClient]:
        """A client in this very event loop, on virtual time."""
        transport = InProcess(self.sandbox)
        async with httpx.AsyncClient(transport=transport) as http:
            settings: dict[str, Any] = {
                "environment": "http://127.0.0.1",
                "client_token": CLIENT_TOKEN,
                "access_token": PORTFOLIO_ACCESS_TOKEN,
                "client": "Historian 1.0",
                "portfolio": True,
                "retry": STUBBORN,
                "rate_limit": RateLimit(1_000_000),
                "http_client": http,
                "clock": virtual_clock(),
            }
            async with MewsClient(**settings | keywords) as mews:
                yield mews
