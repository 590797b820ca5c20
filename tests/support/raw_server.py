"""A server that answers bytes, whatever they are."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager

__all__ = ["serve_raw"]


@asynccontextmanager
async def serve_raw(answer: Callable[[bytes], bytes]) -> AsyncGenerator[str]:
    """Answers each request by its body, then closes the connection. Gives the URL."""

    async def converse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        length = int(head.lower().partition(b"content-length:")[2].split()[0])
        writer.write(answer(await reader.readexactly(length)))
        writer.close()
        await writer.wait_closed()

    listener = await asyncio.start_server(converse, "127.0.0.1")
    async with listener:
        yield f"http://127.0.0.1:{listener.sockets[0].getsockname()[1]}"
