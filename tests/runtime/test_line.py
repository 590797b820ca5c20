"""The line of those who wait for slots on one event loop."""

from __future__ import annotations

import asyncio

import attrs
import pytest

from mews_runtime._line import Line


@attrs.define(eq=False)
class FreeSlot:
    released: bool = False

    def stamp(self) -> None: ...

    def release(self) -> None:
        self.released = True


async def come(line: Line, number: int) -> list[asyncio.Task[object]]:
    callers = [asyncio.create_task(_wait(line)) for _ in range(number)]
    await asyncio.sleep(0)
    return callers


async def _wait(line: Line) -> object:
    return await Line.wait(line.join())


async def test_who_gives_up_with_the_slot_in_hand_hands_it_on() -> None:
    line, slot = Line(asyncio.get_running_loop()), FreeSlot()
    (caller,) = await come(line, 1)

    line.serve(slot)
    caller.cancel()

    assert isinstance((await asyncio.gather(caller, return_exceptions=True))[0], BaseException)
    assert slot.released


async def test_who_gave_up_is_passed_over() -> None:
    line, slot = Line(asyncio.get_running_loop()), FreeSlot()
    first, second, third = await come(line, 3)
    first.cancel()
    second.cancel()
    await asyncio.sleep(0)

    assert (line.first(2), line.first(9), len(line)) == (0, 1, 1)
    line.serve(slot)

    assert await third is slot
    assert not slot.released


async def test_who_gives_up_as_all_fail_is_cancelled_and_does_not_fail() -> None:
    line = Line(asyncio.get_running_loop())
    gone, other = await come(line, 2)

    line.fail(ZeroDivisionError())
    gone.cancel()

    with pytest.raises(asyncio.CancelledError):
        await gone
    with pytest.raises(ZeroDivisionError):
        await other
