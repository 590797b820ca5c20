from attrs import field, frozen
from mews_runtime import Model

from .bill import Bill


@frozen(kw_only=True, eq=False, repr=False)
class BillsAddResult(Model):
    """The bills that were opened."""

    bills: list[Bill] = field(metadata={"json": "Bills"})
    """One entry for each bill asked for."""
