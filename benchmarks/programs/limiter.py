"""Tells how near to the limit callers come that wait for it, and how often the server refuses.

`limiter.py WAITERS REQUESTS SECONDS WINDOWS`: so many callers call again and again, until WINDOWS
times REQUESTS calls were answered, by a server that keeps to its limit as strictly as the API does.
The server's own times count. It may let a request through one window after the one that stands
REQUESTS places before it, and no earlier: "of the ideal" is a window as a part of the time that it
took.
"""

from __future__ import annotations

import asyncio
import json
import sys
from http import HTTPStatus
from pathlib import Path
from statistics import mean
from typing import NoReturn
from uuid import UUID

from mews_connector import AttemptEvent, Event, MewsClient, RateLimit

# Each way, at most, as a part of the window: for the API that were 150 ms.
LATENCY = 0.005


async def passed(url: str, waiters: int, calls: int, limit: RateLimit) -> tuple[list[float], int]:
    """When requests were let through, and how many were refused, until there were so many."""
    times: list[float] = []
    refused = 0
    enough = asyncio.Event()

    def note(event: Event) -> None:
        nonlocal refused
        if isinstance(event, AttemptEvent) and event.request_id is not None:
            if event.status == HTTPStatus.TOO_MANY_REQUESTS:
                refused += 1
            else:
                times.append(float(event.request_id))
        if len(times) == calls:
            enough.set()

    async with MewsClient(
        environment=url,
        client_token="client-token",  # noqa: S106 - opens nothing
        access_token="access-token",  # noqa: S106 - opens nothing
        client="Benchmark 1.0",
        rate_limit=limit,
        max_concurrency=waiters,
        on_event=note,
    ) as client:

        async def work() -> NoReturn:
            while True:
                await client.payments.get_all(payment_ids=[UUID(int=1)]).first_page()

        tasks = [asyncio.create_task(work()) for _ in range(waiters)]
        stop = asyncio.create_task(enough.wait())
        # A caller that fails ends the wait as well.
        await asyncio.wait([stop, *tasks], return_when=asyncio.FIRST_COMPLETED)
        for task in [stop, *tasks]:
            task.cancel()
        await asyncio.wait([stop, *tasks])
    if not enough.is_set():
        raise SystemExit(f"{len(times)} calls of {calls} were answered")
    return sorted(times[:calls]), refused


def main() -> None:
    """Runs one candidate."""
    # Isolated (-I) as this is, it has to be told where the servers are.
    sys.path.append(str(Path(__file__).parents[2]))
    from benchmarks.programs.serving import served

    waiters, windows = int(sys.argv[1]), int(sys.argv[4])
    limit = RateLimit(requests=int(sys.argv[2]), seconds=float(sys.argv[3]))
    calls = windows * limit.requests
    with served("strict_server", limit.requests, limit.seconds, limit.seconds * LATENCY) as url:
        times, refused = asyncio.run(passed(url, waiters, calls, limit))
    # In the first window connections are opened, and models loaded.
    warm = times[limit.requests :]
    took = mean(later - now for now, later in zip(warm, warm[limit.requests :], strict=False))
    print(json.dumps({"of the ideal": limit.seconds / took, "429": refused}))


if __name__ == "__main__":
    main()
