"""Redis gone, slow or without its memory: calls go on, and are let through by a local share."""

from __future__ import annotations

import asyncio
import logging
import time

import pytest

from mews_connector import Limiter, RateLimit, RedisRateWindow
from mews_toolkit.sandbox import Sandbox, serve_in_thread
from support.clients import ACCESS_TOKEN
from support.members import TOKEN, is_free, member, members
from support.redis_server import RedisServer
from support.sandboxes import sandbox_client
from support.secrecy import keeps, shown_of_record

PATIENCE = 0.25
"""Seconds, as by default."""

AN_HOUR_LATER = (
    "\"for _,key in ipairs(redis.call('KEYS','*:slots'))do "
    "for _,slot in ipairs(redis.call('ZRANGE',key,0,-1))do "
    "redis.call('ZINCRBY',key,3600e6,slot)end end "
    "for _,key in ipairs(redis.call('KEYS','*:state'))do "
    "for _,time in ipairs({'seen','paused'})do "
    "redis.call('HINCRBYFLOAT',key,time,3600e6)end end\""
)
"""A script that moves all that is kept."""


@pytest.fixture
def told(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    caplog.set_level(logging.INFO, logger="mews_connector")
    return caplog


def lines(told: pytest.LogCaptureFixture, level: int) -> list[str]:
    return [it.getMessage() for it in told.records if it.levelno == level and "Redis" in it.message]


async def got_through(window: Limiter, *, within: float) -> int:
    """How many get slots in that time, and keep them."""
    callers = [asyncio.create_task(window.acquire()) for _ in range(20)]
    done, waiting = await asyncio.wait(callers, timeout=within)
    for caller in waiting:
        caller.cancel()
    return len(done)


class TestGone:
    async def test_each_process_uses_its_share(
        self, redis: RedisServer, told: pytest.LogCaptureFixture
    ) -> None:
        redis.stop()
        fleet = [member(redis, 10, 30.0, share=0.3) for _ in range(2)]

        assert [await got_through(it, within=1.0) for it in fleet] == [3, 3]
        assert [it.available for it in fleet] == [0, 0]

        warnings = lines(told, logging.WARNING)
        assert len(warnings) == len(fleet), "one of each process"
        assert "this process keeps to 30 % of the rate limit" in warnings[0]

    async def test_a_share_is_at_least_one_request(self, redis: RedisServer) -> None:
        redis.stop()

        assert await got_through(member(redis, 5, 30.0, share=0.01), within=1.0) == 1

    async def test_what_was_sent_before_counts(self, redis: RedisServer) -> None:
        window = member(redis, 10, 30.0, share=0.5)
        assert [await is_free(window, within=5.0) for _ in range(3)] == [True] * 3
        for _ in range(4):
            (await window.acquire()).stamp()

        redis.stop()

        assert await got_through(window, within=1.0) == 1

    async def test_the_share_is_a_window_as_well(self, redis: RedisServer) -> None:
        redis.stop()
        window = member(redis, 4, 1.0, share=0.5)
        moments: list[float] = []

        for _ in range(6):
            (await window.acquire()).stamp()
            moments.append(time.monotonic() - (moments[0] if moments else 0.0))

        assert moments[2] >= 1.0
        assert moments[4] >= 2.0

    async def test_with_redis_back_the_window_is_shared_again(
        self, redis: RedisServer, told: pytest.LogCaptureFixture
    ) -> None:
        # Given a fleet that went on by itself
        one, other = members(redis, 2, 10, 30.0)
        await one.acquire()
        redis.stop()
        waiting = [asyncio.create_task(one.acquire()) for _ in range(4)]
        await asyncio.sleep(0.5)
        assert not any(it.done() for it in waiting), "its share is used up"

        # When Redis is back
        redis.start()

        # Then those who waited go through,
        async with asyncio.timeout(10):
            await asyncio.gather(*waiting)
        # the slots taken before are known there again, and nothing more was complained of.
        assert await got_through(other, within=5.0) == 5
        assert [len(lines(told, it)) for it in (logging.WARNING, logging.INFO)] == [1, 1]


class TestSlow:
    async def test_nobody_waits_longer_for_redis_than_its_time(self, redis: RedisServer) -> None:
        window = member(redis, 10, 30.0, share=1.0, timeout=PATIENCE)
        await window.acquire()
        redis.hold()

        begun = time.monotonic()
        assert await is_free(window, within=5.0)

        assert PATIENCE <= time.monotonic() - begun < PATIENCE + 0.75

    async def test_once_it_is_known_nobody_waits_at_all(self, redis: RedisServer) -> None:
        window = member(redis, 100, 30.0, share=1.0, timeout=PATIENCE)
        redis.hold()
        await window.acquire()

        waits: list[float] = []
        for _ in range(40):
            begun = time.monotonic()
            await window.acquire()
            waits.append(time.monotonic() - begun)
            await asyncio.sleep(0.05)

        # Redis is tried again meanwhile, but by nobody who wants to send.
        assert max(waits) < PATIENCE / 2

    async def test_a_payment_is_sent(self, redis: RedisServer) -> None:
        limiter = RedisRateWindow(redis.url)
        redis.hold()
        sandbox = Sandbox(payments=0)
        with serve_in_thread(sandbox) as server:
            async with sandbox_client(server, limiter=limiter, rate_limit=None) as mews:
                begun = time.monotonic()
                await mews.call(
                    "payments/addExternal",
                    {
                        "AccountId": str(sandbox.customer().id),
                        "Amount": {"Currency": "GBP", "GrossValue": 100},
                        "Type": "Cash",
                    },
                )
                took = time.monotonic() - begun

        assert len(sandbox.payments) == 1
        assert took < 2.0

    async def test_what_it_did_too_late_is_undone(self, redis: RedisServer) -> None:
        # Given a Redis that carries out what it was asked, but answers too late
        one, other = member(redis, 2, 30.0, share=0.5, timeout=PATIENCE), member(redis, 2, 30.0)
        (await one.acquire()).release()
        redis.hold()
        slot = await one.acquire()

        # When it is back
        redis.go_on()
        slot.release()

        # Then no slot is lost by that
        async with asyncio.timeout(10):
            for _ in range(2):
                await other.acquire()


class TestRefusing:
    async def test_a_wrong_password_is_told_of_and_not_shown(
        self, redis: RedisServer, told: pytest.LogCaptureFixture
    ) -> None:
        redis.tell("CONFIG", "SET", "requirepass", "right")
        window = RedisRateWindow(redis.url.replace("//", f"//:{ACCESS_TOKEN}@"), timeout=2.0)

        (await window.for_token(*TOKEN).acquire()).release()

        assert "AuthenticationError" in lines(told, logging.WARNING)[0]
        assert keeps(shown for it in told.records for shown in shown_of_record(it))


class TestForgetful:
    async def test_that_its_scripts_were_flushed_is_not_noticed(
        self, redis: RedisServer, told: pytest.LogCaptureFixture
    ) -> None:
        window = member(redis, 3, 30.0)
        await window.acquire()

        redis.tell("SCRIPT", "FLUSH")

        assert await got_through(window, within=1.0) == 2
        assert lines(told, logging.WARNING) == []

    @pytest.mark.parametrize("how", ["FLUSHALL", "restart"])
    async def test_without_its_memory_it_is_told_again(self, redis: RedisServer, how: str) -> None:
        # Given slots that two processes have taken
        one, other = members(redis, 2, 6, 30.0)
        (await one.acquire()).stamp()
        await one.acquire()
        await other.acquire()
        await asyncio.sleep(0.7)

        # When Redis forgets them
        if how == "restart":
            redis.stop()
            redis.start()
        else:
            redis.tell("FLUSHALL")
        await asyncio.sleep(3.0)

        # Then as many as before are free
        third = member(redis, 6, 30.0)
        assert await got_through(third, within=1.0) == 3

    async def test_an_old_copy_of_its_memory_is_told_what_came_after(
        self, redis: RedisServer
    ) -> None:
        # Given slots that were taken after Redis wrote its memory to disk
        one, other = members(redis, 2, 6, 10.0)
        for window in (one, other):
            (await window.acquire()).release()
        await asyncio.sleep(0.2)
        redis.tell("SAVE")
        for window in (one, other):
            (await window.acquire()).stamp()
            await window.acquire()
        await asyncio.sleep(1.0)

        # When it starts from there
        redis.stop()
        redis.start()
        await asyncio.sleep(4.0)

        # Then as many as before are free
        assert await got_through(member(redis, 6, 10.0), within=1.0) == 2

    async def test_with_its_clock_set_back_nobody_waits_for_the_former_time(
        self, redis: RedisServer
    ) -> None:
        # Given a window that is full, and a pause
        one, other = members(redis, 2, 4, 2.0)
        for window in (one, one, other, other):
            (await window.acquire()).stamp()
        one.pause(0.5)
        await asyncio.sleep(0.4)

        # When the clock of Redis is set back by an hour, which to it is the same as this
        redis.tell("EVAL", AN_HOUR_LATER, "0")

        # Then no slot and no pause lasts longer for that
        async with asyncio.timeout(8):
            await asyncio.gather(*(other.acquire() for _ in range(2)))

    async def test_a_pause_is_told_again_too(self, redis: RedisServer) -> None:
        one, other = members(redis, 2, 5, 30.0)
        await one.acquire()
        one.pause(20.0)
        await asyncio.sleep(0.2)

        redis.tell("FLUSHALL")
        await asyncio.sleep(2.0)

        assert not await is_free(other, within=0.5)
        assert other.paused_for > 10


async def test_a_limit_is_known_to_redis_by_each_who_asks(redis: RedisServer) -> None:
    wide, narrow = (
        RedisRateWindow(redis.url, limit=RateLimit(it, 30.0), timeout=2.0).for_token(*TOKEN)
        for it in (10, 2)
    )
    for _ in range(3):
        await wide.acquire()

    assert not await is_free(narrow)
    assert await is_free(wide, within=5.0)
