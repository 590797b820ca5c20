from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import ParamSpec, TypeVar

__all__ = ["uninterrupted"]

P = ParamSpec("P")
ResultT = TypeVar("ResultT")


async def uninterrupted(work: Callable[P, ResultT], *args: P.args, **kwargs: P.kwargs) -> ResultT:
    """Does it in a thread, and to its end; a cancellation that comes meanwhile is raised then."""
    task = asyncio.create_task(asyncio.to_thread(work, *args, **kwargs))
    interruption: asyncio.CancelledError | None = None
    while not task.done():
        try:
            await asyncio.wait([task])
        except asyncio.CancelledError as error:
            interruption = error
    if interruption is not None:
        raise interruption from task.exception()
    return task.result()
