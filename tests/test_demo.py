"""examples/demo.py, as `make demo` runs it."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

from mews_toolkit.sandbox import ACCESS_TOKEN, CLIENT_TOKEN, Sandbox, serve_in_thread
from support.readme import ROOT


def demo(**variables: str) -> subprocess.CompletedProcess[str]:
    """Runs the demonstration with these MEWS_ variables and no others."""
    inherited = {name: it for name, it in os.environ.items() if not name.startswith("MEWS_")}
    return subprocess.run(  # noqa: S603 - a file of the project
        [sys.executable, "-W", "error", ROOT / "examples" / "demo.py"],
        env=inherited | variables,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def shown() -> subprocess.CompletedProcess[str]:
    """What a newcomer sees."""
    return demo()


def test_it_shows_six_things_on_one_screen(shown: subprocess.CompletedProcess[str]) -> None:
    lines = shown.stdout.splitlines()

    assert (shown.returncode, shown.stderr) == (0, "")
    assert [line[0] for line in lines if line[:1].isdigit()] == ["1", "2", "3", "4", "5", "6"]
    assert len(lines) <= 50
    assert max(map(len, lines)) <= 100


def test_it_rides_out_a_429(shown: subprocess.CompletedProcess[str]) -> None:
    assert "attempt 1, after a wait of 0.0 s: status 429" in shown.stdout
    assert "attempt 2, after a wait of 1.0 s: status 200" in shown.stdout


def test_it_finds_the_payment_whose_answer_was_lost(
    shown: subprocess.CompletedProcess[str],
) -> None:
    assert "OutcomeUnknownError" in shown.stdout
    assert re.search(r"till-7/000124 looked up: [0-9a-f-]{36}$", shown.stdout, re.MULTILINE)


def test_with_the_variables_set_it_only_reads_from_that_environment() -> None:
    sandbox = Sandbox(payments=5000)
    with serve_in_thread(sandbox) as server:
        shown = demo(
            MEWS_ENVIRONMENT=server.url,
            MEWS_CLIENT_TOKEN=CLIENT_TOKEN,
            MEWS_ACCESS_TOKEN=ACCESS_TOKEN,
            MEWS_CLIENT="Reader 1.0.0",
        )

    assert (shown.returncode, shown.stderr) == (0, "")
    assert re.search(r"page 2: 2\d\d payments", shown.stdout)
    assert {call.operation for call in sandbox.calls} == {"configuration/get", "payments/getAll"}


def test_a_missing_variable_is_told_in_one_line() -> None:
    shown = demo(MEWS_ENVIRONMENT="demo")

    assert shown.returncode == 1
    assert shown.stdout == ""
    [told] = shown.stderr.splitlines()
    assert told.startswith("ConfigurationError: set MEWS_CLIENT_TOKEN, MEWS_ACCESS_TOKEN")
