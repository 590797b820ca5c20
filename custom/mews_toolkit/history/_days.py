from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from mews_connector import errors, models

__all__ = ["days"]

_DAY = timedelta(days=1)
_SECOND = timedelta(seconds=1)


def days(tz: str | ZoneInfo, first: date, last: date) -> Iterator[tuple[date, models.TimeInterval]]:
    """The days of a hotel from `first` to `last`, both included, each with its span of UTC.

    A day begins at its first instant on the hotel's clocks and ends where the next one begins: so
    the spans adjoin and leave nothing out, whether a day has 23, 24 or 25 hours and whether its
    midnight exists once, twice or not at all. A day that a place left out when it changed sides of
    the date line is left out here, too. There are none when `last` is before `first`.

    Args:
        tz: The enterprise's `time_zone_identifier`, or a `ZoneInfo`.
        first: The first day.
        last: The last one.

    Raises:
        InvalidRequestError: The time zone is not known here, or a day is no date
            of the years 2 to 9998.
    """
    zone = _zone(tz)
    problems = list(_faults("first", first)) + list(_faults("last", last))
    if problems:
        raise errors.InvalidRequestError(*problems)
    return _days(zone, first, last)


def _days(zone: ZoneInfo, first: date, last: date) -> Iterator[tuple[date, models.TimeInterval]]:
    day, start = first, _first_instant(zone, first)
    while day <= last:
        end = _first_instant(zone, day + _DAY)
        # Equal ends would mean that very instant to the API.
        if start < end:
            yield day, models.TimeInterval(start_utc=start, end_utc=end)
        day, start = day + _DAY, end


def _faults(name: str, value: object) -> Iterator[str]:
    # A datetime is a date to Python, but nobody could tell in which zone.
    if not isinstance(value, date) or isinstance(value, datetime):
        yield f"{name}: pass a date, and no datetime"
    elif not date.min.year < value.year < date.max.year:
        yield f"{name}: in UTC it may be outside of the years 1 to 9999"


def _zone(tz: str | ZoneInfo) -> ZoneInfo:
    if isinstance(tz, ZoneInfo):
        return tz
    try:
        return ZoneInfo(tz)
    # KeyError: there is none of that name. Some names are folders to the database, or no names.
    except (KeyError, ValueError, TypeError, OSError):
        raise errors.InvalidRequestError(
            f"tz: no time zone {tz!r} is known here; pass a name such as 'Europe/Budapest', and"
            " install the package tzdata if the system has no time zone database"
        ) from None


def _first_instant(zone: ZoneInfo, day: date) -> datetime:
    """The first instant at which it is this day in the zone, or a later one."""
    midnight = datetime.combine(day, time())
    # The first of two midnights; before a gap, the instant at which it would have been midnight.
    instant = _utc(midnight, zone, fold=0)
    if _on_clocks(instant, zone) == midnight:
        return instant
    # The clocks jumped over midnight, so the day begins with that jump, which lies between.
    before, after = _utc(midnight, zone, fold=1) - _SECOND, instant
    while after - before > _SECOND:
        middle = before + (after - before) // 2 // _SECOND * _SECOND
        if _on_clocks(middle, zone) < midnight:
            before = middle
        else:
            after = middle
    return after


def _utc(local: datetime, zone: ZoneInfo, *, fold: int) -> datetime:
    return local.replace(tzinfo=zone, fold=fold).astimezone(UTC)


def _on_clocks(instant: datetime, zone: ZoneInfo) -> datetime:
    return instant.astimezone(zone).replace(tzinfo=None)
