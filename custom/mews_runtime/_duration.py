"""The longest interval of an operation, as the document writes it: P3M, P30D."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Any, TypeVar, cast

from dateutil.relativedelta import relativedelta

__all__ = ["duration", "in_words", "latest_end"]

InstantT = TypeVar("InstantT", bound=date)

_FORM = re.compile(r"P(?:(?P<months>\d+)M|(?P<days>\d+)D)")


def duration(text: str) -> relativedelta:
    """The calendar's own measure: three months are 89 to 92 days."""
    found = _FORM.fullmatch(text)
    if found is None:
        raise ValueError(f"an interval's limit is written as P3M or P30D, not {text}")
    return relativedelta(months=int(found["months"] or 0), days=int(found["days"] or 0))


def latest_end(start: InstantT, longest: str, *, times: int = 1) -> InstantT:
    """Where the longest interval that starts there ends, or so many of them in a row."""
    try:
        end: Any = start + duration(longest) * times
    except (OverflowError, ValueError):
        # Beyond the last date that there is, no end is too late.
        end = datetime.max.replace(tzinfo=UTC) if isinstance(start, datetime) else date.max
    return cast("InstantT", end)


def in_words(text: str) -> str:
    """The measure for people."""
    unit = {"M": "month", "D": "day"}[text[-1]]
    count = text[1:-1]
    return f"{count} {unit}" if count == "1" else f"{count} {unit}s"
