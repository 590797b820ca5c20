"""Who gives up waiting leaves nothing behind: no slot is lost, nobody else waits longer."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import random

import pytest

from mews_connector import Clock, RateLimit, RateWindow
from support.callers import Callers, settle

pytestmark = pytest.mark.virtual_time

LINE = ["first", "second", "third", "fourth"]


class TestOneOfALine:
    @pytest.mark.parametrize(
        ("quitter", "at", "others"),
        [
            ("first", 0, {"second": 10, "third": 20, "fourth": 30}),
            ("second", 0, {"first": 10, "third": 20, "fourth": 30}),
            ("third", 0, {"first": 10, "second": 20, "fourth": 30}),
            ("fourth", 0, {"first": 10, "second": 20, "third": 30}),
            ("first", 9.999, {"second": 10, "third": 20, "fourth": 30}),
            ("second", 9.999, {"first": 10, "third": 20, "fourth": 30}),
            ("second", 10.001, {"first": 10, "third": 20, "fourth": 30}),
            ("fourth", 29.999, {"first": 10, "second": 20, "third": 30}),
        ],
    )
    async def test_the_others_move_up(
        self, quitter: str, at: float, others: dict[str, int]
    ) -> None:
        # Given a line behind a window of 10 s that lets one through at a time
        callers = Callers(1, 10.0, answered_at_once=True)
        await callers.come("before them", *LINE)

        await asyncio.sleep(at)
        callers.cancel(quitter)
        await callers.all_gone()

        assert callers.through[1:] == list(others.items())

    async def test_everybody_gives_up_and_the_window_is_as_it_was(self) -> None:
        callers = Callers(2, 10.0)
        await callers.come("a", "b", *LINE)

        callers.cancel(*LINE)
        callers.slots["a"].release()
        callers.slots["b"].release()
        await settle()

        assert (callers.window.available, callers.window.idle) == (2, True)

    async def test_during_a_pause_the_next_in_line_watches_for_its_end(self) -> None:
        callers = Callers(1, 10.0)
        callers.window.pause(5)
        await callers.come(*LINE)

        callers.cancel("first")
        await asyncio.sleep(100)

        assert callers.through == [("second", 5)]


class TestJustGranted:
    """The slot is theirs already, but they are cancelled before they run."""

    async def test_the_slot_goes_to_the_next_in_line(self) -> None:
        callers = Callers(1, 10.0)
        await callers.come("holder", "quitter", "next")

        callers.slots["holder"].release()
        callers.cancel("quitter")
        await settle()

        assert callers.through == [("holder", 0), ("next", 0)]

    async def test_with_nobody_in_line_the_slot_is_free(self) -> None:
        callers = Callers(1, 10.0)
        await callers.come("holder", "quitter")

        callers.slots["holder"].release()
        callers.cancel("quitter")
        await settle()

        assert (callers.window.available, callers.window.idle) == (1, True)

    async def test_all_who_were_let_through_together_give_their_slots_back(self) -> None:
        callers = Callers(3, 10.0)
        await callers.come("x", "y", "z", *LINE)

        for holder in ("x", "y", "z"):
            callers.slots[holder].release()
        callers.cancel("first", "second", "third")
        await settle()

        assert callers.order == ["x", "y", "z", "fourth"]
        assert callers.window.available == 2

    async def test_the_one_after_the_next_watches_the_clock(self) -> None:
        # Given two slots, one of them free again at 14
        callers = Callers(2, 10.0)
        await callers.come("a", "b", *LINE)
        await asyncio.sleep(4)
        callers.slots["a"].stamp()

        # When the other one is handed from one who gives up to the next
        callers.slots["b"].release()
        callers.cancel("first")
        await asyncio.sleep(100)

        # Then the one after has the first slot at its time, though nobody else comes or goes
        assert callers.through[2:] == [("second", 4), ("third", 14)]

    async def test_a_call_that_runs_out_of_time_at_its_very_turn_loses_no_slot(self) -> None:
        callers = Callers(1, 10.0, answered_at_once=True)
        await callers.come("before it")

        with pytest.raises(TimeoutError):
            async with asyncio.timeout(10):
                await callers.window.acquire()
        callers.join("next")
        await callers.all_gone()

        assert callers.through[-1] == ("next", 10)


class SignalError(Exception):
    """Raised from outside at any moment, as a signal handler may do."""


@pytest.mark.parametrize("reading", range(1, 7))
async def test_an_interruption_at_whichever_reading_of_the_clock_loses_no_slot(
    reading: int,
) -> None:
    # Given a window of one slot, and a clock that can be interrupted
    readings = itertools.count(1)

    def monotonic() -> float:
        if next(readings) == reading:
            raise SignalError
        return 0.0

    window = RateWindow(RateLimit(1, 10.0), clock=Clock(monotonic))

    # When a caller comes and goes, and is interrupted sooner or later
    for _ in range(2):
        with contextlib.suppress(SignalError):
            (await window.acquire()).release()

    # Then others come and go as ever
    for _ in range(2):
        (await window.acquire()).release()
    assert (window.available, window.idle) == (1, True)


@pytest.mark.parametrize("seed", range(5))
class TestAThousandInLine:
    """Half of them give up, at moments spread over the whole time that the line would take."""

    LIMIT, SECONDS, EVERYBODY = 40, 10.0, range(1000)

    async def test_the_others_get_through_in_order_and_no_slot_is_lost(self, seed: int) -> None:
        # Given a thousand callers
        dice = random.Random(seed)
        callers = Callers(self.LIMIT, self.SECONDS, answered_at_once=True)
        await callers.come(*self.EVERYBODY)

        # When half of them give up
        for quitter in dice.sample(self.EVERYBODY, 500):
            asyncio.get_running_loop().call_later(dice.uniform(0, 125), callers.cancel, quitter)
        await callers.all_gone()

        # Then as many as the limit went through in each window, in the order in which they came
        moments = [at for _, at in callers.through]
        assert callers.order == sorted(callers.order, key=int)
        assert 500 <= len(moments) < 1000
        assert moments == [self.SECONDS * (turn // self.LIMIT) for turn in range(len(moments))]
        # and all slots come back
        await asyncio.sleep(self.SECONDS)
        assert (callers.window.available, callers.window.idle) == (self.LIMIT, True)

    async def test_those_who_give_up_before_the_first_turn_cost_the_others_no_time(
        self, seed: int
    ) -> None:
        callers = Callers(self.LIMIT, self.SECONDS, answered_at_once=True)
        await callers.come(*self.EVERYBODY)

        waiting = self.EVERYBODY[self.LIMIT :]
        quitters = set(random.Random(seed).sample(waiting, 500))
        callers.cancel(*quitters)
        await callers.all_gone()

        assert callers.order == [name for name in self.EVERYBODY if name not in quitters]
        assert callers.through[-1][1] == self.SECONDS * (499 // self.LIMIT)
