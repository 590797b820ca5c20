"""Whether this machine could do all that was asked of it while something was measured."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from attrs import define

__all__ = ["SpareTime", "spare_time"]

_IDLE = slice(3, 5)
"""Where /proc/stat counts what no process used."""


@define
class SpareTime:
    """The part of all processors' time that nobody wanted; None where the system does not tell."""

    part: float | None = None

    @property
    def enough(self) -> bool:
        """Whether nobody had to wait for a processor as a rule."""
        return self.part is None or self.part >= 0.25

    def __str__(self) -> str:
        return "unknown" if self.part is None else f"{self.part:.0%}"


@contextmanager
def spare_time() -> Generator[SpareTime]:
    """Measures from here to the end of the block."""
    result, before = SpareTime(), _ticks()
    yield result
    after = _ticks()
    if before and after:
        passed = [later - earlier for earlier, later in zip(before, after, strict=True)]
        result.part = sum(passed[_IDLE]) / max(1, sum(passed))


def _ticks() -> list[int]:
    try:
        first, *_ = Path("/proc/stat").read_text(encoding="ascii").splitlines()
    except OSError:
        return []
    # Later columns are counted in earlier ones already.
    return [int(each) for each in first.split()[1:9]]
