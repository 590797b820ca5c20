"""`mews export payments` and its likes: a file, and how it is gone on with."""

from __future__ import annotations

import os
import re
import sys
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from mews_toolkit.cli import _meter
from mews_toolkit.cli._exit_code import ExitCode
from mews_toolkit.cli._export import command
from mews_toolkit.cli._listings import listings_of, resource_names
from mews_toolkit.cli._meter import figures
from mews_toolkit.cli._search import Search
from mews_toolkit.export import ExportProgress
from mews_toolkit.sandbox import (
    ACCESS_TOKEN,
    CLIENT_TOKEN,
    PORTFOLIO_ACCESS_TOKEN,
    Delay,
    Html,
    Sandbox,
    Server,
)
from support.command import Mews
from support.terminal import terminal

SPAN = ("--since", "2026-01-01", "--until", "2026-11-20")
EXPORT = ("export", "payments", *SPAN)
parquet: Any = import_module("pyarrow.parquet")
_ORDERS = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where files go that are named without a folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def broken_off(mews: Mews, sandbox: Sandbox, *arguments: str) -> str:
    """What is told on stderr of an export whose third page cannot be read."""
    for fault in (Delay(0), Delay(0), Html()):
        sandbox.faults.add(fault, operation="payments/getAll")
    ran = mews(*EXPORT, "--out", "payments.csv", "--page-size", "20", *arguments)
    assert ran.code == ExitCode.UNREADABLE
    return ran.err


def test_there_is_one_for_every_listing() -> None:
    with command.make_context("export", ["payments", "--help"], resilient_parsing=True) as context:
        made = command.list_commands(context)

    assert made == [name.replace("_", "-") for name in resource_names() for _ in listings_of(name)]


@pytest.mark.parametrize("resource", ["payments", "ledger-balances"])
def test_help_explains_every_option(resource: str, mews: Mews) -> None:
    told = mews("export", resource, "--help")

    assert told.code == 0
    for option in ("--since", "--until", "--out", "--resume", "--overwrite", "--per-enterprise"):
        assert option in told.out


@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_the_file_is_what_the_list_writes(form: str, mews: Mews, folder: Path) -> None:
    ran = mews(*EXPORT, "--out", f"payments.{form}")

    listed = mews("payments", "list", *SPAN, f"--{form.removesuffix('l')}")
    assert ran.code == 0, ran.err
    assert ran.out == ""
    assert (folder / f"payments.{form}").read_bytes() == listed.out.encode()
    count = len((folder / f"payments.{form}").read_text().splitlines()) - (form == "csv")
    assert ran.err.splitlines()[-1].startswith(f"mews: {count:,} rows in payments.{form}")


def test_what_breaks_off_says_how_to_go_on_and_the_next_run_makes_it_whole(
    mews: Mews, sandbox: Sandbox, folder: Path
) -> None:
    told = broken_off(mews, sandbox)

    assert "the first 40 rows are in payments.csv; the same command with --resume goes on" in told
    assert told.count("\n") == 1
    assert (folder / "payments.csv").read_text().count("\n") >= 41
    again = mews(*EXPORT, "--out", "payments.csv", "--resume")
    assert again.code == 0, again.err
    listed = mews("payments", "list", *SPAN, "--csv")
    assert (folder / "payments.csv").read_bytes() == listed.out.encode()


def test_what_began_anew_and_breaks_off_says_what_to_leave_out(
    mews: Mews, sandbox: Sandbox, folder: Path
) -> None:
    assert mews(*EXPORT, "--out", "payments.csv").code == 0

    told = broken_off(mews, sandbox, "--overwrite")

    assert "the same command with --resume in place of --overwrite goes on" in told
    assert (folder / "payments.csv").read_text().count("\n") >= 41


def test_a_full_disk_is_told_with_the_file_and_how_to_go_on(
    mews: Mews, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write, written = os.write, 0

    def full(file: int, content: bytes) -> int:
        nonlocal written
        written += 1
        if written == 3:
            raise OSError(28, "No space left on device")
        return write(file, content)

    monkeypatch.setattr(os, "write", full)
    ran = mews(*EXPORT, "--out", "payments.csv", "--page-size", "20")
    monkeypatch.undo()

    assert ran.code == ExitCode.SETUP
    assert ran.err.endswith(
        "payments.csv.part: No space left on device; the same command with --resume goes on\n"
    )
    assert (folder / "payments.csv.part").exists()


def test_twice_is_refused_and_with_resume_it_is_done(mews: Mews, folder: Path) -> None:
    assert mews(*EXPORT, "--out", "payments.csv").code == 0
    content = (folder / "payments.csv").read_bytes()

    twice = mews(*EXPORT, "--out", "payments.csv")
    resumed = mews(*EXPORT, "--out", "payments.csv", "--resume")
    anew = mews(*EXPORT, "--out", "payments.csv", "--overwrite")

    assert (twice.code, resumed.code, anew.code) == (ExitCode.SETUP, 0, 0)
    assert "is finished, with" in twice.err
    assert resumed.err.startswith("mews: finished before: ")
    assert anew.err.startswith("mews: ")
    assert (folder / "payments.csv").read_bytes() == content


def test_what_is_finished_is_no_reason_to_ask_whose_the_token_is(
    mews: Mews, sandbox: Sandbox, folder: Path
) -> None:
    of = (*EXPORT, "--out", "payments.csv", "--enterprise", str(next(iter(sandbox.enterprises)).id))
    assert mews(*of).code == 0
    asked = len(sandbox.calls)

    assert mews(*of, "--resume").code == 0

    assert len(sandbox.calls) == asked
    assert (folder / "payments.csv").exists()


def test_what_ended_now_is_gone_on_with_to_the_same_end(
    mews: Mews, sandbox: Sandbox, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    since = ("export", "payments", "--since", "2026-01-01", "--out", "payments.csv")
    for fault in (Delay(0), Html()):
        sandbox.faults.add(fault, operation="payments/getAll")
    now_is(datetime(2026, 11, 20, 12, tzinfo=UTC), monkeypatch)
    assert mews(*since, "--page-size", "20").code == ExitCode.UNREADABLE

    now_is(datetime(2026, 11, 20, 13, tzinfo=UTC), monkeypatch)
    assert mews(*since, "--resume").code == 0

    spans = [(it.request or {}).get("CreatedUtc", {}) for it in sandbox.calls]
    assert max(str(it["EndUtc"]) for it in spans) == "2026-11-20T12:00:00Z"
    assert (folder / "payments.csv").exists()


def test_what_ended_now_and_is_finished_says_up_to_when(
    mews: Mews, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    since = ("export", "payments", "--since", "2026-01-01", "--out", "payments.csv")
    now_is(datetime(2026, 11, 20, 12, tzinfo=UTC), monkeypatch)
    assert mews(*since).code == 0

    now_is(datetime(2026, 11, 21, 12, tzinfo=UTC), monkeypatch)
    again = mews(*since, "--resume")

    assert again.code == 0
    assert re.fullmatch(
        r"mews: finished before: \d+ rows in payments.csv, up to 2026-11-20T12:00:00Z\n", again.err
    )
    assert (folder / "payments.csv").exists()


def now_is(moment: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    def end_now(_: object, given: dict[str, Any]) -> None:
        given["until"] = moment

    monkeypatch.setattr(Search, "end_now", staticmethod(end_now))


def test_days_of_ledgers_are_gone_on_with_as_days(mews: Mews, folder: Path) -> None:
    ledger = ("export", "ledger-balances", "--ledger-type", "guest", "--since", "2026-11-01")

    assert mews(*ledger, "--out", "balances.jsonl").code == 0
    again = mews(*ledger, "--out", "balances.jsonl", "--resume")

    assert again.code == 0, again.err
    assert "finished before" in again.err
    assert (folder / "balances.jsonl").exists()


def test_each_enterprise_of_a_portfolio_has_a_file_and_one_that_fails_loses_nothing(
    mews: Mews, sandbox: Sandbox, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MEWS_ACCESS_TOKEN", PORTFOLIO_ACCESS_TOKEN)
    sandbox.faults.add(Html(), operation="payments/getAll")
    each = (*EXPORT, "--per-enterprise", "--out", "payments.csv")

    first = mews(*each)
    again = mews(*each, "--resume")

    count = len([*sandbox.enterprises])
    assert first.code == ExitCode.UNREADABLE
    assert first.err.splitlines()[-1] == (
        f"mews: 1 of {count} enterprises failed; the same command with"
        " --until 2026-11-20 --resume goes on"
    )
    assert again.code == 0, again.err
    assert {it.name for it in folder.glob("*.csv")} == {
        f"payments.{it.id}.csv" for it in sandbox.enterprises
    }


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("--out", "payments.xlsx"), 3, "ends in none of .jsonl, .csv and .parquet"),
        (("--out", "a.csv", "--json"), 2, "The name of --out says the form"),
        (("--out", "a.csv", "--resume", "--overwrite"), 2, "contradict each other"),
        (("--out", "missing/a.csv"), 3, "No such file or directory"),
        ((), 2, "Missing option '--out'"),
    ],
)
def test_what_cannot_be_is_refused_in_one_line_and_nothing_is_asked(
    arguments: tuple[str, ...], code: int, told: str, *, mews: Mews, sandbox: Sandbox, folder: Path
) -> None:
    refused = mews(*EXPORT, *arguments)

    assert (refused.code, refused.err.count("\n")) == (code, 1)
    assert told in refused.err
    assert sandbox.calls == []
    assert list(folder.iterdir()) == []


def test_a_token_that_opens_nothing_leaves_no_file_and_says_what_to_do(
    mews: Mews, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MEWS_ACCESS_TOKEN", "expired")

    refused = mews(*EXPORT, "--out", "payments.csv")

    assert refused.code == ExitCode.UNAUTHORIZED
    assert "`mews doctor` tells" in refused.err
    assert list(folder.iterdir()) == []


def test_enterprises_that_cannot_be_listed_are_nothing_to_go_on_with(
    mews: Mews, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MEWS_ACCESS_TOKEN", "expired")

    refused = mews(*EXPORT, "--out", "payments.csv", "--per-enterprise")

    assert refused.code == ExitCode.UNAUTHORIZED
    assert "goes on" not in refused.err
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("how", [(), ("--per-enterprise",)])
def test_filters_are_named_as_options_in_what_is_refused(
    how: tuple[str, ...], mews: Mews, folder: Path
) -> None:
    refused = mews("export", "payments", "--out", "payments.csv", *how)

    assert refused.code == 2
    assert "give at least --payment, --account, --bill" in refused.err
    assert list(folder.iterdir()) == []


def test_without_pyarrow_it_says_what_to_install(
    mews: Mews, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)

    refused = mews(*EXPORT, "--out", "payments.parquet")

    assert refused.code == ExitCode.SETUP
    assert "pip install 'mews-connector[parquet]'" in refused.err
    assert list(folder.iterdir()) == []


def test_where_nobody_watches_it_says_now_and_then_how_far_it_is(
    mews: Mews, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_meter, "_SELDOM", 0.0)

    ran = mews(*EXPORT, "--out", "payments.csv", "--page-size", "50")

    *lines, _ = ran.err.splitlines()
    assert re.fullmatch(r"mews: 50 rows, [\d,]+/s, window 1 of 4", lines[0])
    assert re.fullmatch(r"mews: \d+ rows, [\d,]+/s, window 2 of 4, about \d+ s left", lines[2])
    assert (folder / "payments.csv").exists()


@pytest.mark.parametrize("width", [120, 50])
def test_ctrl_c_leaves_a_whole_file_and_says_how_to_go_on(
    width: int, mews: Mews, sandbox: Sandbox, server: Server, tmp_path: Path
) -> None:
    variables = {
        "HOME": str(tmp_path),
        "MEWS_ENVIRONMENT": server.url,
        "MEWS_CLIENT_TOKEN": CLIENT_TOKEN,
        "MEWS_ACCESS_TOKEN": ACCESS_TOKEN,
    }
    file = tmp_path / "p.parquet"
    arguments = (*EXPORT, "--out", str(file), "--page-size", "30")
    for _ in range(4):
        sandbox.faults.add(Delay(0), operation="payments/getAll")
    sandbox.faults.add(Delay(30), operation="payments/getAll")

    # when
    with terminal(*arguments, width=width, variables=variables) as screen:
        screen.until(lambda text: re.search(r"\d+ rows .*window 2 of 4", text))
        screen.type("\x03")
        assert screen.ended() == 130
    sandbox.faults.clear()
    resumed = mews(*arguments, "--resume")

    # then
    assert resumed.code == 0, resumed.err
    assert ("━" in screen.text) == (width == 120)
    # The terminal itself shows what was typed, wherever the line is by then.
    shown = _ORDERS.sub("", screen.text).replace("^C", "")
    assert max(len(it) for it in re.split(r"[\r\n]+", shown) if "window" in it) <= width
    *_, last = shown.strip().splitlines()
    rows = re.search(r"the first (\d+) rows are in", last)
    assert rows is not None
    assert "with --resume goes on" in last
    ids = parquet.read_table(file).column("Id").to_pylist()
    assert len(set(ids)) == len(ids) > int(rows[1]) > 50
    assert ACCESS_TOKEN not in screen.text


def test_what_is_shown_is_told_in_words() -> None:
    progress = ExportProgress(
        source="",
        rows=12_345,
        new_rows=12_000,
        seconds=10.0,
        windows=5,
        windows_done=1,
        waited_for_limit=95.0,
        remaining=6000.0,
    )

    late = list(figures(progress, since=7000.0))

    assert late == ["12,345 rows", "2/s", "window 2 of 5", "waited 2 min for the limit"]
    assert list(figures(progress)) == [
        "12,345 rows",
        "1,200/s",
        "window 2 of 5",
        "waited 2 min for the limit",
        "about 1 h 40 min left",
    ]


def test_rows_of_another_enterprise_are_not_exported_for_those_asked_for(
    mews: Mews, sandbox: Sandbox, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    london, paris = (str(it.id) for it in [*sandbox.enterprises][:2])
    of = (*EXPORT, "--out", "payments.csv", "--enterprise")

    refused = mews(*of, paris)

    assert refused.code == ExitCode.SETUP
    assert f"--enterprise: the access token seems to be that of {london}" in refused.err
    assert [*folder.iterdir()] == []
    # and with its own token, or one of a portfolio, it is exported
    assert mews(*of, london).code == 0
    monkeypatch.setenv("MEWS_ACCESS_TOKEN", PORTFOLIO_ACCESS_TOKEN)
    assert mews(*of, paris, "--overwrite").code == 0
    cells = (folder / "payments.csv").read_text().splitlines()
    assert len(cells) > 1
    assert all(paris in row for row in cells[1:])
