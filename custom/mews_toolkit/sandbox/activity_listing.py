"""Lists of what stays in them when it is deleted."""

from datetime import datetime
from typing import Protocol

from mews_toolkit.sandbox.intervals import TimeInterval
from mews_toolkit.sandbox.listing import Listing


class Deletable(Protocol):
    """A thing that knows whether it is deleted."""

    @property
    def is_active(self) -> bool:
        """Whether it is not deleted."""
        ...

    @property
    def updated_utc(self) -> datetime:
        """When it last changed."""
        ...


class ActivityListing(Listing, frozen=True, kw_only=True, rename="pascal"):
    """What every request for a page of such things can say."""

    updated_utc: TimeInterval | None = None
    activity_states: frozenset[str] | None = None

    def wants(self, row: Deletable) -> bool:
        """Whether the row passes these two filters."""
        state = "Active" if row.is_active else "Deleted"
        return (self.activity_states is None or state in self.activity_states) and (
            self.updated_utc is None or self.updated_utc.holds(row.updated_utc)
        )
