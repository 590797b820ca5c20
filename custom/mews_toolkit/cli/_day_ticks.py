"""Which days an axis names, and which it sets off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from attrs import frozen

__all__ = ["FEW", "MANY", "DayTick", "day_ticks", "shaded"]

FEW = 10
"""As many days have room for a figure each."""

MANY = 130
"""More days are too narrow for anything but their heights."""

_MONTH = 40


@frozen
class DayTick:
    """A place on the axis, counted in days from the first one, and what stands there."""

    place: int
    label: str


def day_ticks(days: Sequence[date]) -> list[DayTick]:
    """Names for as many days as there is room for: all of them, Mondays, or first days."""
    if len(days) <= FEW:
        return [DayTick(n, f"{day:%a}\n{_day_and_month(day)}") for n, day in enumerate(days)]
    if len(days) <= _MONTH:
        return list(_every_day(days))
    if len(days) <= MANY:
        return [DayTick(n, _day_and_month(day)) for n, day in enumerate(days) if day.weekday() == 0]
    return list(_months(days))


def shaded(days: Sequence[date]) -> list[int]:
    """The places of Saturdays and Sundays; none where they would be too narrow."""
    if len(days) > MANY:
        return []
    return [number for number, day in enumerate(days) if day.weekday() >= 5]


def _every_day(days: Sequence[date]) -> Iterator[DayTick]:
    for number, day in enumerate(days):
        month = f"\n{day:%b}" if number == 0 or day.day == 1 else ""
        yield DayTick(number, f"{day.day}{month}")


def _months(days: Sequence[date]) -> Iterator[DayTick]:
    firsts = [(number, day) for number, day in enumerate(days) if day.day == 1]
    # Two dozen have room.
    step = 1 if len(firsts) <= 24 else 3 if len(firsts) <= 72 else 12
    named: int | None = None
    for number, day in firsts:
        if (day.month - 1) % step == 0:
            year = f"\n{day.year}" if day.year != named else ""
            named = day.year
            yield DayTick(number, f"{day:%b}{year}")


def _day_and_month(day: date) -> str:
    return f"{day.day} {day:%b}"
