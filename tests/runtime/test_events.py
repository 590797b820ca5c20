"""What a client tells about its work, to `on_event` and to the `mews_connector` logger."""

from __future__ import annotations

import asyncio
import contextlib
import logging

import attrs
import httpx
import pytest
from pytest_httpx import HTTPXMock

from mews_connector import AttemptEvent, CallEvent, Event, RateLimit, RetryPolicy, errors
from support.clients import virtual_client
from support.exchanges import (
    Behaviour,
    CallOf,
    answers,
    loses_the_body,
    play,
    raises,
    read_page,
    slowly,
    succeeds,
    write,
)

pytestmark = pytest.mark.virtual_time

LOGGER = "mews_connector"


async def test_a_success_is_one_event_of_the_attempt_and_then_one_of_the_call(
    httpx_mock: HTTPXMock,
) -> None:
    play(httpx_mock, slowly(2, succeeds(**{"Request-Id": "7f3a"})))
    events: list[Event] = []
    async with virtual_client(on_event=events.append) as mews:
        await write(mews)
    assert events == [
        AttemptEvent(
            operation="payments/addExternal",
            attempt=1,
            status=200,
            request_id="7f3a",
            error=None,
            waited_for_limiter=0.0,
            waited_for_retry=0.0,
            waited_for_server=2.0,
        ),
        CallEvent(
            operation="payments/addExternal",
            attempts=1,
            status=200,
            request_id="7f3a",
            error=None,
            waited_for_limiter=0.0,
            waited_for_retry=0.0,
            waited_for_server=2.0,
        ),
    ]


async def test_the_times_for_limiter_retry_and_server_are_told_apart(
    httpx_mock: HTTPXMock,
) -> None:
    # Given a window of one request in ten seconds, last used at 2 s
    play(
        httpx_mock,
        slowly(2, succeeds()),
        slowly(3, answers(503, headers={"Request-Id": "first", "Retry-After": "4"})),
        slowly(1, succeeds(**{"Request-Id": "second"})),
    )
    events: list[Event] = []
    async with virtual_client(rate_limit=RateLimit(1, 10), on_event=events.append) as mews:
        await read_page(mews)
        events.clear()

        # When a call is sent at 12 s and answered at 15 s, sent again at 25 s instead of 19 s
        await read_page(mews)

    # Then its ten seconds, four seconds and six seconds of waiting are kept apart
    assert events == [
        AttemptEvent(
            operation="payments/getAll",
            attempt=1,
            status=503,
            request_id="first",
            error="ServerError",
            waited_for_limiter=10.0,
            waited_for_retry=0.0,
            waited_for_server=3.0,
        ),
        AttemptEvent(
            operation="payments/getAll",
            attempt=2,
            status=200,
            request_id="second",
            error=None,
            waited_for_limiter=6.0,
            waited_for_retry=4.0,
            waited_for_server=1.0,
        ),
        CallEvent(
            operation="payments/getAll",
            attempts=2,
            status=200,
            request_id="second",
            error=None,
            waited_for_limiter=16.0,
            waited_for_retry=4.0,
            waited_for_server=4.0,
            page=1,
            rows=0,
        ),
    ]


@pytest.mark.parametrize(
    ("behaviour", "call", "status", "named"),
    [
        (answers(403), read_page, 403, ["BusinessRuleError", "BusinessRuleError"]),
        (answers(522), write, 522, ["ServerError", "OutcomeUnknownError"]),
        (answers(200), read_page, 200, ["InvalidResponseError", "InvalidResponseError"]),
        (loses_the_body(), write, 200, ["ResponseLostError", "OutcomeUnknownError"]),
        (raises(httpx.ReadTimeout), write, None, ["ResponseLostError", "OutcomeUnknownError"]),
        (raises(httpx.ConnectError), write, None, ["NotSentError", "NotSentError"]),
        (slowly(301, succeeds()), read_page, None, ["DeadlineExceededError"] * 2),
        (slowly(301, succeeds()), write, None, ["DeadlineExceededError", "OutcomeUnknownError"]),
    ],
)
async def test_a_fault_is_named_as_the_attempt_met_it_and_as_the_call_raised_it(
    httpx_mock: HTTPXMock,
    behaviour: Behaviour,
    call: CallOf,
    status: int | None,
    named: list[str],
) -> None:
    play(httpx_mock, behaviour)
    events: list[Event] = []
    async with virtual_client(on_event=events.append, retry=RetryPolicy(attempts=1)) as mews:
        with pytest.raises(errors.MewsError):
            await call(mews)
    attempt, whole = events
    assert isinstance(attempt, AttemptEvent)
    assert isinstance(whole, CallEvent)
    assert [event.error for event in events] == named
    assert [event.status for event in events] == [status, status]


async def test_what_is_refused_here_is_no_event(httpx_mock: HTTPXMock) -> None:
    events: list[Event] = []
    async with virtual_client(on_event=events.append) as mews:
        with pytest.raises(errors.InvalidRequestError):
            await mews.call("payments/addExternal", {"Amount": 12.30})
    assert events == []
    assert httpx_mock.get_requests() == []


async def test_a_page_knows_the_id_of_its_request(httpx_mock: HTTPXMock) -> None:
    play(httpx_mock, succeeds(**{"Request-Id": "7f3a"}))
    async with virtual_client() as mews:
        page = await read_page(mews)
    assert page.request_id == "7f3a"


async def test_an_event_does_not_change(httpx_mock: HTTPXMock) -> None:
    play(httpx_mock, succeeds())
    events: list[Event] = []
    async with virtual_client(on_event=events.append) as mews:
        await write(mews)
    for event in events:
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            event.status = 500  # type: ignore[misc]  # it is frozen


async def test_a_view_tells_its_own_receiver(httpx_mock: HTTPXMock) -> None:
    play(httpx_mock, succeeds())
    of_client: list[Event] = []
    of_view: list[Event] = []
    async with virtual_client(on_event=of_client.append) as mews:
        await write(mews.with_options(on_event=of_view.append))
    assert (len(of_client), len(of_view)) == (0, 2)


async def test_a_call_cancelled_while_it_waits_for_the_limiter_is_told(
    httpx_mock: HTTPXMock,
) -> None:
    play(httpx_mock, succeeds())
    events: list[Event] = []
    async with virtual_client(rate_limit=RateLimit(1, 10), on_event=events.append) as mews:
        await write(mews)
        events.clear()
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(7):
                await write(mews)
    assert [event.error for event in events] == ["CancelledError", "CancelledError"]
    assert [event.waited_for_limiter for event in events] == [7.0, 7.0]
    assert [event.waited_for_server for event in events] == [0.0, 0.0]
    attempt, whole = events
    assert isinstance(attempt, AttemptEvent)
    assert isinstance(whole, CallEvent)
    assert (attempt.sent, whole.attempts) == (False, 0)


async def test_what_was_given_up_is_no_warning(
    httpx_mock: HTTPXMock, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, LOGGER)
    play(httpx_mock, slowly(10, succeeds()))
    events: list[Event] = []
    async with virtual_client(on_event=events.append) as mews:
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(7):
                await write(mews)
    assert [event.cancelled for event in events] == [True, True]
    assert caplog.records == []


@pytest.mark.parametrize(
    ("behaviour", "sent"),
    [
        (succeeds(), True),
        (answers(429), True),
        (raises(httpx.ReadTimeout), True),
        (raises(httpx.ConnectError), False),
    ],
)
async def test_an_attempt_tells_whether_its_request_may_have_been_sent(
    httpx_mock: HTTPXMock, behaviour: Behaviour, *, sent: bool
) -> None:
    play(httpx_mock, behaviour)
    events: list[Event] = []
    async with virtual_client(on_event=events.append, retry=RetryPolicy(attempts=1)) as mews:
        with contextlib.suppress(errors.MewsError):
            await write(mews)
    attempt, whole = events
    assert isinstance(attempt, AttemptEvent)
    assert isinstance(whole, CallEvent)
    assert (attempt.sent, whole.attempts, whole.cancelled) == (sent, int(sent), False)


async def test_a_call_cancelled_in_flight_is_told(httpx_mock: HTTPXMock) -> None:
    play(httpx_mock, slowly(10, succeeds()))
    events: list[Event] = []
    async with virtual_client(on_event=events.append) as mews:
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(7):
                await write(mews)
    assert [event.error for event in events] == ["CancelledError", "CancelledError"]
    assert [event.waited_for_server for event in events] == [7.0, 7.0]


async def test_a_call_cancelled_while_it_waits_to_retry_is_told(httpx_mock: HTTPXMock) -> None:
    play(httpx_mock, answers(429, headers={"Retry-After": "10"}))
    events: list[Event] = []
    async with virtual_client(on_event=events.append) as mews:
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(7):
                await write(mews)
    assert [event.error for event in events] == ["RateLimitedError", "CancelledError"]
    assert [event.status for event in events] == [429, 429]
