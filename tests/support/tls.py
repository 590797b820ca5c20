"""Servers behind TLS whose certificates are nobody's but their own."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path

from attrs import define, field

__all__ = [
    "CERTIFICATE",
    "EXPIRED",
    "OF_ANOTHER_HOST",
    "TlsServer",
    "serve_tls",
    "trusting",
]

_DATA = Path(__file__).parent.parent / "data"
CERTIFICATE = _DATA / "localhost.pem"
EXPIRED = _DATA / "expired.pem"
OF_ANOTHER_HOST = _DATA / "elsewhere.pem"
_ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"


@define
class TlsServer:
    """Answers `{}` to everything.

    Attributes:
        connections: How many are open.
        received: What came in, decrypted.
    """

    port: int = 0
    connections: int = 0
    received: list[bytes] = field(factory=list[bytes])

    @property
    def url(self) -> str:
        return f"https://127.0.0.1:{self.port}"


@asynccontextmanager
async def serve_tls(certificate: Path = CERTIFICATE) -> AsyncGenerator[TlsServer]:
    """Serves in the running event loop."""
    server = TlsServer()

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        server.connections += 1
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                length = int(head.lower().partition(b"content-length:")[2].split()[0])
                server.received.append(await reader.readexactly(length))
                writer.write(_ANSWER)
        except (asyncio.IncompleteReadError, ConnectionError, ssl.SSLError):
            writer.close()
        finally:
            server.connections -= 1

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    # A refused handshake is what a test may be about.
    asyncio.get_running_loop().set_exception_handler(_nothing)
    listener = await asyncio.start_server(answer, "127.0.0.1", ssl=context)
    server.port = listener.sockets[0].getsockname()[1]
    try:
        yield server
    finally:
        listener.close()


def _nothing(_: asyncio.AbstractEventLoop, __: dict[str, object]) -> None:
    pass


def trusting() -> ssl.SSLContext:
    """What a caller needs to trust the server."""
    return ssl.create_default_context(cafile=str(CERTIFICATE))
