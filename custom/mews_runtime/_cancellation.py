from __future__ import annotations

import asyncio
import gc
from collections.abc import Coroutine, Iterator
from types import AsyncGeneratorType
from typing import Any, TypeVar

__all__ = ["cancelled_while_waiting"]

T = TypeVar("T")


async def cancelled_while_waiting(work: Coroutine[Any, Any, T]) -> T:
    """Runs `work` so that a cancellation reaches it only while it truly waits for something.

    httpcore gives up the control in the middle of its bookkeeping as well, and a cancellation
    there makes it lose the connection for good. So `work` has a task of its own, which is let
    run on until it waits, and is then cancelled once. It has ended when this is left.
    """
    through = asyncio.get_running_loop().create_future()
    task = asyncio.ensure_future(_told(work, through))

    def make_sure(_: asyncio.Task[T]) -> None:
        # A task that others cancel before its first step tells of nothing.
        work.close()
        _resolve(through)

    task.add_done_callback(make_sure)
    try:
        await through
    except asyncio.CancelledError:
        await _ended(task)
        raise
    return task.result()


async def _told(work: Coroutine[Any, Any, T], through: asyncio.Future[None]) -> T:
    """Tells of the end in its last step; `asyncio.shield` would a round of the loop later."""
    try:
        return await work
    finally:
        _resolve(through)


def _resolve(future: asyncio.Future[None]) -> None:
    if not future.done():
        future.set_result(None)


async def _ended(task: asyncio.Task[Any]) -> None:
    asked = False
    while not task.done():
        if not asked and _waits(task):
            asked = task.cancel()
        try:
            await (asyncio.wait([task]) if asked else asyncio.sleep(0))
        except asyncio.CancelledError:
            # Cancelled once more; the caller is told anyway, once the task has ended.
            continue
    if not task.cancelled():
        # Whatever it came to, nobody asks for it any more.
        task.exception()


def _waits(task: asyncio.Task[Any]) -> bool:
    try:
        waiter: asyncio.Future[Any] | None = getattr(task, "_fut_waiter")  # noqa: B009 - asyncio's own, untyped
    except AttributeError:
        # A task of another make does not tell; then at once is the best that can be done.
        return True
    return waiter is not None and not waiter.done() and not _is_at_a_lock(task)


def _is_at_a_lock(task: asyncio.Task[Any]) -> bool:
    """Whether it waits for a lock of httpcore's, which is held for as long as bookkeeping takes."""
    return any(
        getattr(getattr(step, "cr_code", None), "co_qualname", "") == "AsyncLock.__aenter__"
        for step in _steps(task.get_coro())
    )


def _steps(step: Any) -> Iterator[Any]:
    """What a coroutine awaits, from the outermost to the innermost."""
    while step is not None:
        yield step
        step = getattr(step, "cr_await", None) or getattr(step, "ag_await", None) or _within(step)


def _within(step: object) -> Any:
    # What an `async for` awaits leads to its generator in no other way.
    found: list[Any] = [it for it in gc.get_referents(step) if type(it) is AsyncGeneratorType]
    return found[0] if found else None
