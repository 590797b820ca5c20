from __future__ import annotations

from collections.abc import Callable
from typing import cast

from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

from .errors import ConfigurationError

__all__ = ["RedisAddress"]


class RedisAddress:
    """Where Redis is. The URL may hold a password, so nothing shows it."""

    def __init__(self, url: object) -> None:
        """Takes the URL, as redis-py reads it.

        Raises:
            ConfigurationError: It is none, or has options that redis-py does not know.
        """
        self._url = url if isinstance(url, str) else ""
        # Some tools print the variables of each frame of a traceback.
        del url
        if not self._is_usable():
            raise ConfigurationError("url must be one of Redis, such as redis://127.0.0.1:6379/0")

    def client(self, *, timeout: float, max_connections: int) -> Redis:
        """A client that gives up after `timeout` seconds and tries nothing twice."""
        # Its own types leave the keywords open.
        from_url = cast("Callable[..., Redis]", getattr(Redis, "from_url"))  # noqa: B009
        return from_url(
            self._url,
            socket_timeout=timeout,
            socket_connect_timeout=timeout,
            retry=Retry(NoBackoff(), 0),
            protocol=2,
            max_connections=max_connections,
        )

    def _is_usable(self) -> bool:
        # Told by its result: what redis-py raises may quote the password, in its frames as well.
        try:
            pool = self.client(timeout=1.0, max_connections=1).connection_pool
            pool.connection_class(**pool.connection_kwargs)
        except (ValueError, TypeError, RedisError):
            return False
        return True
