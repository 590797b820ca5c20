"""A line of a table."""

from __future__ import annotations

from attrs import frozen

__all__ = ["Row"]


@frozen(kw_only=True)
class Row:
    """What was measured of one candidate.

    Attributes:
        what: Which one.
        median_ms: The median of its rounds.
        ratio: That, as a multiple of the first candidate's.
        budget: The most that the ratio may be, if there is a limit.
    """

    what: str
    median_ms: float
    ratio: float
    budget: float | None = None

    @property
    def holds(self) -> bool | None:
        """Whether the ratio is within its budget; None without one."""
        return None if self.budget is None else self.ratio <= self.budget
