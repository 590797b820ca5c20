"""Several legs walked at the same time, each two pages ahead of who takes them, and no more."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, Iterable
from contextlib import aclosing
from typing import Any, Generic, TypeAlias, TypeVar

from ._model import Model
from ._walk import Fetched, Legs

__all__ = ["crowd"]

ResultT = TypeVar("ResultT", bound=Model)


class _Walker(Generic[ResultT]):
    """A task that walks one leg and hands its pages over, with None after the last one.

    One page lies in the outbox and the next one is held until that is taken: so a leg of one page
    is through when its turn comes, the empty page at its end included. For telling its end it
    never waits, and nobody waits for a walker that is no more, even if it never took a step.

    Attributes:
        outbox: Where its pages are taken from.
        error: What it failed with.
    """

    def __init__(self, leg: Legs[ResultT], outbox: _Outbox[ResultT]) -> None:
        self.outbox = outbox
        self.error: BaseException | None = None
        self._is_taken = asyncio.Semaphore(1)
        self.task = asyncio.create_task(self._walk(leg))
        self.task.add_done_callback(self._tell_end)

    def page_was_taken(self) -> None:
        """There is room for another one."""
        self._is_taken.release()

    async def _walk(self, leg: Legs[ResultT]) -> None:
        async with aclosing(leg.pages()) as pages:
            async for page in pages:
                await self._is_taken.acquire()
                self.outbox.put_nowait((self, page))
                # Not held while the next one is read.
                del page

    def _tell_end(self, task: asyncio.Task[None]) -> None:
        self.error = asyncio.CancelledError() if task.cancelled() else task.exception()
        self.outbox.put_nowait((self, None))


_Outbox: TypeAlias = asyncio.Queue[tuple[_Walker[ResultT], Fetched[ResultT] | None]]


async def crowd(
    legs: Iterable[Legs[ResultT]], *, concurrency: int, ordered: bool
) -> AsyncGenerator[Fetched[ResultT]]:
    """The pages of all legs: leg after leg, or as they come.

    A leg that fails ends those after it at once, since nothing of them will be given. Its error
    comes after the pages that were to be given before it.
    """
    to_come = iter(legs)
    walkers: deque[_Walker[ResultT]] = deque()
    shared: _Outbox[ResultT] = asyncio.Queue()
    try:
        while True:
            while len(walkers) < concurrency and not any(it.error for it in walkers):
                leg = next(to_come, None)
                if leg is None:
                    break
                walker = _Walker(leg, asyncio.Queue() if ordered else shared)
                walker.task.add_done_callback(lambda _: _end_those_after_a_failure(walkers))
                walkers.append(walker)
            if not walkers:
                return
            walker, page = await walkers[0].outbox.get()
            if page is not None:
                walker.page_was_taken()
                yield page
                del page
                continue
            if walker.error is not None:
                raise walker.error
            walkers.remove(walker)
    finally:
        await _ended(walkers)


def _end_those_after_a_failure(walkers: Iterable[_Walker[Any]]) -> None:
    has_failed = False
    for walker in walkers:
        if has_failed:
            walker.task.cancel()
        has_failed = has_failed or walker.error is not None


async def _ended(walkers: Iterable[_Walker[Any]]) -> None:
    tasks = [walker.task for walker in walkers]
    for task in tasks:
        task.cancel()
    if tasks:
        await asyncio.wait(tasks)
