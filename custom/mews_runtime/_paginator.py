from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable
from operator import attrgetter
from typing import Any, Generic, TypeVar
from uuid import UUID

import attrs
from attrs import field, frozen

from ._call import Result
from ._model import Model
from ._payload import PagePayload
from ._resume import ResumeToken
from .errors import InvalidRequestError, MewsError, PaginationError

__all__ = ["Page", "Paginator", "Walk"]

ItemT = TypeVar("ItemT", bound=Model)
ResultT = TypeVar("ResultT", bound=Model)

# Rows can come again only where pages overlap; so many of the last ones are remembered.
_REMEMBERED = 20_000


@frozen(kw_only=True)
class Page(Generic[ItemT, ResultT]):
    """One page of an answer.

    Attributes:
        items: Its rows, newest first, without those that an earlier page held.
        cursor: Where the next page goes on; None on the last one.
        resume: What `get_all(..., resume=...)` goes on after this page from; None on the last one.
        number: The page's number in this walk, from 1.
        request_id: The server's id of the request that fetched it.
        result: The whole result as it came.
    """

    items: list[ItemT]
    cursor: UUID | None
    resume: str | None
    number: int
    request_id: str | None
    result: ResultT


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
    """

    path: str
    query: bytes = field(repr=False)
    items: str
    identity: tuple[str, ...]
    fetch: Callable[[PagePayload], Awaitable[Result[ResultT]]]
    page_size: int
    start: ResumeToken
    prefetch: bool


class Paginator(Generic[ItemT, ResultT]):
    """The rows of a query, fetched page by page while they are taken, newest first.

    `async for row in paginator` gives each row once, as far as the last 20,000 rows tell. It can
    be walked more than once; each walk begins anew. An error that breaks a walk off carries
    `.resume`, from which `get_all(..., resume=...)` goes on.

    Source: https://docs.mews.com/connector-api/guidelines/pagination
    """

    def __init__(self, walk: Walk[ResultT]) -> None:
        self._walk = walk

    async def __aiter__(self) -> AsyncIterator[ItemT]:
        async with contextlib.aclosing(self.pages()) as pages:
            async for page in pages:
                for item in page.items:
                    yield item

    async def pages(self) -> AsyncGenerator[Page[ItemT, ResultT]]:
        """The pages, for those who want to keep the cursor or the request id of each.

        Raises:
            PaginationError: The server gave a cursor for a second time.
            MewsError: Whatever kept a page from being read.
        """
        walk = self._walk
        payload = PagePayload(walk.query, walk.page_size, walk.start.cursor)
        seen: set[UUID] = set() if payload.cursor is None else {payload.cursor}
        remembered: dict[object, None] = {}
        number = 0
        ahead: asyncio.Future[Result[ResultT]] | None = None
        try:
            while True:
                try:
                    result = await (ahead or walk.fetch(payload))
                    ahead = None
                    cursor = self._next_cursor(result, seen)
                except MewsError as error:
                    ahead = None
                    error.resume = self._resume_at(payload.cursor)
                    raise
                payload.cursor = cursor
                if walk.prefetch and cursor is not None:
                    ahead = asyncio.ensure_future(walk.fetch(payload))
                number += 1
                yield Page(
                    items=self._new_items(result.value, remembered),
                    cursor=cursor,
                    resume=None if cursor is None else self._resume_at(cursor),
                    number=number,
                    request_id=result.request_id,
                    result=result.value,
                )
                if cursor is None:
                    return
        finally:
            if ahead is not None:
                await _cancelled(ahead)

    async def first_page(self) -> Page[ItemT, ResultT]:
        """The first page alone; nothing is read ahead."""
        async with contextlib.aclosing(self._with(prefetch=False).pages()) as pages:
            return await anext(pages)

    async def collect(self, limit: int | None = None) -> list[ItemT]:
        """All rows as a list, or the newest `limit` of them.

        Raises:
            InvalidRequestError: The limit is no whole number, or negative.
        """
        if not _is_limit(limit):
            raise InvalidRequestError(
                "limit: must be a whole number from 0", operation=self._walk.path
            )
        rows: list[ItemT] = []
        if limit == 0:
            return rows
        size = self._walk.page_size
        wanted = self if limit is None else self._with(page_size=min(limit, size))
        async with contextlib.aclosing(wanted.pages()) as pages:
            async for page in pages:
                rows.extend(page.items)
                if limit is not None and len(rows) >= limit:
                    return rows[:limit]
        return rows

    def _with(self, **changes: Any) -> Paginator[ItemT, ResultT]:
        return Paginator(attrs.evolve(self._walk, **changes))

    def _resume_at(self, cursor: UUID | None) -> str:
        return str(ResumeToken(self._walk.start.query, cursor))

    def _next_cursor(self, result: Result[ResultT], seen: set[UUID]) -> UUID | None:
        cursor: UUID | None = getattr(result.value, "cursor", None)
        if cursor is None:
            return None
        if cursor in seen:
            raise PaginationError(
                f"the server gave the cursor {cursor} for a second time",
                operation=self._walk.path,
                request_id=result.request_id,
            )
        seen.add(cursor)
        return cursor

    def _new_items(self, result: ResultT, remembered: dict[object, None]) -> list[ItemT]:
        rows: list[ItemT] = getattr(result, self._walk.items) or []
        fresh: list[ItemT] = []
        identity = attrgetter(*self._walk.identity)
        for row in rows:
            key = identity(row)
            if key not in remembered:
                remembered[key] = None
                fresh.append(row)
        while len(remembered) > _REMEMBERED:
            del remembered[next(iter(remembered))]
        return fresh


async def _cancelled(task: asyncio.Future[Any]) -> None:
    """Ends a page that nobody waits for any more, and takes its outcome, whatever it is."""
    task.cancel()
    await asyncio.wait([task])
    if not task.cancelled():
        task.exception()


def _is_limit(value: object) -> bool:
    return value is None or (isinstance(value, int) and value >= 0)
