"""How far an export is: true figures, and no estimate before there is something to go by."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from mews_connector import AttemptEvent, CallEvent
from mews_toolkit.export import Export, ExportProgress, LimitWait
from support.hand_clock import HandClock
from support.ledger import Ledger, all_days

# Four windows of at most three months.
YEAR = 365


class Watched:
    """An export of a year, with a payment each day, on which each request takes ten seconds."""

    def __init__(self, folder: Path) -> None:
        self.hand = HandClock()
        self.told: list[ExportProgress] = []
        self.wait = LimitWait()
        self._file = folder / "payments.csv"

    async def run(self, *, page_size: int, resume: bool = False, ends_before: int = 0) -> None:
        def before(request: int) -> None:
            if request == ends_before:
                walk.cancel()
            self.hand.seconds += 10

        export = Export(
            self._file,
            resume=resume,
            on_progress=self.told.append,
            wait=self.wait,
            clock=self.hand.clock,
        )
        ledger = Ledger(["1.10"] * YEAR, before=before)
        async with ledger.client(on_event=self.wait) as mews:
            walk = asyncio.create_task(
                export.run(
                    mews,
                    lambda it: it.payments.get_all,
                    created_utc=all_days(YEAR),
                    page_size=page_size,
                )
            )
            await asyncio.wait([walk])
            if not walk.cancelled():
                walk.result()


@pytest.fixture
def watched(tmp_path: Path) -> Watched:
    return Watched(tmp_path)


async def test_there_is_no_estimate_before_a_window_is_done(watched: Watched) -> None:
    await watched.run(page_size=50)

    # two pages each
    assert [it.windows_done for it in watched.told] == [0, 1, 1, 2, 2, 3, 3, 4]
    assert {it.windows for it in watched.told} == {4}
    assert [it.window for it in watched.told] == [1, 2, 2, 3, 3, 4, 4, 4]
    assert [it.remaining for it in watched.told] == [None, 60, 50, 40, 30, 20, 10, 0]


async def test_rows_and_their_rate_are_those_of_this_run(watched: Watched) -> None:
    await watched.run(page_size=50)

    last = watched.told[-1]
    assert (last.rows, last.new_rows, last.seconds) == (365, 365, 80)
    assert last.rows_per_second == 365 / 80


async def test_after_going_on_the_window_that_was_begun_is_no_measure(watched: Watched) -> None:
    # given one that ended in the middle of the second window
    await watched.run(page_size=50, ends_before=4)
    before = watched.told[-1]
    watched.told.clear()

    await watched.run(page_size=50, resume=True)

    assert (before.windows_done, before.rows) == (1, 142)
    assert [it.windows_done for it in watched.told] == [2, 2, 3, 3, 4]
    assert [it.remaining for it in watched.told] == [None, None, 20, 10, 0]
    assert watched.told[0].new_rows == watched.told[0].rows - before.rows


async def test_a_window_that_takes_longer_than_the_others_leaves_no_negative_time(
    watched: Watched,
) -> None:
    await watched.run(page_size=50)

    assert min(it.remaining for it in watched.told if it.remaining is not None) == 0


def test_the_wait_for_the_limit_is_that_of_the_attempts() -> None:
    heard: list[object] = []
    wait = LimitWait(heard.append)
    times = {"waited_for_limiter": 1.5, "waited_for_retry": 0.0, "waited_for_server": 0.2}
    facts = {"operation": "payments/getAll", "status": 200, "request_id": None, "error": None}

    wait(AttemptEvent(attempt=1, **facts, **times))  # type: ignore[arg-type]  # keywords, mixed
    wait(CallEvent(attempts=1, **facts, **times))  # type: ignore[arg-type]  # keywords, mixed

    assert wait.seconds == 1.5
    assert len(heard) == 2


async def test_without_anybody_who_counts_the_wait_is_unknown(tmp_path: Path) -> None:
    told: list[ExportProgress] = []
    async with Ledger(["1.10"]).client() as mews:
        await Export(tmp_path / "payments.csv", on_progress=told.append).run(
            mews, lambda it: it.payments.get_all, created_utc=all_days(1)
        )

    assert [it.waited_for_limit for it in told] == [None]


async def test_what_the_receiver_raises_ends_the_export_in_good_order(tmp_path: Path) -> None:
    def fail(_: ExportProgress) -> None:
        raise RuntimeError("the screen broke")

    file = tmp_path / "payments.csv"
    async with Ledger(["1.10"] * 3).client() as mews:
        with pytest.raises(RuntimeError, match="the screen"):
            await Export(file, on_progress=fail).run(
                mews, lambda it: it.payments.get_all, created_utc=all_days(3), page_size=1
            )

    begun = Export(file).begun()
    assert begun is not None
    assert begun.rows == 1
    assert file.read_text().count("1.10") == 2
