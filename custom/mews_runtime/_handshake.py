from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

__all__ = ["Handshake"]


class _Stream(Protocol):
    async def aclose(self) -> None: ...


class Handshake:
    """Watches how far a request comes, through httpcore's `trace` extension.

    Other transports tell nothing.

    httpcore leaves the socket open when a TLS handshake is cancelled, so it is closed here.

    Attributes:
        watched: Whether anything was told.
        sent: Whether the request was begun to be sent, whatever error came afterwards.
    """

    __slots__ = ("_sent_once", "_stream", "sent", "watched")

    def __init__(self, *, sent_once: bool) -> None:
        """Says whether nothing comes between us and httpcore that could send it again."""
        self.watched = False
        self.sent = False
        self._sent_once = sent_once
        self._stream: _Stream | None = None

    async def __call__(self, name: str, info: Mapping[str, Any]) -> None:
        self.watched = True
        if name == "connection.connect_tcp.complete":
            self._stream = info["return_value"]
        elif name == "connection.start_tls.complete":
            self._stream = None
        elif name.endswith(".send_request_headers.started"):
            request = info["request"]
            # What is sent to a proxy to reach the server is not the request yet.
            if request.method != b"CONNECT":
                self.sent = True
                if self._sent_once:
                    # There is nothing left to see, and each further call of this takes time.
                    request.extensions.pop("trace", None)

    async def abandon(self) -> None:
        """Closes the socket of a connection that was not finished."""
        if self._stream is not None:
            await self._stream.aclose()
