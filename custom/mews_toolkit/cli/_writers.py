"""Rows onto the standard output, as they come."""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Iterable
from typing import Any, Protocol

import click
from attrs import field, frozen

from mews_toolkit.cli._columns import Column, text_of
from mews_toolkit.cli._settings import Format, Settings

__all__ = ["Records", "Writer", "writer"]


@frozen
class Records:
    """What rows are made of.

    Attributes:
        columns: Their cells.
        as_json: A whole row as one line of JSON.
        are_chosen: Whether the user chose the columns, and their order.
    """

    columns: list[Column]
    as_json: Callable[[Any], str]
    are_chosen: bool = False

    def only(self, names: str) -> Records:
        """These columns alone, which are parted by commas.

        Raises:
            click.UsageError: There is no such column.
        """
        known = {each.name.lower(): each for each in self.columns}
        asked = [name.strip().lower() for name in names.split(",")]
        unknown = [name for name in asked if name not in known]
        if unknown:
            there = ", ".join(each.name for each in self.columns)
            raise click.UsageError(f"No column {', '.join(unknown)}; there are {there}")
        return Records([known[name] for name in asked], self.as_json, are_chosen=True)


class Writer(Protocol):
    """Takes rows as they come."""

    def write(self, rows: Iterable[Any]) -> None:
        """Writes them through to whoever reads."""
        ...

    def close(self) -> None:
        """Ends what is written, if there is something to be said at the end."""
        ...


def writer(settings: Settings, records: Records) -> Writer:
    """A writer of the form that was asked for; without one, as suits the standard output."""
    for_a_pipe = Format.CSV if records.are_chosen else Format.JSON
    form = settings.format or (Format.TABLE if sys.stdout.isatty() else for_a_pipe)
    if form is Format.JSON and records.are_chosen:
        raise click.UsageError("--columns goes with --csv and --table: JSON has whole rows")
    if form is Format.JSON:
        return _JsonLines(records)
    if form is Format.CSV:
        return _Csv(records)
    from mews_toolkit.cli._table import Table  # noqa: PLC0415 - rich takes its time

    return Table(settings, records)


@frozen
class _JsonLines:
    _records: Records

    def write(self, rows: Iterable[Any]) -> None:
        for row in rows:
            sys.stdout.write(f"{self._records.as_json(row)}\n")
        sys.stdout.flush()

    def close(self) -> None:
        """There is nothing to say."""


@frozen
class _Csv:
    _records: Records
    _lines: Any = field(init=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_lines", csv.writer(sys.stdout, lineterminator="\n"))
        self._lines.writerow([each.name for each in self._records.columns])

    def write(self, rows: Iterable[Any]) -> None:
        columns = self._records.columns
        self._lines.writerows([text_of(each.value(row)) for each in columns] for row in rows)
        sys.stdout.flush()

    def close(self) -> None:
        """Without any row there is the line of headings."""
        sys.stdout.flush()
