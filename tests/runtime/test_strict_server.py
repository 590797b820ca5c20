"""The window against a server that counts strictly, over real sockets and in real time."""

from __future__ import annotations

import asyncio
import os

import httpx
import pytest

from mews_connector import MewsClient, RateLimit
from mews_toolkit.sandbox import (
    ACCESS_TOKEN,
    CLIENT_TOKEN,
    PORTFOLIO_ACCESS_TOKEN,
    Sandbox,
    Server,
    serve_in_thread,
)

REQUESTS, TASKS = 1000, 50
LIMIT = RateLimit(int(os.environ.get("RW_N","100")), float(os.environ.get("RW_W","1.5")))
LATENCY = (0.0, 0.02)


def client(server: Server, access_token: str, http_client: httpx.AsyncClient) -> MewsClient:
    return MewsClient(
        environment=server.url,
        client_token=CLIENT_TOKEN,
        access_token=access_token,
        client="Specification 1.0",
        rate_limit=LIMIT,
        max_concurrency=TASKS,
        http_client=http_client,
    )


async def send(mews: MewsClient, requests: int) -> None:
    """Several tasks send them, each one after the other."""
    left = iter(range(requests))

    async def work() -> None:
        for _ in left:
            await mews.call("configuration/get", kind="read")

    await asyncio.gather(*(work() for _ in range(TASKS)))


async def test_a_thousand_requests_are_never_refused_and_lose_no_time() -> None:
    sandbox = Sandbox(
        seed=7, payments=0, limit=LIMIT.requests, window=LIMIT.seconds, latency=LATENCY
    )
    limits = httpx.Limits(max_connections=TASKS, max_keepalive_connections=TASKS)
    with serve_in_thread(sandbox) as server:
        async with httpx.AsyncClient(limits=limits) as http_client:
            await send(client(server, PORTFOLIO_ACCESS_TOKEN, http_client), TASKS)
            warm = len(sandbox.calls)
            await send(client(server, ACCESS_TOKEN, http_client), REQUESTS)

    arrivals = sorted(call.arrived for call in sandbox.calls[warm:])
    took = arrivals[-1]-arrivals[0]
    n=LIMIT.requests
    ideal=LIMIT.seconds*(REQUESTS/n-1)
    print(sandbox.rejected, len(arrivals), f"{took=:.3f} {ideal=} ratio {ideal/took:.4f}; spread first {arrivals[n-1]-arrivals[0]:.3f} last {arrivals[-1]-arrivals[-n]:.3f} steady {ideal/(arrivals[-1]-arrivals[n-1]):.4f} per cycle {(arrivals[-n]-arrivals[0])/(REQUESTS/n-1)-LIMIT.seconds:.4f}")
