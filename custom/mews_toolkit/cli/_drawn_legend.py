"""Writes beside a panel what its colours mean and what each comes to."""

# matplotlib leaves the keywords that it hands on untyped.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from mews_toolkit.cli._drawn_panel import FAINT, INK, colours
from mews_toolkit.cli._fitted import fitted, wide
from mews_toolkit.cli._panels import Panel
from mews_toolkit.cli._printable import printable
from mews_toolkit.cli._written import written

__all__ = ["draw_legend"]

_LINE, _MARK, _BETWEEN = 0.265, 0.14, 0.18
_SIZE = 9.0
_LONGEST = 40


class _Lines:
    """Lines of a mark, a label and a figure, from the top down; all in inches."""

    def __init__(self, figure: Figure, left: float, right: float, top: float) -> None:
        self._figure, self._left, self._right, self._y = figure, left, right, top

    def write(self, label: str, value: str, *, color: str = INK, weight: str = "normal") -> float:
        """Another line; gives the middle of its height."""
        self._y -= _LINE
        label = printable(label)
        label = label if len(label) <= _LONGEST else f"{label[: _LONGEST - 1]}…"
        room = (self._right - self._left - 0.25 - _BETWEEN) * 72 - wide(value, _SIZE, weight=weight)
        for x, text, align, size in (
            (self._left + 0.25, label, "left", fitted(label, room, _SIZE, weight=weight)),
            (self._right, value, "right", _SIZE),
        ):
            self._figure.text(
                x,
                self._y,
                text,
                transform=self._figure.dpi_scale_trans,
                ha=align,
                size=size,
                color=color,
                weight=weight,
            )
        return self._y + 0.045

    def swatch(self, middle: float, colour: str) -> None:
        """A square of the colour."""
        self._figure.add_artist(
            Rectangle(
                (self._left, middle - _MARK / 2),
                _MARK,
                _MARK,
                facecolor=colour,
                transform=self._figure.dpi_scale_trans,
            )
        )

    def tick(self, middle: float) -> None:
        """A short line, as bars have them."""
        self._line(self._left + _MARK, middle, 1.8)

    def rule(self) -> None:
        """A line across, before a sum."""
        self._y -= 0.11
        self._line(self._right, self._y, 0.6)
        self._y += 0.04

    def _line(self, right: float, y: float, width: float) -> None:
        ends = [self._left, right], [y, y]
        where = self._figure.dpi_scale_trans
        self._figure.add_artist(Line2D(*ends, color=INK, linewidth=width, transform=where))


def draw_legend(figure: Figure, panel: Panel, left: float, right: float, top: float) -> None:
    """The legend of a panel; where it stands is told in inches."""
    lines = _Lines(figure, left, right, top)
    lines.write(panel.currency, "In less out", color=FAINT)
    for series, colour in zip(panel.series, colours(panel), strict=True):
        lines.swatch(lines.write(series.label, written(series.total, panel.places)), colour)
    lines.rule()
    middle = lines.write("Net", written(panel.total, panel.places), weight="bold")
    if panel.has_refunds:
        lines.tick(middle)
    if panel.undated:
        lines.write("Day not told, not drawn", written(panel.undated, panel.places))
    if panel.differs:
        lines.write("Payment ledger less net", written(panel.difference, panel.places))
