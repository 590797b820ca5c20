"""What came of a suite."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from attrs import frozen

from benchmarks.claim import Figures
from benchmarks.suite import Suite

__all__ = ["Result"]


@frozen
class Result:
    """A suite and what was measured in it, round by round."""

    suite: Suite
    rounds: Sequence[Figures]

    @property
    def figures(self) -> Figures:
        """The median of each figure."""
        return {
            what: {name: median(told[what][name] for told in self.rounds) for name in names}
            for what, names in self.rounds[0].items()
        }
