"""A process that reads a history and stores it, until it is done or kills itself."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
import time
from datetime import datetime
from pathlib import Path

from attrs import asdict, frozen

from mews_connector import MewsClient, RateLimit, models
from support.pages import Payments
from support.retries import STUBBORN
from support.stored_history import StoredHistory

__all__ = ["Orders"]


@frozen(kw_only=True)
class Orders:
    """What a reader is told on its command line.

    Attributes:
        dies_after: How many rows it lives to store; 0 for all of them.
    """

    server: str
    client_token: str
    access_token: str
    file: str
    start: str
    end: str
    page_size: int
    concurrency: int
    ordered: bool
    prefetch: bool
    dies_after: int

    def to_json(self) -> str:
        return json.dumps(asdict(self))


async def read(orders: Orders) -> None:
    created = models.TimeInterval(
        start_utc=datetime.fromisoformat(orders.start), end_utc=datetime.fromisoformat(orders.end)
    )
    stored = StoredHistory(Path(orders.file), dies=die, after=orders.dies_after)
    async with MewsClient(
        environment=orders.server,
        client_token=orders.client_token,
        access_token=orders.access_token,
        client="Mortal reader 1.0",
        portfolio=True,
        retry=STUBBORN,
        rate_limit=RateLimit(1_000_000),
    ) as mews:

        def query(resume: str | None) -> Payments:
            return mews.payments.get_all(
                created_utc=created,
                page_size=orders.page_size,
                concurrency=orders.concurrency,
                ordered=orders.ordered,
                prefetch=orders.prefetch,
                resume=resume,
            )

        await stored.take(query)
    stored.close()


def die() -> None:
    """Without a word, and without anything of Python being let finish."""
    os.kill(os.getpid(), signal.SIGKILL)


def peak_memory() -> float | None:
    """In MiB, of this program alone: what `getrusage` tells began with the process before it."""
    status = Path("/proc/self/status")
    if not status.exists():
        return None
    [line] = (it for it in status.read_text().splitlines() if it.startswith("VmHWM:"))
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    began = time.perf_counter()
    asyncio.run(read(Orders(**json.loads(sys.argv[1]))))
    figures = {
        "seconds": time.perf_counter() - began,
        "peak": peak_memory(),
    }
    sys.stdout.write(json.dumps(figures))
