from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class BillsDeleteRequest(Model):
    """The bills to delete."""

    bill_ids: list[UUID] = field(metadata={"json": "BillIds", "min_items": 1, "max_items": 1000})
    """Bills to delete. Each must be open and empty. At most 1000 items."""
    enterprise_id: UUID | None = field(default=None, metadata={"json": "EnterpriseId"})
    """Enterprise that the bills belong to. Needed with a portfolio token, ignored otherwise."""
