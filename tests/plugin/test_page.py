"""docs/testing.md: its tests run as a user would run them, and its tables name what there is."""

from __future__ import annotations

import re

import pytest

from mews_toolkit.sandbox import Given, Rows
from mews_toolkit.sandbox.calls import Calls
from mews_toolkit.testing import MewsSandbox
from support.pages_of_docs import python_blocks
from support.readme import ROOT
from support.users_tests import Run

PAGE = (ROOT / "docs" / "testing.md").read_text(encoding="utf-8")
TILLS, *TESTS = python_blocks("testing.md")
LINES = re.findall(r"^\| `mews_sandbox\.(fail_next\(.*?\))` \|", PAGE, re.MULTILINE)


def test_the_tests_of_the_page_pass(run: Run, pytester: pytest.Pytester) -> None:
    # given the pieces of the page as files
    pytester.makepyfile(tills=TILLS, **{f"test_{n}": it for n, it in enumerate(TESTS)})
    pytester.syspathinsert()

    result = run("")

    # then all pass: three of the tills, and one over a socket
    result.assert_outcomes(passed=4)


def test_the_tables_name_what_there_is() -> None:
    for name in re.findall(r"`mews_sandbox\.calls\.(\w+)", PAGE):
        assert callable(getattr(Calls, name))
    for name in re.findall(r"`mews_sandbox\.payments\.(\w+)", PAGE):
        assert hasattr(Rows, name)
    made = PAGE.split("| Method of `mews_sandbox.given` |", 1)[1].split("\n\n", 1)[0]
    named = {
        it for row in made.splitlines()[2:] for it in re.findall(r"`(\w+)`", row.split("|")[1])
    }
    assert named == {it for it in vars(Given) if not it.startswith("_")}


def test_each_line_that_plans_a_fault_can_be_written(run: Run) -> None:
    lines = "\n    ".join(f"mews_sandbox.{line}" for line in LINES)

    result = run(
        "from mews_toolkit.sandbox import Delay, RateLimited, Reset\n\n"
        f"def test_lines(mews_sandbox):\n    {lines}\n"
        f"    assert len(mews_sandbox.faults) == {len(LINES)}"
    )

    result.assert_outcomes(passed=1)
    assert len(LINES) == 6


def test_everything_that_can_be_added_is_asked_alike() -> None:
    for name in re.findall(
        r"`(\w+)`", PAGE.split("`added` works likewise for", 1)[1].split(".")[0]
    ):
        assert isinstance(getattr(MewsSandbox, name), property)
