"""The forms in which the header `Retry-After` may come."""

from collections.abc import Callable
from datetime import datetime, timedelta
from email.utils import format_datetime
from math import ceil
from typing import Literal, TypeAlias

RetryAfterForm: TypeAlias = Literal["seconds", "decimal", "date", "missing"]
"""Whole seconds as the API sends them, a fraction too, an HTTP date, or no header at all."""

FORMS: tuple[RetryAfterForm, ...] = ("seconds", "decimal", "date", "missing")


def retry_after(wait: float, form: RetryAfterForm, now: Callable[[], datetime]) -> str | None:
    """The header's value for a wait in seconds, always rounded up; None means no header."""
    match form:
        case "seconds":
            return str(ceil(wait))
        case "decimal":
            return f"{ceil(wait * 1000) / 1000:.3f}"
        case "date":
            instant = now() + timedelta(seconds=wait + 1)
            return format_datetime(instant.replace(microsecond=0), usegmt=True)
        case "missing":
            return None
