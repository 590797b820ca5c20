"""Where scenes are played: in one event loop on virtual time, or over sockets."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any, cast

import httpcore
import httpx

from mews_connector import Clock, MewsClient, RateLimit, RetryPolicy
from mews_toolkit.sandbox import ACCESS_TOKEN, CLIENT_TOKEN, Sandbox, Server, answers
from mews_toolkit.sandbox.document import ROOT
from mews_toolkit.sandbox.operations import OPERATIONS
from mews_toolkit.sandbox.tokens import identified
from mews_toolkit.sandbox.wire import JsonObject, decode
from mews_toolkit.workflows import Claims, MemoryClaims, Settle, SqliteClaims
from support.virtual_time import virtual_clock

from .lines import MemoryNetwork, MemoryTransport
from .scene import Measures, Scene, identifier_of
from .server import Behind, FaultyServer, serve_faulty
from .weather import WeatherReport

__all__ = ["QUICK", "VIRTUAL", "in_memory", "new_sandbox", "over_sockets", "recorded", "straight"]

VIRTUAL = Measures(
    limit=RateLimit(6, 10.0),
    retry=RetryPolicy(attempts=4, deadline=40.0, base_delay=0.5, max_delay=4.0),
    timeout=6.0,
    pause=2.0,
    settle=Settle(
        server_limit=timedelta(seconds=5),
        read_lag=timedelta(seconds=2),
        lease=timedelta(seconds=80),
    ),
)
# A busy machine takes longer for everything than it should.
QUICK = Measures(
    limit=RateLimit(12, 0.8),
    retry=RetryPolicy(attempts=4, deadline=2.5, base_delay=0.02, max_delay=0.1),
    timeout=0.4,
    pause=0.1,
    settle=Settle(
        server_limit=timedelta(seconds=2),
        read_lag=timedelta(seconds=0.1),
        lease=timedelta(seconds=5),
    ),
    # How late a call is on a busy machine is told by the clock that jumps; here, that it ends.
    lateness=20.0,
    fuzziness=0.2,
)


def new_sandbox() -> Sandbox:
    """A small one, whose rate limit is kept by nobody but the onlooker."""
    return Sandbox(payments=40, limit=None)


def recorded(sandbox: Sandbox, prefix: str) -> dict[str, int]:
    """How often each external identifier that begins so was recorded."""
    identifiers = (identifier_of(sandbox, it.id) or "" for it in sandbox.payments)
    return Counter(it for it in identifiers if it.startswith(prefix))


@asynccontextmanager
async def in_memory(
    name: str, sandbox: Sandbox, weather: WeatherReport, dice: Random
) -> AsyncGenerator[Scene]:
    """A scene on virtual time. Nothing may be left of it: no task, no line, no connection."""
    clock = virtual_clock()
    measures = VIRTUAL
    server = FaultyServer(
        straight(sandbox), weather, now=clock.utc, pause=measures.pause, most=measures.most_bytes
    )
    network = MemoryNetwork(server.converse, server.refuses)
    transport = MemoryTransport(network, measures.concurrency)
    async with httpx.AsyncClient(transport=transport) as http:
        mews = _client("http://127.0.0.1:1", measures, clock, http)
        claims = MemoryClaims(clock=clock)
        scene = Scene(
            mews=mews,
            clock=Clock(monotonic=clock.monotonic, utc=sandbox.now),
            claims=lambda: claims,
            server=server,
            sandbox=sandbox,
            dice=dice,
            measures=measures,
            name=name,
        )
        scene.mews = mews.with_options(on_event=scene.heard, observer=scene.goes_along)
        yield scene
        busy = [it for it in transport.pool.connections if not it.is_idle()]
        if busy:
            scene.complaints.append(f"connections that are still in use: {busy}")
        await scene.check(recorded(sandbox, f"{name}/"))
        await mews.aclose()
    # Those that a server holds open end now.
    if network.serving:
        await asyncio.wait(network.serving)
    for conversation in network.serving:
        conversation.result()
    if not all(line.is_closed for line in network.lines):
        scene.complaints.append("connections that nobody closed")
    others = asyncio.all_tasks() - {asyncio.current_task()}
    if others:
        scene.complaints.append(f"tasks that go on: {others}")


@asynccontextmanager
async def over_sockets(
    name: str, behind: Server, weather: WeatherReport, dice: Random, measures: Measures = QUICK
) -> AsyncGenerator[Scene]:
    """A scene with true connections and true time."""
    limits = httpx.Limits(max_connections=100)
    async with httpx.AsyncClient(base_url=behind.url, limits=limits, timeout=60) as sandbox:
        server = FaultyServer(
            _over_http(sandbox),
            weather,
            now=lambda: datetime.now(UTC),
            pause=measures.pause,
            most=measures.most_bytes,
        )
        async with serve_faulty(server) as url, _claims_in_a_file() as claims:
            # A clock of its own, and so a rate window of its own.
            async with _client(url, measures, Clock(), None) as mews:
                scene = Scene(
                    mews=mews,
                    clock=Clock(utc=behind.sandbox.now),
                    claims=claims,
                    server=server,
                    sandbox=behind.sandbox,
                    dice=dice,
                    measures=measures,
                    name=name,
                )
                scene.mews = mews.with_options(on_event=scene.heard, observer=scene.goes_along)
                yield scene
                # httpx does not show it.
                http: Any = mews._session.connection._http  # pyright: ignore[reportPrivateUsage] - as said
                pool: httpcore.AsyncConnectionPool | None
                pool = getattr(http._transport, "_pool", None)
                busy = [it for it in pool.connections if not it.is_idle()] if pool else []
                if busy:
                    scene.complaints.append(f"connections that are still in use: {busy}")
                # The server may still be at work on requests that nobody waits for.
                await _calm(server, measures)
                await scene.check(recorded(behind.sandbox, f"{name}/"))
            async with asyncio.timeout(10):
                while server.open:  # noqa: ASYNC110 - what ends is the other side's doing
                    await asyncio.sleep(0.01)


@asynccontextmanager
async def _claims_in_a_file() -> AsyncGenerator[Callable[[], Claims]]:
    with TemporaryDirectory() as folder:
        yield lambda: SqliteClaims(Path(folder, "claims.sqlite"))


def straight(sandbox: Sandbox) -> Behind:
    """Past ASGI and the check by the document, which take longer than all else of a schedule."""

    async def carry_out(path: str, body: bytes) -> tuple[int, bytes]:
        values = cast("JsonObject", decode(body))
        caller = identified(values, sandbox.callers)
        result = OPERATIONS[path.removeprefix(ROOT)](sandbox.store, caller, values)
        return 200, bytes(answers.success(result, None).body)

    return carry_out


def _over_http(sandbox: httpx.AsyncClient) -> Behind:
    async def carry_out(path: str, body: bytes) -> tuple[int, bytes]:
        answer = await sandbox.post(
            path, content=body, headers={"Content-Type": "application/json"}
        )
        return answer.status_code, answer.content

    return carry_out


async def _calm(server: FaultyServer, measures: Measures) -> None:
    seen = -1
    while seen != len(server.arrivals):
        seen = len(server.arrivals)
        await asyncio.sleep(measures.pause)


def _client(
    url: str, measures: Measures, clock: Clock, http: httpx.AsyncClient | None
) -> MewsClient:
    return MewsClient(
        environment=url,
        client_token=CLIENT_TOKEN,
        access_token=ACCESS_TOKEN,
        client="Specification 1.0",
        timeout=measures.timeout,
        retry=measures.retry,
        rate_limit=measures.limit,
        max_concurrency=measures.concurrency,
        max_answer_bytes=measures.most_bytes,
        http_client=http,
        clock=clock,
    )
