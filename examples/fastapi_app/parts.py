"""What lives as long as the application, and how a route asks for it."""

from __future__ import annotations

import hmac
from typing import Annotated

from attrs import frozen
from fastapi import Depends, HTTPException, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from mews_connector import MewsClient
from mews_toolkit.webhooks import Duplicates

from .inbox import Inbox
from .recordings import Recordings
from .settings import Settings

__all__ = ["Parts", "TheInbox", "TheMews", "TheParts", "TheRecordings", "known_caller"]


@frozen
class Parts:
    """Made once, before the first request."""

    settings: Settings
    mews: MewsClient
    recordings: Recordings
    duplicates: Duplicates
    inbox: Inbox


async def _parts(request: Request) -> Parts:
    parts: Parts = request.state.parts
    return parts


TheParts = Annotated[Parts, Depends(_parts)]


async def _mews(parts: TheParts) -> MewsClient:
    return parts.mews


async def _recordings(parts: TheParts) -> Recordings:
    return parts.recordings


async def _inbox(parts: TheParts) -> Inbox:
    return parts.inbox


TheMews = Annotated[MewsClient, Depends(_mews)]
TheRecordings = Annotated[Recordings, Depends(_recordings)]
TheInbox = Annotated[Inbox, Depends(_inbox)]


async def known_caller(
    parts: TheParts, shown: Annotated[HTTPAuthorizationCredentials, Depends(HTTPBearer())]
) -> None:
    """Lets pass whoever shows the key."""
    if not hmac.compare_digest(shown.credentials.encode(), parts.settings.api_key.encode()):
        raise HTTPException(401, "The key is not known.")
