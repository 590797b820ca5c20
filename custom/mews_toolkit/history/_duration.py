from __future__ import annotations

import re

from dateutil.relativedelta import relativedelta

__all__ = ["duration"]

_FORM = re.compile(
    r"P(?=[0-9]|T[0-9])"
    r"(?:(?P<years>[0-9]+)Y)?(?:(?P<months>[0-9]+)M)?(?:(?P<weeks>[0-9]+)W)?(?:(?P<days>[0-9]+)D)?"
    r"(?:T(?=[0-9])(?:(?P<hours>[0-9]+)H)?(?:(?P<minutes>[0-9]+)M)?"
    r"(?:(?P<seconds>[0-9]+)(?:[.,](?P<fraction>[0-9]+))?S)?)?"
)


def duration(text: str) -> relativedelta:
    """An ISO 8601 duration, such as `P0Y0M7DT0H0M0S`.

    Raises:
        ValueError: It is none.
    """
    form = _FORM.fullmatch(text)
    if form is None:
        raise ValueError(text)
    return relativedelta(
        years=int(form["years"] or 0),
        months=int(form["months"] or 0),
        weeks=int(form["weeks"] or 0),
        days=int(form["days"] or 0),
        hours=int(form["hours"] or 0),
        minutes=int(form["minutes"] or 0),
        seconds=int(form["seconds"] or 0),
        microseconds=int((form["fraction"] or "")[:6].ljust(6, "0")),
    )
