from __future__ import annotations

import asyncio
import contextlib
import os
from threading import RLock

from ._clock import SYSTEM_CLOCK, Clock
from ._lane import Lane
from ._limiter import RateLimit, Slot
from ._measures import Measures
from ._slot_store import Reply, Store

__all__ = ["FleetWindow"]


class FleetWindow:
    """The window of one token, shared by all processes that use the same store.

    As `RateWindow`, it counts a request from its sending until one window after its answer. It
    may be used from several event loops, each in its own thread.
    """

    def __init__(
        self, store: Store, key: str, limit: RateLimit, share: float, clock: Clock = SYSTEM_CLOCK
    ) -> None:
        self.limit = limit
        self._store = store
        self._key = key
        self._measures = Measures.of(limit, share)
        self._clock = clock
        self._begin()
        self._pause_to_tell = False
        self._heard: Reply | None = None
        self._heard_at = 0.0
        self.paused_until: float = 0.0

    def _begin(self) -> None:
        self._process = os.getpid()
        # Garbage collection can end a call amid this, and what that calls may ask for figures.
        self._lock = RLock()
        self._lanes: dict[asyncio.AbstractEventLoop, Lane] = {}
        self._left_behind: list[float] = []

    async def acquire(self) -> Slot:
        """Waits for a slot, first come, first served; a cancelled wait leaves nothing behind."""
        return await self._lane(asyncio.get_running_loop()).acquire()

    def pause(self, seconds: float) -> None:
        """Lets nobody through for that long, in any process."""
        self.paused_until = max(self.paused_until, self.now() + seconds)
        self._pause_to_tell = True
        for lane in list(self._lanes.values()):
            lane.nudge()
        with contextlib.suppress(RuntimeError):
            # Without an event loop it is told with the next call.
            self._lane(asyncio.get_running_loop()).speak()

    @property
    def paused_for(self) -> float:
        """Seconds until a pause is over, as far as this process has heard."""
        return max(0.0, self.paused_until - self.now())

    @property
    def available(self) -> int:
        """How many requests could be sent, as of the last word from the store."""
        now = self.now()
        if now < self.paused_until:
            return 0
        heard = self._heard
        if self._is_alone():
            return max(0, self._measures.share - self.counted(now))
        if heard is None or now >= self._heard_at + heard.resets:
            return self.limit.requests - self.counted(now)
        return heard.free

    @property
    def resets_in(self) -> float:
        """Seconds until the whole window is free again, as of the last word from the store."""
        now = self.now()
        resets = 0.0 if self._heard is None else self._heard_at + self._heard.resets - now
        if self.counted(now):
            resets = max(resets, self._resets_by_own_account(now))
        return max(0.0, resets, self.paused_until - now)

    def now(self) -> float:
        return self._clock.monotonic()

    def counted(self, now: float) -> int:
        """How many requests of this process the server may count."""
        with self._lock:
            self._leave_closed_loops(now)
            of_closed_loops = sum(now < until for until in self._left_behind)
            return of_closed_loops + sum(it.log.counted(now) for it in list(self._lanes.values()))

    @property
    def idle(self) -> bool:
        """Whether the window remembers nothing, so that a new one would do as well."""
        now = self.now()
        return now >= self.paused_until and not self.counted(now)

    @property
    def has_pause_to_tell(self) -> bool:
        return self._pause_to_tell

    def take_pause(self, now: float) -> float:
        """How long the others are to pause, to be told by who takes it; 0.0 if they need not."""
        told, self._pause_to_tell = self._pause_to_tell, False
        return max(0.0, self.paused_until - now) if told else 0.0

    def put_pause_back(self) -> None:
        """The others could not be told, or have forgotten."""
        self._pause_to_tell = self.now() < self.paused_until

    def heard(self, reply: Reply, now: float) -> None:
        """What the store said last."""
        self._heard, self._heard_at = reply, now
        if reply.paused:
            self.paused_until = max(self.paused_until, now + reply.paused)

    def _lane(self, loop: asyncio.AbstractEventLoop) -> Lane:
        lane = self._lanes.get(loop)
        if lane is None:
            if self._process != os.getpid():
                # What was sent before a fork is for the parent to tell, and to wait for.
                self._begin()
            with self._lock:
                self._leave_closed_loops(self.now())
                lane = Lane(loop, self, self._store, self._key, self._measures)
                self._lanes[loop] = lane
        return lane

    def _leave_closed_loops(self, now: float) -> None:
        """The store frees their slots, since nobody renews them; this process counts them on."""
        for loop, lane in list(self._lanes.items()):
            if loop.is_closed():
                self._lanes.pop(loop, None)
                lane.log.bring_up_to_date(now)
                self._left_behind += lane.log.ends(now)
        self._left_behind = [until for until in self._left_behind if now < until]

    def _is_alone(self) -> bool:
        with self._lock:
            return any(lane.alone for lane in list(self._lanes.values()))

    def _resets_by_own_account(self, now: float) -> float:
        with self._lock:
            ends = [end for lane in list(self._lanes.values()) for end in lane.log.ends(now)]
            return max([*ends, *self._left_behind], default=now) - now
