from attrs import field, frozen
from mews_runtime import Model

from .bill import Bill


@frozen(kw_only=True, eq=False, repr=False)
class BillsUpdateResult(Model):
    """The bills as they are after the change."""

    bills: list[Bill] = field(metadata={"json": "Bills"})
    """One entry for each changed bill."""
