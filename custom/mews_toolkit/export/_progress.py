"""How far an export is, how fast it goes, and what can be said of the rest."""

from __future__ import annotations

from attrs import define, field, frozen

from mews_connector import Clock
from mews_toolkit.export._begun import Begun
from mews_toolkit.export._limit_wait import LimitWait

__all__ = ["ExportProgress", "Pace"]


@frozen(kw_only=True)
class ExportProgress:
    """How far an export is. Times are in seconds.

    Attributes:
        source: Of several exports at once which one: the enterprise's id or the client's label.
        rows: The rows in the file, those of earlier runs included.
        new_rows: Those of this run.
        seconds: How long this run has taken.
        windows: In how many windows (or parts of long lists of ids) the query is read.
        windows_done: How many of them are read to their end.
        waited_for_limit: How long this run has waited for the rate limit; None if nobody counts.
        remaining: How long the rest will take if the windows left are like those of this run;
            None until one of them was read to its end.
    """

    source: str
    rows: int
    new_rows: int
    seconds: float
    windows: int
    windows_done: int
    waited_for_limit: float | None
    remaining: float | None

    @property
    def rows_per_second(self) -> float:
        """The rate of this run so far."""
        return self.new_rows / self.seconds if self.seconds > 0 else 0.0

    @property
    def window(self) -> int:
        """The number of the window that is read, from 1."""
        return min(self.windows_done + 1, self.windows)


@define
class Pace:
    """What is measured on the way.

    Attributes:
        before: How far earlier runs came.
    """

    source: str
    wait: LimitWait | None
    clock: Clock
    before: Begun
    _began: float = field(init=False)
    _waited: float = field(init=False)
    # Numbers and times: after which window each is wholly of this run, and the last one that ended.
    _from: tuple[int, float] | None = field(init=False)
    _last: tuple[int, float] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._began = self.clock.monotonic()
        self._waited = self.wait.seconds if self.wait else 0.0
        self._last = (self.before.windows_done, 0.0)
        # Of the window in which an earlier run broke off, this one reads but the rest.
        self._from = self._last if self.before.resume is None else None

    def progress(self, begun: Begun, *, windows: int) -> ExportProgress:
        """How far it is, now that it has come this far."""
        seconds = self.clock.monotonic() - self._began
        if begun.windows_done > self._last[0]:
            self._last = (begun.windows_done, seconds)
            self._from = self._from or self._last
        return ExportProgress(
            source=self.source,
            rows=begun.rows,
            new_rows=begun.rows - self.before.rows,
            seconds=seconds,
            windows=windows,
            windows_done=begun.windows_done,
            waited_for_limit=None if self.wait is None else self.wait.seconds - self._waited,
            remaining=self._remaining(seconds, windows),
        )

    def _remaining(self, seconds: float, windows: int) -> float | None:
        done, at = self._last
        if done >= windows:
            return 0.0
        if self._from is None or done == self._from[0]:
            return None
        first, began = self._from
        of_each = (at - began) / (done - first)
        return max(0.0, (windows - done) * of_each - (seconds - at))
