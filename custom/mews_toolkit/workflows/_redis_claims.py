from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from mews_connector import errors
from mews_toolkit.workflows._claims import Claim, Done, Fresh, InProgress, TakenOver
from mews_toolkit.workflows._payment_errors import ClaimsUnavailableError
from mews_toolkit.workflows._to_its_end import to_its_end

if TYPE_CHECKING:
    from redis.asyncio import Redis

__all__ = ["RedisClaims"]

# Each is carried out at once and by Redis' own clock; `until` is the end of the lease.
_NOW = """
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local function text(number) return string.format('%.0f', number) end
local owner, since, ends, payment =
  unpack(redis.call('HMGET', KEYS[1], 'owner', 'since', 'until', 'payment'))
"""
_CLAIM = (
    _NOW
    + """
if payment then return {'done', payment} end
if since and tonumber(ends) > now and owner ~= ARGV[1] then return {'in progress', since} end
redis.call('HSET', KEYS[1], 'owner', ARGV[1], 'since', since or text(now),
  'until', text(now + ARGV[2]))
return since and {'taken over', since} or {'fresh', ''}
"""
)
_RENEW = (
    _NOW
    + """
if payment or owner ~= ARGV[1] then return {'no', ''} end
redis.call('HSET', KEYS[1], 'until', text(now + ARGV[2]))
return {'yes', ''}
"""
)
_DONE = (
    _NOW
    + """
if not since then
  redis.call('HSET', KEYS[1], 'owner', '', 'since', text(now), 'until', text(now))
end
redis.call('HSETNX', KEYS[1], 'payment', ARGV[1])
return {'yes', ''}
"""
)
_RELEASE = (
    _NOW
    + """
if payment or owner ~= ARGV[1] then return {'no', ''} end
if ARGV[2] == '1' then redis.call('HSET', KEYS[1], 'until', text(now))
else redis.call('DEL', KEYS[1]) end
return {'yes', ''}
"""
)


class RedisClaims:
    """Claims in Redis, shared by the processes of many machines.

    A claim is a note without an expiry, set only where there is none, with the end of its lease in
    it; leases go by Redis' clock. How durable it is, is up to Redis: only with `appendonly yes` and
    `appendfsync always` does a claim outlive a crash of Redis, a failover to a replica can lose
    the last ones all the same, and with a `maxmemory-policy` other than `noeviction` Redis may
    drop notes. A claim that Redis forgets leaves what calls without claims leave.

    Redis is told hashes, times and ids of payments: no token, identifier or amount. Needs
    `pip install mews-connector[redis]`, and Redis 5.
    """

    def __init__(
        self,
        url: str,
        *,
        prefix: str = "mews:claim",
        timeout: timedelta = timedelta(seconds=2),
    ) -> None:
        """Sets it up; nothing is sent to Redis before the first claim.

        Args:
            url: Where Redis is: `redis://`, `rediss://` (TLS) or `unix://`, as redis-py reads it.
            prefix: What the keys in Redis begin with.
            timeout: How long Redis may take, and a cancellation meanwhile.

        Raises:
            ConfigurationError: The URL is none of Redis.
            ImportError: redis-py is not installed.
        """
        self._url = url
        self._prefix = prefix
        self._timeout = timeout.total_seconds()
        # Tells of a faulty URL here and not amid the first payment.
        self._new_redis()

    async def claim(self, key: str, owner: str, lease: timedelta) -> Claim:
        """As `Claims.claim`."""
        state, value = await self._ask(_CLAIM, key, owner, _microseconds(lease))
        if state == "done":
            return Done(UUID(value))
        if state == "fresh":
            return Fresh()
        since = datetime.fromtimestamp(int(value) / 1_000_000, UTC)
        return TakenOver(since) if state == "taken over" else InProgress(since)

    async def renew(self, key: str, owner: str, lease: timedelta) -> bool:
        """As `Claims.renew`."""
        state, _ = await self._ask(_RENEW, key, owner, _microseconds(lease))
        return state == "yes"

    async def done(self, key: str, payment_id: UUID) -> None:
        """As `Claims.done`."""
        await self._ask(_DONE, key, str(payment_id))

    async def release(self, key: str, owner: str, *, written: bool) -> None:
        """As `Claims.release`."""
        await self._ask(_RELEASE, key, owner, "1" if written else "0")

    async def _ask(self, script: str, key: str, *values: str) -> tuple[str, str]:
        # Cancelled amid it, redis-py may swallow that, or leave a connection open; and a claim that
        # is on its way could arrive after it was given up.
        return await to_its_end(asyncio.create_task(self._told(script, key, *values)))

    async def _told(self, script: str, key: str, *values: str) -> tuple[str, str]:
        from redis.exceptions import RedisError  # noqa: PLC0415 - an extra

        try:
            # One connection each: it suits any loop, and leaves nothing open.
            async with asyncio.timeout(self._timeout), self._new_redis() as redis:
                answer = cast(
                    "Awaitable[list[str]]",
                    redis.eval(script, 1, f"{self._prefix}:{key}", *values),
                )
                state, value = await answer
        except (RedisError, OSError, TimeoutError) as error:
            said = type(error).__name__
            raise ClaimsUnavailableError(f"Redis did not answer about a claim ({said})") from error
        return state, value

    def _new_redis(self) -> Redis:
        try:
            from redis.asyncio import Redis  # noqa: PLC0415 - an extra
            from redis.asyncio.retry import Retry  # noqa: PLC0415 - an extra
            from redis.backoff import NoBackoff  # noqa: PLC0415 - an extra
        except ModuleNotFoundError as missing:
            if missing.name is not None and missing.name.partition(".")[0] == "redis":
                raise ImportError(
                    "RedisClaims needs: pip install mews-connector[redis]"
                ) from missing
            raise
        try:
            # Its own types leave the keywords open.
            connect = cast("Callable[..., Any]", getattr(Redis, "from_url"))  # noqa: B009
            redis: Redis = connect(
                self._url, decode_responses=True, retry=Retry(NoBackoff(), 0), protocol=2
            )
        except ValueError:
            # What it says may quote the password.
            raise errors.ConfigurationError(
                "url must be one of Redis, such as redis://127.0.0.1:6379/0"
            ) from None
        return redis

    def __repr__(self) -> str:
        return f"RedisClaims(prefix={self._prefix!r})"


def _microseconds(lease: timedelta) -> str:
    return str(lease // timedelta(microseconds=1))
