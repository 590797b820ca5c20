"""The window against a server that counts strictly, over real sockets and in real time.

The sandbox refuses the request that would be one too many within any window before its arrival.
Requests and answers travel at random speeds, so they overtake each other on their way.
"""

from __future__ import annotations

import asyncio
import sys
from statistics import fmean

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
LATENCY = (0.0, 0.02)
# Scaled down from 200 in 30 s, but so long that the machine's own work is small beside it.
LIMIT = RateLimit(requests=100, seconds=2.4)


@pytest.mark.alone
async def test_a_thousand_requests_are_never_refused_and_lose_no_time(
    capsys: pytest.CaptureFixture[str],
) -> None:
    # Given a strict server, and connections that are open already
    sandbox = Sandbox(
        seed=7, payments=0, limit=LIMIT.requests, window=LIMIT.seconds, latency=LATENCY
    )
    limits = httpx.Limits(max_connections=TASKS, max_keepalive_connections=TASKS)
    with serve_in_thread(sandbox) as server:
        async with httpx.AsyncClient(limits=limits, trust_env=False) as pool:
            await send(client(server, PORTFOLIO_ACCESS_TOKEN, pool), requests=TASKS)
            warming_up = len(sandbox.calls)

            # When many tasks send as fast as they are let
            await send(client(server, ACCESS_TOKEN, pool), requests=REQUESTS)

    # Then all requests are taken at the first attempt,
    arrivals = sorted(call.arrived for call in sandbox.calls[warming_up:])
    assert (len(arrivals), sandbox.rejected) == (REQUESTS, 0)
    # about as fast as such a server can take them.
    first, last = arrivals[: LIMIT.requests], arrivals[-LIMIT.requests :]
    burst, took, ideal = first[-1] - first[0], fmean(last) - fmean(first), ideal_seconds()
    with capsys.disabled():
        sys.stdout.write(
            f"\n{REQUESTS} requests, {sandbox.rejected} refused;"
            f" the first {LIMIT.requests} at once, in {burst:.2f} s; the others in {took:.2f} s,"
            f" where {ideal:.2f} s would be ideal: {ideal / took:.1%} of the ideal rate\n"
        )
    assert ideal / took >= 0.97


def ideal_seconds() -> float:
    """How long after the first windowful such a server can take the last one at the earliest.

    The first windowful it takes at once; how fast, is up to the machine and not to the limit
    (that nothing holds it back is shown on virtual time).
    From then on its window is full, and each request has to wait until the one a windowful
    before it is `LIMIT.seconds` old: request 101 for request 1, and request 901, nine windows
    later, for request 801. So each of the last hundred comes nine windows after its counterpart
    of the first hundred. That is compared on average over the hundred, lest a moment in which
    the machine does something else decides.
    """
    return (REQUESTS - LIMIT.requests) / LIMIT.requests * LIMIT.seconds


def client(server: Server, access_token: str, pool: httpx.AsyncClient) -> MewsClient:
    return MewsClient(
        environment=server.url,
        client_token=CLIENT_TOKEN,
        access_token=access_token,
        client="Specification 1.0",
        rate_limit=LIMIT,
        max_concurrency=TASKS,
        http_client=pool,
    )


async def send(mews: MewsClient, *, requests: int) -> None:
    """The tasks share the requests; each of them sends one after the other."""
    left = iter(range(requests))

    async def work() -> None:
        for _ in left:
            await mews.call("configuration/get", kind="read")

    await asyncio.gather(*(work() for _ in range(TASKS)))
