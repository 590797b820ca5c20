"""Rows to be read by people, on a terminal of any width."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any
from uuid import UUID

from attrs import define, field, frozen
from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text

from mews_toolkit.cli._printable import printable
from mews_toolkit.cli._records import Records
from mews_toolkit.cli._settings import Settings
from mews_toolkit.export import Column, text_of

__all__ = ["Table", "console"]

_GAP = "  "
# Free text that is longer ends in an ellipsis.
_LONGEST_TEXT = 40
# With less beside the first column, a row is easier to read from top to bottom.
_FEWEST = 3


class _Console(Console):
    def on_broken_pipe(self) -> None:
        """Leaves it to the command, where rich would end the process itself."""
        raise BrokenPipeError


def console(settings: Settings) -> Console:
    """The standard output, as rich sees it."""
    return _Console(no_color=not settings.color or None, highlight=False, emoji=False, markup=False)


@frozen
class _Shown:
    """A column of the table, which is as wide as on the first page."""

    column: Column
    width: int

    @property
    def is_number(self) -> bool:
        return self.column.kind is Decimal or self.column.kind is int

    def cell(self, row: Any) -> str:
        text = printable(text_of(self.column.value(row)))
        # Only what can be read in part is cut, and shows it: never an amount, an id or a time.
        if cell_len(text) > self.width and _is_text(self.column):
            return f"{set_cell_size(text, self.width - 1).rstrip()}…"
        return text

    def padded(self, text: str) -> str:
        blanks = " " * (self.width - cell_len(text))
        return blanks + text if self.is_number else text + blanks


@define
class Table:
    """A table whose columns are chosen and measured on the first rows, then kept."""

    _settings: Settings
    _records: Records
    _console: Console = field(init=False)
    _shown: list[_Shown] | None = field(default=None, init=False)
    _left_out: set[str] = field(factory=set[str], init=False)
    _upright: bool = field(default=False, init=False)
    _count: int = field(default=0, init=False)

    def __attrs_post_init__(self) -> None:
        self._console = console(self._settings)

    def write(self, rows: Iterable[Any]) -> None:
        """Prints them, under the headings if they are the first."""
        rows = list(rows)
        if not rows:
            return
        if self._shown is None:
            self._shown = self._chosen(rows)
            if not self._upright:
                self._print_headings(self._shown)
        shown = {each.column.name for each in self._shown}
        hidden = [it for it in self._records.columns if it.name not in shown]
        for row in rows:
            self._print_row(self._shown, row)
            for column in hidden:
                if column.value(row) not in (None, [], ""):
                    self._left_out.add(column.name)
        self._count += len(rows)
        sys.stdout.flush()

    def close(self) -> None:
        """Says on stderr how many rows there were, and what of them is not in the table."""
        said = f"{self._count} row{'s' * (self._count != 1)}"
        if self._left_out:
            said += f"; {len(self._left_out)} more columns: --columns chooses, --csv has all"
        sys.stderr.write(f"{said}\n")

    def _chosen(self, rows: list[Any]) -> list[_Shown]:
        """The columns that hold anything, the telling ones first, as many as there is room for."""
        measured = [
            shown for column in self._ordered() if (shown := _measured(column, rows)) is not None
        ]
        if self._records.are_chosen:
            return measured
        left = self._console.width
        fitting: list[_Shown] = []
        for each in measured:
            left -= each.width + len(_GAP) * bool(fitting)
            if left < 0:
                break
            fitting.append(each)
        self._upright = len(fitting) < min(_FEWEST, len(measured))
        return measured if self._upright else fitting

    def _ordered(self) -> list[Column]:
        columns = self._records.columns
        return columns if self._records.are_chosen else sorted(columns, key=_rank)

    def _print_headings(self, shown: list[_Shown]) -> None:
        height = max(len(each.column.path) for each in shown)
        for line in range(height):
            parts = [_from_below(each.column.path, height)[line] for each in shown]
            cells = [each.padded(part) for each, part in zip(shown, parts, strict=True)]
            self._print(Text(_GAP.join(cells).rstrip(), style="bold"))

    def _print_row(self, shown: list[_Shown], row: Any) -> None:
        if self._upright:
            self._print_upright(shown, row)
            return
        line = Text()
        for each in shown:
            line.append(each.padded(each.cell(row)), style=_style(each.column))
            line.append(_GAP)
        line.rstrip()
        self._print(line)

    def _print_upright(self, shown: list[_Shown], row: Any) -> None:
        for each in shown:
            text = printable(text_of(each.column.value(row)))
            if text:
                line = Text(f"{each.column.name}: ", style="bold")
                line.append(text, style=_style(each.column) or "not bold")
                self._print(line)
        self._print(Text())

    def _print(self, line: Text) -> None:
        # Never wrapped here: what is copied from a terminal then has no line breaks of ours.
        self._console.print(line, soft_wrap=True)


def _measured(column: Column, rows: list[Any]) -> _Shown | None:
    widths = [cell_len(printable(text_of(column.value(row)))) for row in rows]
    if not any(widths):
        return None
    widest = min(max(widths), _LONGEST_TEXT) if _is_text(column) else max(widths)
    return _Shown(column, max(widest, *(cell_len(part) for part in column.path)))


def _from_below(path: tuple[str, ...], height: int) -> list[str]:
    return [""] * (height - len(path)) + list(path)


def _is_text(column: Column) -> bool:
    kind = column.kind
    return not (isinstance(kind, type) and issubclass(kind, Decimal | int | date | UUID | Enum))


def _rank(column: Column) -> int:
    """What tells most about a row comes first: which it is, the money, how it stands, when."""
    kind, depth = column.kind, len(column.path)
    if column.path == ("Id",):
        return 0
    if depth == 1 and column.path[0] in ("Name", "Number"):
        return 1
    if column.path[0] == "Amount" and column.path[-1] in ("Currency", "GrossValue"):
        return 2
    if column.path == ("State",):
        return 3
    for place, each in enumerate((Enum, date, Decimal, str, bool, UUID), start=4):
        if isinstance(kind, type) and issubclass(kind, each):
            # What only some rows have comes after what all have, and both after the row's own.
            return place + (0 if column.is_required else 3) + 20 * (depth > 1)
    return 50


def _style(column: Column) -> str:
    kind = column.kind
    if not isinstance(kind, type):
        return ""
    styles = ((UUID, "dim"), (Decimal, "green"), (Enum, "cyan"))
    return next((style for each, style in styles if issubclass(kind, each)), "")
