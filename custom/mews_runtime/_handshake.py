from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

__all__ = ["Handshake"]


class _Stream(Protocol):
    async def aclose(self) -> None: ...


class Handshake:
    """Watches how far a request comes, through httpcore's `trace` extension.

    httpcore leaves the socket open when a TLS handshake is cancelled, so it is closed here.

    Attributes:
        sent: Whether the request was begun to be sent, whatever error came afterwards.
    """

    __slots__ = ("_stream", "sent")

    def __init__(self) -> None:
        self.sent = False
        self._stream: _Stream | None = None

    async def __call__(self, name: str, info: Mapping[str, Any]) -> None:
        if name == "connection.connect_tcp.complete":
            self._stream = info["return_value"]
        elif name == "connection.start_tls.complete":
            self._stream = None
        elif name.endswith(".send_request_headers.started"):
            # What is sent to a proxy to reach the server is not the request yet.
            self.sent = self.sent or info["request"].method != b"CONNECT"

    async def abandon(self) -> None:
        """Closes the socket of a connection that was not finished."""
        if self._stream is not None:
            await self._stream.aclose()
