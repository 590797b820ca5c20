from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class OutletBillsAddResult(Model):
    """The outlet bills that were added. Older answers are empty."""

    outlet_bill_ids: list[UUID] | None = field(default=None, metadata={"json": "OutletBillIds"})
    """Identifiers of the bills added."""
