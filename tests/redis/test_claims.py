"""Claims in Redis."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from decimal import Decimal

import pytest

from mews_connector import models
from mews_toolkit.sandbox import Sandbox, serve_in_thread
from mews_toolkit.workflows import (
    ClaimsUnavailableError,
    Fresh,
    RedisClaims,
    Settle,
    ensure_external_payment,
)
from support.claims_contract import KEY, LEASE, ClaimsContract, Kept
from support.ensuring import world
from support.interruption import interrupted
from support.lossy_sandbox import Carried, ids_under
from support.redis_server import RedisServer
from support.remains import left_behind
from support.sandboxes import sandbox_client
from support.virtual_time import virtual_clock


class TestInRedis(ClaimsContract):
    @pytest.fixture
    def kept(self, redis: RedisServer) -> Kept:
        async def passes(time: timedelta) -> None:
            # Leases go by the clock of Redis, which cannot be moved.
            await asyncio.sleep(time.total_seconds() + 0.01)

        return Kept(open=lambda: RedisClaims(redis.url), passes=passes)

    async def test_those_that_ensure_a_payment_at_once_add_it_once(
        self, redis: RedisServer
    ) -> None:
        sandbox = Sandbox(payments=0)
        with serve_in_thread(sandbox) as server:
            async with sandbox_client(server) as mews:
                ensured = await asyncio.gather(
                    *(
                        ensure_external_payment(
                            mews,
                            account_id=sandbox.customer().id,
                            amount=models.AmountParameters(
                                currency="GBP", gross_value=Decimal(100)
                            ),
                            type_=models.ExternalPaymentType.CASH,
                            external_identifier="till-7/1",
                            claims=RedisClaims(redis.url),
                        )
                        for _ in range(6)
                    )
                )

        assert [it.found for it in ensured].count(False) == 1
        assert len(sandbox.payments) == 1

    @pytest.mark.parametrize("at_wakening", [False, True])
    async def test_cut_off_at_any_await_it_is_made_good_by_the_next_call(
        self, redis: RedisServer, *, at_wakening: bool
    ) -> None:
        # given answers that are lost, and a lease that nobody would wait for
        sandbox = Sandbox(payments=0, limit=None, now=virtual_clock().utc)
        claims = RedisClaims(redis.url)
        settle = Settle(
            server_limit=timedelta(milliseconds=20),
            read_lag=timedelta(milliseconds=10),
            lease=timedelta(minutes=5),
        )
        cut_off, at = True, 0
        while cut_off:
            at += 1
            identifier = f"till-7/{at}"
            process = world(sandbox=sandbox)
            process.transport.fates.append(Carried())

            # when
            cut_off = await interrupted(
                process.ensure(identifier, claims=claims, settle=settle),
                at,
                at_wakening=at_wakening,
            )
            process.transport.fates.clear()
            async with asyncio.timeout(30):
                ensured = await process.ensure(identifier, claims=claims, settle=settle)

            # then
            assert ids_under(sandbox, identifier) == [ensured.payment.id], f"cut off at {at}"
            assert left_behind(process.mews) == [], f"cut off at {at}"
        assert at > 20

    async def test_a_note_does_not_expire(self, redis: RedisServer) -> None:
        await RedisClaims(redis.url).claim(KEY, "me", LEASE)

        assert redis.tell("TTL", f"mews:claim:{KEY}").strip() == ":-1"

    async def test_one_that_answers_nothing_is_told_in_time(self, redis: RedisServer) -> None:
        claims = RedisClaims(redis.url, timeout=timedelta(milliseconds=100))
        redis.hold()

        with pytest.raises(ClaimsUnavailableError, match="TimeoutError"):
            await claims.claim(KEY, "me", LEASE)

        redis.go_on()
        assert await RedisClaims(redis.url).claim("another", "me", LEASE) == Fresh()

    async def test_no_connection_is_left_open(self, redis: RedisServer) -> None:
        claims = RedisClaims(redis.url)
        await asyncio.gather(*(claims.claim(f"{number}", "me", LEASE) for number in range(5)))
        asking = asyncio.create_task(claims.claim(KEY, "me", LEASE))
        await asyncio.sleep(0)
        asking.cancel()
        await asyncio.wait([asking])

        async with asyncio.timeout(2):
            # The one that asks is connected itself.
            while redis.tell("CLIENT", "LIST").count("id=") > 1:  # noqa: ASYNC110 - no event of Redis
                await asyncio.sleep(0.01)
