"""Pages of rows."""

from uuid import UUID

from msgspec import Struct


class Limitation(Struct, frozen=True, rename="pascal"):
    """Which page: how many rows at most, and the id of the last row of the page before."""

    count: int
    cursor: UUID | None = None


class Page(Struct, frozen=True, kw_only=True, rename="pascal"):
    """What every paged result has. The cursor is None only when there are no rows."""

    cursor: UUID | None
