"""The form that intervals had before they were objects."""

from datetime import datetime

from mews_toolkit.sandbox.intervals import TimeInterval
from mews_toolkit.sandbox.refusals import invalid


def older_interval(start_utc: datetime | None, end_utc: datetime | None) -> TimeInterval | None:
    """The interval that `StartUtc` and `EndUtc` mean together, if they are there.

    Raises a `Refusal` when there is only one of them, or when they are the wrong way round.
    """
    if start_utc is None and end_utc is None:
        return None
    if start_utc is None:
        raise invalid("StartUtc")
    if end_utc is None:
        raise invalid("EndUtc")
    if end_utc < start_utc:
        raise invalid("EndUtc", "The interval ends before it starts.")
    return TimeInterval(start_utc, end_utc)
