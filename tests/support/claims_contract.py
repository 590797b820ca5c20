"""What holds for claims wherever they are kept. A subclass says where, as its fixture `kept`."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from uuid import UUID

from attrs import frozen

from mews_toolkit.workflows import Claim, Claims, Done, Fresh, InProgress, TakenOver

__all__ = ["KEY", "LEASE", "ClaimsContract", "Kept"]

LEASE = timedelta(seconds=0.5)
KEY, OTHER_KEY = "a" * 64, "b" * 64
PAYMENT, OTHER_PAYMENT = UUID(int=1), UUID(int=2)


@frozen
class Kept:
    """Claims, as several processes open them, and a way to let time go by for all."""

    open: Callable[[], Claims]
    passes: Callable[[timedelta], Awaitable[None]]


class ClaimsContract:
    """The states of a claim and the ways between them."""

    async def test_the_first_one_gets_it_and_all_others_are_told_since_when(
        self, kept: Kept
    ) -> None:
        mine, yours = kept.open(), kept.open()

        assert await mine.claim(KEY, "me", LEASE) == Fresh()
        told = await yours.claim(KEY, "you", LEASE)

        assert isinstance(told, InProgress)
        assert told.since.tzinfo is not None
        assert await yours.claim(OTHER_KEY, "you", LEASE) == Fresh()

    async def test_of_many_at_once_a_single_one_gets_it(self, kept: Kept) -> None:
        told = await asyncio.gather(
            *(kept.open().claim(KEY, f"owner {number}", LEASE) for number in range(20))
        )

        assert told.count(Fresh()) == 1
        assert all(isinstance(it, Fresh | InProgress) for it in told)

    async def test_it_is_taken_over_when_its_lease_is_over(self, kept: Kept) -> None:
        first = kept.open()
        await first.claim(KEY, "dead", LEASE)
        begun = await kept.open().claim(KEY, "you", LEASE)
        assert isinstance(begun, InProgress)

        await kept.passes(LEASE)
        told = await kept.open().claim(KEY, "you", LEASE)

        assert told == TakenOver(begun.since)
        assert not await first.renew(KEY, "dead", LEASE), "it has lost it"
        assert isinstance(await first.claim(KEY, "dead", LEASE), InProgress)

    async def test_it_tells_since_when_nobody_knows_what_was_written(self, kept: Kept) -> None:
        # given one who died, one who took over and died, and one who gave up amid it
        await kept.open().claim(KEY, "dead", LEASE)
        first = await kept.open().claim(KEY, "you", LEASE)
        assert isinstance(first, InProgress)
        await kept.passes(LEASE)
        await kept.open().claim(KEY, "dead too", LEASE)
        await kept.passes(LEASE)
        await kept.open().claim(KEY, "unsure", LEASE)
        await kept.open().renew(KEY, "unsure", LEASE)
        await kept.open().release(KEY, "unsure", written=True)

        told = await kept.open().claim(KEY, "you", LEASE)

        assert told == TakenOver(first.since)

    async def test_what_is_known_again_begins_anew(self, kept: Kept) -> None:
        await kept.open().claim(KEY, "dead", LEASE)
        await kept.passes(2 * LEASE)
        old = await kept.open().claim(KEY, "careful", LEASE)
        await kept.open().release(KEY, "careful", written=False)
        await kept.open().claim(KEY, "dead too", LEASE)
        await kept.passes(LEASE)

        told = await kept.open().claim(KEY, "you", LEASE)

        assert isinstance(old, TakenOver)
        assert isinstance(told, TakenOver)
        assert told.since > old.since

    async def test_a_renewed_lease_runs_anew(self, kept: Kept) -> None:
        mine = kept.open()
        await mine.claim(KEY, "me", LEASE)

        for _ in range(2):
            await kept.passes(0.6 * LEASE)
            assert await mine.renew(KEY, "me", LEASE)

        assert isinstance(await kept.open().claim(KEY, "you", LEASE), InProgress)

    async def test_one_that_is_done_is_done_for_good(self, kept: Kept) -> None:
        mine = kept.open()
        await mine.claim(KEY, "me", LEASE)

        await mine.done(KEY, PAYMENT)
        await mine.done(KEY, OTHER_PAYMENT)
        await mine.release(KEY, "me", written=False)
        await kept.passes(2 * LEASE)

        assert await kept.open().claim(KEY, "you", LEASE) == Done(PAYMENT)
        assert await mine.claim(KEY, "me", LEASE) == Done(PAYMENT)
        assert not await mine.renew(KEY, "me", LEASE)

    async def test_whoever_lost_it_can_still_say_that_it_is_done(self, kept: Kept) -> None:
        await kept.open().claim(KEY, "slow", LEASE)
        await kept.passes(LEASE)
        await kept.open().claim(KEY, "you", LEASE)

        await kept.open().done(KEY, PAYMENT)

        assert await kept.open().claim(KEY, "you", LEASE) == Done(PAYMENT)

    async def test_what_was_never_claimed_can_be_done(self, kept: Kept) -> None:
        await kept.open().done(KEY, PAYMENT)

        assert await kept.open().claim(KEY, "you", LEASE) == Done(PAYMENT)

    async def test_given_up_before_anything_was_written_it_is_forgotten(self, kept: Kept) -> None:
        await kept.open().claim(KEY, "me", LEASE)

        await kept.open().release(KEY, "me", written=False)

        assert await kept.open().claim(KEY, "you", LEASE) == Fresh()

    async def test_given_up_after_something_was_written_it_is_taken_over_at_once(
        self, kept: Kept
    ) -> None:
        await kept.open().claim(KEY, "me", LEASE)

        await kept.open().release(KEY, "me", written=True)

        assert isinstance(await kept.open().claim(KEY, "you", LEASE), TakenOver)

    async def test_only_its_owner_gives_it_up(self, kept: Kept) -> None:
        await kept.open().claim(KEY, "me", LEASE)

        for written in (False, True):
            await kept.open().release(KEY, "you", written=written)
            await kept.open().release(OTHER_KEY, "you", written=written)

        assert isinstance(await kept.open().claim(KEY, "you", LEASE), InProgress)

    async def test_its_owner_may_ask_again_and_then_something_may_be_written(
        self, kept: Kept
    ) -> None:
        # given an answer that was lost
        await kept.open().claim(KEY, "me", LEASE)

        told: Claim = await kept.open().claim(KEY, "me", LEASE)

        assert isinstance(told, TakenOver)
