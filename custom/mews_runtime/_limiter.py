"""What a client asks before each request, and by which measure.

Source: https://docs.mews.com/connector-api/guidelines/requests#request-limits
"""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from attrs import field, frozen

from ._validators import positive, whole

__all__ = ["Limiter", "RateLimit", "SharedLimiter", "Slot"]


@frozen
class RateLimit:
    """How many requests one access token may make within any `seconds` seconds.

    Raises:
        ConfigurationError: A figure is not positive.
    """

    requests: int = field(default=200, validator=whole)
    seconds: float = field(default=30.0, validator=positive)


class Slot(Protocol):
    """The right to send one request."""

    def stamp(self) -> None:
        """The answer arrived, or can no longer: the slot is taken for one window from now."""
        ...

    def release(self) -> None:
        """Nothing was sent: the slot is free at once."""
        ...


@runtime_checkable
class Limiter(Protocol):
    """What a client asks before each request. `RateWindow` is the one for one process."""

    async def acquire(self) -> Slot:
        """Waits for a slot, first come, first served; a cancelled wait leaves nothing behind."""
        ...

    def pause(self, seconds: float) -> None:
        """Lets nobody through for that long: the server said 429."""
        ...

    @property
    def paused_for(self) -> float:
        """Seconds until a pause is over; 0.0 when there is none."""
        ...

    @property
    def available(self) -> int:
        """How many requests could be sent at this moment."""
        ...

    @property
    def resets_in(self) -> float:
        """Seconds until the whole window is free again, if nothing else is sent."""
        ...


@runtime_checkable
class SharedLimiter(Limiter, Protocol):
    """A limiter that keeps tokens apart; each client takes from it the one of its own token."""

    def for_token(self, environment: str, fingerprint: str) -> Limiter:
        """The limiter of the token with this hash, at the environment with this URL."""
        ...
