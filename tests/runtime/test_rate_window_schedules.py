"""Any order of coming, sending, answering, giving up and pausing: the window stays exact.

All times are whole seconds, so that everything that can happen happens at one of them, and
looking once a second misses nothing.
"""

from __future__ import annotations

import asyncio

import attrs
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mews_connector import RateLimit, RateWindow, Slot
from support.callers import settle
from support.virtual_time import VirtualTimeLoop, virtual_clock

REQUESTS, SECONDS = 3, 4


@attrs.define(eq=False)
class Caller:
    """One caller, as an onlooker sees it.

    Attributes:
        sent: When it got through.
        answered: When its answer arrived, if one did.
        released: Whether it got through and sent nothing.
    """

    task: asyncio.Task[Slot] = attrs.field(init=False)
    sent: float | None = None
    answered: float | None = None
    released: bool = False

    @property
    def waiting(self) -> bool:
        return self.sent is None and not self.task.cancelled()

    @property
    def in_flight(self) -> bool:
        return self.sent is not None and self.answered is None and not self.released

    def may_be_counted(self, now: float) -> bool:
        """Whether a server may count it among the requests of its last window.

        It saw the request at any moment between sending and answer.
        """
        return self.in_flight or (self.answered is not None and now < self.answered + SECONDS)


class Scene:
    """A window, those who use it, and what must hold at every moment."""

    def __init__(self) -> None:
        self.loop = asyncio.get_running_loop()
        self.window = RateWindow(RateLimit(REQUESTS, SECONDS), clock=virtual_clock())
        self.callers: list[Caller] = []
        self.paused_from = self.paused_until = 0.0

    async def come(self, number: int) -> None:
        for _ in range(number):
            caller = Caller()
            caller.task = asyncio.create_task(self._call(caller))
            self.callers.append(caller)

    async def give_up(self, which: int) -> None:
        """One who waits, or was let through a moment ago, is cancelled."""
        if caller := _pick([it for it in self.callers if not it.task.done()], which):
            caller.task.cancel()

    async def answer(self, which: int) -> None:
        if caller := _pick([it for it in self.callers if it.in_flight], which):
            caller.answered = self.loop.time()
            caller.task.result().stamp()

    async def release(self, which: int) -> None:
        if caller := _pick([it for it in self.callers if it.in_flight], which):
            caller.released = True
            caller.task.result().release()

    async def pause(self, seconds: int) -> None:
        now = self.loop.time()
        self.window.pause(seconds)
        if now >= self.paused_until:
            self.paused_from = now
        self.paused_until = max(self.paused_until, now + seconds)

    async def pass_time(self, seconds: int) -> None:
        await self.check()
        for _ in range(seconds):
            await asyncio.sleep(1)
            await self.check()

    async def check(self) -> None:
        """Nobody waits in vain or was overtaken, and the window's own figure is right."""
        await settle()
        for caller in self.callers:
            if caller.task.done() and not caller.task.cancelled():
                caller.task.result()
        now = self.loop.time()
        free = 0 if now < self.paused_until else REQUESTS - self._counted(now)
        waiting = [caller.waiting for caller in self.callers if not caller.task.cancelled()]
        assert free == 0 or not any(waiting)
        assert waiting == sorted(waiting)
        assert self.window.available == free

    async def end(self) -> None:
        """Everybody gets through who wants to; then the window is as it was when new."""
        while any(caller.waiting or caller.in_flight for caller in self.callers):
            for _ in range(REQUESTS):
                await self.answer(0)
            await self.pass_time(1)
        await self.pass_time(SECONDS)
        await asyncio.sleep(max(0.0, self.paused_until - self.loop.time()))
        assert (self.window.available, self.window.idle) == (REQUESTS, True)

    async def _call(self, caller: Caller) -> Slot:
        slot = await self.window.acquire()
        now = caller.sent = self.loop.time()
        # Never more than the limit, whenever the server may have seen those before,
        assert self._counted(now) <= REQUESTS
        # and nobody in a pause, except those let through at the moment at which it began.
        assert not self.paused_from < now < self.paused_until
        return slot

    def _counted(self, now: float) -> int:
        return sum(caller.may_be_counted(now) for caller in self.callers)


def _pick(callers: list[Caller], which: int) -> Caller | None:
    return callers[which % len(callers)] if callers else None


SCHEDULES = st.lists(
    st.one_of(
        st.tuples(st.just("come"), st.integers(1, 2 * REQUESTS)),
        st.tuples(st.sampled_from(["give_up", "answer", "release"]), st.integers(0, 7)),
        st.tuples(st.just("pause"), st.integers(1, SECONDS + 2)),
        st.tuples(st.just("pass_time"), st.integers(0, SECONDS + 1)),
    ),
    # Short ones seldom get to where a line has formed.
    min_size=10,
    max_size=60,
)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(schedule=SCHEDULES)
def test_never_more_than_the_limit_and_nobody_waits_longer_than_necessary(
    schedule: list[tuple[str, int]],
) -> None:
    async def play() -> None:
        scene = Scene()
        for act, number in schedule:
            await getattr(scene, act)(number)
        await scene.end()

    with asyncio.Runner(loop_factory=VirtualTimeLoop) as runner:
        runner.run(play())
