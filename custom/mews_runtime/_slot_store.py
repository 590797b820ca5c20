"""Where processes that share a token keep its slots, and what they tell each other there.

Times are in seconds from the moment of telling: no two clocks have to agree.
"""

from __future__ import annotations

from typing import Protocol

from attrs import frozen

from ._limiter import RateLimit

__all__ = ["Ask", "Reply", "Store", "StoreUnavailableError"]


class StoreUnavailableError(Exception):
    """The store did not answer; what it was asked may have been done."""


@frozen
class Ask:
    """What a process tells of its slots, and how many more it wants.

    Attributes:
        limit: The limit of the token.
        lease: How long a wanted slot is kept for a process that is heard of no more.
        known: The state of the store that the process has told its slots to; None at first.
        pause: How long nobody is to send, 0.0 for no wish of the kind.
        taken: When each of these slots will be free, unless more is heard of it.
        freed: Slots that are free at once.
        wanted: The slots to take, as far as the limit allows, the first ones first.
    """

    limit: RateLimit
    lease: float
    known: str | None
    pause: float
    taken: dict[str, float]
    freed: list[str]
    wanted: list[str]


@frozen
class Reply:
    """What the store says.

    Attributes:
        state: Names what the store remembers; another name, and it has forgotten everything.
            To a process that knew the former one it gives nothing before it was told again.
        granted: How many of the wanted slots were given.
        free: How many more there are.
        wait: When the next slot may be free.
        paused: How long nobody gets a slot.
        resets: When all slots will be free, if those in flight are answered now.
    """

    state: str
    granted: int
    free: int
    wait: float
    paused: float
    resets: float


class Store(Protocol):
    """Keeps the slots of tokens for several processes."""

    async def ask(self, key: str, ask: Ask) -> Reply:
        """Tells and wants all at once, within a bounded time.

        Raises:
            StoreUnavailableError: There was no answer in time.
        """
        ...

    def enter(self) -> None:
        """Somebody on this event loop is going to ask."""
        ...

    async def leave(self) -> None:
        """And now no longer; with the last one the connections of this loop are closed."""
        ...
