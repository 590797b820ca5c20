"""Several processes, one window: what holds within a process holds between them."""

from __future__ import annotations

import asyncio
import time

import pytest

from mews_connector import Limiter, MewsClient, RateLimit, RedisRateWindow, errors
from mews_toolkit.sandbox import Sandbox, serve_in_thread
from support.clients import ACCESS_TOKEN
from support.members import TOKEN, is_free, member, members, take
from support.redis_server import RedisServer
from support.sandboxes import sandbox_client
from support.secrecy import keeps, shown_of_error

SECONDS = 1.0


class TestLimit:
    async def test_all_together_get_as_many_slots_as_the_limit(self, redis: RedisServer) -> None:
        fleet = members(redis, 3, 4, SECONDS)

        for each in (0, 1, 2, 0):
            await take(fleet[each])

        assert [await is_free(it) for it in fleet] == [False] * 3

    async def test_a_slot_comes_back_one_window_after_its_answer(self, redis: RedisServer) -> None:
        one, other = members(redis, 2, 1, SECONDS)
        slot, _ = await take(one)
        next_one = asyncio.create_task(take(other))

        await asyncio.sleep(0.3)
        slot.stamp()
        answered = time.monotonic()

        assert SECONDS <= (await next_one)[1] - answered < 2 * SECONDS

    async def test_a_request_without_an_answer_holds_its_slot_however_long_it_takes(
        self, redis: RedisServer
    ) -> None:
        one, other = members(redis, 2, 1, 0.5)
        slot, _ = await take(one)

        assert not await is_free(other, within=2.0), "its lease was renewed"
        slot.stamp()

        assert await is_free(other, within=2.0)

    async def test_a_slot_that_was_not_used_is_free_for_the_others_at_once(
        self, redis: RedisServer
    ) -> None:
        one, other = members(redis, 2, 1, 30.0)
        slot, _ = await take(one)
        waiting = asyncio.create_task(take(other))

        await asyncio.sleep(0.1)
        slot.release()

        async with asyncio.timeout(5):
            await waiting

    async def test_never_more_than_the_limit_in_any_window(self, redis: RedisServer) -> None:
        fleet = members(redis, 4, 10, SECONDS)
        sent: list[tuple[float, float]] = []

        async def work(window: Limiter) -> None:
            for _ in range(5):
                slot, at = await take(window)
                await asyncio.sleep(0.01)
                sent.append((at, time.monotonic()))
                slot.stamp()

        await asyncio.gather(*(work(it) for it in fleet for _ in range(2)))

        # A request may be seen at any moment from its sending to its answer.
        sent.sort()
        for number, (at, _) in enumerate(sent):
            earlier = [answered for _, answered in sent[:number] if at < answered + SECONDS]
            assert len(earlier) < 10

    async def test_other_tokens_have_windows_of_their_own(self, redis: RedisServer) -> None:
        fleet = RedisRateWindow(redis.url, limit=RateLimit(1, 30.0), timeout=2.0)

        for token in ("one", "another"):
            await fleet.for_token("https://mews.test", token).acquire()
        await fleet.for_token("https://other.test", "one").acquire()

        assert not await is_free(fleet.for_token("https://mews.test", "one"))


class TestOrder:
    async def test_within_a_process_first_come_is_first_served(self, redis: RedisServer) -> None:
        window, order = member(redis, 2, 0.3), list[int]()

        async def come(number: int) -> None:
            slot = await window.acquire()
            order.append(number)
            slot.stamp()

        await asyncio.gather(*(come(number) for number in range(7)))

        assert order == list(range(7))


class TestPause:
    async def test_all_processes_hold_still(self, redis: RedisServer) -> None:
        one, other = members(redis, 2, 5, 30.0)
        (await one.acquire()).stamp()
        paused = time.monotonic()
        one.pause(1.0)
        await asyncio.sleep(0.2)

        _, at = await take(other)

        assert 1.0 <= at - paused < 3.0

    async def test_another_process_can_tell_once_it_has_asked(self, redis: RedisServer) -> None:
        one, other = members(redis, 2, 5, 30.0)
        (await one.acquire()).release()
        one.pause(20.0)
        await asyncio.sleep(0.2)

        assert not await is_free(other)

        assert 10 < other.paused_for <= 20
        assert other.available == 0
        assert other.resets_in == pytest.approx(other.paused_for, abs=0.1)


class TestCancelling:
    async def test_who_gives_up_leaves_nothing_behind(self, redis: RedisServer) -> None:
        one, other = members(redis, 2, 1, 30.0)
        slot, _ = await take(one)
        waiting = [asyncio.create_task(other.acquire()) for _ in range(5)]
        await asyncio.sleep(0.1)

        for task in waiting:
            task.cancel()
        slot.release()

        assert await is_free(one, within=5.0)

    @pytest.mark.parametrize("turns", range(12))
    async def test_at_whichever_moment_it_is(self, redis: RedisServer, turns: int) -> None:
        window = member(redis, 1, 30.0)
        caller = asyncio.create_task(window.acquire())

        # The answer of Redis comes amid these turns.
        for _ in range(turns):
            await asyncio.sleep(0.0005)
        if not caller.cancel():
            caller.result().release()

        assert await is_free(window, within=5.0)


class TestFigures:
    async def test_they_are_those_of_all_processes_together(self, redis: RedisServer) -> None:
        one, other = members(redis, 2, 5, 30.0)
        assert (one.available, one.resets_in) == (5, 0)

        (await one.acquire()).stamp()
        await other.acquire()

        assert other.available == 3
        assert 29 < other.resets_in <= 30


class TestClients:
    async def test_they_share_the_window_of_their_token(self, redis: RedisServer) -> None:
        fleet = [RedisRateWindow(redis.url, limit=RateLimit(2, SECONDS)) for _ in range(2)]
        sandbox = Sandbox(payments=0, limit=2, window=SECONDS)

        async def read(limiter: Limiter) -> None:
            async with client(limiter) as mews:
                for _ in range(3):
                    await mews.call("configuration/get", kind="read")

        with serve_in_thread(sandbox) as server:

            def client(limiter: Limiter) -> MewsClient:
                return sandbox_client(server, limiter=limiter, rate_limit=None)

            await asyncio.gather(*(read(it) for it in fleet))

        assert (len(sandbox.calls), sandbox.rejected) == (6, 0)

    async def test_what_nobody_asks_for_again_expires(self, redis: RedisServer) -> None:
        window = member(redis, 3, 30.0)
        slot = await window.acquire()

        keys = [word for word in redis.tell("KEYS", "*").split() if word.startswith("mews:")]
        left = {it.rpartition(":")[2]: int(redis.tell("PTTL", it).strip(":\r\n")) for it in keys}

        # Slots two leases later, the rest after a day.
        assert 80_000 < left.pop("slots") <= 90_000
        assert 80_000_000 < left.pop("state") <= 86_400_000
        assert not left
        slot.release()

    async def test_redis_is_told_a_hash_and_no_token(self, redis: RedisServer) -> None:
        window = RedisRateWindow(redis.url, prefix="acme")
        client = MewsClient(
            environment="https://mews.test",
            client_token="unused",
            access_token=ACCESS_TOKEN,
            client="Specification 1.0",
            limiter=window,
        )
        await client.limiter.acquire()

        keys = redis.tell("KEYS", "*")

        assert keys.count("acme:{") == 2
        assert ACCESS_TOKEN not in keys
        await client.aclose()


class TestSettingUp:
    @pytest.mark.parametrize(
        ("wrong", "told"),
        [
            ({"url": "http://127.0.0.1"}, "url must be one of Redis"),
            ({"url": "redis://:hidden@127.0.0.1:port"}, "url must be one of Redis"),
            ({"share": 0}, "share must be a number above 0"),
            ({"share": 1.5}, "share must be a number above 0"),
            ({"timeout": 0}, "timeout must be a number above 0"),
            ({"max_connections": 0}, "max_connections must be a number from 1"),
            ({"max_connections": 2.5}, "max_connections must be a whole number"),
            ({"url": "redis://127.0.0.1?tiemout=1"}, "url must be one of Redis"),
            ({"prefix": "\ud800"}, "prefix holds what cannot be printed"),
            ({"limit": 200}, "limit must be a RateLimit"),
            ({"prefix": None}, "prefix must be a text"),
        ],
    )
    def test_what_is_wrong_is_told_at_once(self, wrong: dict[str, object], told: str) -> None:
        given: dict[str, object] = {"url": "redis://127.0.0.1", **wrong}

        with pytest.raises(errors.ConfigurationError, match=told) as caught:
            RedisRateWindow(**given)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]

        assert "hidden" not in str(caught.value)

    @pytest.mark.parametrize("tail", [":port", "?db=x", "?tiemout=1", "?ssl_cert_reqs=some"])
    def test_no_error_shows_the_password_of_a_faulty_url(self, tail: str) -> None:
        with pytest.raises(errors.ConfigurationError) as caught:
            RedisRateWindow(f"rediss://:{ACCESS_TOKEN}@127.0.0.1{tail}")

        assert keeps(shown_of_error(caught.value))

    def test_no_error_shows_the_password_of_a_right_url(self) -> None:
        with pytest.raises(errors.ConfigurationError) as caught:
            RedisRateWindow(f"redis://:{ACCESS_TOKEN}@127.0.0.1", share=2.0)

        assert keeps(shown_of_error(caught.value))

    async def test_connections_are_few_and_closed_when_nothing_is_left_to_say(
        self, redis: RedisServer
    ) -> None:
        fleet = RedisRateWindow(redis.url, limit=RateLimit(5, 0.3), timeout=2.0, max_connections=2)
        windows = [fleet.for_token(TOKEN[0], f"token {number}") for number in range(20)]

        for slot in await asyncio.gather(*(it.acquire() for it in windows for _ in range(5))):
            slot.stamp()
        assert connections(redis) <= 2

        await asyncio.sleep(1.0)
        assert connections(redis) == 0
        assert len(asyncio.all_tasks()) == 1


def connections(redis: RedisServer) -> int:
    """Those of others."""
    return redis.tell("CLIENT", "LIST").count("id=") - 1
