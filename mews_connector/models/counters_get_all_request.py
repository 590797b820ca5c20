from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .counter_type import CounterType
from .time_interval import TimeInterval


@frozen(kw_only=True, eq=False, repr=False)
class CountersGetAllRequest(Model):
    """Which counters to list. Every filter may be left out."""

    enterprise_ids: list[UUID] | None = field(
        default=None, metadata={"json": "EnterpriseIds", "min_items": 1, "max_items": 1000}
    )
    """Enterprises to look in; all that the access token reaches when left out. At most 1000
    items."""
    counter_ids: list[UUID] | None = field(
        default=None, metadata={"json": "CounterIds", "min_items": 1, "max_items": 1000}
    )
    """These counters. At most 1000 items."""
    type_: CounterType | None = field(default=None, metadata={"json": "Type"})
    """Only counters of this type; `Counter` stands for any."""
    updated_utc: TimeInterval | None = field(
        default=None, metadata={"json": "UpdatedUtc", "longest": "P3M"}
    )
    """When the counter last changed. At most 3 months long."""
