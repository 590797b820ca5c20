"""Which events are passed on, and that no change goes unread for it."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable, Collection
from contextlib import suppress
from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mews_connector import errors
from mews_toolkit.webhooks import (
    CustomerUpdated,
    Duplicates,
    Event,
    MemoryWaiting,
    PaymentUpdated,
    UnknownEvent,
)
from support.hand_clock import HandClock
from support.interruption import interrupted

LONDON, PARIS, INTEGRATION, OTHER = (UUID(int=number) for number in range(1, 5))


def payment(number: int = 1) -> PaymentUpdated:
    return PaymentUpdated(LONDON, INTEGRATION, UUID(int=number))


def unknown(**value: object) -> UnknownEvent:
    return UnknownEvent(LONDON, INTEGRATION, "Ping", {"Value": value})


async def passed(duplicates: Duplicates, *events: Event) -> tuple[Event, ...]:
    async with duplicates.removed(events) as fresh:
        return fresh


class TestWhatIsRemoved:
    async def test_of_one_message_each_event_passes_once_and_in_order(self) -> None:
        events = [payment(2), payment(1), payment(2), payment(3), payment(1)]

        assert await passed(Duplicates(), *events) == (payment(2), payment(1), payment(3))

    async def test_a_message_that_is_sent_again_passes_nothing(self) -> None:
        duplicates = Duplicates()
        await passed(duplicates, payment(1), payment(2))

        assert await passed(duplicates, payment(2), payment(3), payment(1)) == (payment(3),)

    @pytest.mark.parametrize(
        "other",
        [
            PaymentUpdated(PARIS, INTEGRATION, UUID(int=1)),
            PaymentUpdated(LONDON, OTHER, UUID(int=1)),
            CustomerUpdated(LONDON, INTEGRATION, UUID(int=1)),
            payment(2),
        ],
    )
    async def test_an_event_that_differs_in_anything_passes(self, other: Event) -> None:
        duplicates = Duplicates()
        await passed(duplicates, payment(1))

        assert await passed(duplicates, other) == (other,)

    async def test_unknown_events_are_compared_by_all_that_they_say(self) -> None:
        duplicates = Duplicates()
        said: list[Event] = [
            unknown(a=1, b=2),
            unknown(a=Decimal("1.0"), b=2),
            unknown(a="1.0", b=2),
            unknown(),
        ]

        assert await passed(duplicates, *said) == tuple(said)
        assert await passed(duplicates, *said, unknown(b=2, a=1)) == ()

    async def test_each_event_passes_one_of_many_receivers(self) -> None:
        duplicates = Duplicates()
        events = [payment(number) for number in range(20)]

        told = await asyncio.gather(*(passed(duplicates, *events[n:]) for n in range(20)))

        assert sorted(e.id.int for each in told for e in each if isinstance(e, PaymentUpdated)) == [
            *range(20)
        ]


class TestNews:
    async def test_once_the_former_is_worked_on_the_same_event_is_news(self) -> None:
        # given a payment that is pending, and work on it that has begun
        duplicates = Duplicates()
        await passed(duplicates, payment(1), payment(2))
        await duplicates.taken(payment(1))

        # when it is charged, which is told in the very same words
        fresh = await passed(duplicates, payment(1), payment(2))

        # then
        assert fresh == (payment(1),)

    async def test_nobody_has_to_say_so_within_the_lease(self) -> None:
        # given a process that died before it worked on the event
        clock = HandClock()
        waiting = MemoryWaiting(clock=clock.clock)
        duplicates = Duplicates(waiting, lease=timedelta(seconds=60))
        await passed(duplicates, payment())

        clock.seconds = 59
        assert await passed(duplicates, payment()) == ()
        # then what came meanwhile has not made the lease longer
        clock.seconds = 60
        assert await passed(duplicates, payment()) == (payment(),)
        assert await passed(duplicates, payment()) == ()

    async def test_what_could_not_be_queued_passes_when_it_is_sent_again(self) -> None:
        duplicates = Duplicates()
        await passed(duplicates, payment(1))
        queue: asyncio.Queue[Event] = asyncio.Queue(maxsize=1)

        async def receive(*events: Event) -> None:
            async with duplicates.removed(events) as fresh:
                for event in fresh:
                    queue.put_nowait(event)

        with pytest.raises(asyncio.QueueFull):
            await receive(payment(1), payment(2), payment(3))

        # then only its own notes are gone
        events = payment(1), payment(2), payment(3)
        assert await passed(duplicates, *events) == (payment(2), payment(3))

    @pytest.mark.parametrize("at_wakening", [False, True])
    async def test_cancelled_at_any_await_what_was_not_queued_passes(
        self, *, at_wakening: bool
    ) -> None:
        for at in range(1, 10):
            queued: list[Event] = []
            duplicates = Duplicates(Slow())

            if not await interrupted(receive(duplicates, queued), at, at_wakening=at_wakening):
                assert at > 3
                return
            passed_then = await passed(duplicates, payment())

            assert [*queued, *passed_then]
        raise AssertionError("it has no end")


async def receive(duplicates: Duplicates, queued: list[Event]) -> None:
    async with duplicates.removed([payment()]) as fresh:
        await asyncio.sleep(0)
        queued.extend(fresh)


class Slow(MemoryWaiting):
    """A store that takes its time before and after it does what it is asked to."""

    async def note(self, keys: Collection[str], lease: timedelta) -> set[str]:
        await asyncio.sleep(0)
        fresh = await super().note(keys, lease)
        await asyncio.sleep(0)
        return fresh

    async def forget(self, keys: Collection[str]) -> None:
        await asyncio.sleep(0)
        await super().forget(keys)


class Story:
    """A payment that changes, a receiver that may fail to queue what it hears, and a worker."""

    def __init__(self) -> None:
        self.clock = HandClock()
        self.duplicates = Duplicates(MemoryWaiting(clock=self.clock.clock))
        self.queued: list[Event] = []
        self.at_work: list[Event] = []
        self.version = self.received = self.known = 0

    async def change(self) -> None:
        self.version += 1
        await self.send()

    async def change_in_vain(self) -> None:
        self.version += 1
        with suppress(TimeoutError):
            async with self.duplicates.removed([payment()]):
                await too_long()

    async def send(self) -> None:
        async with self.duplicates.removed([payment()]) as fresh:
            self.queued.extend(fresh)
        self.received = self.version

    async def take(self) -> None:
        self.at_work += self.queued
        self.queued = []
        await self.duplicates.taken(*self.at_work)

    async def read(self) -> None:
        if self.at_work:
            self.known = self.version
        self.at_work = []

    async def lease_ends(self) -> None:
        self.clock.seconds += 61


async def too_long() -> None:
    raise TimeoutError


STEPS = [
    Story.change,
    Story.change_in_vain,
    Story.send,
    Story.take,
    Story.read,
    Story.lease_ends,
]


@given(st.lists(st.sampled_from(STEPS), max_size=40))
async def test_in_any_order_the_last_change_that_was_received_is_read(
    steps: list[Callable[[Story], Awaitable[None]]],
) -> None:
    story = Story()

    for step in [*steps, Story.take, Story.read]:
        await step(story)

    assert story.known >= story.received


class TestStoresOfUsers:
    async def test_a_store_is_told_neither_ids_nor_what_events_say(self) -> None:
        store = Recording()
        duplicates = Duplicates(store)

        await passed(duplicates, payment(7), unknown(Text="call me"))

        keys, lease = store.noted[0]
        assert lease == timedelta(minutes=1)
        assert [len(key) for key in keys] == [64, 64]
        assert payment(7).id.hex not in "".join(keys)

    async def test_it_is_asked_once_for_a_message_and_not_for_an_empty_one(self) -> None:
        store = Recording()
        duplicates = Duplicates(store)

        await passed(duplicates, *map(payment, range(300)))
        await passed(duplicates)
        await duplicates.taken()

        assert len(store.noted) == 1
        assert store.forgotten == 0

    async def test_it_is_not_asked_to_forget_the_notes_of_others(self) -> None:
        store = Recording()
        duplicates = Duplicates(store)
        await passed(duplicates, payment())

        with suppress(TimeoutError):
            async with duplicates.removed([payment()]):
                await too_long()

        assert store.forgotten == 0

    async def test_its_error_reaches_the_receiver_and_nothing_stays_noted(self) -> None:
        store = Recording(note_fails=True)
        duplicates = Duplicates(store)

        with pytest.raises(OSError, match="out of reach"):
            await passed(duplicates, payment())

        store.note_fails = False
        assert await passed(duplicates, payment()) == (payment(),)

    async def test_one_that_cannot_forget_does_not_hide_a_cancellation(self) -> None:
        duplicates = Duplicates(Recording(forget_fails=True))

        with pytest.raises(asyncio.CancelledError) as caught:
            async with duplicates.removed([payment()]):
                raise asyncio.CancelledError

        assert caught.value.__notes__ == ["OSError: the notes of its events end within 0:01:00"]


class Recording(MemoryWaiting):
    def __init__(self, *, note_fails: bool = False, forget_fails: bool = False) -> None:
        super().__init__()
        self.note_fails, self.forget_fails = note_fails, forget_fails
        self.noted: list[tuple[list[str], timedelta]] = []
        self.forgotten = 0

    async def note(self, keys: Collection[str], lease: timedelta) -> set[str]:
        fresh = await super().note(keys, lease)
        self.noted.append((list(keys), lease))
        if self.note_fails:
            raise OSError("out of reach")
        return fresh

    async def forget(self, keys: Collection[str]) -> None:
        self.forgotten += 1
        if self.forget_fails:
            raise OSError("redis://user:password@host is out of reach")
        await super().forget(keys)


class TestMemory:
    async def test_beyond_its_limit_the_oldest_notes_are_forgotten(self) -> None:
        waiting = MemoryWaiting(limit=3)
        for key in ("a", "b", "c", "d"):
            await waiting.note([key], timedelta(minutes=1))

        assert repr(waiting) == "MemoryWaiting(3 of 3 keys)"
        assert await waiting.note(["b", "c", "d"], timedelta(minutes=1)) == set()
        assert await waiting.note(["a"], timedelta(minutes=1)) == {"a"}

    async def test_a_note_that_is_renewed_is_the_youngest(self) -> None:
        clock = HandClock()
        waiting = MemoryWaiting(limit=2, clock=clock.clock)
        await waiting.note(["a"], timedelta(seconds=1))
        await waiting.note(["b"], timedelta(minutes=1))
        clock.seconds = 1
        await waiting.note(["a"], timedelta(minutes=1))

        await waiting.note(["c"], timedelta(minutes=1))

        assert await waiting.note(["a", "c"], timedelta(minutes=1)) == set()

    def test_threads_share_it(self) -> None:
        waiting = MemoryWaiting()
        keys = [str(number) for number in range(200)]
        told: list[str] = []

        def note() -> None:
            told.extend(asyncio.run(waiting.note(keys, timedelta(minutes=1))))

        threads = [threading.Thread(target=note) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        assert sorted(told) == sorted(keys)


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: MemoryWaiting(limit=0),
        lambda: Duplicates(lease=timedelta(0)),
        lambda: Duplicates(lease=timedelta(seconds=-1)),
    ],
)
def test_a_limit_that_is_none_is_refused(wrong: Any) -> None:
    with pytest.raises(errors.ConfigurationError):
        wrong()
