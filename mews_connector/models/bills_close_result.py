from attrs import field, frozen
from mews_runtime import Model

from .bill import Bill


@frozen(kw_only=True)
class BillsCloseResult(Model):
    """The bill as it is after being closed."""

    bills: list[Bill] = field(metadata={"json": "Bills"})
    """The closed bill."""
