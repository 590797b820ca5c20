"""Draws one currency: from here on values are floats, as drawing needs them."""

# matplotlib leaves the keywords that it hands on untyped.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from matplotlib.axes import Axes
from matplotlib.patches import PathPatch
from matplotlib.path import Path as Outline
from matplotlib.ticker import FuncFormatter, MaxNLocator

from mews_toolkit.cli._day_ticks import FEW, MANY, day_ticks, shaded
from mews_toolkit.cli._fitted import fitted
from mews_toolkit.cli._panels import Panel
from mews_toolkit.cli._printable import printable
from mews_toolkit.cli._written import on_axis, written

__all__ = ["FAINT", "INK", "colours", "draw_ledger", "draw_nothing", "draw_panel", "draw_time_axis"]

INK, FAINT = "#1A1A1A", "#5A5A5A"
_GRID, _SHADE = "#E2E2E2", "#F4F4F4"
# Okabe and Ito's, which people tell apart whatever they see of colours, and grey for the others.
_COLOURS = ("#0072B2", "#E69F00", "#009E73", "#D55E00", "#56B4E9", "#CC79A7", "#8C8C8C")
_HALF = 0.39
# Sizes of a figure on a day, in points.
_FIGURE, _SMALLEST = 8.5, 5.5


def colours(panel: Panel) -> Sequence[str]:
    """One for each of its series."""
    return _COLOURS[: len(panel.series)]


def draw_panel(axes: Axes, panel: Panel) -> None:
    """The bars of a currency."""
    axes.set_ylabel(f"{printable(panel.currency)} per day", color=FAINT, labelpad=8)
    if not panel.series:
        draw_nothing(axes, "No payments to be drawn")
        return
    _draw_grid(axes, panel, nbins=6)
    bottoms, tops = [0.0] * len(panel.days), [0.0] * len(panel.days)
    for series, colour in zip(panel.series, colours(panel), strict=True):
        bars = [*_stacked(series.came_in, tops), *_stacked(series.went_back, bottoms)]
        _draw_bars(axes, bars, colour, 0.4 if len(panel.days) <= MANY else 0)
    moved = [number for number, _ in enumerate(panel.days) if tops[number] or bottoms[number]]
    if panel.has_refunds:
        _draw_net(axes, panel, moved)
    lowest, highest = min(bottoms), max(tops)
    margin = (highest - lowest) * 0.06 or 1
    axes.set_ylim(lowest - margin * (lowest < 0), highest + margin * (highest > 0 or not moved))
    if len(panel.days) <= FEW:
        _write_net(axes, panel, {number: tops[number] for number in moved})


def draw_ledger(axes: Axes, panel: Panel) -> None:
    """What the ledger moved by, less the net of the bars."""
    _draw_grid(axes, panel, nbins=2)
    axes.set_ylabel("Ledger\nless net", color=FAINT, labelpad=8)
    differences = [it or Decimal(0) for it in panel.ledger]
    _draw_bars(axes, _stacked(differences, [0.0] * len(differences)), FAINT, 0)
    highest = max(abs(float(it)) for it in differences) * 1.1
    axes.set_ylim(-highest, highest)


def draw_nothing(axes: Axes, told: str) -> None:
    """That there is no bar, in these words."""
    axes.axhline(0, color=INK, linewidth=0.8)
    axes.set_yticks([])
    axes.set_ylim(0, 1)
    axes.text(
        0.5,
        0.5,
        told,
        transform=axes.transAxes,
        ha="center",
        va="center",
        color=FAINT,
        size=12,
    )


def draw_time_axis(axes: Axes, days: Sequence[date], *, named: bool) -> None:
    """The days, and their names if there are to be any."""
    # One day alone is not to be as wide as a month.
    spare = max(0.0, (7 - len(days)) / 2)
    axes.set_xlim(-0.6 - spare, len(days) - 0.4 + spare)
    ticks = day_ticks(days) if named else []
    # Two lines each where one has two, or they would not stand on the same height.
    lines = max((it.label.count("\n") for it in ticks), default=0)
    labels = [it.label + "\n" * (lines - it.label.count("\n")) for it in ticks]
    axes.set_xticks([it.place for it in ticks], labels)
    axes.tick_params(axis="both", length=0, pad=6, labelcolor=FAINT)
    axes.spines[:].set_visible(False)


def _draw_grid(axes: Axes, panel: Panel, *, nbins: int) -> None:
    for number in shaded(panel.days):
        axes.axvspan(number - 0.5, number + 0.5, color=_SHADE, linewidth=0, zorder=0)
    axes.set_axisbelow(True)
    axes.yaxis.set_major_locator(MaxNLocator(nbins=nbins, steps=[1, 2, 2.5, 5, 10]))
    axes.yaxis.set_major_formatter(FuncFormatter(_at_line))
    axes.grid(axis="y", color=_GRID, linewidth=0.8)
    axes.axhline(0, color=INK, linewidth=0.8, zorder=4)


def _at_line(value: float, _: int | None) -> str:
    return on_axis(value)


def _draw_bars(axes: Axes, bars: Sequence[Outline], colour: str, width: float) -> None:
    """One shape for all of them, set apart from what is above and below by a thin line."""
    outline = Outline.make_compound_path(*bars)
    axes.add_patch(PathPatch(outline, facecolor=colour, edgecolor="white", linewidth=width))


def _stacked(values: Sequence[Decimal], heights: list[float]) -> list[Outline]:
    """A bar for each value but 0, on what stands there already."""
    bars: list[Outline] = []
    for number, value in enumerate(values):
        if value:
            start, heights[number] = heights[number], heights[number] + float(value)
            left, right, end = number - _HALF, number + _HALF, heights[number]
            corners = [(left, start), (right, start), (right, end), (left, end), (left, start)]
            bars.append(Outline(corners, closed=True))
    return bars


def _draw_net(axes: Axes, panel: Panel, places: Sequence[int]) -> None:
    net = panel.net
    axes.hlines(
        [float(net[number]) for number in places],
        [number - _HALF for number in places],
        [number + _HALF for number in places],
        color=INK,
        linewidth=1.8 if len(panel.days) <= MANY else 0.8,
        zorder=5,
    )


def _write_net(axes: Axes, panel: Panel, heights: Mapping[int, float]) -> None:
    net = panel.net
    texts = {
        number: f"{'net ' * panel.has_refunds}{written(net[number], panel.places)}"
        for number in heights
    }
    size = min((fitted(it, _room(axes), _FIGURE) for it in texts.values()), default=_FIGURE)
    # Figures that nobody can read, or one across another, are worse than none.
    if size < _SMALLEST:
        return
    for number, text in texts.items():
        axes.annotate(
            text,
            (number, heights[number]),
            xytext=(0, 4),
            textcoords="offset points",
            ha="center",
            size=size,
            color=INK,
        )


def _room(axes: Axes) -> float:
    """How wide a day is, less a gap, in points."""
    first, last = axes.get_xlim()
    pixels = axes.get_window_extent().width / (last - first)
    return pixels * 72 / axes.figure.dpi - 4
