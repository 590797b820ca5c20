"""The command on real terminals and in real pipes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from mews_toolkit.sandbox import (
    ACCESS_TOKEN,
    CLIENT_TOKEN,
    Delay,
    Sandbox,
    Server,
    serve_in_thread,
)
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


def a_sale(sandbox: Sandbox) -> list[str]:
    """What records one."""
    return [
        "payments", "add-external", "--account", str(sandbox.customer().id), "--amount", "1.00",
        "--currency", "GBP", "--type", "cash", "--external-identifier", "till-7/1",
    ]  # fmt: skip


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
    with terminal(*a_sale(sandbox), width=100, variables=variables) as screen:
        screen.until(lambda text: "[y/N]" in text)
        screen.type("n\n")
        assert screen.ended() == 9

    assert "payments/addExternal" not in {it.operation for it in sandbox.calls}
    assert screen.text.endswith("mews: nothing was sent\n")
    assert CLIENT_TOKEN not in screen.text
    assert ACCESS_TOKEN not in screen.text


def test_what_a_terminal_has_no_letter_for_is_shown_by_its_number(
    sandbox: Sandbox, variables: dict[str, str]
) -> None:
    add = (*a_sale(sandbox), "--notes", "žluť", "--dry-run")
    encoding = {"PYTHONIOENCODING": "latin-1"}

    with terminal(*add, width=100, variables=variables | encoding) as screen:
        assert screen.ended() == 0

    assert r'"Notes":"\u017elu\u0165"' in screen.text


def in_a_pipe(
    *arguments: str,
    variables: dict[str, str],
    stdout: int | None = None,
    closed: int | None = None,
) -> tuple[int, str]:
    """How the command ended, and what it said, with this output, and this stream closed."""
    ended = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", "mews_toolkit.cli", *arguments],
        stdout=stdout,
        stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)} | variables,
        check=False,
        preexec_fn=None if closed is None else lambda: os.close(closed),
    )
    return ended.returncode, ended.stderr.decode()


@pytest.mark.parametrize("form", ["--json", "--table"])
def test_a_pipe_that_closes_ends_it_quietly(form: str, variables: dict[str, str]) -> None:
    ours, theirs = os.pipe()
    os.close(ours)

    assert in_a_pipe(*LIST, form, variables=variables, stdout=theirs) == (141, "")
    os.close(theirs)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is always full")
@pytest.mark.parametrize("form", ["--csv", "--table"])
def test_a_disk_that_is_full_is_told_in_one_line(form: str, variables: dict[str, str]) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        ended = in_a_pipe(*LIST, form, variables=variables, stdout=full.fileno())

    line = "mews: the output breaks off, as it cannot be written: No space left on device\n"
    assert ended == (3, line)


def test_a_payment_that_was_added_is_told_although_its_row_cannot_be_written(
    variables: dict[str, str],
) -> None:
    sandbox = Sandbox(payments=0, limit=None)
    ours, theirs = os.pipe()
    os.close(ours)

    with serve_in_thread(sandbox) as server:
        there = variables | {"MEWS_ENVIRONMENT": server.url}
        code, said = in_a_pipe(*a_sale(sandbox), "--yes", variables=there, stdout=theirs)
    os.close(theirs)

    assert len(sandbox.payments) == 1
    assert code == 141
    assert said.startswith("mews: payment ")
    assert said.endswith(" was added\n")


@pytest.mark.parametrize(
    ("closed", "ended"),
    [
        (0, (2, "mews: Nobody can be asked here")),
        (1, (3, "mews: the standard output is closed\n")),
    ],
)
def test_a_stream_that_is_closed_is_no_fault_in_the_command(
    closed: int, ended: tuple[int, str], sandbox: Sandbox, variables: dict[str, str]
) -> None:
    code, said = in_a_pipe(*a_sale(sandbox), variables=variables, closed=closed)

    assert (code, said[: len(ended[1])]) == ended
    assert sandbox.calls == []


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
