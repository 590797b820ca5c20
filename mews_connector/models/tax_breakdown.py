from attrs import field, frozen
from mews_runtime import Model

from .tax_breakdown_item import TaxBreakdownItem


@frozen(kw_only=True, eq=False, repr=False)
class TaxBreakdown(Model):
    """An amount split by tax rate."""

    items: list[TaxBreakdownItem] = field(metadata={"json": "Items"})
    """One entry for each tax rate."""
