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
    ensure_external_payment,
)
from support.claims_contract import KEY, LEASE, ClaimsContract, Kept
from support.redis_server import RedisServer
from support.sandboxes import sandbox_client


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
