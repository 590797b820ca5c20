"""Code to time, as a value."""

from __future__ import annotations

from attrs import frozen

__all__ = ["Candidate"]


@frozen(kw_only=True)
class Candidate:
    """Code whose time counts.

    Attributes:
        what: Its name in the table.
        code: What is timed.
        before: What runs before and is not timed.
        budget: The most that its ratio may be.
    """

    what: str
    code: str
    before: str = ""
    budget: float | None = None
