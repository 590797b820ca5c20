"""Rows onto the standard output, as they come."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import Any, Protocol

import click
from attrs import define, field, frozen

from mews_toolkit.cli._records import Records
from mews_toolkit.cli._settings import Format, Settings
from mews_toolkit.export import csv_lines, text_of

__all__ = ["Writer", "writer"]


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


@define
class _Csv:
    _records: Records
    _is_headed: bool = field(default=False, init=False)

    def write(self, rows: Iterable[Any]) -> None:
        columns = self._records.columns
        # Not before something was read: headings alone would say that there is nothing.
        if not self._is_headed:
            sys.stdout.write(csv_lines([[each.name for each in columns]]))
            self._is_headed = True
        sys.stdout.write(csv_lines([text_of(each.value(row)) for each in columns] for row in rows))
        sys.stdout.flush()

    def close(self) -> None:
        """Without any row there is the line of headings."""
        self.write(())
