"""`--plot`: where a picture goes, found to be possible before anything is sent."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import click
from attrs import frozen

from mews_connector import errors, models
from mews_toolkit.cli._complaint import ComplaintError
from mews_toolkit.cli._day_ticks import shaded
from mews_toolkit.cli._exit_code import ExitCode
from mews_toolkit.cli._panels import Panel, panels_of
from mews_toolkit.cli._printable import printable
from mews_toolkit.history import days
from mews_toolkit.workflows import Reconciliation

__all__ = ["PICTURE", "PictureFile"]

_FORMS = (".png", ".svg")


class _Picture(click.Path):
    name = "file"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        path = Path(value)
        if path.suffix.lower() not in _FORMS:
            self.fail(f"{str(value)!r} ends neither in .png nor in .svg", param, ctx)
        return path


PICTURE = _Picture()
"""The name of a file for a picture."""


@frozen
class PictureFile:
    """A file that can be written, and what it takes to draw."""

    path: Path

    @classmethod
    def at(cls, path: Path) -> PictureFile:
        """The file of that name; nothing in it is changed yet.

        Raises:
            ConfigurationError: What draws is not installed.
            ComplaintError: It cannot be written.
        """
        try:
            import_module("matplotlib")
        except ModuleNotFoundError as missing:
            if missing.name != "matplotlib":
                raise
            raise errors.ConfigurationError(
                "--plot needs matplotlib: pip install 'mews-connector[plot]'"
            ) from None
        there = path.exists()
        try:
            with path.open("ab"):
                pass
            if not there:
                path.unlink()
        except OSError as error:
            raise _unwritable(path, error) from None
        return cls(path)

    def draw(self, result: Reconciliation, zone: ZoneInfo, *, name: str, own_zone: str) -> None:
        """Draws it.

        Args:
            result: What is drawn.
            zone: Whose days they are.
            name: The enterprise's name.
            own_zone: The enterprise's own zone, by whose days ledgers go.

        Raises:
            ComplaintError: It cannot be written any more.
        """
        from mews_toolkit.cli._picture import Picture, drawn  # noqa: PLC0415 - an extra

        shown = [day for day, _ in days(zone, result.first_day, result.last_day)]
        elsewhere = None if zone.key == own_zone else printable(own_zone)
        panels = panels_of(result, shown, with_ledger=elsewhere is None)
        picture = Picture(
            title=printable(name),
            subtitle=f"Payments by the day of closing, {_span(result)}, days of {zone.key}",
            days=shown,
            panels=panels,
            notes=[*_notes(result, panels, elsewhere)],
        )
        try:
            self.path.write_bytes(drawn(picture, self.path.suffix.lower().removeprefix(".")))
        except OSError as error:
            raise _unwritable(self.path, error) from None


def _unwritable(path: Path, error: OSError) -> ComplaintError:
    return ComplaintError(f"--plot: {path}: {error.strerror}", ExitCode.SETUP)


def _span(result: Reconciliation) -> str:
    first, last = result.first_day, result.last_day
    until = f"{last.day} {last:%B %Y}"
    if first == last:
        return until
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {until}"
    return f"{first.day} {first:%B} {f'{first.year} ' * (first.year != last.year)}to {until}"


def _notes(
    result: Reconciliation, panels: tuple[Panel, ...], elsewhere: str | None
) -> Iterator[str]:
    if any(shaded(it.days) for it in panels):
        yield "Saturdays and Sundays are shaded."
    if any(panel.differs for panel in panels):
        yield (
            "The payment ledger goes by the day of posting and not by that of closing:"
            " a difference as such proves nothing."
        )
        known = min(_days_told(panel) for panel in panels if panel.differs)
        if known < len(panels[0].days):
            yield f"It was told for {known} of {len(panels[0].days)} days only."
    elif elsewhere is not None:
        yield f"The payment ledger is not compared: its days are those of {elsewhere}."
    elif not any(it.ledger_type == models.LedgerType.PAYMENT for it in result.ledgers):
        yield "The payment ledger is not compared: nothing was read of it."
    bills = len({it.bill_id for it in result.unbalanced})
    if bills:
        told = "1 bill does" if bills == 1 else f"{bills} bills do"
        yield f"{told} not balance; the table names what is missing."


def _days_told(panel: Panel) -> int:
    return sum(it is not None for it in panel.ledger)
