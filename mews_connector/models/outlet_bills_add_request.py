from attrs import field, frozen
from mews_runtime import Model

from .outlet_bill_parameters import OutletBillParameters


@frozen(kw_only=True, eq=False, repr=False)
class OutletBillsAddRequest(Model):
    """The outlet bills to add."""

    bills: list[OutletBillParameters] = field(
        metadata={"json": "Bills", "min_items": 1, "max_items": 1000}
    )
    """The bills to add. At most 1000 items."""
