from datetime import datetime
from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class Outlet(Model):
    """A point of sale that reports what it sold as outlet bills."""

    id: UUID = field(metadata={"json": "Id"})
    """Identifier of the outlet."""
    enterprise_id: UUID = field(metadata={"json": "EnterpriseId"})
    """Enterprise that the outlet belongs to."""
    is_active: bool = field(metadata={"json": "IsActive"})
    """Whether the outlet is still in use."""
    name: str = field(metadata={"json": "Name", "min_length": 1})
    """Name of the outlet."""
    created_utc: datetime = field(metadata={"json": "CreatedUtc"})
    """When the outlet was created."""
    updated_utc: datetime = field(metadata={"json": "UpdatedUtc"})
    """When the outlet last changed."""
