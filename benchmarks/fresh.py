"""Runs candidates, each round of each in a process of its own."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from statistics import median

from benchmarks.candidate import Candidate
from benchmarks.claim import Figures
from benchmarks.suite import Suite

__all__ = ["medians", "run"]

_PROGRAMS = Path(__file__).parent / "programs"


def medians(suite: Suite, *, pythons: Mapping[str, str], rounds: int, folder: Path) -> Figures:
    """The median of each figure of each candidate.

    They take turns, so that slow spells of the machine meet all. A first round, which fills the
    caches of the disk and of compiled code, is not counted.
    """
    runs: dict[str, list[dict[str, float]]] = {each.what: [] for each in suite.candidates}
    for _ in range(1 + rounds):
        for candidate in suite.candidates:
            runs[candidate.what].append(run(candidate, pythons[candidate.python], folder))
    return {
        what: {figure: median(each[figure] for each in counted) for figure in counted[0]}
        for what, (_, *counted) in runs.items()
    }


def run(candidate: Candidate, python: str, folder: Path) -> dict[str, float]:
    """What the candidate says of itself, in the last line that it prints."""
    program = str(_PROGRAMS / f"{candidate.program}.py")
    # Isolated (-I): what is installed is measured, and not what lies in the project's folder.
    done = subprocess.run(  # noqa: S603 - an interpreter of our own, and code from here
        [python, "-I", program, *candidate.arguments],
        cwd=folder,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures
