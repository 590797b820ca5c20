from datetime import datetime
from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class Cashier(Model):
    """A place where the enterprise keeps cash, such as the till of its reception."""

    id: UUID = field(metadata={"json": "Id"})
    """Identifier of the cashier."""
    is_active: bool = field(metadata={"json": "IsActive"})
    """Whether the cashier is still in use."""
    name: str = field(metadata={"json": "Name", "min_length": 1})
    """Name of the cashier."""
    enterprise_id: UUID | None = field(default=None, metadata={"json": "EnterpriseId"})
    """Enterprise that the cashier belongs to. Older answers leave it out."""
    created_utc: datetime | None = field(default=None, metadata={"json": "CreatedUtc"})
    """When the cashier was created. Older answers leave it out."""
    updated_utc: datetime | None = field(default=None, metadata={"json": "UpdatedUtc"})
    """When the cashier last changed. Older answers leave it out."""
