"""The backend of examples/ with 200 requests at once, of which some read pages of 1,000 rows."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

import httpx
from attrs import define, field

from mews_connector import CallEvent, Event, MewsClient, RateLimit
from support.backend import API_KEY, Backend, interval, running
from support.listening import listening
from support.pages import page

STREAMS = 25
# As many as a client has under way: their answers come at the same time.
AT_ONCE = 20


@define
class Turns:
    """How many pages were read in each turn of the event loop, if any were."""

    pages: list[int] = field(factory=list[int])
    _now: int = 0

    def note(self, event: Event) -> None:
        """Hears of a page a turn after it was read."""
        self._now += isinstance(event, CallEvent) and event.rows == 1000

    @contextmanager
    def counted(self) -> Generator[None]:
        """Until the end of the block."""
        counting = asyncio.create_task(self._count())
        try:
            yield
        finally:
            counting.cancel()

    async def _count(self) -> None:
        while True:
            self._now = 0
            await asyncio.sleep(0)
            if self._now:
                self.pages.append(self._now)


async def get(backend: Backend, path: str) -> bytes:
    """The whole answer as it comes; 200 of httpx' would take longer than what is tested here."""
    url = httpx.URL(backend.url)
    reader, writer = await asyncio.open_connection(url.host, url.port)
    key = f"Authorization: Bearer {API_KEY}"
    writer.write(
        f"GET {path} HTTP/1.1\r\nHost: till\r\n{key}\r\nConnection: close\r\n\r\n".encode()
    )
    answer = await reader.read()
    writer.close()
    return answer


async def stream(backend: Backend) -> None:
    assert b'{"end":{"rows":1000}}' in await get(
        backend, f"/payments?{httpx.QueryParams(interval())}"
    )


async def ask(backend: Backend) -> None:
    assert b"No webhook named this payment" in await get(backend, f"/payments/{UUID(int=1)}")


async def test_nobody_waits_for_more_than_one_page_to_be_read(tmp_path: Path) -> None:
    # given a Mews whose first answers come all at once
    body = json.dumps(page(*range(1, 1001))).encode()
    head = f"HTTP/1.1 200 OK\r\nContent-Length: {len(body)}\r\n\r\n".encode()
    together = asyncio.Event()
    turns = Turns()

    async def answer(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if mews.requests == AT_ONCE:
            together.set()
        await together.wait()
        writer.write(head + body)
        await writer.drain()

    def connect() -> MewsClient:
        return MewsClient(
            environment=mews.url,
            client_token="client-token",
            access_token="access-token",
            client="Specification 1.0",
            rate_limit=RateLimit(1_000_000),
            on_event=turns.note,
        )

    # when
    async with listening(answer) as mews, running(tmp_path, connect) as backend:
        with turns.counted():
            await asyncio.gather(
                *(stream(backend) for _ in range(STREAMS)),
                *(ask(backend) for _ in range(200 - STREAMS)),
            )

    # then between two turns of anybody else no two pages were read
    assert turns.pages == [1] * STREAMS
