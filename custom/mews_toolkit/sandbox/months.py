"""Months as the API writes them, such as `2030-01`. As texts they stand in the order of time."""

import re
from datetime import datetime

from mews_toolkit.sandbox.refusals import invalid

_MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])")


def month_of(instant: datetime) -> str:
    """The month, in UTC, that the instant belongs to."""
    return f"{instant:%Y-%m}"


def checked_month(text: str, parameter: str) -> str:
    """The text, unless it is no month."""
    if not _MONTH.fullmatch(text):
        raise invalid(parameter, "It is a year and a month, such as 2030-01.")
    return text
