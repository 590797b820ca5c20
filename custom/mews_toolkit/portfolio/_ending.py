from __future__ import annotations

import asyncio
from collections.abc import Collection
from typing import Any

__all__ = ["all_ended"]


async def all_ended(tasks: Collection[asyncio.Task[Any]]) -> None:
    """Waits for tasks that end by themselves soon; takes their outcomes, whatever they are.

    A cancellation that comes meanwhile is raised once they have ended.
    """
    interruption: asyncio.CancelledError | None = None
    while pending := [task for task in tasks if not task.done()]:
        try:
            await asyncio.wait(pending)
        except asyncio.CancelledError as error:
            interruption = error
    for task in tasks:
        if not task.cancelled():
            # Asked for, so that asyncio does not report it as overlooked.
            task.exception()
    if interruption is not None:
        raise interruption
