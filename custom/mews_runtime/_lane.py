from __future__ import annotations

import asyncio
import contextlib
import math
from collections.abc import Iterator
from contextvars import Context
from itertools import count
from secrets import token_hex
from typing import Protocol

from attrs import define, field

from ._lane_slot import LaneSlot
from ._limiter import Slot
from ._line import Line
from ._measures import Measures
from ._slot_log import SlotLog
from ._slot_store import Ask, Reply, Store, StoreUnavailableError

__all__ = ["Lane", "Owner"]

_AT_ONCE = 100
"""The most slots that are asked for in one go, so that the store is never busy for long."""

_TICK = 1e-6
"""The least to wait for: timers run a little early, and asked again at once could run for ever."""


class Owner(Protocol):
    """What the lanes of one token have in common."""

    @property
    def paused_until(self) -> float: ...
    def now(self) -> float: ...
    def counted(self, now: float) -> int:
        """How many requests of this process the server may count."""
        ...

    def take_pause(self, now: float) -> float:
        """How long the others are to pause, to be told by who takes it; 0.0 if they need not."""
        ...

    def put_pause_back(self) -> None: ...
    @property
    def has_pause_to_tell(self) -> bool: ...
    def heard(self, reply: Reply, now: float) -> None: ...


@define(eq=False)
class Lane:
    """Those who wait on one event loop for slots of one token; first come, first served.

    A task speaks with the store for all of them, and only while there is something to say.
    """

    loop: asyncio.AbstractEventLoop
    _owner: Owner
    _store: Store
    _key: str
    _measures: Measures
    log: SlotLog = field(init=False)
    _names: Iterator[str] = field(init=False)
    _line: Line = field(init=False)
    _speaker: asyncio.Task[None] | None = field(default=None, init=False)
    _news: asyncio.Event = field(factory=asyncio.Event, init=False)
    _known: str | None = field(default=None, init=False)
    alone: bool = field(default=False, init=False)
    _cautious_until: float = field(default=-math.inf, init=False)
    _asked_at: float = field(default=-math.inf, init=False)
    _ask_at: float = field(default=-math.inf, init=False)

    def __attrs_post_init__(self) -> None:
        measures = self._measures
        self._line = Line(self.loop)
        self.log = SlotLog(
            measures.limit.seconds,
            lease=measures.lease,
            renew_after=measures.renew_after,
            tell_within=measures.tell_within,
        )
        name = token_hex(8)
        self._names = (f"{name}-{number}" for number in count())

    async def acquire(self) -> Slot:
        """Waits for a slot."""
        if not self._line:
            self._ask_at = -math.inf
        waiter = self._line.join()
        if self.alone:
            self._serve_alone()
        self.speak()
        return await Line.wait(waiter)

    def end(self, slot: str, stamped: float | None) -> None:
        """A request ended. For any thread."""
        self.log.note(slot, stamped)
        self.nudge()

    def nudge(self) -> None:
        """There is something to tell the store. For any thread."""
        # Nobody runs any more on a loop that was closed.
        with contextlib.suppress(RuntimeError):
            self.loop.call_soon_threadsafe(self._news.set)

    def speak(self) -> None:
        """Sees to it that somebody speaks with the store."""
        self._news.set()
        if self._speaker is None or self._speaker.done():
            self._speaker = self.loop.create_task(self._speak(), context=Context())
            self._speaker.add_done_callback(self._was_silenced)

    def _was_silenced(self, speaker: asyncio.Task[None]) -> None:
        """Nobody who still waits is left without a speaker, whatever ended it."""
        error = None if speaker.cancelled() else speaker.exception()
        if error is not None:
            self._line.fail(error)
        elif self._line and not self.loop.is_closed():
            self.speak()

    async def _speak(self) -> None:
        self._store.enter()
        try:
            while (due := self._due(now := self._owner.now())) < math.inf:
                if due <= now:
                    await self._turn(now)
                else:
                    await self._listen(due - now)
        except asyncio.CancelledError:
            # The loop is about to end, and others may be waiting for these slots.
            self.log.bring_up_to_date(self._owner.now())
            if not self.alone and not self.log.empty:
                await self._ask(self._owner.now(), most=0)
            raise
        finally:
            await self._store.leave()

    async def _listen(self, seconds: float) -> None:
        self._news.clear()
        timer = self.loop.call_later(max(seconds, _TICK), self._news.set)
        try:
            await self._news.wait()
        finally:
            timer.cancel()

    def _due(self, now: float) -> float:
        """When there is something to do; never, when nobody waits and all slots are free."""
        self.log.bring_up_to_date(now)
        return min(self._store_due(now), self._alone_due(now))

    def _store_due(self, now: float) -> float:
        waiting = bool(self._line)
        if not waiting and self.log.empty and not self._owner.has_pause_to_tell:
            return math.inf
        due = self._asked_at + self._measures.check
        if self.alone:
            return due
        if self._owner.has_pause_to_tell:
            return now
        if waiting:
            due = min(due, self._ask_at)
        tell_at = self.log.tell_at(now)
        return due if tell_at is None else min(due, tell_at)

    def _alone_due(self, now: float) -> float:
        if not self.alone or not self._line:
            return math.inf
        free = self._owner.counted(now) < self._measures.share
        next_free = -math.inf if free else self.log.next_free()
        return max(self._owner.paused_until, math.inf if next_free is None else next_free)

    async def _turn(self, now: float) -> None:
        if self.alone:
            self._serve_alone()
        if now >= self._store_due(now):
            await self._ask(now)

    async def _ask(self, now: float, most: int = _AT_ONCE) -> None:
        measures = self._measures
        self._asked_at = now
        taken, freed = self.log.to_tell(now)
        ask = Ask(
            limit=measures.limit,
            lease=measures.lease,
            known=self._known,
            pause=self._owner.take_pause(now),
            taken=taken,
            freed=freed,
            wanted=[next(self._names) for _ in range(self._wanted(now, most))],
        )
        try:
            reply = await self._store.ask(self._key, ask)
        except BaseException as error:
            # It may have been done all the same.
            self.log.free(ask.wanted, now)
            if ask.pause:
                self._owner.put_pause_back()
            if not isinstance(error, StoreUnavailableError):
                raise
            self.alone = True
            self._serve_alone()
            return
        self.log.was_told(now, taken, freed)
        self._hear(reply, ask, now)

    def _wanted(self, now: float, most: int) -> int:
        wanted = self._line.first(most)
        if self._cautious(now):
            left = self._measures.share - self._owner.counted(now)
            wanted = max(0, min(wanted, left))
        return wanted

    def _cautious(self, now: float) -> bool:
        return self.alone or now < self._cautious_until

    def _hear(self, reply: Reply, ask: Ask, asked_at: float) -> None:
        now = self._owner.now()
        forgetful = ask.known is not None and ask.known != reply.state
        self._known = reply.state
        if self.alone or forgetful:
            self._cautious_until = now + self._measures.caution
            # Back by that name it may still have lost the last it was told, all but an old copy.
            self.log.was_forgotten()
            self._owner.put_pause_back()
        self.alone = False
        self._owner.heard(reply, now)
        for slot in ask.wanted[: reply.granted]:
            self._give(slot, asked_at, told=True)
        self._ask_at = now if forgetful else now + max(reply.wait, self._held_back(now))

    def _held_back(self, now: float) -> float:
        """Seconds until caution lets this loop ask for more."""
        if not self._cautious(now) or self._owner.counted(now) < self._measures.share:
            return 0.0
        next_free = self.log.next_free()
        until = self._cautious_until
        return (until if next_free is None else min(until, next_free)) - now

    def _serve_alone(self) -> None:
        now = self._owner.now()
        if now < self._owner.paused_until:
            return
        left = self._measures.share - self._owner.counted(now)
        for _ in range(min(left, len(self._line))):
            self._give(next(self._names), now, told=False)

    def _give(self, slot: str, since: float, *, told: bool) -> None:
        if not self._line:
            self.log.free([slot], since)
            return
        self.log.add(slot, since, told=told)
        self._line.serve(LaneSlot(self, slot))

    def now(self) -> float:
        return self._owner.now()
