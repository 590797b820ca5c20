"""What rows are written as, by the ending of the file's name."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol

from attrs import frozen

from mews_connector import errors
from mews_toolkit.export._columns import Column, row_as_json, text_of
from mews_toolkit.export._csv_lines import csv_lines
from mews_toolkit.export._files import move, replacing

__all__ = ["Format", "format_for"]


class Format(Protocol):
    """How rows lie in the working file, and how that becomes the file that was asked for."""

    @property
    def header(self) -> bytes:
        """What the working file begins with."""
        ...

    def encode(self, rows: Iterable[Any]) -> bytes:
        """Rows, to be appended."""
        ...

    def publish(self, working: Path, file: Path) -> None:
        """Makes the file of all that the working file holds; that stays as it is."""
        ...

    def finish(self, working: Path, file: Path) -> None:
        """Likewise, when nothing more will come; the working file is gone then."""
        ...


class _Text:
    """The working file is what is asked for."""

    def publish(self, working: Path, file: Path) -> None:
        """A copy: whoever has the partial file may do with it what he wants."""
        with replacing(file) as new:
            shutil.copyfile(working, new)

    def finish(self, working: Path, file: Path) -> None:
        """It only takes another name."""
        move(working, file)


class _JsonLines(_Text):
    header = b""

    def encode(self, rows: Iterable[Any]) -> bytes:
        return "".join(f"{row_as_json(row)}\n" for row in rows).encode()


@frozen
class _Csv(_Text):
    columns: list[Column]

    @property
    def header(self) -> bytes:
        return csv_lines([[each.name for each in self.columns]]).encode()

    def encode(self, rows: Iterable[Any]) -> bytes:
        # Most cells are empty, and it takes time to find out what to do with a value.
        return csv_lines(
            ["" if (it := each.value(row)) is None else text_of(it) for each in self.columns]
            for row in rows
        ).encode()


def format_for(file: Path) -> Callable[[list[Column]], Format]:
    """The form that the name ends in, to be told the columns.

    Raises:
        ConfigurationError: It ends in none, or what writes it is not installed.
    """
    if file.suffix == ".jsonl":
        return lambda _: _JsonLines()
    if file.suffix == ".csv":
        return _Csv
    if file.suffix != ".parquet":
        raise errors.ConfigurationError(f"{file.name} ends in none of .jsonl, .csv and .parquet")
    if find_spec("pyarrow") is None:
        raise errors.ConfigurationError("Parquet needs: pip install 'mews-connector[parquet]'")
    return _parquet


def _parquet(columns: list[Column]) -> Format:
    from mews_toolkit.export._parquet import Parquet  # noqa: PLC0415 - an extra, and slow to load

    return Parquet(columns)
