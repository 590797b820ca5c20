from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

__all__ = ["Handshake"]


class _Stream(Protocol):
    async def aclose(self) -> None: ...


class Handshake:
    """Watches a connection being made, through httpcore's `trace` extension.

    httpcore leaves the socket open when a TLS handshake is cancelled, so it is closed here.
    """

    __slots__ = ("_stream",)

    def __init__(self) -> None:
        self._stream: _Stream | None = None

    async def __call__(self, name: str, info: Mapping[str, Any]) -> None:
        if name == "connection.connect_tcp.complete":
            self._stream = info["return_value"]
        elif name == "connection.start_tls.complete":
            self._stream = None

    async def abandon(self) -> None:
        """Closes the socket of a connection that was not finished."""
        if self._stream is not None:
            await self._stream.aclose()
