"""Walks by the time of the last change: what a row that changes meanwhile does to them."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

import pytest

from mews_connector import models
from support.whole_history import NOW, History

A_YEAR = 365

pytestmark = pytest.mark.virtual_time


@pytest.mark.parametrize(
    ("concurrency", "ordered"), [(1, True), (8, False)], ids=["one at a time", "8 unordered"]
)
async def test_a_walk_to_the_present_and_one_from_there_on_miss_nothing(
    history: History, *, concurrency: int, ordered: bool
) -> None:
    # Given rows that change all the time
    sandbox = history.sandbox
    existed = {it.id for it in sandbox.payments}
    hotels = history.gets_busy((concurrency, ordered))
    copied: dict[UUID, datetime | None] = {}

    async def copy(start: datetime, end: datetime) -> list[UUID]:
        async with history.client() as mews:
            query = mews.payments.get_all(
                updated_utc=models.TimeInterval(start_utc=start, end_utc=end),
                page_size=history.page_size,
                concurrency=concurrency,
                ordered=ordered,
            )
            rows = [(it.id, it.updated_utc) async for it in query]
        copied.update(rows)
        return [row_id for row_id, _ in rows]

    # When all are listed that were changed until now,
    begin = NOW - timedelta(days=A_YEAR + 1)
    first_end = history.now
    first = await copy(begin, first_end)

    # then each row that stayed as it was has come once, and no other one more than once.
    assert len(first) == len(set(first))
    missing, strange = existed - hotels.changed - set(first), set(first) - existed
    assert not missing
    assert not strange

    # When those are listed that were changed since, and those that were changed since then,
    second_end = history.now
    second = await copy(first_end, second_end)
    hotels.is_busy = False
    history.clock.tick()
    third = await copy(second_end, history.now)

    # then the copy is what the sandbox has.
    assert len(second) == len(set(second))
    assert len(third) == len(set(third))
    assert third
    kept = {it.id: it.updated_utc for it in sandbox.payments}
    assert not {row_id for row_id in kept if copied.get(row_id) != kept[row_id]}
    assert len(copied) == len(kept)
