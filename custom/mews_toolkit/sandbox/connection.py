"""Connections that the app can break."""

import asyncio
from contextlib import suppress

from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

from mews_toolkit.sandbox.broken_answers import EXTENSION


class BreakableConnection(H11Protocol):
    """uvicorn's connection, with its transport put into the scope of each of its requests."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as in uvicorn
        """Begins the connection."""
        super().connection_made(transport)
        app: ASGIApp = self.app

        async def within_reach(scope: Scope, receive: Receive, send: Send) -> None:
            extensions = {**scope.get("extensions", {}), EXTENSION: transport}
            # Only a stopping server cancels, and the caller is gone by then: nobody is to be told.
            with suppress(asyncio.CancelledError):
                await app({**scope, "extensions": extensions}, receive, send)

        self.app = within_reach
