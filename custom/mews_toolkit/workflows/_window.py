from __future__ import annotations

from datetime import UTC, datetime, timedelta

from mews_connector import models

__all__ = ["created_since"]

# The server's clock and ours may differ.
_MARGIN = timedelta(minutes=10)


def created_since(instant: datetime, now: datetime) -> models.TimeInterval:
    """From shortly before the instant until shortly after the present one."""
    return models.TimeInterval(
        start_utc=instant.astimezone(UTC) - _MARGIN,
        end_utc=max(instant, now).astimezone(UTC) + _MARGIN,
    )
