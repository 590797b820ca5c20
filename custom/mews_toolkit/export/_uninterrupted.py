from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from typing import ParamSpec, TypeVar

__all__ = ["uninterrupted"]

P = ParamSpec("P")
ResultT = TypeVar("ResultT")


async def uninterrupted(work: Callable[P, ResultT], *args: P.args, **kwargs: P.kwargs) -> ResultT:
    """Does it in a thread, and to its end; a cancellation that comes meanwhile is raised then."""
    # No task: whoever cancels all that there are, as the end of a loop does, leaves it alone.
    done = asyncio.get_running_loop().run_in_executor(None, partial(work, *args, **kwargs))
    interruption: asyncio.CancelledError | None = None
    while not done.done():
        try:
            await asyncio.wait([done])
        except asyncio.CancelledError as error:
            interruption = error
    if interruption is not None:
        raise interruption from done.exception()
    return done.result()
