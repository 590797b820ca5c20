from __future__ import annotations

import asyncio
import signal
from collections.abc import Coroutine
from typing import Any, TypeVar

__all__ = ["run_interruptible"]

ResultT = TypeVar("ResultT")


def run_interruptible(work: Coroutine[Any, Any, ResultT]) -> ResultT:
    """Runs it; Ctrl-C cancels it, and so it ends what it must, however often it is pressed.

    Raises:
        KeyboardInterrupt: It was cancelled.
    """
    before = signal.getsignal(signal.SIGINT)
    try:
        return asyncio.run(_cancelled_by_ctrl_c(work))
    except asyncio.CancelledError:
        raise KeyboardInterrupt from None
    finally:
        signal.signal(signal.SIGINT, before)


async def _cancelled_by_ctrl_c(work: Coroutine[Any, Any, ResultT]) -> ResultT:
    loop = asyncio.get_running_loop()
    task = asyncio.ensure_future(work)

    def cancel(*_: object) -> None:
        if not loop.is_closed():
            loop.call_soon_threadsafe(task.cancel)

    # What a shell starts with & in a script is not meant: it was told to ignore Ctrl-C.
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        # Left to itself, asyncio raises the second one wherever it is, be it in its own inner
        # parts, which may wait for ever then.
        signal.signal(signal.SIGINT, cancel)
    return await task
