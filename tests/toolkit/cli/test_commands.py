"""The commands as such: help, completion, the sandbox's arguments, a missing extra."""

from __future__ import annotations

import sys

import pytest
from click.shell_completion import BashComplete

from mews_connector import __version__
from mews_toolkit.cli import main
from mews_toolkit.cli._commands import COMMANDS, Added
from support.command import Mews


def test_without_arguments_it_says_what_there_is(mews: Mews) -> None:
    told = mews()

    assert told.code == 2
    assert "payments" in told.out
    assert "doctor" in told.out


def test_it_tells_its_version(mews: Mews) -> None:
    assert mews("--version").out == f"mews {__version__}\n"


@pytest.mark.parametrize("added", COMMANDS, ids=lambda it: " ".join(it.path))
def test_a_command_of_its_own_is_what_the_list_says(added: Added, mews: Mews) -> None:
    command = added.load()
    assert command.name == added.path[-1]
    assert command.short_help == added.summary
    assert mews(*added.path, "--help").code == 0
    assert added.summary in mews(*added.path[:-1], "--help").out


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_is_told_how_to_complete(
    shell: str, mews: Mews, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Its own version is what it looks for; that of this machine is not the question.
    monkeypatch.setattr(BashComplete, "_check_version", staticmethod(str))

    assert "_MEWS_COMPLETE" in mews("completion", shell).out


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("mews pay", {"payments", "payment-requests"}),
        ("mews payments ", {"list", "add-external"}),
        ("mews payments list --acc", {"--account", "--accounting-state"}),
        ("mews payments list --state ch", {"charged"}),
        ("mews doc", {"doctor"}),
        ("mews reconcile --plot oct", {"oct"}),
    ],
)
def test_what_is_begun_is_completed(
    words: str, offered: set[str], mews: Mews, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("_MEWS_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", words)
    monkeypatch.setenv("COMP_CWORD", str(len(words.split(" ")) - 1))

    assert {line.partition(",")[2].lower() for line in mews().out.splitlines()} == offered


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("--port", "70000"), 2, "not in the range 0<=x<=65535"),
        (("--window", "0"), 2, "window must be a positive"),
        (("--port", "0", "--host", "192.0.2.1"), 3, "cannot listen on 192.0.2.1 port 0"),
    ],
)
def test_a_sandbox_that_cannot_be_is_refused(
    arguments: tuple[str, ...], code: int, told: str, mews: Mews
) -> None:
    refused = mews("sandbox", "--payments", "0", *arguments)

    assert refused.code == code
    assert told in refused.err
    assert refused.err.count("\n") == 1


@pytest.mark.parametrize("missing", ["click", "rich"])
def test_without_its_extra_it_says_what_to_install(
    missing: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in [it for it in sys.modules if it.startswith(("mews_toolkit.cli.", missing))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, missing, None)

    code = main(["doctor"])

    assert code == 3
    assert capsys.readouterr().err == (
        "mews: the command line needs: pip install mews-connector[cli]\n"
    )
