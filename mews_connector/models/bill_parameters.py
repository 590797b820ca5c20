from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class BillParameters(Model):
    """One bill to open."""

    account_id: UUID = field(metadata={"json": "AccountId"})
    """Customer or company that the bill is to belong to."""
    associated_account_id: UUID | None = field(
        default=None, metadata={"json": "AssociatedAccountId"}
    )
    """Account for the bill to name beside its owner."""
    name: str | None = field(default=None, metadata={"json": "Name"})
    """Name of the bill."""
