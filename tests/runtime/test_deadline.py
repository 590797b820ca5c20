"""The total time and the number of requests that one call may take, whatever it waits for."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from uuid import uuid4

import httpx
import pytest
from pytest_httpx import HTTPXMock

from mews_connector import RateLimit, RateWindow, RetryPolicy, errors
from support.clients import virtual_client
from support.exchanges import (
    Behaviour,
    CallOf,
    answers,
    play,
    raises,
    read_page,
    slowly,
    succeeds,
    trickles_for_ever,
    write,
)

pytestmark = pytest.mark.virtual_time

TEN_SECONDS = RetryPolicy(deadline=10)

every_call = pytest.mark.parametrize("call", [read_page, write], ids=["read", "write"])
no_answer_in_time = pytest.mark.parametrize(
    "fault",
    [slowly(11, succeeds()), trickles_for_ever()],
    ids=["an answer that comes too late", "a body that never ends"],
)


@pytest.fixture(autouse=True)
def draw(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Tells the share of its longest time that each wait for a retry takes; none by default."""

    def say(share: float) -> None:
        monkeypatch.setattr("random.random", lambda: share)

    say(0.0)
    return say


def now() -> float:
    return asyncio.get_running_loop().time()


@every_call
async def test_it_ends_the_wait_for_a_slot_of_the_window(
    httpx_mock: HTTPXMock, call: CallOf
) -> None:
    sent_at = play(httpx_mock, succeeds(), succeeds())
    async with virtual_client(rate_limit=RateLimit(1, 100), retry=TEN_SECONDS) as mews:
        await call(mews)

        with pytest.raises(
            errors.DeadlineExceededError, match="10 s is over before a slot"
        ) as raised:
            await call(mews)
        assert now() == 10.0
        assert raised.value.__cause__ is None

        # And the one who gave up has taken nothing along.
        await call(mews.with_options(retry=RetryPolicy(deadline=100)))
    assert sent_at == [0.0, 100.0]


@every_call
async def test_it_ends_the_wait_for_a_place_among_the_concurrent_requests(
    httpx_mock: HTTPXMock, call: CallOf
) -> None:
    sent_at = play(httpx_mock, slowly(50, succeeds()), succeeds())
    async with virtual_client(max_concurrency=1) as mews, asyncio.TaskGroup() as tasks:
        first = tasks.create_task(read_page(mews))
        await asyncio.sleep(1)

        with pytest.raises(errors.DeadlineExceededError):
            await call(mews.with_options(retry=TEN_SECONDS))
        assert now() == 11.0

        await first
        await call(mews)
    assert sent_at == [0.0, 50.0]


@every_call
async def test_nobody_waits_for_a_token_that_the_server_has_paused_for_longer(
    httpx_mock: HTTPXMock, call: CallOf
) -> None:
    play(httpx_mock, answers(429, headers={"Retry-After": "50"}), succeeds())
    async with virtual_client() as mews, asyncio.TaskGroup() as tasks:
        tasks.create_task(read_page(mews))
        await asyncio.sleep(1)

        with pytest.raises(errors.DeadlineExceededError, match="wants 49 s of quiet"):
            await call(mews.with_options(retry=TEN_SECONDS))
        assert now() == 1.0


@no_answer_in_time
async def test_it_ends_a_read_in_flight(httpx_mock: HTTPXMock, fault: Behaviour) -> None:
    play(httpx_mock, fault)
    async with virtual_client(retry=TEN_SECONDS) as mews:
        with pytest.raises(errors.DeadlineExceededError, match="deadline of 10 s"):
            await read_page(mews)
    assert now() == 10.0


@no_answer_in_time
async def test_it_leaves_a_write_in_flight_open(httpx_mock: HTTPXMock, fault: Behaviour) -> None:
    play(httpx_mock, fault)
    async with virtual_client(retry=TEN_SECONDS) as mews:
        with pytest.raises(errors.OutcomeUnknownError) as raised:
            await write(mews)
    assert type(raised.value.__cause__) is errors.DeadlineExceededError
    assert now() == 10.0


async def test_an_answer_just_in_time_is_as_good_as_any(httpx_mock: HTTPXMock) -> None:
    play(httpx_mock, slowly(9.999, succeeds()))
    async with virtual_client(retry=TEN_SECONDS) as mews:
        await write(mews)


@every_call
async def test_a_request_given_up_in_flight_still_counts_against_the_window(
    httpx_mock: HTTPXMock, call: CallOf
) -> None:
    play(httpx_mock, slowly(11, succeeds()))
    async with virtual_client(rate_limit=RateLimit(1, 30), retry=TEN_SECONDS) as mews:
        with pytest.raises(errors.MewsError):
            await call(mews)
        window = mews.limiter
        assert isinstance(window, RateWindow)
        assert (window.available, window.resets_in) == (0, 30.0)


async def test_it_covers_all_attempts_together(httpx_mock: HTTPXMock) -> None:
    slow_fault = slowly(4, answers(503))
    sent_at = play(httpx_mock, slow_fault, slow_fault, slow_fault)
    async with virtual_client(retry=TEN_SECONDS) as mews:
        with pytest.raises(errors.DeadlineExceededError) as raised:
            await read_page(mews)
    assert sent_at == [0.0, 4.0, 8.0]
    assert now() == 10.0
    assert type(raised.value.__cause__) is errors.ServerError


async def test_it_covers_the_waits_for_slots_of_all_attempts(httpx_mock: HTTPXMock) -> None:
    sent_at = play(httpx_mock, answers(503), answers(503), answers(503))
    async with virtual_client(rate_limit=RateLimit(1, 4), retry=TEN_SECONDS) as mews:
        with pytest.raises(errors.DeadlineExceededError) as raised:
            await read_page(mews)
    assert sent_at == [0.0, 4.0, 8.0]
    assert now() == 10.0
    assert type(raised.value.__cause__) is errors.ServerError


@pytest.mark.parametrize(
    ("call", "fault", "cause"),
    [
        pytest.param(read_page, answers(503), errors.ServerError, id="read, 503"),
        pytest.param(read_page, answers(429), errors.RateLimitedError, id="read, 429"),
        pytest.param(write, answers(429), errors.RateLimitedError, id="write, 429"),
        pytest.param(write, raises(httpx.ConnectError), errors.NotSentError, id="write, not sent"),
    ],
)
async def test_a_wait_that_would_go_past_it_is_not_begun(
    httpx_mock: HTTPXMock,
    draw: Callable[[float], None],
    call: CallOf,
    fault: Behaviour,
    cause: type[errors.MewsError],
) -> None:
    draw(0.5)
    play(httpx_mock, fault)
    policy = RetryPolicy(deadline=10, base_delay=20, max_delay=20)
    async with virtual_client(retry=policy) as mews:
        with pytest.raises(errors.DeadlineExceededError, match="deadline of 10 s") as raised:
            await call(mews)
    assert now() == 0.0
    assert type(raised.value.__cause__) is cause


async def test_each_page_of_a_walk_has_the_whole_of_it(httpx_mock: HTTPXMock) -> None:
    first: dict[str, object] = {"Payments": [], "Cursor": str(uuid4())}
    play(httpx_mock, slowly(8, answers(200, json=first)), slowly(8, succeeds()))
    async with virtual_client(retry=TEN_SECONDS) as mews:
        await mews.payments.get_all(payment_ids=[uuid4()]).collect()
    assert now() == 16.0


@pytest.mark.parametrize("attempts", [1, 2, 6])
@pytest.mark.parametrize(
    ("call", "fault", "error"),
    [
        pytest.param(read_page, answers(503), errors.ServerError, id="read, 503"),
        pytest.param(write, raises(httpx.ConnectError), errors.NotSentError, id="write, not sent"),
    ],
)
async def test_the_last_fault_is_raised_when_the_attempts_are_used_up(
    httpx_mock: HTTPXMock,
    call: CallOf,
    fault: Behaviour,
    error: type[errors.MewsError],
    attempts: int,
) -> None:
    sent_at = play(httpx_mock, *[fault] * attempts)
    async with virtual_client(retry=RetryPolicy(attempts=attempts)) as mews:
        with pytest.raises(error):
            await call(mews)
    assert len(sent_at) == attempts


async def test_six_attempts_and_five_minutes_are_what_a_call_has_unless_told_otherwise(
    httpx_mock: HTTPXMock,
) -> None:
    play(httpx_mock, *[answers(503)] * 6, slowly(301, succeeds()))
    async with virtual_client() as mews:
        with pytest.raises(errors.ServerError):
            await read_page(mews)
        with pytest.raises(errors.DeadlineExceededError, match="deadline of 300 s"):
            await read_page(mews)
    assert now() == 300.0


async def test_a_write_that_met_only_what_does_no_harm_is_not_left_open(
    httpx_mock: HTTPXMock,
) -> None:
    """Neither 429 nor a connection that was not made can have posted anything."""
    play(httpx_mock, raises(httpx.ConnectTimeout), answers(429), raises(httpx.PoolTimeout))
    async with virtual_client(retry=RetryPolicy(attempts=3)) as mews:
        with pytest.raises(errors.NotSentError):
            await write(mews)


async def test_nobody_in_line_waits_for_a_token_that_is_paused_for_longer(
    httpx_mock: HTTPXMock,
) -> None:
    play(httpx_mock, answers(429, headers={"Retry-After": "600"}))
    async with virtual_client(max_concurrency=1, retry=TEN_SECONDS) as mews:
        outcomes = await asyncio.gather(
            *(read_page(mews) for _ in range(3)), return_exceptions=True
        )

    first, *others = outcomes
    assert type(first) is errors.RateLimitedError
    assert {type(other) for other in others} == {errors.DeadlineExceededError}
    assert all("600 s of quiet" in str(other) for other in others)
    assert now() == 0.0
