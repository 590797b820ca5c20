"""The API's limit, kept exactly: so many requests of one token within any so many seconds.

The server counts a request at a moment between its sending and its answer. So a slot is
reserved when a request is sent, and its time starts to run when the answer arrives. Stamped
at sending, requests that travel at different speeds would slip through the window.

Source: https://docs.mews.com/connector-api/guidelines/requests#request-limits
"""

from __future__ import annotations

import asyncio
import contextlib
from collections import deque
from collections.abc import Callable, Generator
from itertools import count
from threading import RLock

from ._clock import SYSTEM_CLOCK, Clock
from ._limiter import RateLimit, Slot

__all__ = ["RateWindow"]


class RateWindow:
    """A sliding window, shared by all clients of this process that use the same token.

    It may be used from several event loops, each in its own thread. A loop that stands still
    holds up no other, and one that was closed leaves nothing behind.
    """

    def __init__(self, limit: RateLimit, *, clock: Clock = SYSTEM_CLOCK) -> None:
        self.limit = limit
        self._clock = clock
        self._lock = RLock()
        self._changing_now = False
        self._notes: deque[Callable[[], None]] = deque()
        self._in_flight = 0
        self._stamps: deque[float] = deque()
        self._tickets = count()
        self._lines: dict[asyncio.AbstractEventLoop, deque[_Waiter]] = {}
        self._paused_until = 0.0

    @property
    def paused_for(self) -> float:
        """Seconds until a pause is over; 0.0 when there is none."""
        # One figure that only grows: it is right whoever is amid a change.
        return max(0.0, self._paused_until - self._clock.monotonic())

    @property
    def available(self) -> int:
        """How many requests could be sent at this moment."""
        with self._changing() as now:
            # A limit that was lowered meanwhile may be overdrawn.
            return 0 if now < self._paused_until else max(0, self._free(now))

    @property
    def resets_in(self) -> float:
        """Seconds until the whole window is free again, if nothing else is sent.

        Requests in flight count as if they were answered now.
        """
        with self._changing() as now:
            last = now if self._in_flight else (self._stamps[-1] if self._stamps else None)
            until = 0.0 if last is None else last + self.limit.seconds
            return max(0.0, until - now, self._paused_until - now)

    @property
    def idle(self) -> bool:
        """Whether the window remembers nothing, so that a new one would do as well."""
        with self._changing():
            self._prune()
            return self.resets_in == 0.0 and not self._lines

    async def acquire(self) -> Slot:
        loop = asyncio.get_running_loop()
        waiter = _Waiter(loop, next(self._tickets))
        try:
            with self._changing() as now:
                if not self._lines and now >= self._paused_until and self._free(now) > 0:
                    # Nobody is before it, so it needs no line to stand in.
                    self._in_flight += 1
                    waiter.granted = True
                    return _WindowSlot(self)
                self._lines.setdefault(loop, deque()).append(waiter)
            while True:
                with self._changing() as now:
                    self._grant(now)
                    if waiter.granted:
                        return _WindowSlot(self)
                    # The first of each loop watches the clock.
                    delay = self._delay(now) if self._lines[loop][0] is waiter else None
                    wake = waiter.prepare()
                await _wait(wake, delay)
        except BaseException:
            self._note(lambda: self._withdraw(waiter))
            raise

    def pause(self, seconds: float) -> None:
        with self._changing() as now:
            self._paused_until = max(self._paused_until, now + seconds)

    def give_back(self, *, stamped: bool) -> None:
        """Ends a request in flight; its slot is free at once, or after one window if stamped."""
        self._note(lambda: self._end_one(stamped=stamped))

    @contextlib.contextmanager
    def _changing(self) -> Generator[float]:
        """Has the window to itself, and the time at which; what was noted is done at the end."""
        with self._lock:
            outermost = not self._changing_now
            self._changing_now = True
            try:
                yield self._clock.monotonic()
            finally:
                if outermost:
                    try:
                        self._do_what_was_noted()
                    finally:
                        # Left behind by an interruption, it would keep every later note undone.
                        self._changing_now = False

    def _note(self, change: Callable[[], None]) -> None:
        """Makes a change as soon as nobody is amid another one.

        Garbage collection can end a call at any moment, in the thread that is at work here.
        """
        self._notes.append(change)
        with self._changing():
            pass

    def _do_what_was_noted(self) -> None:
        while self._notes:
            self._notes.popleft()()
            self._grant(self._clock.monotonic())
            self._tell()

    def _end_one(self, *, stamped: bool) -> None:
        self._in_flight -= 1
        if stamped:
            self._stamps.append(self._clock.monotonic())

    def _withdraw(self, waiter: _Waiter) -> None:
        waiter.withdrawn = True
        if waiter.granted:
            self._in_flight -= 1

    def _free(self, now: float) -> int:
        while self._stamps and self._stamps[0] + self.limit.seconds <= now:
            self._stamps.popleft()
        return self.limit.requests - self._in_flight - len(self._stamps)

    def _grant(self, now: float) -> None:
        """Lets the first waiters through as far as slots are free, whichever loop they are on."""
        if not self._lines:
            return
        free = 0 if now < self._paused_until else self._free(now)
        moved = self._prune()
        while self._lines and free > 0:
            line = min(self._lines.values(), key=lambda line: line[0].ticket)
            waiter = line.popleft()
            free -= 1
            self._in_flight += 1
            waiter.granted = True
            waiter.wake()
            moved = True
            self._prune()
        if moved:
            self._tell()

    def _prune(self) -> bool:
        """Takes out who gave up and is first by now, and whoever waits on a closed loop."""
        moved = False
        for loop, line in list(self._lines.items()):
            while line and (line[0].withdrawn or loop.is_closed()):
                line.popleft()
                moved = True
            if not line:
                del self._lines[loop]
        return moved

    def _tell(self) -> None:
        for line in self._lines.values():
            line[0].wake()

    def _delay(self, now: float) -> float | None:
        """Seconds until a slot may be free; None while only answers can free one."""
        if now < self._paused_until:
            return self._paused_until - now
        return self._stamps[0] + self.limit.seconds - now if self._stamps else None


class _WindowSlot:
    def __init__(self, window: RateWindow) -> None:
        self._window: RateWindow | None = window

    def stamp(self) -> None:
        self._end(stamped=True)

    def release(self) -> None:
        self._end(stamped=False)

    def _end(self, *, stamped: bool) -> None:
        window, self._window = self._window, None
        if window is not None:
            window.give_back(stamped=stamped)


class _Waiter:
    """One caller in the line. Its fields change only under the window's lock."""

    def __init__(self, loop: asyncio.AbstractEventLoop, ticket: int) -> None:
        self.ticket = ticket
        self.granted = False
        self.withdrawn = False
        self._loop = loop
        self._wake: asyncio.Future[None] | None = None

    def prepare(self) -> asyncio.Future[None]:
        self._wake = self._loop.create_future()
        return self._wake

    def wake(self) -> None:
        wake, self._wake = self._wake, None
        if wake is None:
            return
        # A loop that was closed under its waiters wakes nobody; they are gone with it.
        with contextlib.suppress(RuntimeError):
            self._loop.call_soon_threadsafe(_resolve, wake)


def _resolve(future: asyncio.Future[None]) -> None:
    if not future.done():
        future.set_result(None)


async def _wait(wake: asyncio.Future[None], delay: float | None) -> None:
    timer = None
    if delay is not None:
        timer = asyncio.get_running_loop().call_later(delay, _resolve, wake)
    try:
        await wake
    finally:
        if timer is not None:
            timer.cancel()
