"""Going on, across windows, parts of lists and pages, where a long read broke off."""

from __future__ import annotations

import re
from contextlib import aclosing
from itertools import product
from typing import Any
from uuid import UUID

import pytest
from attrs import frozen
from pytest_httpx import HTTPXMock

from mews_connector import MewsClient, RetryPolicy, errors, models
from support.archive import YEAR, Archive, Asked, Kept, by_day, day
from support.clients import virtual_client
from support.pages import Payments, numbers, walk

pytestmark = pytest.mark.virtual_time

ONE_ATTEMPT = RetryPolicy(attempts=1)
NAMES = [UUID(int=1000 + name) for name in range(150)]
KEPT = [Kept(at, day(at), NAMES[at * 7 % 150]) for at in range(0, YEAR, 9)]


@frozen
class Way:
    """How a query is walked, which may differ from one part of a walk to the next."""

    concurrency: int
    ordered: bool
    prefetch: bool


WAYS = [
    Way(concurrency, ordered, prefetch)
    for concurrency, ordered, prefetch in product((1, 3), (True, False), (False, True))
    if ordered or concurrency > 1
]
EACH_WAY = pytest.mark.parametrize("way", WAYS, ids=str)


def both_cut(mews: MewsClient, way: Way | None = None, **keywords: Any) -> Payments:
    """A year of the payments of 150 accounts: eight legs of several pages each."""
    arguments: dict[str, Any] = {
        "created_utc": models.TimeInterval(start_utc=day(0), end_utc=day(YEAR)),
        "account_ids": NAMES,
        "page_size": 3,
        **({} if way is None else _keywords(way)),
    }
    return mews.payments.get_all(**arguments | keywords)


def _keywords(way: Way) -> dict[str, Any]:
    return {"concurrency": way.concurrency, "ordered": way.ordered, "prefetch": way.prefetch}


async def taken(query: Payments, pages: int) -> tuple[list[int], str | None]:
    """The rows of so many pages, and the string to go on from."""
    rows: list[int] = []
    resume: str | None = None
    async with aclosing(query.pages()) as walking:
        async for page in walking:
            rows += numbers(page.items)
            resume = page.resume
            pages -= 1
            if not pages:
                break
    return rows, resume


@EACH_WAY
async def test_after_each_page_of_each_part_nothing_is_lost_or_repeated(
    httpx_mock: HTTPXMock, way: Way
) -> None:
    archive = Archive(httpx_mock, KEPT)

    async with virtual_client() as mews:
        pages = len([page async for page in both_cut(mews, way).pages()])
        for count in range(1, pages):
            before, resume = await taken(both_cut(mews, way), count)
            assert resume is not None
            after = numbers(await both_cut(mews, way, resume=resume).collect())
            assert sorted(before + after) == sorted(archive.numbers), f"after page {count}"

    assert pages > 20


@frozen
class Nth:
    """Refuses one request."""

    archive: Archive
    number: int

    def __call__(self, asked: Asked) -> int | None:
        return 500 if self.archive.asked.index(asked) == self.number else None


@EACH_WAY
async def test_each_request_that_fails_for_good_tells_where_to_go_on(
    httpx_mock: HTTPXMock, way: Way
) -> None:
    archive = Archive(httpx_mock, KEPT)

    async with virtual_client(retry=ONE_ATTEMPT) as mews:
        await both_cut(mews, way).collect()
        for failing in range(len(archive.asked)):
            archive.asked.clear()
            archive.refuses = Nth(archive, failing)
            rows: list[int] = []
            with pytest.raises(errors.ServerError) as caught:
                await walk(both_cut(mews, way), rows)
            archive.relents()
            await walk(both_cut(mews, way, resume=caught.value.resume), rows)
            assert sorted(rows) == sorted(archive.numbers), f"request {failing}"


async def test_a_walk_may_be_gone_on_with_in_any_other_way(httpx_mock: HTTPXMock) -> None:
    archive = Archive(httpx_mock, KEPT)

    async with virtual_client() as mews:
        rows: list[int] = []
        resume: str | None = None
        ways = WAYS * 10
        while True:
            query = both_cut(mews, ways.pop(), resume=resume, page_size=1 + len(ways) % 3)
            more, resume = await taken(query, 2)
            rows += more
            if resume is None:
                break

    assert sorted(rows) == sorted(archive.numbers)
    assert len(WAYS * 10) - len(ways) > len(WAYS), "not each way was taken"


async def test_what_was_walked_as_it_came_is_gone_on_with_newest_first(
    httpx_mock: HTTPXMock,
) -> None:
    Archive(httpx_mock, KEPT)
    year: dict[str, Any] = {"account_ids": None, "concurrency": 3}

    async with virtual_client() as mews:
        # Given three windows that were begun
        _, resume = await taken(both_cut(mews, **year, ordered=False), 3)
        rows = numbers(await both_cut(mews, **year, resume=resume).collect())

    assert resume is not None
    assert resume.count("-") == 3
    assert rows == sorted(rows, reverse=True)


async def test_half_a_window_is_gone_on_with_where_it_was(httpx_mock: HTTPXMock) -> None:
    def refuses(asked: Asked) -> int | None:
        return 408 if asked.length > 25 else None

    archive = Archive(httpx_mock, KEPT, refuses=refuses)

    async with virtual_client() as mews:
        rows: list[int] = []
        resume: str | None = None
        while True:
            more, resume = await taken(both_cut(mews, resume=resume), 1)
            rows += more
            if resume is None:
                break

    assert sorted(rows) == sorted(archive.numbers)


# What the string is like.


async def resumes(query: Payments) -> list[str]:
    return [page.resume async for page in query.pages() if page.resume is not None]


@EACH_WAY
async def test_it_is_short_and_printable_and_tells_of_no_argument(
    httpx_mock: HTTPXMock, way: Way
) -> None:
    Archive(httpx_mock, KEPT)

    async with virtual_client() as mews:
        told = await resumes(both_cut(mews, way))

    for each in told:
        assert re.fullmatch(r"2\.[0-9a-f]{16}(\.\d+-([0-9a-f]{32}|start))*\.\d+", each)
        assert len(each) < 40 + 40 * way.concurrency
        assert not any(name.hex in each for name in NAMES)


async def test_parts_of_which_nothing_was_given_take_no_room_in_it(httpx_mock: HTTPXMock) -> None:
    Archive(httpx_mock, KEPT)

    async with virtual_client() as mews:
        one_by_one = await resumes(both_cut(mews))
        at_once = await resumes(both_cut(mews, concurrency=8, prefetch=True))

    assert at_once == one_by_one


async def test_the_strings_of_the_first_version_are_still_taken(httpx_mock: HTTPXMock) -> None:
    archive = Archive(httpx_mock, by_day(1, 2, 3, 4))

    async with virtual_client() as mews:
        query = mews.payments.get_all(account_ids=[Kept(1, day(1)).account], page_size=2)
        fingerprint = (await resumes(query))[0].split(".")[1]
        for text, expected in (
            (f"1.{fingerprint}.{UUID(int=3)}", [2, 1]),
            (f"1.{fingerprint}.start", archive.numbers),
        ):
            again = mews.payments.get_all(account_ids=[Kept(1, day(1)).account], resume=text)
            assert numbers(await again.collect()) == expected


async def test_the_string_of_another_query_is_refused(httpx_mock: HTTPXMock) -> None:
    Archive(httpx_mock, KEPT)

    async with virtual_client() as mews:
        resume = (await resumes(both_cut(mews)))[4]
        later = models.TimeInterval(start_utc=day(0), end_utc=day(YEAR + 1))
        others: list[dict[str, Any]] = [
            {"created_utc": later},
            {"account_ids": NAMES[:-1]},
            {"account_ids": NAMES[::-1]},
            {"states": [models.PaymentState.CHARGED]},
        ]
        for other in others:
            with pytest.raises(errors.InvalidRequestError, match="resume: belongs to another"):
                both_cut(mews, resume=resume, **other)


CURSOR = UUID(int=9).hex


@pytest.mark.parametrize(
    "places",
    [
        pytest.param("9", id="beyond the end"),
        pytest.param("8", id="at the end"),
        pytest.param("999999999", id="far beyond the end"),
        pytest.param("8-start.9", id="a part beyond the last"),
        pytest.param("5-start.3", id="a part that is still to come"),
        pytest.param("3-start.3", id="a part that is next"),
        pytest.param("1-start.1-start.3", id="a part twice"),
        pytest.param(f"2-{CURSOR}.1-start.3", id="parts in a wrong order"),
        pytest.param(f"0{'n' * 40}-start.1", id="halved too often"),
        pytest.param(f"0{'o' * 100_000}-{CURSOR}.1", id="halved without end"),
    ],
)
async def test_a_place_that_is_none_of_the_query_is_refused(
    httpx_mock: HTTPXMock, places: str
) -> None:
    Archive(httpx_mock, KEPT)

    async with virtual_client() as mews:
        fingerprint = (await resumes(both_cut(mews)))[0].split(".")[1]
        with pytest.raises(errors.InvalidRequestError, match="resume: belongs to another"):
            both_cut(mews, resume=f"2.{fingerprint}.{places}")


async def test_a_query_without_intervals_has_no_halves(httpx_mock: HTTPXMock) -> None:
    Archive(httpx_mock, by_day(1, 2))

    async with virtual_client() as mews:
        [resume, *_] = await resumes(mews.payments.get_all(account_ids=[Kept(1, day(1)).account]))
        spoiled = resume.replace(".0-", ".0n-")
        with pytest.raises(errors.InvalidRequestError, match="resume: belongs to another"):
            mews.payments.get_all(account_ids=[Kept(1, day(1)).account], resume=spoiled)
