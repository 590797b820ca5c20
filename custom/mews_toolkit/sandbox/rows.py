"""Rows in the order in which the API lists them."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any, Protocol, TypeVar, overload
from uuid import UUID

from mews_toolkit.sandbox.facts import check, fits, told
from mews_toolkit.sandbox.intervals import TimeInterval


class Row(Protocol):
    """What every remembered thing has."""

    @property
    def id(self) -> UUID:
        """Its identifier."""
        ...

    @property
    def created_utc(self) -> datetime:
        """When it was created; this never changes."""
        ...


class EnterpriseRow(Row, Protocol):
    """A remembered thing that belongs to an enterprise."""

    @property
    def enterprise_id(self) -> UUID:
        """Whose it is."""
        ...


RowT = TypeVar("RowT", bound=Row)


def _place(row: Row) -> tuple[datetime, int]:
    # The integer, because comparing UUIDs themselves is far slower.
    return row.created_utc, row.id.int


def _creation(row: Row) -> datetime:
    return row.created_utc


class Rows(Sequence[RowT]):
    """Rows by creation time and then by id, newest first, also findable by id.

    Iterating walks a snapshot: another thread may look on while the sandbox works. `changes` counts
    what was put since the start. `of` is the class of the rows, if that is known.
    """

    __slots__ = ("_added", "_by_id", "_of", "_oldest_first", "changes")

    def __init__(self, rows: Iterable[RowT] = (), *, of: type[Any] | None = None) -> None:
        self._of = of
        self._added: set[UUID] = set()
        self._oldest_first = sorted(rows, key=_place)
        self._by_id = {row.id: row for row in self._oldest_first}
        self.changes: int = 0

    def __len__(self) -> int:
        return len(self._oldest_first)

    def __iter__(self) -> Iterator[RowT]:
        return iter(self._oldest_first[::-1])

    @overload
    def __getitem__(self, index: int) -> RowT: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[RowT]: ...

    def __getitem__(self, index: int | slice) -> RowT | Sequence[RowT]:
        """The row at this place, counted from the newest."""
        if isinstance(index, slice):
            return self._oldest_first[::-1][index]
        return self._oldest_first[~index]

    def __repr__(self) -> str:
        return f"<{len(self)} rows>"

    def get(self, row_id: UUID) -> RowT | None:
        """The row with this id, if there is one."""
        return self._by_id.get(row_id)

    @property
    def additions(self) -> Sequence[RowT]:
        """What callers added since the start, newest first."""
        return [row for row in self if row.id in self._added]

    def added(self, **facts: object) -> RowT:
        """The one row that was added with these facts.

        A fact is a property of the row, or of what is in it: `external_identifier`, `gross_value`.
        Of several of that name the outermost counts, and of these the first. Ids and sums may be
        given as text.

        Raises:
            AssertionError: There is no such row, or more than one; the message tells what was added
                instead.
            TypeError: Rows of this kind have no such fact, or it is a float or a naive instant.
        """
        __tracebackhide__ = True
        check(self._of, facts)
        additions = self.additions
        found = [row for row in additions if fits(row, facts)]
        if len(found) == 1:
            return found[0]
        raise AssertionError(told(self._of, facts, additions, len(found)))

    def not_added(self, **facts: object) -> None:
        """Makes sure that no row was added with these facts; without any, that none was at all.

        Raises:
            AssertionError: One was; the message tells what was added.
            TypeError: As for `added`.
        """
        __tracebackhide__ = True
        check(self._of, facts)
        additions = self.additions
        found = sum(fits(row, facts) for row in additions)
        if found:
            raise AssertionError(told(self._of, facts, additions, found))

    def picked(self, row_ids: Iterable[UUID]) -> "Rows[RowT]":
        """Only the rows with these ids; unknown ids are left out."""
        return Rows(row for it in set(row_ids) if (row := self._by_id.get(it)) is not None)

    def put(self, row: RowT) -> None:
        """Adds the row, or puts it in the place of the one with its id."""
        if row.id not in self._by_id:
            self._added.add(row.id)
        self._set(row)

    def have(self, row: RowT) -> None:
        """Puts the row as though it had been there from the start."""
        self._added.discard(row.id)
        self._set(row)

    def _set(self, row: RowT) -> None:
        if row.id in self._by_id:
            self._oldest_first[bisect_left(self._oldest_first, _place(row), key=_place)] = row
        else:
            insort(self._oldest_first, row, key=_place)
        self._by_id[row.id] = row
        self.changes += 1

    def remove(self, row: RowT) -> None:
        """Forgets the row, which must be there."""
        del self._oldest_first[bisect_left(self._oldest_first, _place(row), key=_place)]
        del self._by_id[row.id]
        self.changes += 1

    def newest_first(
        self, *, older_than: Row | None = None, created: TimeInterval | None = None
    ) -> Iterator[RowT]:
        """Walks from newest to oldest, without a look at rows outside of these bounds."""
        rows = self._oldest_first
        first, beyond = 0, len(rows)
        if created is not None:
            cut = bisect_right if created.is_instant else bisect_left
            first = bisect_left(rows, created.start_utc, key=_creation)
            beyond = cut(rows, created.end_utc, key=_creation)
        if older_than is not None:
            beyond = min(beyond, bisect_left(rows, _place(older_than), key=_place))
        for place in range(beyond - 1, first - 1, -1):
            yield rows[place]
