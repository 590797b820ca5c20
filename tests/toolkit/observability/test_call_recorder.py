"""The list of what was called, for the vendor's form and for oneself."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
from threading import Thread
from typing import Any

import httpx
import pytest
from pytest_httpx import HTTPXMock

from mews_connector import AttemptEvent, CallEvent, RateLimit, RetryPolicy, errors
from mews_toolkit.observability import CallRecorder, Recorded, _call_recorder
from support.clients import virtual_client
from support.exchanges import answers, play, raises, read_page, slowly, succeeds, write
from support.pages import page, payments

pytestmark = pytest.mark.virtual_time


async def recorded(httpx_mock: HTTPXMock, recorder: CallRecorder) -> None:
    """A read that is repeated once, a write that is refused, and one that is done."""
    play(
        httpx_mock,
        answers(503, headers={"Request-Id": "r1"}),
        succeeds(**{"Request-Id": "r2"}),
        answers(403, headers={"Request-Id": "w1"}),
        succeeds(**{"Request-Id": "w2"}),
    )
    async with virtual_client(on_event=recorder) as mews:
        await read_page(mews)
        with pytest.raises(errors.BusinessRuleError):
            await write(mews)
        await write(mews)


async def test_calls_requests_outcomes_and_ids_are_kept_by_operation(
    httpx_mock: HTTPXMock,
) -> None:
    recorder = CallRecorder()

    await recorded(httpx_mock, recorder)

    assert recorder.operations() == [
        Recorded(
            operation="payments/addExternal",
            calls=2,
            requests=2,
            outcomes={"BusinessRuleError": 1, "ok": 1},
            request_ids=(("w1", "BusinessRuleError"), ("w2", "ok")),
            older_request_ids=0,
        ),
        Recorded(
            operation="payments/getAll",
            calls=1,
            requests=2,
            outcomes={"ok": 1},
            request_ids=(("r1", "ServerError"), ("r2", "ok")),
            older_request_ids=0,
        ),
    ]


async def test_the_list_as_markdown(httpx_mock: HTTPXMock) -> None:
    recorder = CallRecorder()

    await recorded(httpx_mock, recorder)

    assert recorder.to_markdown() == (
        "| Operation | Calls | Requests | Outcomes | Request ids |\n"
        "|---|---:|---:|---|---|\n"
        "| `payments/addExternal` | 2 | 2 | BusinessRuleError: 1, ok: 1"
        " | `w1` (BusinessRuleError), `w2` |\n"
        "| `payments/getAll` | 1 | 2 | ok: 1 | `r1` (ServerError), `r2` |\n"
    )


async def test_the_list_as_json(httpx_mock: HTTPXMock) -> None:
    recorder = CallRecorder()

    await recorded(httpx_mock, recorder)

    assert json.loads(recorder.to_json())[0] == {
        "operation": "payments/addExternal",
        "calls": 2,
        "requests": 2,
        "outcomes": {"BusinessRuleError": 1, "ok": 1},
        "request_ids": [
            {"request_id": "w1", "outcome": "BusinessRuleError"},
            {"request_id": "w2", "outcome": "ok"},
        ],
        "older_request_ids": 0,
    }


async def test_ids_that_are_not_kept_are_counted(httpx_mock: HTTPXMock) -> None:
    play(httpx_mock, *(succeeds(**{"Request-Id": f"w{n}"}) for n in range(5)))
    recorder = CallRecorder(request_ids=2)

    async with virtual_client(on_event=recorder) as mews:
        for _ in range(5):
            await write(mews)

    [it] = recorder.operations()
    assert [request_id for request_id, _ in it.request_ids] == ["w3", "w4"]
    assert it.older_request_ids == 3
    assert "3 older ones, `w3`, `w4`" in recorder.to_markdown()


async def test_requests_without_an_answer_have_no_id(httpx_mock: HTTPXMock) -> None:
    play(httpx_mock, answers(500))
    recorder = CallRecorder()

    async with virtual_client(on_event=recorder, retry=RetryPolicy(attempts=1)) as mews:
        with pytest.raises(errors.OutcomeUnknownError):
            await write(mews)

    [it] = recorder.operations()
    assert (it.requests, it.request_ids, it.outcomes) == (1, (), {"OutcomeUnknownError": 1})


async def test_what_was_never_sent_is_no_request(httpx_mock: HTTPXMock) -> None:
    # Given a server that does not let anybody in, and then a window that stays full
    play(httpx_mock, raises(httpx.ConnectError), raises(httpx.ConnectError), succeeds())
    recorder = CallRecorder()
    few = RetryPolicy(attempts=2, deadline=20)

    async with virtual_client(on_event=recorder, retry=few, rate_limit=RateLimit(1, 30)) as mews:
        with pytest.raises(errors.NotSentError):
            await write(mews)
        await write(mews)
        with pytest.raises(errors.DeadlineExceededError):
            await write(mews)

    [it] = recorder.operations()
    assert (it.calls, it.requests) == (3, 1)
    assert it.outcomes == {"DeadlineExceededError": 1, "NotSentError": 1, "ok": 1}


async def test_a_page_read_ahead_that_nobody_wants_is_cancelled_and_no_error(
    httpx_mock: HTTPXMock, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    play(httpx_mock, answers(200, json=page(9, cursor=9)), slowly(5, succeeds()))
    recorder = CallRecorder()

    async with (
        virtual_client(on_event=recorder) as mews,
        contextlib.aclosing(payments(mews, prefetch=True).pages()) as pages,
    ):
        async for _ in pages:
            await asyncio.sleep(1)
            break

    [it] = recorder.operations()
    assert (it.outcomes, it.requests) == ({"cancelled": 1, "ok": 1}, 2)
    assert [each for each in caplog.records if each.name == "mews_connector"] == []


def test_a_call_that_garbage_collection_ends_amid_counting_is_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # Given a recorder that hears of a call, in the same thread, while it makes its list
    recorder = CallRecorder()
    recorder(ended("a/b"))
    recorder(ended("c/d"))

    def amid(**figures: Any) -> Recorded:
        recorder(ended("c/d"))
        return Recorded(**figures)

    monkeypatch.setattr(_call_recorder, "Recorded", amid)

    # When
    lists: list[list[Recorded]] = []
    thread = Thread(target=lambda: lists.append(recorder.operations()), daemon=True)
    thread.start()
    thread.join(timeout=10)

    # Then it is of one moment, and the next one has what was heard meanwhile
    monkeypatch.undo()
    [first] = lists
    assert [it.calls for it in first] == [1, 1]
    assert [it.calls for it in recorder.operations()] == [1, 3]


def ended(operation: str) -> CallEvent:
    return CallEvent(
        operation=operation,
        attempts=1,
        status=200,
        request_id=None,
        error=None,
        waited_for_limiter=0.0,
        waited_for_retry=0.0,
        waited_for_server=0.0,
    )


async def test_what_was_made_up_elsewhere_breaks_no_table() -> None:
    recorder = CallRecorder()
    figures: dict[str, Any] = {
        "waited_for_limiter": 0.0,
        "waited_for_retry": 0.0,
        "waited_for_server": 0.0,
    }
    recorder(
        AttemptEvent(
            operation="a/b", attempt=1, status=200, request_id="x` | y\n| z", error=None, **figures
        )
    )
    recorder(ended("a/b"))

    [_, _, line] = recorder.to_markdown().splitlines()
    assert line == "| `a/b` | 1 | 1 | ok: 1 | `x' / y / z` |"


async def test_before_the_first_call_the_list_is_empty() -> None:
    assert CallRecorder().operations() == []
    assert json.loads(CallRecorder().to_json()) == []
    assert len(CallRecorder().to_markdown().splitlines()) == 2


@pytest.mark.parametrize("request_ids", [-1, True, "many"])
async def test_how_many_ids_to_keep_is_a_whole_number(request_ids: int) -> None:
    with pytest.raises(errors.ConfigurationError, match="request_ids"):
        CallRecorder(request_ids=request_ids)
