"""Streams payments, and tells how much the peak of memory rises after the first 50,000 rows.

`stream.py WINDOWS PAGES`, in a folder with the page: so many windows of three months are walked at
the same time, and have so many pages in all. The peak is the kernel's own count for this process
("VmHWM"), so this works on Linux alone.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import AsyncGenerator
from contextlib import aclosing
from datetime import UTC, datetime
from pathlib import Path

PAGE_SIZE = 1000
SETTLED = 50_000


async def stream(url: str, windows: int) -> AsyncGenerator[object]:
    """The rows, as they come."""
    from dateutil.relativedelta import relativedelta

    from mews_connector import MewsClient, RateLimit, models

    start = datetime(2025, 1, 1, tzinfo=UTC)
    created = models.TimeInterval(
        start_utc=start, end_utc=start + relativedelta(months=3 * windows)
    )
    async with MewsClient(
        environment=url,
        client_token="client-token",  # noqa: S106 - opens nothing
        access_token="access-token",  # noqa: S106 - opens nothing
        client="Benchmark 1.0",
        rate_limit=RateLimit(requests=1_000_000),
    ) as client:
        payments = client.payments.get_all(
            created_utc=created, concurrency=windows, ordered=windows == 1
        )
        async for payment in payments:
            yield payment


def peak() -> int:
    """The most memory that this process ever had, in bytes."""
    told = Path("/proc/self/status").read_text(encoding="ascii")
    return 1024 * int(told.partition("VmHWM:")[2].split()[0])


async def main() -> None:
    """Runs one candidate."""
    # Isolated (-I) as this is, it has to be told where the servers are.
    sys.path.append(str(Path(__file__).parents[2]))
    from benchmarks.programs.serving import served

    windows, pages = int(sys.argv[1]), int(sys.argv[2])
    rows, settled = 0, 0
    with served("page_server", "payments.json", pages // windows) as url:
        async with aclosing(stream(url, windows)) as payments:
            async for _ in payments:
                rows += 1
                if rows == SETTLED:
                    settled = peak()
    if rows != pages * PAGE_SIZE:
        raise SystemExit(f"{rows} rows came of {pages * PAGE_SIZE}")
    mib = 2**20
    print(json.dumps({"MiB more": (peak() - settled) / mib, "MiB at 50,000 rows": settled / mib}))


if __name__ == "__main__":
    asyncio.run(main())
