from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import TYPE_CHECKING

from ._fleet_window import FleetWindow
from ._limiter import RateLimit
from ._token_windows import TokenWindows
from ._validators import must_be
from .errors import ConfigurationError

if TYPE_CHECKING:
    from ._redis_address import RedisAddress
    from ._redis_store import RedisStore

__all__ = ["RedisRateWindow"]


class RedisRateWindow(FleetWindow):
    """The rate windows of access tokens that several processes use, kept in Redis.

    Give it to each client as its `limiter`. A client takes from it the window of its own token,
    so one is enough for clients of many tokens. Redis is told a hash of a token, never a token.

    While Redis is gone or slow, each process goes on by itself with a share of the limit, and the
    logger `mews_connector` warns once. Needs `pip install mews-connector[redis]`, and Redis 5.
    """

    def __init__(
        self,
        url: str,
        *,
        limit: RateLimit | None = None,
        share: float = 0.1,
        timeout: float = 0.25,
        max_connections: int = 4,
        prefix: str = "mews",
    ) -> None:
        """Sets it up; nothing is sent to Redis before the first call.

        Args:
            url: Where Redis is: `redis://`, `rediss://` (TLS) or `unix://`, as redis-py reads it.
            limit: What the API allows each access token.
            share: The part of the limit that each process uses while Redis is away, at least one
                request: one divided by the number of processes.
            timeout: The most seconds that Redis may take before a call goes on without it.
            max_connections: The most connections to Redis of each event loop.
            prefix: What the keys in Redis begin with.

        Raises:
            ConfigurationError: A value is unusable.
            ImportError: redis-py is not installed.
        """
        try:
            new_address, new_store = _of_redis()
            address = new_address(url)
        finally:
            # Some tools print the variables of each frame of a traceback.
            del url
        must_be(str, "prefix", prefix, "a text")
        if not prefix.isprintable():
            raise ConfigurationError("prefix holds what cannot be printed")
        limit = RateLimit() if limit is None else limit
        must_be(RateLimit, "limit", limit, "a RateLimit")
        _must_hold("share", share, "above 0 and at most 1", lambda it: 0 < it <= 1)
        _must_hold("timeout", timeout, "above 0 and at most 10", lambda it: 0 < it <= 10)
        must_be(int, "max_connections", max_connections, "a whole number")
        _must_hold("max_connections", max_connections, "from 1", lambda it: it >= 1)
        store = new_store(address, timeout=timeout, max_connections=max_connections, share=share)

        def window(name: str) -> FleetWindow:
            # The braces keep its two keys on the same node of a cluster.
            return FleetWindow(store, f"{prefix}:{{{name}}}", limit, share)

        self._windows = TokenWindows(window)
        super().__init__(store, f"{prefix}:{{all}}", limit, share)

    def for_token(self, environment: str, fingerprint: str) -> FleetWindow:
        """The window of the token with this hash, at the environment with this URL."""
        name = hashlib.sha256(f"{environment} {fingerprint}".encode()).hexdigest()[:32]
        return self._windows.get(name)


def _of_redis() -> tuple[type[RedisAddress], type[RedisStore]]:
    try:
        from ._redis_address import RedisAddress  # noqa: PLC0415 - an extra
        from ._redis_store import RedisStore  # noqa: PLC0415 - an extra
    except ModuleNotFoundError as missing:
        if missing.name is not None and missing.name.partition(".")[0] == "redis":
            raise ImportError(
                "RedisRateWindow needs: pip install mews-connector[redis]"
            ) from missing
        raise
    return RedisAddress, RedisStore


def _must_hold(name: str, value: object, words: str, holds: Callable[[float], bool]) -> None:
    number = value if isinstance(value, int | float) and not isinstance(value, bool) else None
    if number is None or not holds(number):
        raise ConfigurationError(f"{name} must be a number {words}")
