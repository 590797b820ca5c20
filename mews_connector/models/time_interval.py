from datetime import datetime

from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class TimeInterval(Model):
    """A half-open span of time: the start belongs to it, the end does not. Equal ends mean that
    very instant. Adjoining spans share a boundary."""

    start_utc: datetime = field(metadata={"json": "StartUtc"})
    """First instant that belongs to the span."""
    end_utc: datetime = field(metadata={"json": "EndUtc"})
    """First instant that no longer belongs to the span."""
