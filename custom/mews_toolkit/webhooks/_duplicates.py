from __future__ import annotations

from collections.abc import AsyncGenerator, Collection, Iterable
from contextlib import asynccontextmanager
from datetime import timedelta

from mews_connector import errors
from mews_toolkit.webhooks._event_key import event_key
from mews_toolkit.webhooks._events import Event
from mews_toolkit.webhooks._memory_waiting import MemoryWaiting
from mews_toolkit.webhooks._waiting import Waiting

__all__ = ["Duplicates"]


class Duplicates:
    """Removes events that wait to be worked on already.

    An event has neither an id nor a time: the second change of a payment says the same as the
    first, and as the first sent again. So an event is a duplicate only as long as nobody has begun
    to work on the former one: whoever works on that reads what both are about.
    """

    def __init__(
        self, waiting: Waiting | None = None, *, lease: timedelta = timedelta(minutes=1)
    ) -> None:
        """Sets it up.

        Args:
            waiting: Where notes are kept, in this process's memory by default.
            lease: How long an event may hold up those alike, if nobody says that it is worked on.
                Keep it below the time until Mews sends a message again, which is minutes.

        Raises:
            ConfigurationError: The lease is not above zero.
        """
        if lease <= timedelta(0):
            raise errors.ConfigurationError("lease must be longer than nothing")
        self._waiting: Waiting = MemoryWaiting() if waiting is None else waiting
        self._lease = lease

    @asynccontextmanager
    async def removed(self, events: Iterable[Event]) -> AsyncGenerator[tuple[Event, ...]]:
        """The events without duplicates, each once and in order, for the block that queues them.

        When the block fails or is cancelled, they count as never seen: the message will be sent
        again, and must then pass.
        """
        by_key: dict[str, Event] = {}
        for event in events:
            by_key.setdefault(event_key(event), event)
        mine: Collection[str] = by_key
        try:
            if by_key:
                mine = await self._waiting.note(by_key.keys(), self._lease)
            yield tuple(event for key, event in by_key.items() if key in mine)
        except BaseException as failure:
            await self._forget_after(failure, mine)
            raise

    async def taken(self, *events: Event) -> None:
        """Says that they are worked on from now on: the same events will be news again.

        Call it before you read what they are about. A change that is made after the read could
        otherwise be held back with its event.
        """
        keys = {event_key(event) for event in events}
        if keys:
            await self._waiting.forget(keys)

    async def _forget_after(self, failure: BaseException, keys: Collection[str]) -> None:
        if not keys:
            return
        try:
            await self._waiting.forget(keys)
        except Exception as error:  # noqa: BLE001 - a store of the user's may raise anything
            # The failure is what matters, a cancellation above all; the notes end by themselves.
            name = type(error).__name__
            failure.add_note(f"{name}: the notes of its events end within {self._lease}")

    def __repr__(self) -> str:
        return f"Duplicates({self._waiting!r}, lease={self._lease!r})"
