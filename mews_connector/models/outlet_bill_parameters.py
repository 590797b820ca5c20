from datetime import datetime
from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .outlet_item_parameters import OutletItemParameters


@frozen(kw_only=True, eq=False, repr=False)
class OutletBillParameters(Model):
    """One outlet bill to add."""

    outlet_id: UUID = field(metadata={"json": "OutletId"})
    """Outlet that issued the bill."""
    number: str = field(metadata={"json": "Number", "min_length": 1})
    """Number of the bill, as the outlet counts."""
    closed_utc: datetime = field(metadata={"json": "ClosedUtc"})
    """When the bill was closed."""
    items: list[OutletItemParameters] = field(metadata={"json": "Items"})
    """What was sold, and the payments for it."""
    account_id: UUID | None = field(default=None, metadata={"json": "AccountId"})
    """Customer or company that the bill is for."""
    notes: str | None = field(default=None, metadata={"json": "Notes"})
    """Free text."""
