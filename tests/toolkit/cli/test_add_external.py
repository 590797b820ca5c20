"""`mews payments add-external`: asked for, shown, and recorded once."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

import pytest

from mews_toolkit.cli import _add_external
from mews_toolkit.sandbox import Sandbox, Server, Status, serve_in_thread
from support.command import Mews

Typing: TypeAlias = Callable[[str], None]

ADD = "payments/addExternal"


class Keyboard(io.StringIO):
    """Somebody who types."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def sandbox() -> Sandbox:
    return Sandbox(payments=0, limit=None)


@pytest.fixture
def server(sandbox: Sandbox) -> Iterator[Server]:
    with serve_in_thread(sandbox) as server:
        yield server


@pytest.fixture
def arguments(sandbox: Sandbox) -> list[str]:
    return [
        "payments", "add-external", "--account", str(sandbox.customer().id), "--amount", "18.50",
        "--currency", "GBP", "--type", "cash", "--external-identifier", "till-7/1", "--json",
    ]  # fmt: skip


@pytest.fixture
def world(mews: Mews, arguments: list[str], sandbox: Sandbox) -> tuple[Mews, list[str], Sandbox]:
    return mews, arguments, sandbox


@pytest.fixture
def stdin(monkeypatch: pytest.MonkeyPatch) -> Typing:
    """Has somebody sit there and type."""
    return lambda text: monkeypatch.setattr(sys, "stdin", Keyboard(text))


def posts(sandbox: Sandbox) -> int:
    return [it.operation for it in sandbox.calls].count(ADD)


def test_it_is_recorded_and_shown(mews: Mews, arguments: list[str], sandbox: Sandbox) -> None:
    added = mews(*arguments, "--yes")

    assert added.code == 0, added.err
    assert added.rows[0]["Amount"]["GrossValue"] == "-18.50"
    assert added.err == f"mews: payment {added.rows[0]['Id']} was added\n"
    assert len(sandbox.payments) == 1


def test_run_again_it_is_found_and_not_recorded_again(
    mews: Mews, arguments: list[str], sandbox: Sandbox
) -> None:
    mews(*arguments, "--yes")

    again = mews(*arguments, "--yes")

    assert again.code == 0
    assert again.err.endswith("was there already\n")
    assert posts(sandbox) == len(sandbox.payments) == 1


def test_an_answer_that_is_lost_is_looked_up(
    mews: Mews, arguments: list[str], sandbox: Sandbox
) -> None:
    sandbox.faults.add(Status(500, after_commit=True), operation=ADD)

    added = mews(*arguments, "--yes")

    assert added.code == 0
    assert "nobody knows whether it was added" in added.err
    assert posts(sandbox) == len(sandbox.payments) == 1


def test_another_amount_under_the_identifier_is_a_conflict(
    mews: Mews, arguments: list[str], tmp_path: Path
) -> None:
    mews(*arguments, "--yes")
    arguments[arguments.index("18.50")] = "19.50"

    refused = mews(*arguments, "--yes", "--claims", str(tmp_path / "others.sqlite"))

    assert refused.code == 8
    assert "asked for an external payment of 19.50 GBP" in refused.err
    assert refused.err.count("\n") == 1


def test_claims_are_kept_where_nobody_else_looks(
    mews: Mews, arguments: list[str], tmp_path: Path
) -> None:
    mews(*arguments, "--yes")

    file = tmp_path / ".local" / "state" / "mews" / "claims.sqlite"
    assert file.exists()
    assert file.parent.stat().st_mode & 0o077 == 0


def test_a_dry_run_shows_what_would_be_sent_and_sends_nothing(
    mews: Mews, arguments: list[str], sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("MEWS_CLIENT_TOKEN")

    shown = mews(*arguments, "--notes", "at the bar", "--dry-run")

    assert shown.code == 0
    assert json.loads(shown.out, parse_float=str) == {
        "Amount": {"Currency": "GBP", "GrossValue": "18.50"},
        "AccountId": str(sandbox.customer().id),
        "Type": "Cash",
        "ExternalIdentifier": "till-7/1",
        "Notes": "at the bar",
    }
    assert sandbox.calls == []


def test_what_a_dry_run_shows_is_what_is_sent(
    mews: Mews, arguments: list[str], sandbox: Sandbox
) -> None:
    shown = mews(*arguments, "--notes", "at the bar", "--dry-run")

    mews(*arguments, "--notes", "at the bar", "--yes")

    (sent,) = (it.request for it in sandbox.calls if it.operation == ADD)
    assert sent is not None
    assert (
        json.loads(shown.out).items()
        <= {**sent, "Amount": {"Currency": "GBP", "GrossValue": 18.5}}.items()
    )


def test_with_nobody_to_ask_it_is_refused(
    mews: Mews, arguments: list[str], sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("y\n"))

    refused = mews(*arguments)

    assert refused.code == 2
    assert "say --yes, or --dry-run" in refused.err
    assert sandbox.calls == []


@pytest.mark.parametrize(("typed", "code", "sent"), [("y\n", 0, 1), ("n\n", 9, 0), ("\n", 9, 0)])
def test_whoever_sits_there_is_asked(
    typed: str, code: int, sent: int, world: tuple[Mews, list[str], Sandbox], stdin: Typing
) -> None:
    mews, arguments, sandbox = world
    stdin(typed)

    asked = mews(*arguments)

    assert asked.code == code
    assert "Record 18.50 GBP gross, Cash, of account" in asked.err
    assert "in The Lantern, London (http://127.0.0.1" in asked.err
    assert posts(sandbox) == sent


def test_money_given_back_is_asked_for_as_such(
    mews: Mews, arguments: list[str], stdin: Typing
) -> None:
    stdin("n\n")
    arguments[arguments.index("18.50")] = "-18.50"

    assert "Record as given back -18.50 GBP" in mews(*arguments).err


@pytest.mark.parametrize(
    ("amount", "told"),
    [
        ("18.505", "--amount: "),
        ("0", "--amount: "),
        ("1e3", "'1e3' is no amount"),
        ("NaN", "'NaN' is no amount"),
        ("18,50", "'18,50' is no amount"),
        ("١٨", "is no amount"),
    ],
)
def test_what_is_no_sum_of_money_is_refused_before_anybody_is_asked(
    amount: str, told: str, mews: Mews, arguments: list[str], sandbox: Sandbox
) -> None:
    arguments[arguments.index("18.50")] = amount

    refused = mews(*arguments, "--yes")

    assert refused.code == 2
    assert told in refused.err
    assert sandbox.calls == []


def test_several_enterprises_are_no_place_for_one_payment(
    mews: Mews, arguments: list[str], sandbox: Sandbox
) -> None:
    several = [f"--enterprise={it.id}" for it in sandbox.enterprises]

    assert "give --enterprise once" in mews(*arguments, *several, "--yes").err
    assert sandbox.calls == []


def test_interrupted_it_says_that_nobody_knows(
    mews: Mews, arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(_add_external, "ensure_external_payment", interrupted)

    ended = mews(*arguments, "--yes")

    assert ended.code == 130
    assert "run the same command again: it looks before it writes" in ended.err


def test_an_end_of_what_is_typed_is_no_agreement(
    mews: Mews, arguments: list[str], sandbox: Sandbox, stdin: Typing
) -> None:
    stdin("")

    assert mews(*arguments).code == 130
    assert posts(sandbox) == 0
