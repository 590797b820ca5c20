"""A window shared through a store: any order of events, and a store that is not always there."""

from __future__ import annotations

import asyncio
import logging
from typing import TypeAlias

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mews_connector import RateLimit, Slot
from mews_runtime._fleet_window import FleetWindow
from support.memory_store import MemoryStore
from support.virtual_time import VirtualTimeLoop, virtual_clock

REQUESTS, SECONDS, PROCESSES = 3, 4.0, 3
Act: TypeAlias = tuple[str, int]
DELAY = 0.001


def new_window(store: MemoryStore, *, requests: int = 10, share: float = 0.3) -> FleetWindow:
    return FleetWindow(store, "key", RateLimit(requests, 10.0), share, virtual_clock())


@pytest.mark.virtual_time
class TestAlone:
    async def test_a_store_that_does_not_answer_holds_nobody_up_for_long(self) -> None:
        store = MemoryStore()
        store.away, store.delay = True, 0.5
        window = new_window(store)

        for _ in range(3):
            await window.acquire()

        assert asyncio.get_running_loop().time() == 0.25

    async def test_while_it_is_known_to_be_away_nobody_waits_for_it(self) -> None:
        store = MemoryStore()
        store.away, store.delay = True, 0.5
        window = new_window(store, requests=1000)
        await window.acquire()

        for _ in range(100):
            begun = asyncio.get_running_loop().time()
            await window.acquire()
            assert asyncio.get_running_loop().time() == begun
            await asyncio.sleep(0.1)

    async def test_first_come_is_first_served_across_all_changes(self) -> None:
        store, order = MemoryStore(), list[int]()
        window = new_window(store, requests=4, share=0.5)

        async def come(number: int) -> None:
            slot = await window.acquire()
            order.append(number)
            slot.stamp()

        callers = [asyncio.create_task(come(number)) for number in range(40)]
        for _ in range(6):
            await asyncio.sleep(7)
            store.away = not store.away
        await asyncio.gather(*callers)

        assert order == list(range(40))

    async def test_who_has_nothing_to_say_asks_no_more(self) -> None:
        store = MemoryStore()
        window = new_window(store)
        (await window.acquire()).stamp()
        store.away = True

        await asyncio.sleep(1000)

        assert store.asked < 60
        assert (store.users.total(), len(asyncio.all_tasks())) == (0, 1)

    async def test_when_it_is_back_the_share_holds_until_the_others_have_told(self) -> None:
        # Given two processes that both went on by themselves
        store = MemoryStore()
        quick, slow = new_window(store), new_window(store)
        store.away = True
        for window in (quick, slow):
            for _ in range(3):
                await window.acquire()
            await asyncio.sleep(0.4)

        # When the memory of the store is lost, and only one has told it anew
        store.forget()
        store.away = False
        callers = [asyncio.create_task(quick.acquire()) for _ in range(10)]
        await asyncio.sleep(0.4)
        assert not any(it.done() for it in callers)

        # Then it gets what the others leave
        await asyncio.sleep(5)
        assert sum(it.done() for it in callers) == 4
        for it in callers:
            it.cancel()


@pytest.mark.virtual_time
async def test_what_the_store_has_lost_unnoticed_it_is_told_again_in_time() -> None:
    store = MemoryStore()
    await take_four(store)

    store.lose_slots()
    await asyncio.sleep(3.0)

    assert await left_in(store) == 6


@pytest.mark.virtual_time
async def test_a_store_that_is_back_is_told_everything_at_once() -> None:
    store = MemoryStore()
    await take_four(store)

    store.away = True
    await asyncio.sleep(1.2)
    store.lose_slots()
    store.away = False
    await asyncio.sleep(1.1)

    assert await left_in(store) == 6


async def take_four(store: MemoryStore) -> None:
    """Two members with a request in flight and one answered each, of which the store knows."""
    for window in (new_window(store), new_window(store)):
        (await window.acquire()).stamp()
        await window.acquire()
    await asyncio.sleep(1.0)


async def left_in(store: MemoryStore) -> int:
    """How many slots a newcomer gets."""
    callers = [asyncio.create_task(new_window(store).acquire()) for _ in range(10)]
    done, waiting = await asyncio.wait(callers, timeout=0.5)
    for it in waiting:
        it.cancel()
    return len(done)


@pytest.mark.virtual_time
@pytest.mark.parametrize("at", [0.0, 0.2, 0.5, 0.7, 1.0])
async def test_who_gives_up_while_the_store_is_asked_leaves_nothing_behind(at: float) -> None:
    # Given a store that gives the slot after half a second, and says so after another half
    store = MemoryStore()
    store.delay = 1.0
    one, other = new_window(store, requests=1), new_window(store, requests=1)

    caller = asyncio.create_task(one.acquire())
    await asyncio.sleep(at)
    caller.cancel()
    await asyncio.sleep(5)

    async with asyncio.timeout(2):
        await other.acquire()


@pytest.mark.virtual_time
async def test_an_error_nobody_thought_of_reaches_those_who_wait(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    store = MemoryStore()
    window = new_window(store)

    async def ask(*_: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr(store, "ask", ask)
        with pytest.raises(ZeroDivisionError):
            await window.acquire()

    await window.acquire()
    assert not [it for it in caplog.records if it.levelno >= logging.ERROR]


@attrs.define(eq=False)
class Caller:
    """One request of one process.

    Attributes:
        sent: When it got through.
        answered: When its answer arrived, if one did.
        released: Whether it got through and sent nothing.
    """

    process: int
    task: asyncio.Task[Slot] = attrs.field(init=False)
    sent: float | None = None
    answered: float | None = None
    released: bool = False

    @property
    def in_flight(self) -> bool:
        return self.sent is not None and self.answered is None and not self.released

    def may_be_counted(self, now: float) -> bool:
        return self.in_flight or (self.answered is not None and now < self.answered + SECONDS)


class Scene:
    """Processes with one token, and what must hold at every moment."""

    def __init__(self, *, exact: bool) -> None:
        self.exact = exact
        self.loop = asyncio.get_running_loop()
        self.store = MemoryStore()
        self.store.delay = DELAY
        self.windows = [
            FleetWindow(self.store, "key", RateLimit(REQUESTS, SECONDS), 0.1, virtual_clock())
            for _ in range(PROCESSES)
        ]
        self.callers: list[Caller] = []

    async def come(self, number: int) -> None:
        caller = Caller(number % PROCESSES)
        caller.task = asyncio.create_task(self._call(caller))
        self.callers.append(caller)

    async def give_up(self, which: int) -> None:
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
        self.windows[seconds % PROCESSES].pause(seconds)

    async def break_store(self, how: int) -> None:
        self.store.away, self.store.too_late = how == 1, how == 2
        if how == 3:
            self.store.forget()

    async def pass_time(self, number: int) -> None:
        await asyncio.sleep(number * SECONDS / 8)
        for caller in self.callers:
            if caller.task.done() and not caller.task.cancelled():
                caller.task.result()

    async def end(self) -> None:
        """Everybody gets through who wants to; then the store remembers nothing."""
        await self.break_store(0)
        ends = self.loop.time() + 100 * SECONDS
        while any(it.in_flight or not it.task.done() for it in self.callers):
            assert self.loop.time() < ends, "somebody waits in vain"
            for _ in range(REQUESTS):
                await self.answer(0)
            await self.pass_time(2)
        await asyncio.sleep(3 * SECONDS)
        assert self.store.users.total() == 0
        for window in self.windows:
            (await window.acquire()).release()
        await asyncio.sleep(2 * SECONDS)
        assert [it.available for it in self.windows] == [REQUESTS] * PROCESSES
        await asyncio.gather(*(self.windows[0].acquire() for _ in range(REQUESTS)))

    async def _call(self, caller: Caller) -> Slot:
        slot = await self.windows[caller.process].acquire()
        caller.sent = self.loop.time()
        now = self.loop.time()
        if self.exact:
            assert sum(it.may_be_counted(now) for it in self.callers) <= REQUESTS
        return slot


def _pick(callers: list[Caller], which: int) -> Caller | None:
    return callers[which % len(callers)] if callers else None


ACTS = [
    st.tuples(st.just("come"), st.integers(0, PROCESSES - 1)),
    st.tuples(st.just("come"), st.integers(0, PROCESSES - 1)),
    st.tuples(st.sampled_from(["give_up", "answer", "release"]), st.integers(0, 7)),
    st.tuples(st.just("pause"), st.integers(1, 6)),
    st.tuples(st.just("pass_time"), st.integers(0, 10)),
]
BREAKING = st.tuples(st.just("break_store"), st.integers(0, 3))


def schedules(*acts: st.SearchStrategy[tuple[str, int]]) -> st.SearchStrategy[list[Act]]:
    return st.lists(st.one_of(*acts), min_size=10, max_size=60)


def play(schedule: list[Act], *, exact: bool) -> None:
    async def run() -> None:
        scene = Scene(exact=exact)
        for act, number in schedule:
            await getattr(scene, act)(number)
        await scene.end()

    with asyncio.Runner(loop_factory=VirtualTimeLoop) as runner:
        runner.run(run())


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(schedule=schedules(*ACTS))
def test_never_more_than_the_limit_and_nobody_waits_in_vain(schedule: list[Act]) -> None:
    play(schedule, exact=True)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(schedule=schedules(*ACTS, BREAKING))
def test_whatever_happens_to_the_store_all_slots_come_back(schedule: list[Act]) -> None:
    play(schedule, exact=False)
