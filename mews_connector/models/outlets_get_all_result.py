from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .outlet import Outlet


@frozen(kw_only=True, eq=False, repr=False)
class OutletsGetAllResult(Model):
    """One page of outlets."""

    outlets: list[Outlet] = field(metadata={"json": "Outlets"})
    """The outlets found, newest first."""
    cursor: UUID | None = field(default=None, metadata={"json": "Cursor"})
    """Identifier of the last and oldest outlet of this page, to ask for the next one. Null when
    the page is empty."""
