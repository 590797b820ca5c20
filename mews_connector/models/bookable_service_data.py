from attrs import field, frozen
from mews_runtime import Model

from .time_unit_period import TimeUnitPeriod


@frozen(kw_only=True, eq=False, repr=False)
class BookableServiceData(Model):
    """When a service that is sold by a unit of time starts and ends."""

    start_offset: str = field(metadata={"json": "StartOffset", "min_length": 1})
    """When an order starts, counted from the start of its time unit, as an ISO 8601 duration."""
    end_offset: str = field(metadata={"json": "EndOffset", "min_length": 1})
    """When an order ends, counted from the end of its time unit, as an ISO 8601 duration."""
    occupancy_start_offset: str = field(metadata={"json": "OccupancyStartOffset", "min_length": 1})
    """When occupancy begins to count, from the start of the time unit, as an ISO 8601 duration."""
    occupancy_end_offset: str = field(metadata={"json": "OccupancyEndOffset", "min_length": 1})
    """When occupancy ceases to count, from the end of the time unit, as an ISO 8601 duration."""
    time_unit_period: TimeUnitPeriod = field(metadata={"json": "TimeUnitPeriod"})
    """Unit of time that the service is sold by."""
    time_unit: TimeUnitPeriod | None = field(
        default=None,
        metadata={"json": "TimeUnit", "deprecated": "deprecated; use `time_unit_period`"},
    )
    """Unit of time that the service is sold by. Deprecated; use `time_unit_period`."""
