"""What a listing can be asked for: options made of the parameters of its method."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, tzinfo
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin
from uuid import UUID

import click
from attrs import frozen

from mews_connector import models
from mews_toolkit.cli._moments import DAYS, INSTANT, SPAN, instant

__all__ = ["Filter", "MainSpan", "filter_for", "main_span"]

# Of several spans, which one --since and --until are about.
_MAIN = ("created_utc", "consumed_utc", "updated_utc")


@frozen
class Filter:
    """One parameter of a method.

    Attributes:
        keyword: Its name.
        option: What is to be given on the command line.
        value: The argument that what was given stands for.
    """

    keyword: str
    option: click.Option
    value: Callable[[Any, tzinfo], object]


def filter_for(keyword: str, hint: object, *, required: bool, text: str) -> Filter:
    """The option for a parameter of this type.

    Raises:
        TypeError: There is none for the type.
    """
    kind, many = _without_none(hint), False
    if get_origin(kind) is list:
        (kind,), many = get_args(kind), True
    param_type, choices, value = _conversion(kind)
    name = keyword.strip("_").removesuffix("_utc")
    if many:
        name = name.removesuffix("s").removesuffix("_id")
        value = _each(value)
    told, metavar = [text], None
    if choices:
        metavar = name.upper()
        told.append(f"One of {', '.join(choices)}.")
    if many:
        told.append("Can be repeated.")
    option = click.Option(
        [f"--{name.replace('_', '-')}", keyword],
        type=param_type,
        multiple=many,
        required=required,
        metavar=metavar,
        help=" ".join(told),
    )
    return Filter(keyword, option, value)


def _conversion(kind: Any) -> tuple[Any, list[str], Callable[[Any, tzinfo], object]]:
    """How an argument is read, which there are if they can be listed, and what it becomes."""
    if kind is UUID:
        return click.UUID, [], _as_it_is
    if kind is str:
        return click.STRING, [], _as_it_is
    if kind is datetime:
        return INSTANT, [], instant
    if kind is models.TimeInterval:
        return SPAN, [], _interval
    if kind is models.DateInterval:
        return DAYS, [], _days
    if isinstance(kind, type) and issubclass(kind, Enum):
        known = [str(each.value) for each in kind]
        return click.Choice(known, case_sensitive=False), known, lambda given, _: kind(given)
    raise TypeError(f"no option for {kind}")


def _as_it_is(given: object, _: tzinfo) -> object:
    return given


def _each(value: Callable[[Any, tzinfo], object]) -> Callable[[Any, tzinfo], object]:
    return lambda given, zone: [value(each, zone) for each in given]


def _interval(given: tuple[date, date], zone: tzinfo) -> models.TimeInterval:
    start, end = given
    return models.TimeInterval(start_utc=instant(start, zone), end_utc=instant(end, zone))


def _days(given: tuple[date, date], _: tzinfo) -> models.DateInterval:
    start, end = given
    return models.DateInterval(start=start, end=end)


def _without_none(hint: object) -> object:
    if get_origin(hint) in (Union, UnionType):
        kinds = [each for each in get_args(hint) if each is not NoneType]
        return kinds[0] if len(kinds) == 1 else hint
    return hint


@frozen
class MainSpan:
    """The span that --since and --until are short for.

    Attributes:
        filter: Its own option, which then can be left out.
        is_required: Whether one of them has to say it.
    """

    filter: Filter
    is_required: bool

    @property
    def options(self) -> list[click.Option]:
        """Both of them."""
        name = self.filter.option.opts[0]
        days = self.filter.option.type is DAYS
        return [
            click.Option(
                [flag], type=INSTANT, help=f"{told}; short for {name}{' (days only)' * days}."
            )
            for flag, told in (
                ("--since", "The first moment to look at"),
                ("--until", "The first moment no longer to look at; now by default"),
            )
        ]

    def settled(self, given: Mapping[str, Any], zone: tzinfo) -> tuple[date, date] | None:
        """What both of them say together, or the span's own option.

        Raises:
            click.UsageError: They contradict each other.
        """
        since, until = given["since"], given["until"]
        own = given[self.filter.keyword]
        name = self.filter.option.opts[0]
        if since is None and until is None:
            if own is None and self.is_required:
                raise click.UsageError(f"Say for which days: --since and --until, or {name}")
            return None if own is None else (own[0], own[1])
        if since is None:
            raise click.UsageError("--until needs --since")
        if own is not None:
            raise click.UsageError(f"--since is short for {name}: give one of them")
        if self.filter.option.type is not DAYS:
            return since, until
        return _of_days(since, zone), _of_days(until, zone)


def _of_days(moment: date, zone: tzinfo) -> date:
    return instant(moment, zone).astimezone(zone).date() if isinstance(moment, datetime) else moment


def main_span(filters: list[Filter]) -> MainSpan | None:
    """The span of a listing that it is mostly asked by, if there is one."""
    spans = {each.keyword: each for each in filters if each.option.type in (SPAN, DAYS)}
    for keyword in (*_MAIN, *spans):
        if keyword in spans:
            found = spans[keyword]
            return MainSpan(found, is_required=found.option.required)
    return None
