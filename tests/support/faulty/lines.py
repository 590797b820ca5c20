"""Connections as a server holds them: over a socket, or within one event loop."""

from __future__ import annotations

import asyncio
import struct
from collections.abc import Awaitable, Callable, Iterable
from socket import SO_LINGER, SOL_SOCKET
from typing import Any, Protocol

import httpcore
import httpx

__all__ = ["Line", "MemoryNetwork", "MemoryTransport", "SocketLine"]


class Line(Protocol):
    """A connection. What is read or written after the other side is gone raises an OSError."""

    async def until(self, mark: bytes) -> bytes:
        """What arrives up to a mark."""
        ...

    async def exactly(self, count: int) -> bytes:
        """So many bytes."""
        ...

    async def write(self, data: bytes) -> None:
        """Sends bytes."""
        ...

    async def gone(self) -> None:
        """Waits until the other side hangs up."""
        ...

    def close(self) -> None:
        """Hangs up."""
        ...

    def reset(self) -> None:
        """Breaks off."""
        ...


class SocketLine:
    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    async def until(self, mark: bytes) -> bytes:
        return await self._reader.readuntil(mark)

    async def exactly(self, count: int) -> bytes:
        return await self._reader.readexactly(count)

    async def write(self, data: bytes) -> None:
        self._writer.write(data)
        await self._writer.drain()

    async def gone(self) -> None:
        await self._reader.read()

    def close(self) -> None:
        self._writer.close()

    def reset(self) -> None:
        # Lingering for zero seconds makes the kernel send RST instead of FIN.
        self._writer.get_extra_info("socket").setsockopt(
            SOL_SOCKET, SO_LINGER, struct.pack("ii", 1, 0)
        )
        self._writer.transport.abort()


class _MemoryLine:
    def __init__(self) -> None:
        self.there = asyncio.StreamReader()
        self.back = asyncio.StreamReader()
        self.is_closed = False

    async def until(self, mark: bytes) -> bytes:
        return await self.there.readuntil(mark)

    async def exactly(self, count: int) -> bytes:
        return await self.there.readexactly(count)

    async def write(self, data: bytes) -> None:
        if self.is_closed:
            raise ConnectionResetError
        self.back.feed_data(data)
        await asyncio.sleep(0)

    async def gone(self) -> None:
        await self.there.read()

    def close(self) -> None:
        if not self.back.at_eof():
            self.back.feed_eof()

    def reset(self) -> None:
        self.back.set_exception(ConnectionResetError())


class _MemoryStream(httpcore.AsyncNetworkStream):
    """The client's end of a line."""

    def __init__(self, line: _MemoryLine) -> None:
        self._line = line

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        try:
            async with asyncio.timeout(timeout):
                return await self._line.back.read(max_bytes)
        except TimeoutError:
            raise httpcore.ReadTimeout from None
        except ConnectionError:
            raise httpcore.ReadError from None

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        del timeout
        if self._line.is_closed or self._line.back.exception() is not None:
            raise httpcore.WriteError
        self._line.there.feed_data(buffer)
        await asyncio.sleep(0)

    async def aclose(self) -> None:
        if not self._line.is_closed:
            self._line.is_closed = True
            self._line.there.feed_eof()

    def get_extra_info(self, info: str) -> Any:
        back: Any = self._line.back
        if info == "is_readable":
            return bool(back._buffer) or back.at_eof() or back.exception() is not None
        return None


class MemoryNetwork(httpcore.AsyncNetworkBackend):
    """Connects to a server in the same event loop.

    Attributes:
        lines: Every connection that was ever made.
        serving: The tasks that serve them.
    """

    def __init__(
        self, converse: Callable[[Line], Awaitable[None]], refuses: Callable[[], bool]
    ) -> None:
        self._converse = converse
        self._refuses = refuses
        self.lines: list[_MemoryLine] = []
        self.serving: list[asyncio.Future[None]] = []

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        del host, port, timeout, local_address, socket_options
        await asyncio.sleep(0)
        if self._refuses():
            raise httpcore.ConnectError("connection refused")
        line = _MemoryLine()
        self.lines.append(line)
        self.serving.append(asyncio.ensure_future(self._converse(line)))
        return _MemoryStream(line)


class MemoryTransport(httpx.AsyncHTTPTransport):
    """httpx over that network, with httpcore's true pool of connections."""

    def __init__(self, network: MemoryNetwork, connections: int) -> None:
        self._pool = self.pool = httpcore.AsyncConnectionPool(
            max_connections=connections,
            max_keepalive_connections=connections,
            keepalive_expiry=None,
            network_backend=network,
        )
