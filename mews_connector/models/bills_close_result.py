from attrs import field, frozen
from mews_runtime import Model

from .bill import Bill


@frozen(kw_only=True, eq=False, repr=False)
class BillsCloseResult(Model):
    """The bill as it is after being closed."""

    bills: list[Bill] = field(metadata={"json": "Bills"})
    """The closed bill."""
