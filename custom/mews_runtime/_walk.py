"""Legs of a query, walked page by page; and what a walk needs to know."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator
from typing import Any, Generic, TypeVar
from uuid import UUID

from attrs import field, frozen

from ._call import Result
from ._learnt import Learnt
from ._model import Model
from ._payload import PagePayload
from ._position import Position
from ._query import Query
from ._resume import ResumeToken
from .errors import DeadlineExceededError, MewsError, PaginationError, RequestTimeoutError

__all__ = ["Fetched", "Legs", "Walk"]

ResultT = TypeVar("ResultT", bound=Model)

# How often a page is halved before the window is. Each time costs as long as the server takes to
# give up, and the windows have to be read within the same deadline.
_SMALLER_PAGES = 2


@frozen(kw_only=True)
class Walk(Generic[ResultT]):
    """Everything that a paginator needs to know about its query.

    Attributes:
        path: The operation.
        query: The request without its paging part.
        items: The result's attribute that holds the rows.
        identity: The attributes of a row that tell it from every other.
        fetch: Reads one page.
        page_size: How many rows to ask for at a time.
        start: Where to begin.
        prefetch: Whether to read one page ahead.
        concurrency: How many legs to walk at the same time.
        ordered: Whether rows come newest leg first, or as they come.
    """

    path: str
    query: Query = field(repr=False)
    items: str
    identity: tuple[str, ...]
    fetch: Callable[[PagePayload], Awaitable[Result[ResultT]]]
    page_size: int
    start: ResumeToken
    prefetch: bool
    concurrency: int
    ordered: bool


@frozen
class Fetched(Generic[ResultT]):
    """One page, the leg that it is of, and where that leg goes on, if it does."""

    leg: int
    result: Result[ResultT]
    following: Position | None


class Legs(Generic[ResultT]):
    """Legs on their way, one after the other, each from a position on."""

    def __init__(self, walk: Walk[ResultT], learnt: Learnt, starts: Iterator[Position]) -> None:
        self._walk = walk
        self._learnt = learnt
        self._starts = starts
        self._payload = PagePayload(b"{}", learnt.count)
        self._window: tuple[int, str] | None = None
        self._seen: set[UUID] = set()

    async def pages(self) -> AsyncGenerator[Fetched[ResultT]]:
        """Their pages.

        Raises:
            PaginationError: The server gave a cursor for a second time.
            MewsError: Whatever kept a page from being read.
        """
        ahead: asyncio.Future[Fetched[ResultT]] | None = None
        position = next(self._starts, None)
        try:
            while position is not None:
                page = await (ahead or self._fetch(position))
                ahead = None
                position = page.following or next(self._starts, None)
                if self._walk.prefetch and position is not None:
                    ahead = asyncio.ensure_future(self._fetch(position))
                yield page
                # Not held while the next one is read.
                del page
        finally:
            if ahead is not None:
                await _cancelled(ahead)

    async def _fetch(self, position: Position) -> Fetched[ResultT]:
        """One page; of a window that is too long, the first page of its newer half."""
        self._learnt.pages += 1
        number = self._learnt.pages
        while True:
            if position.cursor is None:
                position = self._walk.query.shortened(position, self._learnt.length)
            shorter = None if position.cursor else self._walk.query.halved(position)
            payload = self._payload_for(position)
            payload.page = number
            payload.halvings = None if shorter is None else _SMALLER_PAGES
            # Other legs may learn something else while this page is on its way.
            asked = payload.count
            try:
                result = await self._walk.fetch(payload)
            except (RequestTimeoutError, DeadlineExceededError) as error:
                if shorter is None or not _was_too_heavy(error):
                    raise
                self._learnt.window_was_too_long(self._walk.query.length(shorter))
                position = shorter
            else:
                self._learnt.page_was_read(payload.count, asked=asked)
                return Fetched(position.leg, result, self._following(position, result))

    def _payload_for(self, position: Position) -> PagePayload:
        window = position.leg, position.halves
        if position.cursor is None:
            self._seen = set()
        else:
            self._seen.add(position.cursor)
        if window != self._window:
            # Once for all pages of the window: a long list of ids takes its time.
            self._payload.json = self._walk.query.json(position)
            self._window = window
        self._payload.cursor = position.cursor
        self._payload.count = self._learnt.count
        return self._payload

    def _following(self, position: Position, result: Result[ResultT]) -> Position | None:
        cursor: UUID | None = getattr(result.value, "cursor", None)
        if cursor is None:
            return position.sibling()
        if cursor in self._seen:
            raise PaginationError(
                f"the server gave the cursor {cursor} for a second time",
                operation=self._walk.path,
                request_id=result.request_id,
            )
        return position.after(cursor)


def _was_too_heavy(error: MewsError) -> bool:
    """Whether the server gave up, be it so slowly that the deadline of the call came first."""
    return isinstance(error, RequestTimeoutError) or isinstance(
        error.__cause__, RequestTimeoutError
    )


async def _cancelled(task: asyncio.Future[Any]) -> None:
    """Ends a page that nobody waits for any more, and takes its outcome, whatever it is."""
    task.cancel()
    await asyncio.wait([task])
    if not task.cancelled():
        task.exception()
