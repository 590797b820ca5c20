"""A cancellation does not reach httpcore amid its bookkeeping, for which it takes a lock."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable

import pytest
from httpcore._synchronization import AsyncLock

from mews_runtime._cancellation import cancelled_while_waiting


async def straight(work: Awaitable[None]) -> None:
    await work


async def within_a_generator(work: Awaitable[None]) -> None:
    async def parts() -> AsyncGenerator[None]:
        await work
        yield

    async for _ in parts():
        pass


@pytest.mark.parametrize("way", [straight, within_a_generator])
async def test_what_waits_for_a_lock_gets_it_before_it_is_cancelled(
    way: Callable[[Awaitable[None]], Awaitable[None]],
) -> None:
    # given somebody who has the lock, and somebody who waits for it
    lock, booked = AsyncLock(), asyncio.Event()

    async def book() -> None:
        async with lock:
            booked.set()
        await asyncio.sleep(60)

    async def work() -> None:
        await way(book())

    await lock.__aenter__()
    waiting = asyncio.create_task(cancelled_while_waiting(work()))
    for _ in range(5):
        await asyncio.sleep(0)

    # when
    waiting.cancel()
    for _ in range(5):
        await asyncio.sleep(0)

    # then it is not cancelled there, but where it waits for something else
    assert not waiting.done()
    await lock.__aexit__()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert booked.is_set()
