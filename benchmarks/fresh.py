"""Times candidates, each round of each in a process of its own."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from statistics import median

from benchmarks.candidate import Candidate
from benchmarks.row import Row

__all__ = ["measured"]

# Processor time, since neighbours on the machine do not enter into it.
_SCRIPT = """{before}
from time import process_time_ns
begun = process_time_ns()
{code}
print(process_time_ns() - begun)
"""


def measured(candidates: Sequence[Candidate], *, python: str, rounds: int) -> list[Row]:
    """A row for each candidate. They take turns, so that slow spells of the machine meet all."""
    times: list[list[float]] = [[] for _ in candidates]
    for _ in range(1 + rounds):
        for candidate, each in zip(candidates, times, strict=True):
            each.append(_milliseconds(candidate, python))
    # The first round fills the caches of the disk and of compiled code.
    medians = [median(each[1:]) for each in times]
    return [
        Row(
            what=candidate.what,
            median_ms=figure,
            ratio=figure / medians[0],
            budget=candidate.budget,
        )
        for candidate, figure in zip(candidates, medians, strict=True)
    ]


def _milliseconds(candidate: Candidate, python: str) -> float:
    script = _SCRIPT.format(before=candidate.before, code=candidate.code)
    # Isolated (-I): what is installed is measured, and not what lies in this folder.
    done = subprocess.run(  # noqa: S603 - an interpreter of our own, and code from here
        [python, "-I", "-c", script], check=True, stdout=subprocess.PIPE, text=True
    )
    return int(done.stdout) / 1e6
