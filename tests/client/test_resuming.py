"""Going on where a walk broke off, without losing or repeating a row."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from pytest_httpx import HTTPXMock

from mews_connector import MewsClient, RetryPolicy, errors, models
from mews_toolkit.sandbox import (
    CutBody,
    Delay,
    Fault,
    Html,
    RateLimited,
    Reset,
    Sandbox,
    Status,
    serve_in_thread,
)
from support.clients import virtual_client
from support.pages import ACCOUNT, asked, numbers, page, payments, walk
from support.sandboxes import sandbox_client

ON_VIRTUAL_TIME = pytest.mark.virtual_time
ONE_ATTEMPT = RetryPolicy(attempts=1)


async def broken_walk(mews: MewsClient, **keywords: Any) -> tuple[list[int], errors.MewsError]:
    """The rows before the error, and the error."""
    rows: list[int] = []
    with pytest.raises(errors.MewsError) as caught:
        await walk(payments(mews, **keywords), rows)
    return rows, caught.value


@ON_VIRTUAL_TIME
@pytest.mark.parametrize("prefetch", [False, True])
@pytest.mark.parametrize(
    "failure",
    [
        pytest.param({"status_code": 401}, id="refused"),
        pytest.param({"status_code": 500}, id="out of attempts"),
        pytest.param({"status_code": 408}, id="too heavy"),
        pytest.param({"status_code": 429, "headers": {"Retry-After": "3600"}}, id="limited"),
        pytest.param({"text": "<html>"}, id="unreadable"),
        pytest.param({"json": page(7, cursor=8)}, id="a cursor again"),
    ],
)
async def test_an_error_tells_where_to_go_on(
    httpx_mock: HTTPXMock, failure: dict[str, Any], *, prefetch: bool
) -> None:
    httpx_mock.add_response(json=page(9, 8, cursor=8))
    httpx_mock.add_response(**failure)
    httpx_mock.add_response(json=page(7, 6))

    async with virtual_client(retry=ONE_ATTEMPT) as mews:
        before, error = await broken_walk(mews, prefetch=prefetch)
        assert error.resume is not None
        patient = mews.with_options(retry=RetryPolicy(deadline=7200))
        after = await payments(patient, resume=error.resume).collect()

    assert before == [9, 8]
    assert numbers(after) == [7, 6]
    assert asked(httpx_mock) == [(1000, None), (1000, 8), (1000, 8)]


@ON_VIRTUAL_TIME
async def test_a_walk_that_never_began_goes_on_from_the_beginning(httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(status_code=503)
    httpx_mock.add_response(json=page(9))

    async with virtual_client(retry=ONE_ATTEMPT) as mews:
        before, error = await broken_walk(mews)
        after = await payments(mews, resume=error.resume).collect()

    assert (before, numbers(after)) == ([], [9])
    assert asked(httpx_mock) == [(1000, None), (1000, None)]


@ON_VIRTUAL_TIME
async def test_a_resumed_walk_can_break_off_and_be_resumed_again(httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=page(9, cursor=9))
    httpx_mock.add_response(status_code=503)
    httpx_mock.add_response(json=page(8, cursor=8))
    httpx_mock.add_response(status_code=503)
    httpx_mock.add_response(json=page(7))

    async with virtual_client(retry=ONE_ATTEMPT) as mews:
        _, first = await broken_walk(mews)
        middle, second = await broken_walk(mews, resume=first.resume)
        after = await payments(mews, resume=second.resume).collect()

    assert (middle, numbers(after)) == ([8], [7])


@ON_VIRTUAL_TIME
async def test_another_client_may_go_on_in_pages_of_another_size(httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=page(9, cursor=9))
    httpx_mock.add_response(status_code=503)
    httpx_mock.add_response(json=page(8))

    async with virtual_client(retry=ONE_ATTEMPT) as mews:
        _, error = await broken_walk(mews)
    async with virtual_client() as another:
        await payments(another, resume=error.resume, page_size=10, prefetch=True).collect()

    assert asked(httpx_mock)[-1] == (10, 9)


@ON_VIRTUAL_TIME
async def test_a_call_that_reads_no_pages_has_nothing_to_resume(httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(status_code=401)

    async with virtual_client() as mews:
        with pytest.raises(errors.UnauthorizedError) as caught:
            await mews.configuration.get()

    assert caught.value.resume is None


async def resume_of(mews: MewsClient, httpx_mock: HTTPXMock) -> str:
    httpx_mock.add_response(json=page(9, cursor=9))
    httpx_mock.add_response(status_code=401)
    _, error = await broken_walk(mews)
    assert error.resume is not None
    return error.resume


@ON_VIRTUAL_TIME
async def test_a_resume_of_another_query_is_refused(httpx_mock: HTTPXMock) -> None:
    async with virtual_client() as mews:
        resume = await resume_of(mews, httpx_mock)
        spoken = mews.with_options(language_code="en-GB", culture_code="en-GB")
        elsewhere = mews.for_enterprise(UUID(int=1))
        for query in (
            lambda: payments(mews, account_ids=[ACCOUNT, ACCOUNT], resume=resume),
            lambda: payments(mews, states=[models.PaymentState.CHARGED], resume=resume),
            lambda: mews.payment_requests.get_all(account_ids=[ACCOUNT], resume=resume),
            lambda: payments(spoken, resume=resume),
            lambda: payments(elsewhere, resume=resume),
        ):
            with pytest.raises(errors.InvalidRequestError, match="resume: belongs to another"):
                query()

    assert len(asked(httpx_mock)) == 2


SPOILED: dict[str, Callable[[str], object]] = {
    "empty": lambda _: "",
    "prose": lambda _: "the third page, please",
    "a number": lambda _: 7,
    "bytes": lambda good: good.encode(),
    "cut": lambda good: good[:-1],
    "longer": lambda good: good + "\n",
    "another version": lambda good: "3" + good[1:],
    "dashes for a cursor": lambda good: good[:-34] + "-" * 32 + good[-2:],
    "too long a cursor": lambda good: good[:-2] + "0" + good[-2:],
    "a word for a cursor": lambda good: good[:-34] + "end" + good[-2:],
    "other digits": lambda good: good[:-1] + "\N{ARABIC-INDIC DIGIT ONE}",
    "a number beyond all bounds": lambda good: good[:-1] + "1" * 5000,
}


@ON_VIRTUAL_TIME
@pytest.mark.parametrize("spoil", SPOILED.values(), ids=SPOILED)
async def test_nonsense_is_refused(httpx_mock: HTTPXMock, spoil: Callable[[str], object]) -> None:
    async with virtual_client() as mews:
        good = await resume_of(mews, httpx_mock)
        with pytest.raises(errors.InvalidRequestError, match="resume: not a resume string"):
            payments(mews, resume=spoil(good))

    assert len(asked(httpx_mock)) == 2


NO_FAULT = Delay(0)
FAULTS: list[Fault] = [
    Status(401),
    Status(408),
    Status(500),
    Status(522, body="html"),
    RateLimited("0.001"),
    Html(),
    CutBody(),
    Reset(),
]


@pytest.mark.parametrize("seed", range(12))
async def test_whatever_fails_each_payment_is_read_exactly_once(seed: int) -> None:
    dice = random.Random(seed)
    sandbox = Sandbox(payments=240, limit=None)
    london = sandbox.enterprises[0]
    newest = sandbox.payments[0].created_utc
    start = newest - timedelta(days=88)
    expected = [
        it.id.int
        for it in sandbox.payments
        if it.enterprise_id == london.id and it.created_utc >= start
    ]
    quarter = models.TimeInterval(start_utc=start, end_utc=newest + timedelta(seconds=1))
    for _ in range(40):
        sandbox.faults.add(dice.choice(FAULTS) if dice.random() < 0.5 else NO_FAULT)

    found: list[int] = []
    breaks = 0
    resume: str | None = None
    with serve_in_thread(sandbox) as server:
        async with sandbox_client(server) as mews:
            while breaks < 50:
                attempts = RetryPolicy(attempts=dice.randint(1, 2), base_delay=0.001)
                query = mews.with_options(retry=attempts).payments.get_all(
                    created_utc=quarter,
                    page_size=dice.randint(1, 6),
                    prefetch=dice.random() < 0.5,
                    resume=resume,
                )
                try:
                    await walk(query, found)
                except errors.MewsError as error:
                    resume = error.resume
                    breaks += 1
                else:
                    break

    assert found == expected
    assert breaks > 0
