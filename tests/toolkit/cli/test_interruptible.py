"""Ctrl-C, once and again."""

from __future__ import annotations

import asyncio
import signal
import sys
from types import SimpleNamespace

import pytest

from mews_toolkit import cli
from mews_toolkit.cli._interruptible import run_interruptible


def test_pressed_again_it_lets_the_work_end_what_it_must() -> None:
    told: list[str] = []

    async def work() -> None:
        try:
            signal.raise_signal(signal.SIGINT)
            await asyncio.sleep(60)
        finally:
            signal.raise_signal(signal.SIGINT)
            told.append("put away")

    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt):
        run_interruptible(work())

    assert told == ["put away"]
    assert signal.getsignal(signal.SIGINT) is before


def test_what_was_told_to_ignore_it_ignores_it() -> None:
    # given a command that a script has put into the background
    async def work() -> str:
        signal.raise_signal(signal.SIGINT)
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        return "rows"

    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        # when Ctrl-C is pressed for another one, then it goes on
        assert run_interruptible(work()) == "rows"
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)


def test_not_pressed_it_gives_what_comes_of_the_work() -> None:
    async def work() -> str:
        return "rows"

    assert run_interruptible(work()) == "rows"


def test_pressed_while_the_command_is_loaded_it_is_told_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def run(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setitem(sys.modules, "mews_toolkit.cli._run", SimpleNamespace(run=run))

    assert cli.main(["export"]) == 130
    assert capsys.readouterr().err == "mews: interrupted\n"
