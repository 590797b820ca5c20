"""What came of a suite."""

from __future__ import annotations

from attrs import frozen

from benchmarks.claim import Figures
from benchmarks.suite import Suite

__all__ = ["Result"]


@frozen
class Result:
    """A suite and what was measured in it."""

    suite: Suite
    figures: Figures
