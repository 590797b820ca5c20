"""A server of true sockets that does after each request whatever a test wants."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any, TypeAlias

from attrs import define

__all__ = ["Converse", "Listener", "listening", "request_of", "says"]

Converse: TypeAlias = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@define
class Listener:
    """A server, and how often it was reached."""

    port: int = 0
    connections: int = 0
    requests: int = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"


@asynccontextmanager
async def listening(converse: Converse) -> AsyncGenerator[Listener]:
    """Each connection goes as `converse` says, once a request has come whole."""
    listener = Listener()
    conversations: set[asyncio.Task[Any]] = set()

    async def count(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        conversations.add(task)
        listener.connections += 1
        try:
            while True:
                await request_of(reader)
                listener.requests += 1
                await converse(reader, writer)
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()
            conversations.remove(task)

    server = await asyncio.start_server(count, "127.0.0.1")
    listener.port = server.sockets[0].getsockname()[1]
    async with server:
        yield listener
    # Those that would go on for ever.
    ending = [*conversations]
    for task in ending:
        task.cancel()
    await asyncio.gather(*ending, return_exceptions=True)


async def request_of(reader: asyncio.StreamReader) -> bytes:
    head = await reader.readuntil(b"\r\n\r\n")
    length = int(head.lower().partition(b"content-length:")[2].split()[0])
    return head + await reader.readexactly(length)


def says(*parts: bytes) -> Converse:
    """Writes, and closes the connection."""

    async def converse(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"\r\n".join(parts))
        await writer.drain()
        writer.close()

    return converse
