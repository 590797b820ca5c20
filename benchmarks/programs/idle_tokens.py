"""Tells what a request costs while other tokens are idle, and how much memory each of those takes.

`idle_tokens.py TOKENS CALLS`: so many clients, each with a token of its own, make one request and
are kept, and so are their rate windows. Then one more token makes so many requests, a twentieth of
them at a time, and the processor time of one is told, as in the best twentieth. All requests are
answered within the process: a socket would only hide a difference. Memory is what the kernel counts
for the process, so this works on Linux alone.
"""

from __future__ import annotations

import asyncio
import gc
import json
import sys
from pathlib import Path
from time import process_time
from uuid import UUID

import httpx

from mews_connector import MewsClient, RateLimit, models

ANSWER = b'{"Payments":[],"Cursor":null}'
PARTS = 20


def client(number: int, http_client: httpx.AsyncClient) -> MewsClient:
    """One with a token of its own; they share the connections."""
    return MewsClient(
        environment="http://127.0.0.1",
        client_token="client-token",  # noqa: S106 - opens nothing
        access_token=f"access-token-{number}",
        client="Benchmark 1.0",
        rate_limit=RateLimit(requests=1_000_000),
        http_client=http_client,
    )


async def call(mews: MewsClient) -> list[models.Payment]:
    """The cheapest request there is."""
    return await mews.payments.get_all(payment_ids=[UUID(int=1)]).collect()


async def main() -> None:
    """Runs one candidate."""
    tokens, calls = int(sys.argv[1]), int(sys.argv[2])
    transport = httpx.MockTransport(lambda _: httpx.Response(200, content=ANSWER))
    async with httpx.AsyncClient(transport=transport) as http_client:
        busy = client(0, http_client)
        await call(busy)
        before = resident()
        idle = [client(1 + number, http_client) for number in range(tokens)]
        for mews in idle:
            await call(mews)
        taken = resident() - before

        times: list[float] = []
        for _ in range(PARTS):
            begun = process_time()
            for _ in range(calls // PARTS):
                await call(busy)
            times.append((process_time() - begun) / (calls // PARTS))
    figures = {"us a request": min(times) * 1e6}
    if idle:
        figures["KiB a token"] = taken / 1024 / tokens
    print(json.dumps(figures))


def resident() -> int:
    """The memory that this process has, in bytes."""
    gc.collect()
    told = Path("/proc/self/status").read_text(encoding="ascii")
    return 1024 * int(told.partition("VmRSS:")[2].split()[0])


if __name__ == "__main__":
    asyncio.run(main())
