"""Every row of a year that existed throughout comes exactly once, whatever fails or changes."""

from __future__ import annotations

import random
from operator import eq
from typing import Any
from uuid import UUID

import pytest
from attrs import frozen

from mews_connector import MewsClient
from support.busy_hotels import BusyHotels
from support.pages import Payments
from support.whole_history import History

A_YEAR = 365
A_WINDOW = 88
# In a year and an hour, as the API takes them.
WINDOWS = 5

pytestmark = pytest.mark.virtual_time


@frozen(kw_only=True)
class Cut:
    """How a query is cut into parts.

    Attributes:
        days: How long the interval is.
        by_accounts: Whether all accounts are named as well, which are more than the API takes.
        tired: How many requests the server is too tired for at first, for each that comes at the
            same time: enough to have windows halved twice.
    """

    days: int = A_YEAR
    by_accounts: bool = False
    tired: int = 0

    def keywords(self, history: History) -> dict[str, Any]:
        asked: dict[str, Any] = {"created_utc": history.last(self.days)}
        if self.by_accounts:
            asked["account_ids"] = history.accounts
        return asked


CUTS = {
    "one window": Cut(days=A_WINDOW),
    "windows": Cut(),
    "halves of windows": Cut(tired=7),
    "windows and parts of lists": Cut(by_accounts=True),
}


def walk(mews: MewsClient, history: History, **keywords: Any) -> Payments:
    return mews.payments.get_all(page_size=history.page_size, **keywords)


@pytest.mark.parametrize(
    ("concurrency", "prefetch", "ordered"),
    [(1, False, True), (1, True, True), (8, False, True), (8, True, True), (8, True, False)],
    ids=["one at a time", "one prefetched", "8", "8 prefetched", "8 prefetched and unordered"],
)
@pytest.mark.parametrize("cut", CUTS.values(), ids=CUTS.keys())
async def test_every_row_that_existed_throughout_comes_exactly_once(
    history: History, *, cut: Cut, concurrency: int, ordered: bool, prefetch: bool
) -> None:
    # Given a year, on a network and on servers that fail in every way
    query = cut.keywords(history)
    existed = history.created(history.last(cut.days))
    tired = cut.tired * min(concurrency, WINDOWS - 2)
    hotels = history.gets_busy((cut, concurrency, ordered, prefetch), tired=tired)

    # When it is listed while rows change and new ones come
    found: list[UUID] = []
    async with history.client() as mews:
        rows = walk(
            mews, history, **query, concurrency=concurrency, ordered=ordered, prefetch=prefetch
        )
        async for page in rows.pages():
            found += [row.id for row in page.items]

    # Then of those that existed none is missing, and no row came twice,
    missing, strange = set(existed) - set(found), set(found) - set(existed) - hotels.added
    assert not missing
    assert not strange
    assert len(found) == len(set(found))
    # nor out of its place,
    if ordered and not cut.by_accounts:
        throughout = (it for it in found if it not in hotels.added)
        assert all(map(eq, throughout, existed))
    # and all of it did happen.
    assert_it_was_lively(hotels)
    parts = len(parts_asked_for(history))
    assert parts == 1 if cut.days == A_WINDOW else parts >= WINDOWS
    assert parts > 2 * WINDOWS or not cut.tired
    assert parts > WINDOWS or not cut.by_accounts


@pytest.mark.parametrize("concurrency", [1, 8])
async def test_the_same_seed_fails_and_changes_the_same(history: History, concurrency: int) -> None:
    asked: list[object] = []
    for _ in range(2):
        history.rewind()
        random.seed("again")
        history.gets_busy("again")
        async with history.client() as mews:
            created = history.last(A_WINDOW + 20)
            query = walk(mews, history, created_utc=created, concurrency=concurrency)
            rows = [row.id async for row in query]
        asked.append(([(it.request, it.status) for it in history.sandbox.calls], rows))

    assert (asked[0] == asked[1]) is True


def assert_it_was_lively(hotels: BusyHotels) -> None:
    every = {"408", "RateLimited", "500", "502", "503", "Reset", "CutBody", "Delay"}
    # A short walk has not met them all when it is over.
    assert hotels.failed.keys() == every or hotels.failed.total() - hotels.failed["408"] < 12
    assert hotels.changed
    assert hotels.refunds > 0
    assert len(hotels.added) > hotels.refunds


def parts_asked_for(history: History) -> set[str]:
    requests = [it.request or {} for it in history.sandbox.calls]
    return {str((it.get("CreatedUtc"), it.get("AccountIds"))) for it in requests}
