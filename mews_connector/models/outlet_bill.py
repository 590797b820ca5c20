from datetime import datetime
from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class OutletBill(Model):
    """What an outlet sold to someone and how it was paid, as the outlet reported it."""

    id: UUID = field(metadata={"json": "Id"})
    """Identifier of the outlet bill."""
    outlet_id: UUID = field(metadata={"json": "OutletId"})
    """Outlet that issued the bill."""
    closed_utc: datetime = field(metadata={"json": "ClosedUtc"})
    """When the bill was closed."""
    enterprise_id: UUID | None = field(default=None, metadata={"json": "EnterpriseId"})
    """Enterprise that the bill belongs to. The published examples leave it out."""
    number: str | None = field(default=None, metadata={"json": "Number"})
    """Number of the bill, as the outlet counts."""
    updated_utc: datetime | None = field(default=None, metadata={"json": "UpdatedUtc"})
    """When the bill last changed. Older answers leave it out."""
    notes: str | None = field(default=None, metadata={"json": "Notes"})
    """Free text."""
