from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .bill_parameters import BillParameters


@frozen(kw_only=True, eq=False, repr=False)
class BillsAddRequest(Model):
    """The bills to open."""

    bills: list[BillParameters] = field(
        metadata={"json": "Bills", "min_items": 1, "max_items": 1000}
    )
    """The bills to open. At most 1000 items."""
    enterprise_id: UUID | None = field(default=None, metadata={"json": "EnterpriseId"})
    """Enterprise to open them in. Needed with a portfolio token, ignored otherwise."""
