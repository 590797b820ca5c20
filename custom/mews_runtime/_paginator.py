from __future__ import annotations

import contextlib
from collections.abc import AsyncGenerator, AsyncIterator, Iterator
from itertools import islice
from operator import attrgetter
from typing import Any, Generic, TypeVar
from uuid import UUID

import attrs
from attrs import frozen

from ._crowd import crowd
from ._learnt import Learnt
from ._model import Model
from ._progress import Progress
from ._walk import Fetched, Legs, Walk
from .errors import InvalidRequestError, MewsError

__all__ = ["Page", "Paginator"]

ItemT = TypeVar("ItemT", bound=Model)
ResultT = TypeVar("ResultT", bound=Model)

# Rows can come again only where pages or windows overlap; so many of the last ones are remembered.
_REMEMBERED = 20_000


@frozen(kw_only=True)
class Page(Generic[ItemT, ResultT]):
    """One page of an answer.

    Attributes:
        items: Its rows, newest first, without those that an earlier page gave.
        cursor: Where the next page of the same window goes on; None on its last one.
        resume: What `get_all(..., resume=...)` goes on after this page from; None on the last one.
        number: The page's number in this walk, from 1.
        request_id: The server's id of the request that fetched it.
        result: The whole result as it came.
        parts: In how many parts the query is walked: windows, or parts of its lists of ids.
        parts_done: How many of them are walked to their end, with this page.
    """

    items: list[ItemT]
    cursor: UUID | None
    resume: str | None
    number: int
    request_id: str | None
    result: ResultT
    parts: int = 1
    parts_done: int = 0


class Paginator(Generic[ItemT, ResultT]):
    """The rows of a query, fetched page by page while they are taken.

    Rows come newest first. A query that is longer than the API takes is walked in parts: windows
    of its intervals, from the newest on, and within each one parts of its lists of ids, in their
    order.

    `async for row in paginator` gives each row once, as far as the last 20,000 rows tell. It can
    be walked more than once; each walk begins anew. An error that breaks a walk off carries
    `.resume`, from which `get_all(..., resume=...)` goes on.

    Source: https://docs.mews.com/connector-api/guidelines/pagination
    """

    def __init__(self, walk: Walk[ResultT]) -> None:
        self._walk = walk

    @property
    def identity(self) -> tuple[str, ...]:
        """The attributes that tell a row from every other."""
        return self._walk.identity

    async def __aiter__(self) -> AsyncIterator[ItemT]:
        async with contextlib.aclosing(self.pages()) as pages:
            async for page in pages:
                for item in page.items:
                    yield item
                # Not held while the next one is read, which then takes its place in memory.
                del page

    async def pages(self) -> AsyncGenerator[Page[ItemT, ResultT]]:
        """The pages, for those who want to keep the cursor or the request id of each.

        Raises:
            PaginationError: The server gave a cursor for a second time.
            MewsError: Whatever kept a page from being read.
        """
        progress = Progress(self._walk.start, self._walk.query.legs)
        remembered: dict[object, None] = {}
        number = 0
        try:
            async with contextlib.aclosing(self._fetched(progress)) as pages:
                async for page in pages:
                    progress.note(page.leg, page.following)
                    number += 1
                    yield Page(
                        items=self._new_items(page.result.value, remembered),
                        cursor=None if page.following is None else page.following.cursor,
                        resume=progress.resume(),
                        number=number,
                        request_id=page.result.request_id,
                        result=page.result.value,
                        parts=self._walk.query.legs,
                        parts_done=progress.done,
                    )
                    del page
        except MewsError as error:
            error.resume = progress.resume()
            raise

    def _fetched(self, progress: Progress) -> AsyncGenerator[Fetched[ResultT]]:
        walk = self._walk
        learnt = Learnt(walk.page_size)
        starts = progress.legs()
        if walk.concurrency == 1:
            return Legs(walk, learnt, starts).pages()
        legs = (Legs(walk, learnt, iter([start])) for start in starts)
        return crowd(legs, concurrency=walk.concurrency, ordered=walk.ordered)

    async def first_page(self) -> Page[ItemT, ResultT]:
        """The first page alone, of the first part; nothing is read ahead."""
        async with contextlib.aclosing(self._with(prefetch=False, concurrency=1).pages()) as pages:
            return await anext(pages)

    async def collect(self, limit: int | None = None) -> list[ItemT]:
        """All rows as a list, or the first `limit` of them.

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

    def _new_items(self, result: ResultT, remembered: dict[object, None]) -> list[ItemT]:
        rows: list[ItemT] = getattr(result, self._walk.items) or []
        fresh: list[ItemT] = []
        identities: Iterator[object] = map(attrgetter(*self._walk.identity), rows)
        # A UUID is hashed and compared in Python, and takes three times the memory of its number.
        keys = [it.int if isinstance(it, UUID) else it for it in identities]
        for row, key in zip(rows, keys, strict=True):
            if key not in remembered:
                remembered[key] = None
                fresh.append(row)
        # Taken together: to find the first key, a dict passes over all that were deleted before it.
        too_many = max(0, len(remembered) - _REMEMBERED)
        for key in list(islice(remembered, too_many)):
            del remembered[key]
        return fresh


def _is_limit(value: object) -> bool:
    if value is None:
        return True
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0
