"""The sources of a merged stream, each read by a task of its own."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterable, Sequence
from contextlib import aclosing
from types import TracebackType
from typing import Any, Generic, Self, TypeAlias, TypeGuard, TypeVar

from mews_connector import Paginator
from mews_toolkit.portfolio._ending import all_ended

__all__ = ["Inbox", "Source", "Sources"]

LabelT = TypeVar("LabelT")
RowT = TypeVar("RowT")

Inbox: TypeAlias = "asyncio.Queue[tuple[Source[LabelT, RowT], Sequence[RowT] | None]]"
"""Where sources put their rows, and None after the last ones."""


class Source(Generic[LabelT, RowT]):
    """Reads at most one batch ahead of what was taken: a page, or a row of anything without pages.

    Attributes:
        failure: What broke it off, once it has put None into the inbox.
    """

    def __init__(
        self, label: LabelT, rows: AsyncIterable[RowT], inbox: Inbox[LabelT, RowT]
    ) -> None:
        self.label = label
        self.inbox = inbox
        self.failure: BaseException | None = None
        self._rows = rows
        self._room = asyncio.Semaphore(1)
        self._stopped = False

    def read_on(self) -> None:
        """Lets the next batch be read; to be called when one was taken."""
        self._room.release()

    def start(self) -> asyncio.Task[None]:
        """Begins to fill the inbox."""
        task = asyncio.create_task(self._read())
        # Not within the task, which may be ended before its first step.
        task.add_done_callback(self._tell_end)
        return task

    def _tell_end(self, task: asyncio.Task[None]) -> None:
        self.failure = asyncio.CancelledError() if task.cancelled() else task.exception()
        self.inbox.put_nowait((self, None))

    async def _read(self) -> None:
        async with aclosing(_batches(self._rows)) as batches:
            # Asked before each batch, since rows may come from what swallows a cancellation.
            while not self._stopped:
                await self._room.acquire()
                try:
                    batch = await anext(batches)
                except StopAsyncIteration:
                    return
                self.inbox.put_nowait((self, batch))

    def stop(self) -> None:
        """No more is wanted. Its task has to be cancelled, too."""
        self._stopped = True


class Sources(Generic[LabelT, RowT]):
    """Reads as long as it is entered, and has closed every source when it is left."""

    def __init__(self, sources: Sequence[Source[LabelT, RowT]]) -> None:
        self._sources = sources
        self._tasks: list[asyncio.Task[None]] = []

    async def __aenter__(self) -> Self:
        self._tasks = [source.start() for source in self._sources]
        return self

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        for source, task in zip(self._sources, self._tasks, strict=True):
            source.stop()
            task.cancel()
        await all_ended(self._tasks)


def _has_pages(rows: object) -> TypeGuard[Paginator[Any, Any]]:
    return isinstance(rows, Paginator)


async def _batches(rows: AsyncIterable[RowT]) -> AsyncGenerator[Sequence[RowT]]:
    if _has_pages(rows):
        async with aclosing(rows.pages()) as pages:
            async for page in pages:
                yield page.items
        return
    iterator = aiter(rows)
    try:
        async for row in iterator:
            yield (row,)
    finally:
        close = getattr(iterator, "aclose", None)
        if close is not None:
            await close()
