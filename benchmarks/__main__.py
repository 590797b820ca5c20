"""Measures everything that has a budget, and prints whether it holds."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from pathlib import Path

from benchmarks import imports
from benchmarks.fresh import measured
from benchmarks.table import as_json, as_text

SUITES = {"Imports": imports.CANDIDATES}


def main() -> None:
    """Runs from the command line. A budget that does not hold is told of, and is no failure."""
    parser = ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--python", default=sys.executable, help="with the client installed")
    parser.add_argument("--rounds", type=int, default=21, help="fresh processes per row")
    parser.add_argument("--json", type=Path, metavar="FILE", help="where to write the figures")
    options = parser.parse_args()

    suites = {
        title: measured(candidates, python=options.python, rounds=options.rounds)
        for title, candidates in SUITES.items()
    }
    for title, rows in suites.items():
        print(as_text(title, rows))
    if options.json is not None:
        options.json.write_text(as_json(suites) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
