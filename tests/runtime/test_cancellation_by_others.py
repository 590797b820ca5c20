"""Work in a task of its own, when it is that task which somebody cancels."""

from __future__ import annotations

import asyncio

import pytest

from mews_runtime._cancellation import cancelled_while_waiting


@pytest.mark.parametrize("steps", [1, 2], ids=["before its first step", "while it waits"])
async def test_whoever_waits_for_the_work_is_told(steps: int) -> None:
    # Given somebody who waits for work that never ends
    waiting = asyncio.create_task(cancelled_while_waiting(asyncio.Event().wait()))
    for _ in range(steps):
        await asyncio.sleep(0)
    [work] = asyncio.all_tasks() - {waiting, asyncio.current_task()}

    # When
    work.cancel()

    # Then
    await asyncio.wait([waiting], timeout=5)
    assert waiting.cancelled()
