"""The command on real terminals and in real pipes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from mews_toolkit.sandbox import ACCESS_TOKEN, CLIENT_TOKEN, Delay, Sandbox, Server
from support.terminal import terminal

LIST = ("payments", "list", "--since", "2026-01-01", "--until", "2026-04-01")
ESCAPE = "\x1b["


@pytest.fixture
def variables(server: Server, tmp_path: Path) -> dict[str, str]:
    return {
        "HOME": str(tmp_path),
        "MEWS_ENVIRONMENT": server.url,
        "MEWS_CLIENT_TOKEN": CLIENT_TOKEN,
        "MEWS_ACCESS_TOKEN": ACCESS_TOKEN,
    }


def test_on_a_wide_terminal_there_is_a_coloured_table(variables: dict[str, str]) -> None:
    with terminal(*LIST, "--limit", "5", width=160, variables=variables) as screen:
        assert screen.ended() == 0

    assert ESCAPE in screen.text
    assert "CreatedUtc" in screen.text
    assert screen.text.rstrip().endswith("--csv has all")


@pytest.mark.parametrize("how", ["--no-color", "NO_COLOR"])
def test_without_colour_a_narrow_terminal_shows_plain_lines(
    how: str, variables: dict[str, str]
) -> None:
    option, extra = ((how,), {}) if how.startswith("--") else ((), {how: "1"})

    with terminal(*LIST, "--limit", "1", *option, width=50, variables=variables | extra) as screen:
        assert screen.ended() == 0

    assert "\x1b[3" not in screen.text
    assert "Amount.Currency: " in screen.text.replace("\x1b[1m", "").replace("\x1b[0m", "")


def test_ctrl_c_ends_it_at_once_with_one_line(sandbox: Sandbox, variables: dict[str, str]) -> None:
    sandbox.faults.add(Delay(30), operation="payments/getAll")

    with terminal(*LIST, width=80, variables=variables) as screen:
        screen.until(lambda _: sandbox.calls)
        screen.type("\x03")
        assert screen.ended() == 130

    assert screen.text.replace("^C", "").strip() == "mews: interrupted"


def test_whoever_types_is_asked_and_can_say_no(sandbox: Sandbox, variables: dict[str, str]) -> None:
    add = [
        "payments", "add-external", "--account", str(sandbox.customer().id), "--amount", "1.00",
        "--currency", "GBP", "--type", "cash", "--external-identifier", "till-7/1",
    ]  # fmt: skip

    with terminal(*add, width=100, variables=variables) as screen:
        screen.until(lambda text: "[y/N]" in text)
        screen.type("n\n")
        assert screen.ended() == 9

    assert "payments/addExternal" not in {it.operation for it in sandbox.calls}
    assert screen.text.endswith("mews: nothing was sent\n")
    assert CLIENT_TOKEN not in screen.text
    assert ACCESS_TOKEN not in screen.text


@pytest.mark.parametrize("form", ["--json", "--table"])
def test_a_pipe_that_closes_ends_it_quietly(form: str, variables: dict[str, str]) -> None:
    ours, theirs = os.pipe()
    os.close(ours)

    ended = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", "mews_toolkit.cli", *LIST, form],
        stdout=theirs,
        stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)} | variables,
        check=False,
    )
    os.close(theirs)

    assert ended.returncode == 141
    assert ended.stderr == b""


def test_the_sandbox_says_how_to_reach_it_and_ends_by_ctrl_c(
    variables: dict[str, str],
) -> None:
    arguments = ("sandbox", "--port", "0", "--payments", "0")

    with terminal(*arguments, width=80, variables=variables) as screen:
        text = screen.until(lambda it: "--portfolio." in it)
        exports = dict(
            it.removeprefix("export ").split("=") for it in text.splitlines() if "=" in it
        )
        with terminal(
            "enterprises", "list", "--table", width=80, variables=variables | exports
        ) as other:
            assert other.ended() == 4
        screen.type("\x03")
        assert screen.ended() == 130

    assert "No permission" in other.text
