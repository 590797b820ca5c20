"""One write after another over loopback: payments/addExternal, answered by 60 bytes.

Both candidates send the same bytes, tokens and header fields included, and both make the body
anew for each call, since a user has to: `mews` from its model, `httpx` from a dict through
msgspec, the fastest exact way there is (`json.dumps` refuses Decimal). Both read the answer:
`mews` into its model, `httpx` by `response.json()`. Both have one pool with a place for each
request in flight. `mews` keeps all its promises meanwhile: checks, deadline, rate window (too
wide to hold anything up), cancellation, events. `stock` passes a float, since it knows no other
way, and its own header fields. `mews-aiohttp` and `httpx-aiohttp` are the same on connections of
aiohttp.

Prints microseconds per call: of this process (`cpu_us`) and of the clock (`wall_us`).
"""

from __future__ import annotations

import asyncio
import json
import sys
from argparse import ArgumentParser
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from decimal import Decimal
from functools import partial
from importlib import import_module
from pathlib import Path
from platform import python_version
from time import perf_counter_ns, process_time_ns
from typing import TYPE_CHECKING, Any, Literal, TypeAlias
from uuid import UUID

if TYPE_CHECKING:
    from httpx import AsyncClient

CLIENT_TOKEN = "E0D439EE522F44368DC78E1BFB03710C-D24FB11DBE31D4621C4817E028D9E1D"  # noqa: S105 - opens nothing
ACCESS_TOKEN = "C66EF7B239D24632943D115EDE9CB810-EA00F8FD8294692C940F6B5A8F9453D"  # noqa: S105 - opens nothing
CLIENT = "Benchmark 1.0"
ACCOUNT = "35d4b117-4e60-44a3-9580-c582117eff98"

Call: TypeAlias = Callable[[], Awaitable[object]]


@asynccontextmanager
async def mews(
    url: str, in_flight: int, *, transport: Literal["httpx", "aiohttp"] = "httpx"
) -> AsyncGenerator[Call]:
    """The client, with its limits out of the way."""
    from mews_connector import MewsClient, RateLimit, models

    account = UUID(ACCOUNT)
    async with MewsClient(
        environment=url,
        client_token=CLIENT_TOKEN,
        access_token=ACCESS_TOKEN,
        client=CLIENT,
        transport=transport,
        max_concurrency=in_flight,
        rate_limit=RateLimit(requests=1_000_000_000),
    ) as client:
        yield lambda: client.payments.add_external(
            account_id=account,
            amount=models.AmountParameters(currency="GBP", gross_value=Decimal("12.30")),
            type_=models.ExternalPaymentType.CASH,
            external_identifier="till-7/000123",
        )


@asynccontextmanager
async def httpx(url: str, in_flight: int) -> AsyncGenerator[Call]:
    """Bare httpx, as well as it can be used."""
    from httpx import AsyncClient, Limits

    limits = Limits(max_connections=in_flight, max_keepalive_connections=in_flight)
    async with AsyncClient(limits=limits, trust_env=False) as client:
        yield _call_of(client, url)


@asynccontextmanager
async def httpx_aiohttp(url: str, in_flight: int) -> AsyncGenerator[Call]:
    """The same on the transport of httpx-aiohttp."""
    from httpx import Limits
    from httpx_aiohttp import HttpxAiohttpClient

    limits = Limits(max_connections=in_flight)
    async with HttpxAiohttpClient(limits=limits, trust_env=False) as client:
        yield _call_of(client, url)


def _call_of(client: AsyncClient, url: str) -> Call:
    import msgspec
    from httpx import __version__

    account = UUID(ACCOUNT)
    address = f"{url}/api/connector/v1/payments/addExternal"
    agent = f"mews-connector/0.1.0 httpx/{__version__} python/{python_version()}"
    headers = {"Content-Type": "application/json", "User-Agent": agent}
    encode = msgspec.json.Encoder(decimal_format="number").encode

    async def call() -> object:
        body = encode(
            {
                "ClientToken": CLIENT_TOKEN,
                "AccessToken": ACCESS_TOKEN,
                "Client": CLIENT,
                "Amount": {"Currency": "GBP", "GrossValue": Decimal("12.30")},
                "AccountId": account,
                "Type": "Cash",
                "ExternalIdentifier": "till-7/000123",
            }
        )
        response = await client.post(address, content=body, headers=headers)
        return response.json()

    return call


@asynccontextmanager
async def stock(url: str, in_flight: int) -> AsyncGenerator[Call]:
    """What openapi-python-client writes from the same document, to be found in this folder."""
    import httpx

    sys.path.append(str(Path.cwd()))
    package: Any = import_module("stock_client")
    # It has a class for the credentials alone, and takes all else as it comes.
    request: Any = import_module("stock_client.models").ConnectorRequest
    add_external: Any = import_module("stock_client.api.payments.payments_add_external").asyncio
    limits = httpx.Limits(max_connections=in_flight, max_keepalive_connections=in_flight)

    async with package.Client(
        base_url=url, httpx_args={"limits": limits, "trust_env": False}
    ) as client:

        def call() -> Awaitable[object]:
            body = request.from_dict(
                {
                    "ClientToken": CLIENT_TOKEN,
                    "AccessToken": ACCESS_TOKEN,
                    "Client": CLIENT,
                    "Amount": {"Currency": "GBP", "GrossValue": 12.3},
                    "AccountId": ACCOUNT,
                    "Type": "Cash",
                    "ExternalIdentifier": "till-7/000123",
                }
            )
            answer: Awaitable[object] = add_external(client=client, body=body)
            return answer

        yield call


CANDIDATES: dict[str, Callable[[str, int], AbstractAsyncContextManager[Call]]] = {
    "httpx": httpx,
    "httpx-aiohttp": httpx_aiohttp,
    "stock": stock,
    "mews": mews,
    "mews-aiohttp": partial(mews, transport="aiohttp"),
}


async def measured(call: Call, *, in_flight: int, calls: int) -> dict[str, float]:
    """Microseconds per call."""

    async def one_after_another() -> None:
        for _ in range(calls // in_flight):
            await call()

    async def all_of_them() -> None:
        async with asyncio.TaskGroup() as tasks:
            for _ in range(in_flight):
                tasks.create_task(one_after_another())

    # Opens the connections and fills what is filled once.
    await all_of_them()
    wall, cpu = perf_counter_ns(), process_time_ns()
    await all_of_them()
    cpu, wall = process_time_ns() - cpu, perf_counter_ns() - wall
    done = calls // in_flight * in_flight
    return {"cpu_us": cpu / done / 1e3, "wall_us": wall / done / 1e3}


async def main() -> None:
    """Runs one candidate."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("candidate", choices=CANDIDATES)
    parser.add_argument("--in-flight", type=int, default=1)
    parser.add_argument("--calls", type=int, default=2000)
    options = parser.parse_args()
    # Isolated (-I) as this is, it has to be told where the server is.
    sys.path.append(str(Path(__file__).parents[2]))
    from benchmarks.programs.serving import served

    with served("answer_server") as url:
        async with CANDIDATES[options.candidate](url, options.in_flight) as call:
            figures = await measured(call, in_flight=options.in_flight, calls=options.calls)
    print(json.dumps(figures))


if __name__ == "__main__":
    asyncio.run(main())
