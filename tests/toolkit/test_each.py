"""Work for each enterprise: what one comes to is no matter of the others."""

from __future__ import annotations

import asyncio
from typing import Any
from uuid import UUID

import pytest
from pytest_httpx import HTTPXMock

from mews_connector import MewsClient, errors
from mews_toolkit.portfolio import Outcomes, each
from support.callers import settle
from support.clients import virtual_client
from support.interruption import interrupted
from support.pages import page, payments

pytestmark = pytest.mark.virtual_time

LABELS = ["north", "east", "south", "west", "centre", "harbour"]


@pytest.fixture
async def hotels() -> dict[str, MewsClient]:
    """Clients by label. They are never asked anything."""
    return {label: virtual_client() for label in LABELS}


class Work:
    """Takes a second per hotel, and keeps count."""

    def __init__(self, hotels: dict[str, MewsClient], **raised: BaseException) -> None:
        self.begun: list[str] = []
        self.cleaned_up: list[str] = []
        self.now = self.most_at_once = 0
        self._labels = {id(mews): label for label, mews in hotels.items()}
        self._raised = raised

    async def __call__(self, mews: MewsClient) -> str:
        label = self._labels[id(mews)]
        self.begun.append(label)
        self.now += 1
        self.most_at_once = max(self.most_at_once, self.now)
        try:
            await asyncio.sleep(1)
            if label in self._raised:
                raise self._raised[label]
        finally:
            self.now -= 1
            self.cleaned_up.append(label)
        return label.upper()


async def test_results_come_by_hotel_in_the_order_of_the_hotels(
    hotels: dict[str, MewsClient],
) -> None:
    places = {id(mews): place for place, mews in enumerate(hotels.values())}

    async def slowest_first(mews: MewsClient) -> int:
        await asyncio.sleep(10 - places[id(mews)])
        return places[id(mews)]

    outcomes = await each(hotels, slowest_first, concurrency=6)

    assert list(outcomes.results.items()) == [(label, LABELS.index(label)) for label in LABELS]
    assert outcomes.failures == {}
    assert outcomes.complete() == outcomes.results


async def test_one_that_fails_loses_nothing_of_the_others(hotels: dict[str, MewsClient]) -> None:
    fire, flood = RuntimeError("fire"), errors.NotSentError("flood")

    outcomes = await each(hotels, Work(hotels, west=flood, east=fire))

    assert list(outcomes.results) == ["north", "south", "centre", "harbour"]
    assert list(outcomes.failures.items()) == [("east", fire), ("west", flood)]
    with pytest.raises(ExceptionGroup, match="2 of 6 failed: east, west") as raised:
        outcomes.complete()
    assert raised.value.exceptions == (fire, flood)


async def test_what_failed_can_be_tried_again_alone(hotels: dict[str, MewsClient]) -> None:
    first = await each(hotels, Work(hotels, west=RuntimeError("fire")))
    work = Work(hotels)

    again = await each(hotels, work, only=first.failures)

    assert work.begun == ["west"]
    assert again.results == {"west": "WEST"}


async def test_a_label_that_is_not_there_is_refused(hotels: dict[str, MewsClient]) -> None:
    work = Work(hotels)

    with pytest.raises(errors.InvalidRequestError, match="label moon"):
        await each(hotels, work, only=["north", "moon"])

    assert work.begun == []


@pytest.mark.parametrize(("concurrency", "seconds"), [(1, 6), (4, 2), (6, 1), (100, 1)])
async def test_so_many_hotels_at_once_and_no_more(
    hotels: dict[str, MewsClient], concurrency: int, seconds: int
) -> None:
    work = Work(hotels)

    await each(hotels, work, concurrency=concurrency)

    assert work.most_at_once == min(concurrency, 6)
    assert asyncio.get_running_loop().time() == seconds


async def test_four_at_once_unless_told_otherwise(hotels: dict[str, MewsClient]) -> None:
    work = Work(hotels)

    await each(hotels, work)

    assert work.most_at_once == 4


@pytest.mark.parametrize("concurrency", [0, -1, True, 1.5, "4", None])
async def test_a_concurrency_that_is_no_number_from_one_is_refused(
    hotels: dict[str, MewsClient], concurrency: Any
) -> None:
    with pytest.raises(errors.InvalidRequestError, match="concurrency"):
        await each(hotels, Work(hotels), concurrency=concurrency)


async def test_no_hotels_have_no_outcomes() -> None:
    nobody: dict[str, MewsClient] = {}

    assert await each(nobody, Work(nobody)) == Outcomes({}, {})


async def test_of_a_portfolio_the_work_gets_a_view_of_each_enterprise(
    httpx_mock: HTTPXMock,
) -> None:
    httpx_mock.add_response(json=page(7), is_reusable=True)
    ids = [UUID(int=number) for number in range(1, 4)]

    async def count(mews: MewsClient) -> int:
        return len(await payments(mews).collect())

    async with virtual_client(portfolio=True) as mews:
        outcomes = await each(mews, count, only=ids)

    sent = sorted(request.content for request in httpx_mock.get_requests())
    assert outcomes == Outcomes(dict.fromkeys(ids, 1), {})
    assert [str(it).encode() in body for it, body in zip(ids, sent, strict=True)] == [True] * 3


@pytest.mark.parametrize("at_wakening", [False, True], ids=["while it waits", "when it wakes up"])
async def test_cancelling_it_cancels_all_that_is_under_way(
    hotels: dict[str, MewsClient], *, at_wakening: bool
) -> None:
    cancelled, at = True, 0
    while cancelled:
        at += 1
        work = Work(hotels)

        cancelled = await interrupted(each(hotels, work), at, at_wakening=at_wakening)

        assert sorted(work.cleaned_up) == sorted(work.begun)
        assert asyncio.all_tasks() == {asyncio.current_task()}
        if cancelled:
            begun = len(work.begun)
            await asyncio.sleep(10)
            assert len(work.begun) == begun, "no hotel is begun after the cancellation"
    assert at > 6, "it never waited for the hotels"


async def test_it_ends_only_when_all_work_has_cleaned_up(hotels: dict[str, MewsClient]) -> None:
    cleaned_up: list[float] = []

    async def slow_to_clean_up(mews: MewsClient) -> None:
        del mews
        try:
            await asyncio.sleep(100)
        finally:
            await asyncio.sleep(5)
            cleaned_up.append(asyncio.get_running_loop().time())

    task = asyncio.create_task(each(hotels, slow_to_clean_up))
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.sleep(1)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task

    assert cleaned_up == [6, 6, 6, 6]


async def test_work_that_turns_its_cancellation_into_an_error_goes_on_with_no_other_hotel(
    hotels: dict[str, MewsClient],
) -> None:
    begun = 0

    async def stubborn(mews: MewsClient) -> None:
        nonlocal begun
        del mews
        begun += 1
        try:
            await asyncio.sleep(100)
        except asyncio.CancelledError:
            raise RuntimeError("turned") from None

    task = asyncio.create_task(each(hotels, stubborn))
    await settle()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task

    assert begun == 4


async def test_a_cancellation_out_of_the_work_itself_is_no_failure_and_ends_all(
    hotels: dict[str, MewsClient],
) -> None:
    work = Work(hotels, north=asyncio.CancelledError())

    with pytest.raises(asyncio.CancelledError):
        await each(hotels, work, concurrency=2)

    assert sorted(work.cleaned_up) == sorted(work.begun)
    assert len(work.begun) < len(LABELS)
    assert asyncio.all_tasks() == {asyncio.current_task()}


def test_an_interrupt_of_the_keyboard_is_no_failure() -> None:
    begun: list[str] = []

    async def pressed(mews: MewsClient) -> None:
        del mews
        begun.append("one")
        raise KeyboardInterrupt

    async def main() -> None:
        await each({label: virtual_client() for label in LABELS}, pressed, concurrency=1)

    with pytest.raises(KeyboardInterrupt):
        asyncio.run(main())
    assert begun == ["one"]
