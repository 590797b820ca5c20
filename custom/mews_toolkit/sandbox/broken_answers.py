"""Answers that break off.

They need the connection itself, which `connection.py` puts into reach.
"""

import asyncio
import struct
from socket import SO_LINGER, SOL_SOCKET

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

EXTENSION = "mews_toolkit.sandbox.transport"


def transport_of(scope: Scope) -> asyncio.Transport:
    """The connection that a request came over.

    Raises:
        RuntimeError: the app is not served by the sandbox's own server.
    """
    transport: asyncio.Transport | None = scope.get("extensions", {}).get(EXTENSION)
    if transport is None:
        raise RuntimeError("Only serve() and serve_in_thread() can break a connection.")
    return transport


async def _gone(receive: Receive) -> None:
    # The server complains about an unfinished answer until it knows that the connection is lost.
    while (await receive())["type"] != "http.disconnect":
        pass


class CutAnswer(Response):
    """Sends all headers, half of the body, and closes the connection."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Sends it."""
        transport = transport_of(scope)
        start = {
            "type": "http.response.start",
            "status": self.status_code,
            "headers": self.raw_headers,
        }
        half = bytes(self.body[: len(self.body) // 2])
        await send(start)
        await send({"type": "http.response.body", "body": half, "more_body": True})
        transport.close()
        await _gone(receive)


class ResetAnswer(Response):
    """Sends nothing and resets the connection."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002 - as ASGI calls it
        """Resets it."""
        transport = transport_of(scope)
        if not transport.is_closing():
            _reset(transport)
        await _gone(receive)


def _reset(transport: asyncio.Transport) -> None:
    # Lingering for zero seconds makes the kernel send RST instead of FIN.
    linger = struct.pack("ii", 1, 0)
    transport.get_extra_info("socket").setsockopt(SOL_SOCKET, SO_LINGER, linger)
    transport.abort()
