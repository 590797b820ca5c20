"""Days, instants and spans as arguments."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, tzinfo
from typing import Any, TypeAlias

import click

__all__ = ["DAY", "DAYS", "INSTANT", "SPAN", "instant"]

Moment: TypeAlias = date | datetime


def instant(moment: Moment, zone: tzinfo) -> datetime:
    """The moment in UTC; a day is its first instant, and what names no zone is in this one.

    Raises:
        click.UsageError: It is none there, or two, or too far away from the present.
    """
    try:
        if not isinstance(moment, datetime):
            return datetime.combine(moment, time(), zone).astimezone(UTC)
        if moment.tzinfo is None:
            moment = _of_one_offset(moment, zone)
        return moment.astimezone(UTC)
    except OverflowError:
        raise click.UsageError(f"{moment} is outside of the years 1 to 9999 in UTC") from None


def _of_one_offset(told: datetime, zone: tzinfo) -> datetime:
    moment, later = told.replace(tzinfo=zone), told.replace(tzinfo=zone, fold=1)
    if moment.utcoffset() != later.utcoffset():
        raise click.UsageError(
            f"{told.isoformat()} comes twice or not at all in {zone}, where clocks were changed:"
            f" write {moment.isoformat()} or {later.isoformat()}"
        )
    return moment


def _day(text: str) -> date:
    return datetime.strptime(text, "%Y-%m-%d").date()  # noqa: DTZ007 - a day is in no zone


def _moment(text: str) -> Moment:
    try:
        return _day(text)
    except ValueError:
        return datetime.fromisoformat(text)


class _Moment(click.ParamType[Any]):
    name = "moment"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Moment:
        try:
            return _moment(value)
        except ValueError:
            self.fail(f"{value!r} is neither 2026-01-31 nor 2026-01-31T12:00Z", param, ctx)


class _Day(click.ParamType[Any]):
    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        try:
            return _day(value)
        except ValueError:
            self.fail(f"{value!r} is no day; write it as 2026-01-31", param, ctx)


class _Span(click.ParamType[Any]):
    def __init__(self, name: str, *, days: bool) -> None:
        self.name = name
        self._read = _day if days else _moment

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[Moment, Moment]:
        start, _, end = value.partition("..")
        try:
            return self._read(start), self._read(end)
        except ValueError:
            self.fail(f"{value!r} is no span; write it as 2026-01-01..2026-02-01", param, ctx)


DAY = _Day()
"""A day alone."""

INSTANT = _Moment()
"""A day, or a time of a day, with a zone or without one."""

SPAN = _Span("from..to", days=False)
"""Two of them; the second one no longer belongs to the span."""

DAYS = _Span("day..day", days=True)
"""Two days likewise."""
