from datetime import date as Date

from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class DateInterval(Model):
    """A half-open span of days: the first belongs to it, the last does not. Equal ends mean
    that very day."""

    start: Date = field(metadata={"json": "Start"})
    """First day that belongs to the span."""
    end: Date = field(metadata={"json": "End"})
    """First day that no longer belongs to the span."""
