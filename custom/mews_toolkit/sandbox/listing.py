"""Lists of what enterprises have."""

from collections.abc import Callable
from typing import Protocol, TypeVar
from uuid import UUID

from msgspec import Struct

from mews_toolkit.sandbox.intervals import TimeInterval
from mews_toolkit.sandbox.pages import Limitation, page
from mews_toolkit.sandbox.rows import Row, Rows
from mews_toolkit.sandbox.tokens import Caller


class EnterpriseRow(Row, Protocol):
    """A remembered thing that belongs to an enterprise."""

    @property
    def enterprise_id(self) -> UUID:
        """Whose it is."""
        ...


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
        """The page of the rows within the caller's reach that are wanted, and its cursor."""
        scope = caller.scope(self.enterprise_ids)
        return page(
            rows,
            self.limitation,
            lambda row: row.enterprise_id in scope and wanted(row),
            row_ids=row_ids,
            created=created,
        )
