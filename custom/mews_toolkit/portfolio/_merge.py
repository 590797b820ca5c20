from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterable, Callable, Iterator, Mapping, Sequence
from heapq import heapify, heappop, heapreplace
from typing import Any, Generic, Literal, Protocol, TypeVar

from mews_connector import errors
from mews_toolkit.portfolio._merge_error import MergeError
from mews_toolkit.portfolio._source import Inbox, Source, Sources

__all__ = ["merge"]

LabelT = TypeVar("LabelT")
RowT = TypeVar("RowT")


class _Comparable(Protocol):
    def __lt__(self, other: Any, /) -> bool: ...


def merge(
    sources: Mapping[LabelT, AsyncIterable[RowT]],
    *,
    newest_first: Callable[[RowT], _Comparable] | None = None,
    failures: Literal["raise", "collect"] = "raise",
) -> AsyncGenerator[tuple[LabelT, RowT]]:
    """Joins lists into one stream of rows with the label of their source.

    All sources are read at the same time. Of each, at most the page in use and the one after it
    are held; whoever takes rows slowly slows the reading. Once begun, the stream closes every
    source when it ends or is closed: use `contextlib.aclosing()` if you may leave it early.

    Args:
        sources: Paginators or other asynchronous iterables, by label.
        newest_first: What tells how new a row is, `lambda payment: payment.created_utc`. Each
            source has to come newest first by it. Rows come as they are read when left out.
        failures: `"raise"` ends the stream when a source fails, as soon as all its rows were given;
            rows of the others may be left. `"collect"` gives all rows of the others before it
            raises: choose it to go on later with what failed and nothing else.

    Raises:
        InvalidRequestError: `failures` is something else.
        MergeError: While rows are taken: a source failed. It names the source, and tells where to
            go on with it.
    """
    if failures not in ("raise", "collect"):
        raise errors.InvalidRequestError("failures: say 'raise' or 'collect'")
    ended = _Ended[LabelT](at_once=failures == "raise")
    if newest_first is None:
        return _as_they_come(sources, ended)
    return _newest_first(sources, newest_first, ended)


class _Ended(Generic[LabelT]):
    """Judges the sources that came to an end."""

    def __init__(self, *, at_once: bool) -> None:
        self._at_once = at_once
        self._failures: dict[LabelT, Exception] = {}

    def add(self, source: Source[LabelT, Any]) -> None:
        failure = source.failure
        if isinstance(failure, Exception):
            self._failures[source.label] = failure
            if self._at_once:
                self.judge()
        elif failure is not None:
            # The cancellation that came out of the source itself is no failure.
            raise failure

    def judge(self) -> None:
        failures = list(self._failures.values())
        if len(failures) == 1:
            raise MergeError(self._failures) from failures[0]
        if failures:
            raise MergeError(self._failures) from ExceptionGroup("several failed", failures)


async def _as_they_come(
    rows_of: Mapping[LabelT, AsyncIterable[RowT]], ended: _Ended[LabelT]
) -> AsyncGenerator[tuple[LabelT, RowT]]:
    inbox: Inbox[LabelT, RowT] = asyncio.Queue()
    sources = [Source(label, rows, inbox) for label, rows in rows_of.items()]
    async with Sources(sources):
        left = len(sources)
        while left:
            source, batch = await inbox.get()
            if batch is None:
                left -= 1
                ended.add(source)
                continue
            source.read_on()
            for row in batch:
                yield source.label, row
    ended.judge()


async def _newest_first(
    rows_of: Mapping[LabelT, AsyncIterable[RowT]],
    newness: Callable[[RowT], _Comparable],
    ended: _Ended[LabelT],
) -> AsyncGenerator[tuple[LabelT, RowT]]:
    sources = [Source(label, rows, asyncio.Queue()) for label, rows in rows_of.items()]
    async with Sources(sources):
        heads: list[_Head[LabelT, RowT]] = []
        for place, source in enumerate(sources):
            rows = await _next_rows(source, ended)
            if rows is not None:
                heads.append(_Head(place, source, rows, newness))
        heapify(heads)
        while heads:
            head = heads[0]
            yield head.source.label, head.row
            if not head.moves_on():
                rows = await _next_rows(head.source, ended)
                if rows is None:
                    heappop(heads)
                    continue
                head.takes(rows)
            heapreplace(heads, head)
    ended.judge()


async def _next_rows(source: Source[LabelT, RowT], ended: _Ended[LabelT]) -> Sequence[RowT] | None:
    """At least one row, or None at the source's end."""
    while True:
        _, batch = await source.inbox.get()
        if batch is None:
            ended.add(source)
            return None
        source.read_on()
        if batch:
            return batch


class _Head(Generic[LabelT, RowT]):
    """The newest row that is left of a source. The smallest one is the newest of all."""

    __slots__ = ("_age", "_newness", "_place", "_rest", "row", "source")

    _age: _Comparable
    _rest: Iterator[RowT]
    row: RowT

    def __init__(
        self,
        place: int,
        source: Source[LabelT, RowT],
        rows: Sequence[RowT],
        newness: Callable[[RowT], _Comparable],
    ) -> None:
        self.source = source
        self._place = place
        self._newness = newness
        self.takes(rows)

    def takes(self, rows: Sequence[RowT]) -> None:
        self._rest = iter(rows)
        self.moves_on()

    def moves_on(self) -> bool:
        """Whether these rows go on."""
        for row in self._rest:
            self.row = row
            self._age = self._newness(row)
            return True
        return False

    def __lt__(self, other: _Head[LabelT, RowT]) -> bool:
        # Rows that are equally new come in the order of their sources.
        if other._age < self._age:
            return True
        return self._place < other._place and not self._age < other._age
