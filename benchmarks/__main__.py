"""Measures everything that has a budget, and prints whether it holds."""

from __future__ import annotations

import os
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import calls, imports, limits, long_reads, reading
from benchmarks.fresh import rounds_of
from benchmarks.page import written_into
from benchmarks.result import Result
from benchmarks.suite import Suite
from benchmarks.table import as_json, as_text

SUITES = {
    suite.title: suite
    for suite in (
        imports.SUITE,
        reading.SUITE,
        *calls.SUITES,
        long_reads.DRAIN,
        long_reads.MEMORY,
        long_reads.HOLDS,
        limits.IDLE_TOKENS,
        limits.LIMITER,
    )
}


def main() -> None:
    """Runs from the command line. A budget that does not hold is told of, and is no failure."""
    options = _parser().parse_args()
    suites = [SUITES[title] for title in options.only or SUITES]
    # Programs run in a folder of their own.
    client = Path(options.python).absolute()
    pythons = {"client": str(client), "plain": str(Path(options.plain or client).absolute())}
    measured_on = _measured_on(options.python)
    results: list[Result] = []
    for result in _measured(suites, pythons, options.rounds):
        print(as_text(result), flush=True)
        print()
        results.append(result)
        # After each suite, so that a run that is cut short leaves what it has measured.
        if options.json is not None:
            options.json.write_text(as_json(results) + "\n", encoding="utf-8")
        if options.markdown is not None:
            page = options.markdown.read_text(encoding="utf-8")
            written = written_into(page, [result], measured_on)
            options.markdown.write_text(written, encoding="utf-8")


def _measured(suites: list[Suite], pythons: dict[str, str], rounds: int | None) -> Iterator[Result]:
    with TemporaryDirectory() as name:
        folder = Path(name)
        for need in dict.fromkeys(need for suite in suites for need in suite.needs):
            need(folder)
        for suite in suites:
            told = rounds_of(suite, pythons=pythons, rounds=rounds or suite.rounds, folder=folder)
            yield Result(suite, told)


def _measured_on(python: str) -> str:
    told = subprocess.run(  # noqa: S603 - an interpreter of our own
        [
            python,
            "-I",
            "-c",
            "import platform as p; print(p.python_implementation(), p.python_version())",
        ],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    today = datetime.now(UTC).date()
    return f"Measured on {today}, {told.stdout.strip()}, {os.cpu_count()} cores."


def _parser() -> ArgumentParser:
    parser = ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--python", default=sys.executable, help="with client and peers installed")
    parser.add_argument("--plain", metavar="PYTHON", help="with httpx and attrs alone")
    parser.add_argument("--only", action="append", choices=SUITES, metavar="TITLE", help="a suite")
    parser.add_argument("--rounds", type=int, help="fresh processes per row, for every suite")
    parser.add_argument("--json", type=Path, metavar="FILE", help="where to write the figures")
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="page to put the tables into")
    return parser


if __name__ == "__main__":
    main()
