"""Intervals of the API, whose two properties are where they start and where they end."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from ._fields import fields_of

__all__ = ["bounds", "interval"]


def bounds(value: object) -> tuple[Any, Any]:
    """Where an interval starts and ends: dates, or instants in UTC."""
    start, end = (_instant(getattr(value, field.name)) for field in fields_of(type(value)))
    return start, end


def interval(like: object, start: date, end: date) -> object:
    """An interval of the same type."""
    first, last = fields_of(type(like))
    made: object = type(like)(**{first.name: start, last.name: end})
    return made


def _instant(moment: date) -> date:
    # In UTC: times of one zone Python compares and adds to by the clock on the wall.
    return moment.astimezone(UTC) if isinstance(moment, datetime) else moment
