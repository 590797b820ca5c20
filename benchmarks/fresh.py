"""Runs candidates, each round of each in a process of its own."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path

from attrs import evolve

from benchmarks.candidate import Candidate
from benchmarks.claim import Figures
from benchmarks.suite import Suite

__all__ = ["rounds_of", "run"]

_PROGRAMS = Path(__file__).parent / "programs"


def rounds_of(
    suite: Suite, *, pythons: Mapping[str, str], rounds: int, folder: Path
) -> list[Figures]:
    """What each round came to. Candidates take turns, so that slow spells of the machine meet all.

    A brief round before, which fills the caches of the disk and of compiled code, is not counted.
    """

    def told(candidate: Candidate) -> dict[str, float]:
        return run(candidate, pythons[candidate.python], folder)

    for candidate in suite.candidates:
        told(evolve(candidate, arguments=candidate.brief or candidate.arguments))
    return [{each.what: told(each) for each in suite.candidates} for _ in range(rounds)]


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
