"""A reader that dies ten times has every row once, if it stores each page with its `resume`."""

from __future__ import annotations

import asyncio
import json
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

import pytest
from attrs import frozen

from mews_connector import MewsClient, RetryPolicy, errors, models
from mews_toolkit.sandbox import CLIENT_TOKEN, PORTFOLIO_ACCESS_TOKEN, Server, serve_in_thread
from support.busy_hotels import BusyHotels
from support.killed_reader import Orders
from support.pages import Payments
from support.stored_history import StoredHistory
from support.whole_history import History

TESTS = Path(__file__).parents[1]
A_YEAR = 365
CRASHES = 10


CUT_IN_A_PAGE, CUT_WAITING, GAVE_UP, CAME_TO_THE_END = "page", "waiting", "gave up", "end"


class PowerCutError(Exception):
    """The end of a reader, in the middle of a page."""


def cut_power() -> None:
    raise PowerCutError


@frozen(kw_only=True)
class Readers:
    """Those who read the same interval into the same file, one after the other."""

    history: History
    hotels: BusyHotels
    span: models.TimeInterval
    file: Path
    dice: Random

    async def live(self, *, is_mortal: bool) -> str:
        """The life of the next one, and how it ended. It gives up easily."""
        dies_in_a_page = is_mortal and self.dice.random() < 0.5
        after = self.dice.randint(1, self.history.size // CRASHES) if dies_in_a_page else 0
        attempts = self.dice.choice([1, 5, 5])
        retry = RetryPolicy(attempts=attempts, base_delay=0.001, max_delay=0.002)
        with closing(StoredHistory(self.file, dies=cut_power, after=after)) as stored:
            async with self.history.client(retry=retry) as mews:
                reading = asyncio.create_task(self._read(mews, stored))
                if is_mortal and not dies_in_a_page:
                    requests = self.history.size // self.history.page_size // CRASHES
                    self.hotels.interrupt(self.dice.randint(1, requests), reading.cancel)
                return await _end_of(reading)

    async def _read(self, mews: MewsClient, stored: StoredHistory) -> None:
        settings = any_settings(self.history, self.dice)

        def query(resume: str | None) -> Payments:
            return mews.payments.get_all(created_utc=self.span, resume=resume, **settings)

        await stored.take(query)


async def _end_of(reading: asyncio.Task[None]) -> str:
    try:
        await reading
    except PowerCutError:
        return CUT_IN_A_PAGE
    except asyncio.CancelledError:
        return CUT_WAITING
    except errors.MewsError:
        return GAVE_UP
    return CAME_TO_THE_END


@pytest.mark.virtual_time
@pytest.mark.parametrize("seed", range(2))
async def test_ten_crashes_lose_and_repeat_no_row(
    history: History, tmp_path: Path, seed: int
) -> None:
    # Given readers that die in the middle of a page, or while they wait for one
    span, ends = history.last(A_YEAR), Counter[str]()
    existed = history.created(span)
    # So that some go on in the middle of halved windows.
    hotels = history.gets_busy(seed, tired=30)
    readers = Readers(
        history=history, hotels=hotels, span=span, file=tmp_path / "rows", dice=Random(seed)
    )

    # When ten of them have died, each one going on from what was stored,
    while ends[CUT_IN_A_PAGE] + ends[CUT_WAITING] < CRASHES:
        ends[await readers.live(is_mortal=True)] += 1
        assert not ends[CAME_TO_THE_END]
    # and one has come to the end
    while not ends[CAME_TO_THE_END]:
        ends[await readers.live(is_mortal=False)] += 1

    # Then every row that existed throughout is there once.
    with closing(StoredHistory(readers.file)) as stored:
        found = stored.ids()
    assert_each_once(found, existed, hotels)
    assert min(ends[CUT_IN_A_PAGE], ends[CUT_WAITING]) > 0
    # In a short walk there may be no reason to.
    assert ends[GAVE_UP] > 0 or not history.is_long


def test_processes_that_are_killed_lose_and_repeat_no_row(history: History, tmp_path: Path) -> None:
    # Given readers in processes of their own, on the other side of a socket
    span, dice = history.last(A_YEAR), Random("kill")
    existed = history.created(span)
    hotels = history.gets_busy("kill")
    # Starting a process takes as long as reading a short year.
    kills = CRASHES if history.is_long else 2

    with serve_in_thread(history.sandbox) as server:
        start = starter(server, span, tmp_path / "rows")

        # When they are killed in the middle of a page, and others go on in their place
        for _ in range(kills):
            killed = start(
                dies_after=dice.randint(1, history.size // kills), **any_settings(history, dice)
            )
            assert killed.returncode == -signal.SIGKILL, killed.stderr
            with closing(StoredHistory(tmp_path / "rows")) as stored:
                assert not stored.is_complete
        last = start(dies_after=0, **any_settings(history, dice))
        assert last.returncode == 0, last.stderr

    # Then every row that existed throughout is there once.
    with closing(StoredHistory(tmp_path / "rows")) as stored:
        found = stored.ids()
    assert_each_once(found, existed, hotels)


@pytest.mark.parametrize("concurrency", [1, 8])
def test_a_process_reads_it_all_over_a_socket(
    history: History, tmp_path: Path, capsys: pytest.CaptureFixture[str], concurrency: int
) -> None:
    span = history.last(A_YEAR)
    existed = history.created(span)
    hotels = history.gets_busy(concurrency)

    with serve_in_thread(history.sandbox) as server:
        done = starter(server, span, tmp_path / "rows")(
            dies_after=0,
            page_size=history.page_size,
            concurrency=concurrency,
            ordered=True,
            prefetch=True,
        )
    assert done.returncode == 0, done.stderr

    with closing(StoredHistory(tmp_path / "rows")) as stored:
        found = stored.ids()
    assert_each_once(found, existed, hotels)
    figures = json.loads(done.stdout)
    peak = "unknown" if figures["peak"] is None else f"{figures['peak']:.0f} MiB"
    with capsys.disabled():
        sys.stdout.write(
            f"\n{len(found):,} payments over a socket, {concurrency} at a time,"
            f" {hotels.failed.total()} failures: {len(found) / figures['seconds']:,.0f} a second,"
            f" {peak} of memory at the most\n"
        )


def starter(
    server: Server, span: models.TimeInterval, file: Path
) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Starts a reader with these settings and waits for its end."""

    def start(**settings: Any) -> subprocess.CompletedProcess[str]:
        orders = Orders(
            server=server.url,
            client_token=CLIENT_TOKEN,
            access_token=PORTFOLIO_ACCESS_TOKEN,
            file=str(file),
            start=span.start_utc.isoformat(),
            end=span.end_utc.isoformat(),
            **settings,
        )
        return subprocess.run(  # noqa: S603 - of the tests' own making
            [sys.executable, "-m", "support.killed_reader", orders.to_json()],
            cwd=TESTS,
            capture_output=True,
            text=True,
            check=False,
            timeout=600,
        )

    return start


def assert_each_once(found: list[UUID], existed: list[UUID], hotels: BusyHotels) -> None:
    missing, strange = set(existed) - set(found), set(found) - set(existed) - hotels.added
    assert not missing
    assert not strange
    assert len(found) == len(set(found))


def any_settings(history: History, dice: Random) -> dict[str, Any]:
    """Those that may differ from one reader to the next."""
    return {
        "page_size": dice.randint(history.page_size // 2, history.page_size),
        "concurrency": dice.choice([1, 8]),
        "ordered": dice.random() < 0.5,
        "prefetch": dice.random() < 0.5,
    }
