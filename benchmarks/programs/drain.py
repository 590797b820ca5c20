"""Drains a list of payments to its end, and tells how many rows come in a second.

`drain.py CANDIDATE PAGES`, in a folder with the page and with the stock client. As in an export,
each row is counted and its amount added up; both are checked. `httpx` builds no rows: it carries
the bytes and looks for the cursor.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Awaitable, Callable
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from time import perf_counter, process_time
from typing import Any, TypeAlias

Drain: TypeAlias = Callable[[str], Awaitable[tuple[int, Decimal | float]]]

TOKENS = {"ClientToken": "client-token", "AccessToken": "access-token", "Client": "Benchmark 1.0"}
JULY = {"StartUtc": "2026-07-01T00:00:00Z", "EndUtc": "2026-08-01T00:00:00Z"}
PAGE_SIZE = 1000


async def mews(url: str, *, prefetch: bool = False) -> tuple[int, Decimal | float]:
    """The client, with its rate limit out of the way."""
    from mews_connector import MewsClient, RateLimit, models

    july = models.TimeInterval.from_json(json.dumps(JULY))
    rows, total = 0, Decimal(0)
    async with MewsClient(
        environment=url,
        client_token=TOKENS["ClientToken"],
        access_token=TOKENS["AccessToken"],
        client=TOKENS["Client"],
        rate_limit=RateLimit(requests=1_000_000),
    ) as client:
        async for payment in client.payments.get_all(created_utc=july, prefetch=prefetch):
            rows += 1
            total += payment.amount.gross_value
    return rows, total


async def prefetching(url: str) -> tuple[int, Decimal | float]:
    """The same, one page ahead."""
    return await mews(url, prefetch=True)


async def stock(url: str) -> tuple[int, Decimal | float]:
    """The stock client, with the loop over cursors that its user has to write."""
    package: Any = import_module("stock_client")
    requests: Any = import_module("stock_client.models.connector_request")
    get_all: Any = import_module("stock_client.api.payments.payments_get_all")
    rows, total = 0, 0.0
    limitation: dict[str, object] = {"Count": PAGE_SIZE}
    async with package.Client(base_url=url) as client:
        while True:
            values = TOKENS | {"CreatedUtc": JULY, "Limitation": limitation}
            body = requests.ConnectorRequest.from_dict(values)
            page = await get_all.asyncio(client=client, body=body)
            for payment in page.payments:
                rows += 1
                total += payment.amount.gross_value
            if page.cursor is None:
                return rows, total
            limitation["Cursor"] = str(page.cursor)


async def httpx(url: str) -> tuple[int, Decimal | float]:
    """Bare httpx."""
    from httpx import AsyncClient

    pages = 0
    limitation: dict[str, object] = {"Count": PAGE_SIZE}
    async with AsyncClient(base_url=url, trust_env=False) as client:
        while True:
            values = TOKENS | {"CreatedUtc": JULY, "Limitation": limitation}
            answer = await client.post("/api/connector/v1/payments/getAll", json=values)
            cursor = json.loads(answer.content.rpartition(b'"Cursor":')[2].removesuffix(b"}"))
            if cursor is None:
                return pages * PAGE_SIZE, 0
            pages += 1
            limitation["Cursor"] = cursor


CANDIDATES: dict[str, Drain] = {
    "mews": mews,
    "prefetching": prefetching,
    "stock": stock,
    "httpx": httpx,
}


async def timed(drain: Drain, url: str) -> tuple[int, Decimal | float, float, float]:
    """What came, and the time of the clock and of this process that it took."""
    wall, cpu = perf_counter(), process_time()
    rows, total = await drain(url)
    return rows, total, perf_counter() - wall, process_time() - cpu


def main() -> None:
    """Runs one candidate."""
    # Isolated (-I) as this is, it has to be told where the stock client and the servers are.
    sys.path += [str(Path.cwd()), str(Path(__file__).parents[2])]
    from benchmarks.programs.serving import served

    drain, pages = CANDIDATES[sys.argv[1]], int(sys.argv[2])
    with served("page_server", "payments.json", 2) as url:
        # Loads what is loaded once.
        asyncio.run(timed(drain, url))
    with served("page_server", "payments.json", pages) as url:
        rows, total, wall, cpu = asyncio.run(timed(drain, url))

    content = json.loads(Path("payments.json").read_bytes(), parse_float=Decimal)
    expected = sum(row["Amount"]["GrossValue"] for row in content["Payments"]) * pages
    if rows != pages * PAGE_SIZE:
        raise SystemExit(f"{rows} rows came of {pages * PAGE_SIZE}")
    # stock adds floats, whose sum is right to the cent at best.
    if drain is not httpx and abs(Decimal(total) - expected) >= Decimal("0.005"):
        raise SystemExit(f"the amounts add up to {total}, not to {expected}")
    print(json.dumps({"rows/s": rows / wall, "rows/s of processor time": rows / cpu}))


if __name__ == "__main__":
    main()
