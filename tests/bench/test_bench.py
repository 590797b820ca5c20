"""What is measured is told truly. How long anything takes is no test."""

from __future__ import annotations

import json
import sys

import pytest

from benchmarks import imports
from benchmarks.candidate import Candidate
from benchmarks.fresh import measured
from benchmarks.row import Row
from benchmarks.table import as_json, as_text

ROWS = [
    Row(what="the measure", median_ms=60.0, ratio=1.0),
    Row(what="within", median_ms=72.04, ratio=1.2007, budget=1.25),
    Row(what="beyond", median_ms=90.0, ratio=1.5, budget=1.25),
]


def test_a_table_says_which_budgets_hold() -> None:
    assert as_text("Imports", ROWS).splitlines() == [
        "Imports            ms   ratio  budget",
        "the measure      60.0    1.00",
        "within           72.0    1.20    1.25  holds",
        "beyond           90.0    1.50    1.25  falls short",
    ]


def test_every_figure_is_kept() -> None:
    kept = json.loads(as_json({"Imports": ROWS}))

    assert kept["Imports"][1] == {
        "what": "within",
        "median_ms": 72.04,
        "ratio": 1.2007,
        "budget": 1.25,
        "holds": True,
    }
    assert [row["holds"] for row in kept["Imports"]] == [None, True, False]


def test_ratios_are_those_to_the_first_candidate() -> None:
    little, much = "sum(range(100_000))", "sum(range(10_000_000))"

    rows = measured(
        [Candidate(what="little", code=little), Candidate(what="much", code=much)],
        python=sys.executable,
        rounds=1,
    )

    assert [row.what for row in rows] == ["little", "much"]
    assert rows[0].ratio == 1.0 < rows[1].ratio == rows[1].median_ms / rows[0].median_ms


def test_what_comes_before_is_not_timed() -> None:
    work = "sum(range(10_000_000))"

    before, timed = measured(
        [Candidate(what="before", code="", before=work), Candidate(what="timed", code=work)],
        python=sys.executable,
        rounds=1,
    )

    assert before.median_ms < timed.median_ms


@pytest.mark.parametrize("candidate", imports.CANDIDATES, ids=lambda each: each.what)
def test_a_candidate_runs(candidate: Candidate) -> None:
    [row] = measured([candidate], python=sys.executable, rounds=1)

    assert row.median_ms > 0
