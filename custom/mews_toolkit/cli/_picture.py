"""A reconciliation as a picture, drawn by matplotlib, which is loaded along with this module."""

# matplotlib leaves the keywords that it hands on untyped.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

import io
import warnings
from collections.abc import Sequence
from datetime import date
from typing import Any, cast

import matplotlib.style
from attrs import frozen
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from mews_toolkit.cli._drawn_legend import draw_legend
from mews_toolkit.cli._drawn_panel import (
    FAINT,
    INK,
    draw_ledger,
    draw_nothing,
    draw_panel,
    draw_time_axis,
)
from mews_toolkit.cli._fitted import fitted
from mews_toolkit.cli._panels import Panel

__all__ = ["Picture", "drawn", "figure_of"]

# In inches.
_WIDTH, _LEGEND = 12.6, 4.15
# Left of the axes: at least, beside what stands at the lines of the grid, and for each sign there.
_LEFT, _BESIDE, _SIGN = 1.1, 0.55, 0.085
_HEAD, _PANEL, _SLIT, _LEDGER, _GAP, _FOOT, _LINE = 0.95, 3.3, 0.12, 0.95, 0.75, 0.6, 0.2

_STYLE = {
    "font.size": 9.5,
    # A hotel may have a dollar in its name.
    "text.parse_math": False,
    # Text that can be searched, selected and read aloud.
    "svg.fonttype": "none",
    # Otherwise the names of its parts are drawn by lot.
    "svg.hashsalt": "mews",
}


@frozen(kw_only=True)
class Picture:
    """What is drawn.

    Attributes:
        title: What it is about.
        subtitle: What is told of which days.
        days: The days.
        panels: The currencies.
        notes: What else is to be known, a line each.
    """

    title: str
    subtitle: str
    days: Sequence[date]
    panels: Sequence[Panel]
    notes: Sequence[str]


def drawn(picture: Picture, form: str) -> bytes:
    """The file, as `png` or `svg`; of the same picture it is always the same."""
    # Whatever somebody has made the usual style here.
    with matplotlib.style.context(["default", cast("Any", _STYLE)]), warnings.catch_warnings():
        # A letter that the font lacks is drawn as a box, which says as much.
        warnings.filterwarnings("ignore", message="Glyph", category=UserWarning)
        file = io.BytesIO()
        told = {"Title": picture.title} | dict.fromkeys(["Creator", "Date"])
        figure = figure_of(picture)
        figure.savefig(
            file,
            format=form,
            dpi=150,
            metadata=cast("Any", told if form == "svg" else {"Software": None}),
        )
    return file.getvalue()


def figure_of(picture: Picture) -> Figure:
    """The figure, before it becomes a file."""
    heights = [_PANEL + _LEDGER * it.differs for it in picture.panels] or [_PANEL]
    foot = _FOOT + _LINE * len(picture.notes)
    height = _HEAD + sum(heights) + _GAP * (len(heights) - 1) + foot
    figure = Figure(figsize=(_WIDTH, height), facecolor="white")
    left = _left(picture.panels)
    room = (_WIDTH - left - 0.3) * 72
    size = fitted(picture.title, room, 15, weight="bold")
    _write(figure, left, height - 0.38, picture.title, size=size, weight="bold", color=INK)
    _write(figure, left, height - 0.66, picture.subtitle, size=10, color=FAINT)
    top = height - _HEAD
    for panel, used in zip(picture.panels, heights, strict=False):
        _place(figure, panel, left, top)
        top -= used + _GAP
    if not picture.panels:
        axes = _axes(figure, left, top, _PANEL)
        draw_time_axis(axes, picture.days, named=True)
        draw_nothing(axes, "No money moved by payments closed on these days")
    for number, note in enumerate(picture.notes):
        _write(figure, left, foot - 0.68 - _LINE * number, note, size=8, color=FAINT)
    return figure


def _left(panels: Sequence[Panel]) -> float:
    """Where the axes begin: what stands at the lines of the grid takes its room."""
    # A line may lie somewhat beyond the farthest bar, and below zero.
    signs = max((len(f"-{it.reach * 11 / 10:,.0f}") for it in panels), default=0)
    return max(_LEFT, _BESIDE + _SIGN * signs)


def _place(figure: Figure, panel: Panel, left: float, top: float) -> None:
    axes = _axes(figure, left, top, _PANEL)
    draw_time_axis(axes, panel.days, named=not panel.differs)
    draw_panel(axes, panel)
    if panel.differs:
        axes = _axes(figure, left, top - _PANEL - _SLIT, _LEDGER - _SLIT)
        draw_time_axis(axes, panel.days, named=True)
        draw_ledger(axes, panel)
    draw_legend(figure, panel, _WIDTH - _LEGEND + 0.35, _WIDTH - 0.3, top)


def _axes(figure: Figure, left: float, top: float, height: float) -> Axes:
    """Axes in inches."""
    wide, high = figure.get_size_inches()
    width = _WIDTH - left - _LEGEND
    return figure.add_axes((left / wide, (top - height) / high, width / wide, height / high))


def _write(figure: Figure, left: float, bottom: float, text: str, **look: Any) -> None:
    figure.text(left, bottom, text, transform=figure.dpi_scale_trans, **look)
