"""Which payments are looked through: wrong clocks, narrow windows, calls that come late."""

from __future__ import annotations

import asyncio
import contextlib
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest

from mews_connector import Clock, errors, models
from mews_toolkit.sandbox import Sandbox
from mews_toolkit.sandbox.seeds.enterprises import LONDON
from mews_toolkit.workflows import Claims, SqliteClaims, TakenOver
from mews_toolkit.workflows._claim_key import claim_key
from support.at_once import at_once
from support.ensuring import World, world
from support.handed_on import Killed
from support.lossy_sandbox import Carried, in_process
from support.virtual_time import START

pytestmark = pytest.mark.virtual_time

ADD, LIST, CONFIGURATION = "payments/addExternal", "payments/getAll", "configuration/get"
YEN = models.AmountParameters(currency="JPY", gross_value=Decimal(1))
HOUR = timedelta(hours=1)
DAYS_OFF = [-400, -2, -0.5, 0.5, 2, 400]


def off_by(given: World, off: timedelta) -> Clock:
    return Clock(monotonic=given.clock.monotonic, utc=lambda: given.clock.utc() + off)


async def killed_amid_it(given: World, claims: Claims, **changes: Any) -> None:
    """A process that has sent its request, and is killed before it is told."""
    given.transport.fates.append(Carried())
    process = asyncio.create_task(
        given.ensure(claims=Killed(claims), mews=in_process(given.transport), **changes)
    )
    while not given.sandbox.payments:  # noqa: ASYNC110 - no event to wait for
        await asyncio.sleep(0.1)
    process.cancel()
    await asyncio.wait([process])


class TestWrongClocks:
    @pytest.mark.parametrize("days", DAYS_OFF)
    async def test_a_wrong_clock_hides_nothing_that_was_just_written(self, days: float) -> None:
        given = world(lag=1)
        given.transport.fates.append(Carried())

        ensured = await given.ensure(clock=off_by(given, timedelta(days=days)))

        assert ensured.found
        assert given.calls(ADD) == 1

    @pytest.mark.parametrize("days", DAYS_OFF)
    async def test_nor_what_another_process_wrote(self, days: float) -> None:
        given = world()
        await given.add()

        assert (await given.ensure(clock=off_by(given, timedelta(days=days)))).found

    @pytest.mark.parametrize("days", DAYS_OFF)
    @pytest.mark.parametrize("claims_are", ["as wrong", "right"])
    async def test_nor_what_one_wrote_whose_claim_is_taken_over_later(
        self, days: float, claims_are: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        # given claims that are dated by the same wrong clock, or by another one as those in Redis
        monkeypatch.setattr(asyncio.get_running_loop(), "run_in_executor", at_once)
        given = world(lag=1)
        clock = off_by(given, timedelta(days=days))
        dated = clock if claims_are == "as wrong" else given.clock
        claims = SqliteClaims(tmp_path / "claims.sqlite", clock=dated)
        await killed_amid_it(given, claims, clock=clock, created_within=HOUR)

        await asyncio.sleep(timedelta(days=5).total_seconds())
        ensured = await given.ensure(claims=claims, clock=clock, created_within=HOUR)

        assert ensured.found
        assert given.calls(ADD) == 1

    async def test_the_servers_time_is_asked_for_once_while_the_clock_runs_on(self) -> None:
        given = world()

        for number in range(3):
            await given.ensure(f"till-7/{number}")
            await asyncio.sleep(100_000)

        assert given.calls(CONFIGURATION) == 1

    async def test_nor_does_one_clock_go_by_what_another_was_told(self) -> None:
        given = world()

        for days in (0, 400, 0):
            await given.ensure(clock=off_by(given, timedelta(days=days)))

        assert given.calls(CONFIGURATION) == 3

    @pytest.mark.parametrize("moved", [timedelta(days=-3), timedelta(days=3)])
    async def test_it_is_asked_for_anew_when_the_clock_was_set_or_the_machine_slept(
        self, moved: timedelta
    ) -> None:
        given = world()
        walls: list[timedelta] = [timedelta(0)]
        clock = Clock(monotonic=given.clock.monotonic, utc=lambda: given.clock.utc() + walls[0])
        await given.ensure(clock=clock)

        walls[0] = moved
        await given.ensure("till-7/2", clock=clock)

        assert given.calls(CONFIGURATION) == 2


class TestNarrowWindows:
    async def test_what_this_call_wrote_is_found_however_narrow_the_window_is(self) -> None:
        given = world(lag=14)
        given.transport.fates.append(Carried(after=119))

        ensured = await given.ensure(created_within=timedelta(microseconds=1))

        assert ensured.found
        assert given.calls(ADD) == 1

    @pytest.mark.parametrize(
        ("within", "later"),
        [
            (timedelta(days=87), timedelta(days=95)),
            (timedelta(days=2), timedelta(days=4)),
            (timedelta(seconds=1), timedelta(days=10)),
        ],
        ids=str,
    )
    async def test_what_a_killed_process_wrote_is_found_however_late_it_is_taken_over(
        self,
        within: timedelta,
        later: timedelta,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.setattr(asyncio.get_running_loop(), "run_in_executor", at_once)
        given = world(lag=1)
        claims = SqliteClaims(tmp_path / "claims.sqlite", clock=given.clock)
        await killed_amid_it(given, claims, created_within=within)

        await asyncio.sleep(later.total_seconds())
        ensured = await given.ensure(
            claims=claims, created_within=within, clock=attrs.evolve(given.clock)
        )

        assert ensured.found
        assert given.calls(ADD) == 1

    async def test_and_however_often_it_was_taken_over_in_vain(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(asyncio.get_running_loop(), "run_in_executor", at_once)
        given = world(lag=1)
        claims = SqliteClaims(tmp_path / "claims.sqlite", clock=given.clock)
        await killed_amid_it(given, claims, created_within=HOUR)
        key = claim_key(given.mews.environment, LONDON, given.sandbox.customer().id, "till-7/1")

        # when two take it over that are killed before they look
        for owner in ("second", "third"):
            await asyncio.sleep(timedelta(days=5).total_seconds())
            assert isinstance(await claims.claim(key, owner, HOUR), TakenOver)
        await asyncio.sleep(timedelta(days=5).total_seconds())
        ensured = await given.ensure(claims=claims, created_within=HOUR)

        assert ensured.found
        assert given.calls(ADD) == 1

    async def test_it_begins_earlier_than_it_was_asked_to(self) -> None:
        # given rows that are not dated by the clock that told the time
        given = world()
        await given.add()
        await asyncio.sleep(HOUR.total_seconds())

        assert (await given.ensure(created_within=timedelta(seconds=1))).found

    async def test_the_usual_one_takes_a_single_request_at_any_time_of_the_year(self) -> None:
        # given a server whose calendar is turned on by hand
        day = [timedelta(0)]
        sandbox = Sandbox(payments=0, limit=None, now=lambda: START + day[0])
        given = world(sandbox=sandbox)
        looks: set[int] = set()

        for _ in range(366 // 3):
            day[0] += timedelta(days=3)
            before = given.calls(LIST)
            with contextlib.suppress(errors.BusinessRuleError):
                # refused, so that nothing follows the first look
                await given.ensure("7", mews=in_process(given.transport), amount=YEN)
            looks.add(given.calls(LIST) - before)

        assert looks == {1}
