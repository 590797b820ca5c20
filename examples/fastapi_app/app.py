"""The application: what it is made of, and what starts and ends with it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager

from fastapi import FastAPI

from mews_connector import MewsClient, errors
from mews_toolkit.webhooks import Duplicates
from mews_toolkit.workflows import SqliteClaims

from . import payments, problems, webhooks
from .fetching import fetch_forever
from .inbox import Inbox
from .parts import Parts
from .recordings import Recordings
from .settings import Settings

__all__ = ["create_app"]


def create_app(
    settings: Settings | None = None,
    connect: Callable[[], MewsClient] = MewsClient.from_env,
) -> FastAPI:
    """The application, for any ASGI server."""
    told = settings or Settings.from_env()

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncGenerator[dict[str, Parts]]:
        duplicates = Duplicates()
        # Left in the opposite order: nobody works with a client that is closed.
        async with (
            connect() as mews,
            Inbox(told.folder / "inbox.sqlite") as inbox,
            Recordings(mews, SqliteClaims(told.folder / "claims.sqlite")) as recordings,
            asyncio.TaskGroup() as background,
        ):
            fetching = background.create_task(fetch_forever(mews, inbox, duplicates))
            yield {"parts": Parts(told, mews, recordings, duplicates, inbox)}
            # What it has not fetched stays in the inbox.
            fetching.cancel()

    app = FastAPI(title="Payments", lifespan=lifespan)
    app.include_router(payments.router)
    app.include_router(webhooks.router)
    app.add_exception_handler(errors.MewsError, problems.answer)
    return app
