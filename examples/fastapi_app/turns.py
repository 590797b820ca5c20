"""Large answers one by one, with a turn of the event loop for everybody else in between."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator

import httpx

__all__ = ["OneByOne"]

# Bytes as they come over the wire, where a page is compressed to a tenth.
_LARGE = 16 * 1024


class OneByOne(httpx.AsyncBaseTransport):
    """Carries requests as usual; of large answers it lets no two end in the same turn.

    A client reads an answer in one go when its last byte is there. A page of 1,000 rows holds the
    loop for milliseconds, and where many end at the same time, all of them before anybody else.
    """

    def __init__(self, transport: httpx.AsyncBaseTransport) -> None:
        self._transport = transport
        self._turn = asyncio.Lock()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Sends one request."""
        response = await self._transport.handle_async_request(request)
        assert isinstance(response.stream, httpx.AsyncByteStream)  # noqa: S101 - as of the interface
        response.stream = _Body(response.stream, self._turn)
        return response

    async def aclose(self) -> None:
        """Closes all connections."""
        await self._transport.aclose()


class _Body(httpx.AsyncByteStream):
    def __init__(self, stream: httpx.AsyncByteStream, turn: asyncio.Lock) -> None:
        self._stream = stream
        self._turn = turn

    async def __aiter__(self) -> AsyncGenerator[bytes]:
        size = 0
        async for chunk in self._stream:
            size += len(chunk)
            yield chunk
        if size > _LARGE:
            async with self._turn:
                await asyncio.sleep(0)

    async def aclose(self) -> None:
        await self._stream.aclose()
