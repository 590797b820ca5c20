from datetime import datetime

from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class ValidityInterval(Model):
    """A span of time in which something applies. Either end may be open."""

    start_utc: datetime | None = field(default=None, metadata={"json": "StartUtc"})
    """First instant that belongs to the span; null when it has no start."""
    end_utc: datetime | None = field(default=None, metadata={"json": "EndUtc"})
    """First instant that no longer belongs to the span; null when it has no end."""
