"""How an interval is cut into adjoining half-open windows, newest first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any, TypeAlias, TypeVar, cast

from ._duration import duration, latest_end

__all__ = ["Window", "halves", "windows"]

InstantT = TypeVar("InstantT", bound=date)
Window: TypeAlias = tuple[InstantT, InstantT]

_A_DAY = timedelta(days=1)
# A server that cannot list a single hour has another trouble than the length of the interval.
_SHORTEST = timedelta(hours=1)


def windows(start: InstantT, end: InstantT, longest: str) -> Iterator[Window[InstantT]]:
    """Windows that adjoin, cover exactly the interval, and are no longer than allowed each."""
    while end > latest_end(start, longest):
        earlier: Any = end - duration(longest)
        begin = cast("InstantT", earlier)
        # Months differ in length: three before the 31st of May, and three on, is the 28th.
        while begin <= start or end > latest_end(begin, longest):
            begin += _A_DAY
        yield begin, end
        end = begin
    yield start, end


def halves(start: InstantT, end: InstantT) -> tuple[Window[InstantT], Window[InstantT]] | None:
    """The newer and the older half, whole seconds or days long; None where it is too short."""
    length = end - start
    if length <= (_SHORTEST if isinstance(start, datetime) else _A_DAY):
        return None
    middle = start + timedelta(seconds=length // timedelta(seconds=2))
    return (middle, end), (start, middle)
