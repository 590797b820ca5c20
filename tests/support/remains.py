"""What calls leave behind that are over, however they ended: nothing."""

from __future__ import annotations

import asyncio
from typing import Any

from mews_connector import MewsClient

__all__ = ["free_places", "left_behind"]

# Of a client that was told nothing else.
_PLACES = 20


def free_places(mews: MewsClient) -> int:
    """How many more requests the client may have on their way at once."""
    # Nothing that is public tells.
    gate: Any = mews._session.connection._gate  # pyright: ignore[reportPrivateUsage] - as said
    return int(gate._value)


def left_behind(mews: MewsClient) -> list[str]:
    """Tasks that go on, places that were not given back, and slots of requests that are over."""
    others = asyncio.all_tasks() - {asyncio.current_task()}
    places = _PLACES - free_places(mews)
    # What is available would tell only when the window is over.
    window: Any = mews.limiter
    remains = {"tasks": len(others), "places": places, "slots": int(window._in_flight)}
    return [f"{number} {name}" for name, number in remains.items() if number]
