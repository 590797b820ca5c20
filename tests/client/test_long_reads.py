"""Intervals and lists longer than the API takes are read in parts, and each row comes once."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate, pairwise
from typing import Any
from uuid import UUID

import httpx
import pytest
from pytest_httpx import HTTPXMock

from mews_connector import MewsClient, models
from mews_runtime import Model, _json
from support.archive import QUARTERS, YEAR, Archive, Kept, by_day, day
from support.clients import virtual_client
from support.pages import ACCOUNT, Payments, numbers, page

pytestmark = pytest.mark.virtual_time


def between(start: float, end: float) -> models.TimeInterval:
    return models.TimeInterval(start_utc=day(start), end_utc=day(end))


def created(mews: MewsClient, start: float = 0, end: float = YEAR, **keywords: Any) -> Payments:
    return mews.payments.get_all(created_utc=between(start, end), **keywords)


def accounts(*names: int) -> list[UUID]:
    return [UUID(int=1000 + name) for name in names]


# Intervals.


async def test_a_long_interval_is_read_in_windows_from_the_newest_on(httpx_mock: HTTPXMock) -> None:
    archive = Archive(httpx_mock, by_day(*range(YEAR)))

    async with virtual_client() as mews:
        rows = await created(mews, page_size=40).collect()

    assert numbers(rows) == archive.numbers
    assert archive.windows == QUARTERS


async def test_a_page_tells_how_many_windows_are_read_to_their_end(httpx_mock: HTTPXMock) -> None:
    Archive(httpx_mock, by_day(*range(YEAR)))

    async with virtual_client() as mews:
        pages = [each async for each in created(mews, page_size=50).pages()]
        rest = [each async for each in created(mews, page_size=50, resume=pages[2].resume).pages()]

    assert {each.parts for each in pages} == {len(QUARTERS)}
    ends = accumulate(int(each.cursor is None) for each in pages)
    assert [each.parts_done for each in pages] == list(ends)
    assert pages[-1].parts_done == len(QUARTERS)
    assert [each.parts_done for each in rest] == [each.parts_done for each in pages[3:]]


async def test_windows_share_their_boundaries_and_no_row_at_one_comes_twice(
    httpx_mock: HTTPXMock,
) -> None:
    at_boundaries = [0, 90, 181, 273]
    archive = Archive(httpx_mock, by_day(*at_boundaries, 364))

    async with virtual_client() as mews:
        pages = [each async for each in created(mews).pages()]

    assert all(newer[0] == older[1] for newer, older in pairwise(archive.windows))
    with_rows = [numbers(each.result.payments) for each in pages if each.result.payments]
    assert with_rows == [[364, 273], [181], [90], [0]]


@pytest.mark.parametrize("concurrency", [1, 3])
async def test_each_row_comes_once_if_the_server_takes_the_end_to_belong_to_it(
    httpx_mock: HTTPXMock, concurrency: int
) -> None:
    archive = Archive(httpx_mock, by_day(0, 89, 90, 91, 181, 273, 364), closed_ends=True)

    async with virtual_client() as mews:
        pages = [each async for each in created(mews, concurrency=concurrency).pages()]

    assert sum(len(each.result.payments) for each in pages) == len(archive.rows) + 3
    assert [number for each in pages for number in numbers(each.items)] == archive.numbers


async def test_an_interval_that_is_not_too_long_stays_as_it_is(httpx_mock: HTTPXMock) -> None:
    archive = Archive(httpx_mock, [])

    async with virtual_client() as mews:
        await created(mews, 10.5, 100.25).collect()

    assert archive.windows == [(10.5, 100.25)]


async def test_one_that_starts_where_it_ends_means_that_instant(httpx_mock: HTTPXMock) -> None:
    archive = Archive(httpx_mock, by_day(100, 101, 102))

    async with virtual_client() as mews:
        rows = await created(mews, 101, 101).collect()

    assert (numbers(rows), archive.windows) == ([101], [(101, 101)])


async def test_several_long_intervals_are_cut_each(httpx_mock: HTTPXMock) -> None:
    archive = Archive(httpx_mock, by_day(*range(0, YEAR, 7)))
    asked: list[tuple[str, str]] = []

    async with virtual_client() as mews:
        rows = await mews.payments.get_all(
            created_utc=between(181, YEAR), updated_utc=between(181, YEAR)
        ).collect()

    for request in httpx_mock.get_requests():
        body = json.loads(request.content)
        asked.append((body["CreatedUtc"]["StartUtc"][:10], body["UpdatedUtc"]["StartUtc"][:10]))
    july, october = "2025-07-01", "2025-10-01"
    windows = [(october, october), (october, july), (july, october), (july, july)]
    assert list(dict.fromkeys(asked)) == windows
    assert numbers(rows) == [number for number in archive.numbers if number >= 181]


class Ledger:
    """Answers `ledgerBalances/getAll` with the balance of each day, two ledgers a day."""

    def __init__(self, httpx_mock: HTTPXMock) -> None:
        self.asked: list[tuple[str, str]] = []
        httpx_mock.add_callback(self._answer, is_reusable=True)

    def _answer(self, request: httpx.Request) -> httpx.Response:
        body = json.loads(request.content)
        start, end = (date.fromisoformat(body["Date"][name]) for name in ("Start", "End"))
        self.asked.append((str(start), str(end)))
        days = [start + timedelta(days=it) for it in range((end - start).days)]
        # As a server would that takes the last day to belong to the interval.
        rows = [_balance(it, kind) for it in [end, *reversed(days)] for kind in ("Revenue", "Tax")]
        return httpx.Response(200, json={"LedgerBalances": rows, "Cursor": None})


def _balance(on: date, kind: str) -> dict[str, Any]:
    nothing: dict[str, Any] = {"Currency": "EUR", "NetValue": 0, "GrossValue": 0, "TaxValues": []}
    return {
        "EnterpriseId": str(ACCOUNT),
        "Date": str(on),
        "LedgerType": kind,
        "OpeningBalance": nothing,
        "ClosingBalance": nothing,
    }


async def test_ledgers_are_read_month_by_month_and_told_apart_by_what_the_document_names(
    httpx_mock: HTTPXMock,
) -> None:
    ledger = Ledger(httpx_mock)
    span = models.DateInterval(start=date(2024, 1, 15), end=date(2024, 3, 31))

    async with virtual_client() as mews:
        rows = await mews.ledger_balances.get_all(
            date=span, ledger_types=[models.LedgerType.REVENUE, models.LedgerType.TAX]
        ).collect()

    assert ledger.asked == [
        ("2024-03-01", "2024-03-31"),
        ("2024-02-01", "2024-03-01"),
        ("2024-01-15", "2024-02-01"),
    ]
    dates = [date(2024, 1, 15) + timedelta(days=it) for it in range(77)]
    assert [row.date for row in rows[::2]] == dates[::-1]
    assert len(rows) == 2 * len(dates)


# Lists.


async def test_a_long_list_is_read_in_parts(httpx_mock: HTTPXMock) -> None:
    names = range(250)
    kept = [Kept(name, day(name), *accounts(name)) for name in names]
    archive = Archive(httpx_mock, kept)

    async with virtual_client() as mews:
        rows = await mews.payments.get_all(account_ids=accounts(*names)).collect()

    assert [len(part) for part in archive.parts] == [100, 100, 50]
    assert [account for part in archive.parts for account in part] == accounts(*names)
    assert sorted(numbers(rows)) == list(names)


async def test_what_is_named_twice_is_asked_for_once(httpx_mock: HTTPXMock) -> None:
    archive = Archive(httpx_mock, [Kept(7, day(7), *accounts(0))])
    named = accounts(*range(110), 0, 109, *range(110))

    async with virtual_client() as mews:
        rows = await mews.payments.get_all(account_ids=named).collect()

    assert archive.parts == [tuple(accounts(*range(100))), tuple(accounts(*range(100, 110)))]
    assert numbers(rows) == [7]


async def test_a_list_that_is_short_enough_without_its_repetitions_is_one_part(
    httpx_mock: HTTPXMock,
) -> None:
    archive = Archive(httpx_mock, [])

    async with virtual_client() as mews:
        await mews.payments.get_all(account_ids=accounts(*range(60), *range(60))).collect()

    assert archive.parts == [tuple(accounts(*range(60)))]


async def test_a_list_that_is_not_too_long_stays_as_it_is(httpx_mock: HTTPXMock) -> None:
    archive = Archive(httpx_mock, [])

    async with virtual_client() as mews:
        await mews.payments.get_all(account_ids=accounts(2, 1, 2)).collect()

    assert archive.parts == [tuple(accounts(2, 1, 2))]


@pytest.mark.parametrize("count", [60, 150])
async def test_what_becomes_of_a_list_after_the_query_was_made_does_not_matter(
    httpx_mock: HTTPXMock, count: int
) -> None:
    archive = Archive(httpx_mock, [Kept(it, day(it), *accounts(it)) for it in range(count)])
    named = accounts(*range(count))

    async with virtual_client() as mews:
        query = created(mews, account_ids=named)
        named.clear()
        await query.first_page()
        named += accounts(*range(400))
        rows = await query.collect()

    assert sorted(numbers(rows)) == list(range(count))
    assert {account for part in archive.parts for account in part} == set(accounts(*range(count)))


async def test_each_window_is_read_for_all_parts_of_a_list_before_the_next(
    httpx_mock: HTTPXMock,
) -> None:
    names = range(150)
    kept = [Kept(name * 2, day(name * 2), *accounts(name)) for name in names]
    archive = Archive(httpx_mock, kept)

    async with virtual_client() as mews:
        rows = await created(mews, account_ids=accounts(*names)).collect()

    told = dict.fromkeys((each.window, each.accounts[0]) for each in archive.asked)
    heads = accounts(0, 100)
    assert list(told) == [(window, head) for window in QUARTERS for head in heads]
    assert sorted(numbers(rows)) == sorted(archive.numbers)


async def test_a_long_list_is_written_once_for_all_pages_of_a_part(
    httpx_mock: HTTPXMock, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = Archive(httpx_mock, [Kept(name, day(name), *accounts(0)) for name in range(20)])
    written: list[Model] = []
    encode = _json.encode

    def noting(value: object) -> bytes:
        if isinstance(value, models.PaymentsGetAllRequest):
            written.append(value)
        return encode(value)

    monkeypatch.setattr(_json, "encode", noting)
    async with virtual_client() as mews:
        query = mews.payments.get_all(account_ids=accounts(*range(150)), page_size=2)
        before_the_walk = len(written)
        await query.collect()

    assert len(archive.asked) == 12
    assert len(written) - before_the_walk == 2


# Both, and the rest of a paginator.


async def test_a_view_of_an_enterprise_names_it_in_every_part(httpx_mock: HTTPXMock) -> None:
    Archive(httpx_mock, by_day(*range(0, YEAR, 30)))
    hotel = UUID(int=5)

    async with virtual_client(portfolio=True) as portfolio:
        rows = await created(portfolio.for_enterprise(hotel)).collect()

    assert len(rows) == 13
    told = [json.loads(request.content)["EnterpriseIds"] for request in httpx_mock.get_requests()]
    assert told == [[str(hotel)]] * 8


async def test_the_first_page_is_that_of_the_newest_window(httpx_mock: HTTPXMock) -> None:
    archive = Archive(httpx_mock, by_day(*range(YEAR)))

    async with virtual_client() as mews:
        first = await created(mews, page_size=3, concurrency=4, prefetch=True).first_page()

    assert numbers(first.items) == [364, 363, 362]
    assert len(archive.asked) == 1


async def test_collect_asks_for_no_window_beyond_its_limit(httpx_mock: HTTPXMock) -> None:
    archive = Archive(httpx_mock, by_day(*range(0, YEAR, 10)))

    async with virtual_client() as mews:
        rows = await created(mews).collect(15)

    assert numbers(rows) == archive.numbers[:15]
    assert archive.windows == QUARTERS[:2]


async def test_a_page_tells_the_cursor_of_its_window(httpx_mock: HTTPXMock) -> None:
    Archive(httpx_mock, by_day(364, 363, 2))

    async with virtual_client() as mews:
        pages = [each async for each in created(mews, page_size=2).pages()]

    assert [each.number for each in pages] == list(range(1, 7))
    assert [each.cursor and each.cursor.int for each in pages] == [363, None, None, None, 2, None]
    assert [each.resume is None for each in pages] == [False] * 5 + [True]


async def test_reading_ahead_goes_on_into_the_next_window(httpx_mock: HTTPXMock) -> None:
    Archive(httpx_mock, by_day(*range(0, YEAR, 30)), takes=lambda _: 2.0)
    time = asyncio.get_running_loop().time

    waited: list[float] = []
    async with virtual_client() as mews:
        since = time()
        async for _ in created(mews, prefetch=True).pages():
            waited.append(time() - since)
            await asyncio.sleep(100)
            since = time()

    assert waited == [2.0, *[0.0] * 7]


async def test_a_cursor_may_come_again_in_another_window(httpx_mock: HTTPXMock) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        is_first = "Cursor" not in json.loads(request.content)["Limitation"]
        return httpx.Response(200, json=page(9, cursor=9) if is_first else page())

    httpx_mock.add_callback(answer, is_reusable=True)

    async with virtual_client() as mews:
        rows = await created(mews).collect()

    assert numbers(rows) == [9]


async def test_an_interval_of_another_zone_is_cut_in_utc(httpx_mock: HTTPXMock) -> None:
    def in_zone(text: str) -> datetime:
        return datetime.fromisoformat(text)

    archive = Archive(httpx_mock, [])
    span = models.TimeInterval(
        start_utc=in_zone("2025-01-01T02:00:00+02:00"),
        end_utc=in_zone("2025-06-30T20:00:00-04:00"),
    )

    async with virtual_client() as mews:
        await mews.payments.get_all(created_utc=span).collect()

    assert [(each.start, each.end) for each in archive.asked] == [
        (datetime(2025, 4, 1, tzinfo=UTC), datetime(2025, 7, 1, tzinfo=UTC)),
        (datetime(2025, 1, 1, tzinfo=UTC), datetime(2025, 4, 1, tzinfo=UTC)),
    ]
