"""Pages of rows, newest first."""

from collections.abc import Callable
from itertools import islice
from typing import TypeVar
from uuid import UUID

from msgspec import Struct

from mews_toolkit.sandbox.intervals import TimeInterval
from mews_toolkit.sandbox.refusals import invalid
from mews_toolkit.sandbox.rows import Row, Rows

RowT = TypeVar("RowT", bound=Row)


class Limitation(Struct, frozen=True, rename="pascal"):
    """Which page: how many rows at most, and the id of the last row of the page before."""

    count: int
    cursor: UUID | None = None


class Page(Struct, frozen=True, kw_only=True, rename="pascal"):
    """What every paged result has. The cursor is None only when there are no rows."""

    cursor: UUID | None


def page(
    rows: Rows[RowT],
    limitation: Limitation,
    wanted: Callable[[RowT], bool],
    *,
    row_ids: list[UUID] | None = None,
    created: TimeInterval | None = None,
) -> tuple[list[RowT], UUID | None]:
    """The rows of one page and its cursor. Raises a `Refusal` for a cursor that is no row's id."""
    last = None if limitation.cursor is None else rows.get(limitation.cursor)
    if last is None and limitation.cursor is not None:
        raise invalid("Cursor")
    candidates = rows if row_ids is None else rows.picked(row_ids)
    walk = candidates.newest_first(older_than=last, created=created)
    found = list(islice(filter(wanted, walk), limitation.count))
    return found, found[-1].id if found else None
