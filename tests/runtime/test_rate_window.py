"""What the rate window lets through, and when: exactly the limit, as the server may see it."""

from __future__ import annotations

import asyncio
import itertools
import math
from typing import Any

import pytest

from mews_connector import Clock, RateLimit, RateWindow, errors
from support.callers import Callers, settle
from support.virtual_time import virtual_clock

pytestmark = pytest.mark.virtual_time


class TestLimit:
    async def test_as_many_as_the_limit_go_at_once_and_the_next_one_window_after_the_answers(
        self,
    ) -> None:
        callers = Callers(3, 10.0, answered_at_once=True)

        callers.join("a", "b", "c", "d")
        await callers.all_gone()

        assert callers.through == [("a", 0), ("b", 0), ("c", 0), ("d", 10)]

    async def test_the_time_of_a_slot_runs_from_the_answer_and_not_from_the_sending(self) -> None:
        callers = Callers(1, 10.0)
        await callers.come("sent at 0", "next")

        await asyncio.sleep(4)
        callers.slots["sent at 0"].stamp()
        await callers.all_gone()

        assert callers.through == [("sent at 0", 0), ("next", 14)]

    async def test_a_request_without_an_answer_holds_its_slot_however_long_it_takes(self) -> None:
        callers = Callers(1, 10.0)
        await callers.come("slow", "next")

        await asyncio.sleep(1000)
        assert callers.order == ["slow"]
        callers.slots["slow"].stamp()
        await callers.all_gone()

        assert callers.through[-1] == ("next", 1010)

    async def test_each_slot_comes_back_one_window_after_its_own_answer(self) -> None:
        callers = Callers(3, 10.0)
        await callers.come("a", "b", "c", "d", "e", "f")

        for answered in ("b", "c", "a"):
            await asyncio.sleep(2)
            callers.slots[answered].stamp()
        await callers.all_gone()

        assert callers.through[3:] == [("d", 12), ("e", 14), ("f", 16)]

    async def test_a_slot_that_was_not_used_for_sending_is_free_at_once(self) -> None:
        callers = Callers(1, 10.0)
        await callers.come("not sent", "next")

        await asyncio.sleep(1)
        callers.slots["not sent"].release()
        await callers.all_gone()

        assert callers.through == [("not sent", 0), ("next", 1)]

    @pytest.mark.parametrize(
        ("ends", "next_at"),
        [
            (["stamp", "stamp"], 10),
            (["stamp", "release"], 10),
            (["release", "release"], 0),
            (["release", "stamp"], 0),
        ],
    )
    async def test_only_the_first_end_of_a_slot_counts(self, ends: list[str], next_at: int) -> None:
        callers = Callers(1, 10.0)
        await callers.come("first", "next", "last")

        for end in ends:
            getattr(callers.slots["first"], end)()
        await asyncio.sleep(100)

        # "last" would have got through as well, had the second end counted.
        assert callers.through == [("first", 0), ("next", next_at)]

    @pytest.mark.parametrize("requests", [0, -1, 0.5, 200.7, math.inf, True, "200"])
    def test_its_requests_are_a_whole_number(self, requests: Any) -> None:
        with pytest.raises(errors.ConfigurationError, match="requests must be a whole number"):
            RateLimit(requests)

    @pytest.mark.parametrize("seconds", [0.0, -1.0, math.inf, math.nan, True, "30"])
    def test_its_seconds_are_a_positive_number(self, seconds: Any) -> None:
        with pytest.raises(errors.ConfigurationError, match="seconds must be a positive number"):
            RateLimit(200, seconds)


class TestOrder:
    async def test_first_come_is_first_served(self) -> None:
        callers = Callers(2, 10.0, answered_at_once=True)

        callers.join(*range(7))
        await callers.all_gone()

        assert callers.through == [(0, 0), (1, 0), (2, 10), (3, 10), (4, 20), (5, 20), (6, 30)]

    async def test_a_newcomer_does_not_take_the_slot_that_has_just_come_free(self) -> None:
        callers = Callers(1, 10.0)
        await callers.come("first", "waits")

        # The newcomer asks before the loop has had the time to run the one who waits.
        callers.join("newcomer")
        callers.slots["first"].release()
        await settle()

        assert callers.order == ["first", "waits"]


class TestPause:
    async def test_nobody_gets_through_while_paused_though_slots_are_free(self) -> None:
        callers = Callers(3, 10.0)

        callers.window.pause(5)
        callers.join("a", "b")
        await callers.all_gone()

        assert callers.through == [("a", 5), ("b", 5)]

    async def test_those_who_wait_already_are_held_as_well(self) -> None:
        callers = Callers(1, 10.0)
        await callers.come("first", "a", "b")
        callers.slots["first"].stamp()

        await asyncio.sleep(9)
        callers.window.pause(7)
        await asyncio.sleep(100)

        assert callers.through[1:] == [("a", 16)]

    async def test_a_pause_longer_than_the_window_opens_it_whole(self) -> None:
        callers = Callers(2, 10.0, answered_at_once=True)
        await callers.come("a", "b")

        callers.window.pause(60)
        callers.join("c", "d")
        await callers.all_gone()

        assert callers.through[2:] == [("c", 60), ("d", 60)]

    @pytest.mark.parametrize("pauses", [(8, 3), (3, 8)])
    async def test_the_longest_of_several_pauses_counts(self, pauses: tuple[int, int]) -> None:
        callers = Callers(1, 10.0)
        await callers.come("waits")
        callers.slots["waits"].release()

        for seconds in pauses:
            callers.window.pause(seconds)
        callers.join("next")
        await callers.all_gone()

        assert callers.through[-1] == ("next", 8)

    async def test_a_slot_given_back_during_a_pause_is_not_handed_on_before_its_end(self) -> None:
        callers = Callers(1, 10.0)
        await callers.come("first", "next")

        callers.window.pause(5)
        callers.slots["first"].release()
        await callers.all_gone()

        assert callers.through[-1] == ("next", 5)

    async def test_other_windows_are_not_affected(self) -> None:
        paused, other = Callers(1, 10.0), Callers(1, 10.0)

        paused.window.pause(5)
        other.join("a")
        await other.all_gone()

        assert other.through == [("a", 0)]

    async def test_a_pause_that_ends_between_two_readings_of_the_clock_wakes_the_first_in_line(
        self,
    ) -> None:
        # Given a clock that is never read twice at the same moment, as real ones are
        loop, readings = asyncio.get_running_loop(), itertools.count()
        callers = Callers(1, 10.0, clock=Clock(lambda: loop.time() + next(readings) * 0.25))

        # When a pause ends at about the moment at which the caller asks
        callers.window.pause(0.3)
        callers.join("a")

        # Then the caller does not wait for somebody else to come
        await callers.all_gone()
        assert callers.order == ["a"]


class TestFigures:
    async def test_they_tell_what_may_be_sent_and_when_all_is_free_again(self) -> None:
        window = RateWindow(RateLimit(3, 10.0), clock=virtual_clock())
        assert (window.available, window.resets_in) == (3, 0)

        first, second = await window.acquire(), await window.acquire()
        assert (window.available, window.resets_in) == (1, 10), "in flight: as if answered now"

        first.stamp()
        await asyncio.sleep(4)
        second.release()
        assert (window.available, window.resets_in) == (2, 6)

        await asyncio.sleep(6)
        assert (window.available, window.resets_in) == (3, 0)

    async def test_while_paused_nothing_is_available(self) -> None:
        window = RateWindow(RateLimit(3, 10.0), clock=virtual_clock())

        window.pause(25)
        assert (window.available, window.resets_in) == (0, 25)

        await asyncio.sleep(25)
        assert (window.available, window.resets_in) == (3, 0)

    async def test_the_later_of_pause_and_last_answer_counts(self) -> None:
        window = RateWindow(RateLimit(3, 10.0), clock=virtual_clock())

        (await window.acquire()).stamp()
        window.pause(4)

        assert (window.available, window.resets_in) == (0, 10)

    async def test_a_window_is_idle_only_while_it_remembers_nothing(self) -> None:
        callers = Callers(1, 10.0)
        idle = [callers.window.idle]

        await callers.come("a")
        idle.append(callers.window.idle)
        callers.slots["a"].stamp()
        await asyncio.sleep(9)
        idle.append(callers.window.idle)
        await asyncio.sleep(1)
        idle.append(callers.window.idle)

        assert idle == [True, False, False, True]
