from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .enterprise import Enterprise


@frozen(kw_only=True, eq=False, repr=False)
class EnterprisesGetAllResult(Model):
    """One page of enterprises."""

    enterprises: list[Enterprise] = field(metadata={"json": "Enterprises"})
    """The enterprises found, newest first."""
    cursor: UUID | None = field(default=None, metadata={"json": "Cursor"})
    """Identifier of the last enterprise of this page, to ask for the next one. Null when the
    page is empty."""
