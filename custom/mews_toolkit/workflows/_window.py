from __future__ import annotations

from datetime import UTC, datetime, timedelta

from mews_connector import models

__all__ = ["created_about"]

# A clock set to local time as though it was UTC is off by fourteen hours at most.
_BEFORE = timedelta(hours=15)
# No filter takes more than three months, and those from February on have 89 days.
_LENGTH = timedelta(days=89)


def created_about(instant: datetime) -> models.TimeInterval:
    """From hours before the instant until long after it, since our clock may be far off.

    What was written is not to be missed, whatever the time is here: a row too many is looked at,
    and one too few invites a second payment.
    """
    start = instant.astimezone(UTC) - _BEFORE
    return models.TimeInterval(start_utc=start, end_utc=start + _LENGTH)
