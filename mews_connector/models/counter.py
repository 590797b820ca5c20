from datetime import datetime
from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .counter_type import CounterType


@frozen(kw_only=True, eq=False, repr=False)
class Counter(Model):
    """What gives a kind of document its numbers."""

    id: UUID = field(metadata={"json": "Id"})
    """Identifier of the counter."""
    enterprise_id: UUID = field(metadata={"json": "EnterpriseId"})
    """Enterprise that the counter belongs to."""
    name: str = field(metadata={"json": "Name", "min_length": 1})
    """Name of the counter."""
    is_default: bool = field(metadata={"json": "IsDefault"})
    """Whether the counter is used where no other one is named."""
    value: int = field(metadata={"json": "Value"})
    """The number that the counter stands at."""
    type_: CounterType = field(metadata={"json": "Type"})
    """What the counter numbers."""
    created_utc: datetime = field(metadata={"json": "CreatedUtc"})
    """When the counter was created."""
    updated_utc: datetime = field(metadata={"json": "UpdatedUtc"})
    """When the counter last changed."""
    format_: str | None = field(default=None, metadata={"json": "Format"})
    """How a number is written, such as `NORMAL{0:0000}`. Can be empty or null, although the
    documentation calls it required."""
