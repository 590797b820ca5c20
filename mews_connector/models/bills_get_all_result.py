from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .bill import Bill


@frozen(kw_only=True, eq=False, repr=False)
class BillsGetAllResult(Model):
    """One page of bills."""

    bills: list[Bill] = field(metadata={"json": "Bills"})
    """The bills found, newest first."""
    cursor: UUID | None = field(default=None, metadata={"json": "Cursor"})
    """Identifier of the last and oldest bill of this page, to ask for the next one. Null when
    the page is empty."""
