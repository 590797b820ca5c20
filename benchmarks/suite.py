"""What is measured side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from attrs import frozen

from benchmarks.candidate import Candidate
from benchmarks.claim import Claim

__all__ = ["Need", "Suite"]

Need = Callable[[Path], None]
"""Writes something that programs use into the folder in which they run."""


@frozen(kw_only=True)
class Suite:
    """Candidates that can be compared, and what is claimed of them.

    Attributes:
        title: Its name.
        measured: What the figures are, in a sentence or two.
        candidates: Who takes part.
        claims: The budgets.
        rounds: How often each candidate runs, in a fresh process each time.
        needs: What has to lie in the programs' folder.
    """

    title: str
    measured: str
    candidates: Sequence[Candidate]
    claims: Sequence[Claim] = ()
    rounds: int = 5
    needs: Sequence[Need] = ()
