from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .bill_update_parameters import BillUpdateParameters


@frozen(kw_only=True, eq=False, repr=False)
class BillsUpdateRequest(Model):
    """The bills to change and how."""

    bills_updates: list[BillUpdateParameters] = field(
        metadata={"json": "BillsUpdates", "min_items": 1, "max_items": 10}
    )
    """One entry for each bill. At most 10 items."""
    enterprise_id: UUID | None = field(default=None, metadata={"json": "EnterpriseId"})
    """Enterprise that the bills belong to. Needed with a portfolio token, ignored otherwise."""
