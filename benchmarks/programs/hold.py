"""Tells how long the event loop is held while payments are read, and a reading takes.

`hold.py CANDIDATE WALKS`, in a folder with the page; a walk has twelve of it, in four windows.
Beside the reader a task gives way again and again and does nothing else. A hold is the time between
two of its turns, which is what any other task of a service has to wait. All that the loop does in
between is in it, also the way of 1,000 rows through `async for` and the request for the next page;
but the reader itself does nothing with a row.

The longest hold of each page is taken, and of these the median and the maximum; beside them the
median and the maximum of as many readings of the same bytes in the same process. A turn of the
ticking task takes a few microseconds, which are part of the holds. Times are processor time of the
thread, since what else runs on the machine holds no loop.
"""

from __future__ import annotations

import asyncio
import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import thread_time
from typing import Any

from mews_connector import MewsClient, RateLimit, api, models

PAGE_SIZE = 1000
PAGES = 3
YEAR = models.TimeInterval(
    start_utc=datetime(2025, 1, 1, tzinfo=UTC), end_utc=datetime(2026, 1, 1, tzinfo=UTC)
)
OPTIONS: dict[str, dict[str, Any]] = {
    "page by page": {},
    "prefetching": {"prefetch": True},
    "four windows": {"concurrency": 4, "ordered": False},
}


class Ticker:
    """A task that notes the longest time between two of its turns."""

    def __init__(self) -> None:
        self._longest = 0.0
        self.task = asyncio.create_task(self._tick())

    def take(self) -> float:
        """The longest one since the last time."""
        longest, self._longest = self._longest, 0.0
        return longest

    async def _tick(self) -> None:
        last = thread_time()
        while True:
            await asyncio.sleep(0)
            now = thread_time()
            self._longest = max(self._longest, now - last)
            last = now


async def holds(client: MewsClient, options: dict[str, Any]) -> list[float]:
    """The longest hold of each page but the first."""
    found: list[float] = []
    rows = 0
    ticker = Ticker()
    async for _ in client.payments.get_all(created_utc=YEAR, **options):
        if rows % PAGE_SIZE == 0:
            # The turn that gave this page is not over, so it counts for the next one.
            found.append(ticker.take())
        rows += 1
    found.append(ticker.take())
    ticker.task.cancel()
    return found[2:]


def readings(body: bytes, pages: int) -> list[float]:
    """How long each reading of the page takes."""
    found: list[float] = []
    for _ in range(pages):
        begun = thread_time()
        api.PAYMENTS_GET_ALL.result.from_json(body)
        found.append(thread_time() - begun)
    return found


async def measured(url: str, body: bytes, options: dict[str, Any], walks: int) -> dict[str, float]:
    """The figures. Walks and readings take turns, so that slow spells of the machine meet both."""
    held: list[float] = []
    read: list[float] = []
    async with MewsClient(
        environment=url,
        client_token="client-token",  # noqa: S106 - opens nothing
        access_token="access-token",  # noqa: S106 - opens nothing
        client="Benchmark 1.0",
        rate_limit=RateLimit(requests=1_000_000),
    ) as client:
        # Fills what is filled once.
        await holds(client, options)
        for _ in range(walks):
            found = await holds(client, options)
            held += found
            read += readings(body, len(found))
    return {
        "hold ms": median(held) * 1e3,
        "reading ms": median(read) * 1e3,
        "hold / reading": median(held) / median(read),
        "longest hold ms": max(held) * 1e3,
        "longest reading ms": max(read) * 1e3,
    }


def main() -> None:
    """Runs one candidate."""
    # Isolated (-I) as this is, it has to be told where the servers are.
    sys.path.append(str(Path(__file__).parents[2]))
    from benchmarks.programs.serving import served

    body = Path("payments.json").read_bytes()
    with served("page_server", "payments.json", PAGES) as url:
        figures = asyncio.run(measured(url, body, OPTIONS[sys.argv[1]], int(sys.argv[2])))
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
