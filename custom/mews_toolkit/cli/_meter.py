"""How far an export is, on stderr: live on a terminal, now and then a plain line elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from typing import Protocol

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.live import Live
from rich.progress_bar import ProgressBar
from rich.spinner import Spinner
from rich.table import Table
from rich.text import Text

from mews_toolkit.cli._printable import printable
from mews_toolkit.cli._settings import Settings
from mews_toolkit.export import ExportProgress

__all__ = ["Meter", "figures", "meter"]

# Seconds between lines where nobody watches.
_SELDOM = 30.0
# Below, there is no room for a bar.
_WIDE = 100
_BAR = 24


class Meter(Protocol):
    """Shows how far exports are."""

    def show(self, progress: ExportProgress) -> None:
        """To be called with every news."""
        ...


def figures(progress: ExportProgress, *, since: float = 0.0) -> Iterator[str]:
    """What there is to say in words, so many seconds after the last page."""
    yield f"{progress.rows:,} rows"
    yield f"{progress.new_rows / max(progress.seconds + since, 1e-3):,.0f}/s"
    yield f"window {progress.window} of {progress.windows}"
    if progress.waited_for_limit is not None and progress.waited_for_limit >= 1:
        yield f"waited {_duration(progress.waited_for_limit)} for the limit"
    # A page that is late has proved the estimate wrong, and there is no other before it comes.
    if progress.remaining and progress.remaining > since:
        yield f"about {_duration(progress.remaining - since)} left"


def _duration(seconds: float) -> str:
    if seconds < 90:
        return f"{max(1, round(seconds))} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60:02} min"


@contextmanager
def meter(settings: Settings) -> Generator[Meter]:
    """One for as long as the export runs."""
    console = Console(
        stderr=True,
        no_color=not settings.color or None,
        highlight=False,
        emoji=False,
        markup=False,
    )
    if not console.is_terminal or console.is_dumb_terminal:
        yield _Plain()
        return
    lines = _Lines()
    # What is left on the terminal is the line that says how it ended.
    with Live(lines, console=console, refresh_per_second=8, transient=True):
        yield lines


class _Plain:
    def __init__(self) -> None:
        self._told = time.monotonic()

    def show(self, progress: ExportProgress) -> None:
        now = time.monotonic()
        if now - self._told >= _SELDOM:
            self._told = now
            of = f"{progress.source}: " if progress.source else ""
            sys.stderr.write(f"mews: {printable(of)}{', '.join(figures(progress))}\n")


class _Lines:
    """A line for each export that is under way."""

    def __init__(self) -> None:
        self._under_way: dict[str, tuple[ExportProgress, float]] = {}
        self._spinner = Spinner("dots", style="cyan")

    def show(self, progress: ExportProgress) -> None:
        self._under_way[progress.source] = (progress, time.monotonic())
        if progress.source and progress.windows_done == progress.windows:
            del self._under_way[progress.source]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        under_way = list(self._under_way.values())
        for progress, told_at in under_way:
            yield self._line(progress, time.monotonic() - told_at, options.max_width)
        if not under_way:
            yield self._beside(Text("starting"))

    def _line(self, progress: ExportProgress, since: float, width: int) -> Table:
        source = [printable(progress.source)] if progress.source else []
        words = Text("  ".join([*source, *figures(progress, since=since)]), overflow="fold")
        if width < _WIDE + len(progress.source):
            return self._beside(words)
        bar = ProgressBar(
            total=progress.windows,
            completed=progress.windows_done,
            width=_BAR,
            # Of the first window nobody knows how much is done.
            pulse=progress.windows_done == 0,
            animation_time=time.monotonic(),
            complete_style="cyan",
            finished_style="cyan",
            pulse_style="cyan",
        )
        return self._beside(bar, words)

    def _beside(self, *cells: RenderableType) -> Table:
        line = Table.grid(padding=(0, 1))
        line.add_row(self._spinner, *cells)
        return line
