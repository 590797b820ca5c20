from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

__all__ = ["http_date", "retry_after_seconds"]

# An hour. The API's own window is half a minute; more would only shut the token out.
_LONGEST = 3_600.0
_NUMBER = re.compile(r"[0-9]{1,18}(?:\.[0-9]{1,18})?")


def retry_after_seconds(value: str | None, now: datetime) -> float | None:
    """Seconds to wait by a `Retry-After` header: a whole number, a decimal or an HTTP date.

    None when the header is missing or absurd: no number, negative, a date that has passed, or
    more than an hour.
    """
    if value is None:
        return None
    text = value.strip()
    if _NUMBER.fullmatch(text):
        seconds = float(text)
    else:
        moment = http_date(text)
        seconds = -1.0 if moment is None else (moment - now).total_seconds()
    return seconds if 0 <= seconds <= _LONGEST else None


def http_date(text: str) -> datetime | None:
    """The date of a header in any form that HTTP ever had; None when it is none."""
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    # The oldest form names no zone, and "-0000" is read as none: both mean UTC.
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
