"""Lists of what enterprises have, page by page."""

from collections.abc import Callable
from itertools import islice
from typing import TypeVar
from uuid import UUID

from msgspec import Struct

from mews_toolkit.sandbox.intervals import TimeInterval
from mews_toolkit.sandbox.pages import Limitation
from mews_toolkit.sandbox.refusals import invalid
from mews_toolkit.sandbox.rows import EnterpriseRow, Rows
from mews_toolkit.sandbox.tokens import Caller

RowT = TypeVar("RowT", bound=EnterpriseRow)


class Listing(Struct, frozen=True, kw_only=True, rename="pascal"):
    """What every request for a page of such things can say."""

    enterprise_ids: list[UUID] | None = None
    limitation: Limitation

    def found(
        self,
        rows: Rows[RowT],
        caller: Caller,
        wanted: Callable[[RowT], bool],
        *,
        row_ids: list[UUID] | None = None,
        created: TimeInterval | None = None,
    ) -> tuple[list[RowT], UUID | None]:
        """The page of the rows within the caller's reach that are wanted, and its cursor.

        Rows come newest first. Raises a `Refusal` for a cursor that is no row's id.
        """
        scope = caller.scope(self.enterprise_ids)
        count, cursor = self.limitation.count, self.limitation.cursor
        last = None if cursor is None else rows.get(cursor)
        if last is None and cursor is not None:
            raise invalid("Cursor")
        candidates = rows if row_ids is None else rows.picked(row_ids)
        walk = candidates.newest_first(older_than=last, created=created)
        within = (row for row in walk if row.enterprise_id in scope and wanted(row))
        found = list(islice(within, count))
        return found, found[-1].id if found else None
