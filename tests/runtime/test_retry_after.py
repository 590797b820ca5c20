"""How long the server asks to wait, in every form in which it may say so."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pytest_httpx import HTTPXMock

from mews_connector import RetryPolicy, errors
from mews_runtime._retry_after import retry_after_seconds
from support.clients import virtual_client
from support.exchanges import CallOf, answers, play, read_page, succeeds, write
from support.virtual_time import virtual_clock

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)

every_call = pytest.mark.parametrize("call", [read_page, write], ids=["read", "write"])


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("0", 0.0),
        ("7", 7.0),
        (" 7 ", 7.0),
        ("1.5", 1.5),
        ("0.25", 0.25),
        ("3600", 3600.0),
        pytest.param("Sat, 21 Nov 2026 12:00:07 GMT", 7.0, id="the date of HTTP"),
        pytest.param("Saturday, 21-Nov-26 12:00:07 GMT", 7.0, id="the date of RFC 850"),
        pytest.param("Sat Nov 21 12:00:07 2026", 7.0, id="the date of asctime"),
        pytest.param("Sat, 21 Nov 2026 14:00:07 +0200", 7.0, id="a date with an offset"),
        pytest.param("Sat, 21 Nov 2026 12:00:07 -0000", 7.0, id="a date that hides its place"),
        pytest.param("Sat, 21 Nov 2026 12:00:00 GMT", 0.0, id="this very moment"),
    ],
)
def test_it_is_a_number_or_a_date(value: str, seconds: float) -> None:
    assert retry_after_seconds(value, NOON) == seconds


@pytest.mark.parametrize(
    "value",
    [
        None,
        "",
        " ",
        "-5",
        "+5",
        "1e3",
        "0x10",
        "nan",
        "inf",
        "soon",
        "5 seconds",
        "120, 60",
        "2026-11-21T12:00:07Z",
        pytest.param("Sat, 21 Nov 2026 11:59:59 GMT", id="a date that has passed"),
        pytest.param("Sat, 31 Nov 2026 12:00:07 GMT", id="a day that does not exist"),
        pytest.param("Sat, 21 Nov 99999999999999999999 12:00:07 GMT", id="a year out of range"),
        pytest.param("Sat, 21 Nov 2026 12:00:07 +99999999999999999999", id="a zone out of range"),
        pytest.param("9" * 500, id="more digits than a number has"),
        pytest.param("9" * 18, id="thirty thousand million years"),
        pytest.param("Fri, 31 Dec 9999 23:59:59 GMT", id="the end of all dates"),
    ],
)
def test_missing_and_absurd_ones_say_nothing(value: str | None) -> None:
    assert retry_after_seconds(value, NOON) is None


@settings(deadline=None)
@given(st.text() | st.from_regex(r"[A-Z][a-z]{2}, \d+ [A-Z][a-z]{2} \d+ \d+:\d+:\d+ [-+]?\w+"))
def test_no_text_at_all_is_a_stumbling_block(value: str) -> None:
    seconds = retry_after_seconds(value, NOON)
    assert seconds is None or seconds >= 0


ASKED: dict[str, tuple[dict[str, str], float]] = {
    "an integer": ({"Retry-After": "7"}, 7.0),
    "a decimal": ({"Retry-After": "1.5"}, 1.5),
    "a date by our own clock": ({"Retry-After": "Sat, 21 Nov 2026 12:00:07 GMT"}, 7.0),
    "a date by the server's clock, three hours slow": (
        {
            "Retry-After": "Sat, 21 Nov 2026 09:00:07 GMT",
            "Date": "Sat, 21 Nov 2026 09:00:00 GMT",
        },
        7.0,
    ),
    "a date by the server's clock, in the oldest form": (
        {"Retry-After": "Sat, 21 Nov 2026 09:00:07 GMT", "Date": "Sat Nov 21 09:00:00 2026"},
        7.0,
    ),
    "a date beside a date that is none": (
        {"Retry-After": "Sat, 21 Nov 2026 12:00:07 GMT", "Date": "today"},
        7.0,
    ),
}
NOT_ASKED: dict[str, dict[str, str]] = {
    "missing": {},
    "no wait at all": {"Retry-After": "0"},
    "negative": {"Retry-After": "-7"},
    "nonsense": {"Retry-After": "soon"},
    "a date that has passed": {"Retry-After": "Sat, 21 Nov 2026 11:59:59 GMT"},
    "a date that has passed by the server's clock": {
        "Retry-After": "Sat, 21 Nov 2026 12:00:07 GMT",
        "Date": "Sat, 21 Nov 2026 12:00:08 GMT",
    },
    "thirty thousand million years": {"Retry-After": "9" * 18},
}


@pytest.fixture(autouse=True)
def _draws_of_one_half(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("random.random", lambda: 0.5)


@pytest.mark.virtual_time
@every_call
@pytest.mark.parametrize(("headers", "seconds"), ASKED.values(), ids=ASKED)
async def test_after_429_it_waits_as_long_as_the_server_asks(
    httpx_mock: HTTPXMock, headers: dict[str, str], seconds: float, call: CallOf
) -> None:
    sent_at = play(httpx_mock, answers(429, headers=headers), succeeds())
    async with virtual_client() as mews:
        await call(mews)
    assert sent_at == [0.0, seconds]


@pytest.mark.virtual_time
@every_call
@pytest.mark.parametrize("headers", NOT_ASKED.values(), ids=NOT_ASKED)
async def test_where_the_server_asks_for_nothing_sensible_it_waits_by_the_policy(
    httpx_mock: HTTPXMock, headers: dict[str, str], call: CallOf
) -> None:
    sent_at = play(httpx_mock, answers(429, headers=headers), succeeds())
    async with virtual_client(retry=RetryPolicy(base_delay=8)) as mews:
        await call(mews)
    assert sent_at == [0.0, 4.0]


@pytest.mark.virtual_time
@pytest.mark.parametrize("status", [503, 500, 408])
async def test_a_read_waits_as_long_as_any_other_answer_asks(
    httpx_mock: HTTPXMock, status: int
) -> None:
    sent_at = play(httpx_mock, answers(status, headers={"Retry-After": "7"}), succeeds())
    async with virtual_client() as mews:
        await read_page(mews)
    assert sent_at == [0.0, 7.0]


@pytest.mark.virtual_time
async def test_a_write_does_not_come_back_after_503_even_if_asked_to(httpx_mock: HTTPXMock) -> None:
    sent_at = play(httpx_mock, answers(503, headers={"Retry-After": "7"}))
    async with virtual_client() as mews:
        with pytest.raises(errors.OutcomeUnknownError):
            await write(mews)
    assert sent_at == [0.0]


@pytest.mark.virtual_time
async def test_the_server_may_ask_for_more_than_the_policys_longest_wait(
    httpx_mock: HTTPXMock,
) -> None:
    sent_at = play(httpx_mock, answers(429, headers={"Retry-After": "100"}), succeeds())
    async with virtual_client(retry=RetryPolicy(max_delay=2)) as mews:
        await write(mews)
    assert sent_at == [0.0, 100.0]


@pytest.mark.virtual_time
@pytest.mark.parametrize("seconds", ["60", "3600"], ids=["to the deadline", "beyond it"])
@pytest.mark.parametrize(
    ("status", "call", "error"),
    [
        pytest.param(429, read_page, errors.RateLimitedError, id="429, read"),
        pytest.param(429, write, errors.RateLimitedError, id="429, write"),
        pytest.param(503, read_page, errors.ServerError, id="503, read"),
    ],
)
async def test_asked_to_wait_past_its_deadline_it_gives_up_at_once(
    httpx_mock: HTTPXMock, status: int, call: CallOf, error: type[errors.ApiError], seconds: str
) -> None:
    sent_at = play(httpx_mock, answers(status, headers={"Retry-After": seconds}))
    async with virtual_client(retry=RetryPolicy(deadline=60)) as mews:
        with pytest.raises(error):
            await call(mews)
    assert sent_at == [0.0]
    assert asyncio.get_running_loop().time() == 0.0


@pytest.mark.virtual_time
@pytest.mark.parametrize(
    ("token", "goes_at"), [("the same token", 10.0), ("another token", 1.0)], ids=str
)
async def test_429_holds_up_every_caller_of_that_token_and_of_no_other(
    httpx_mock: HTTPXMock, token: str, goes_at: float
) -> None:
    clock = virtual_clock()
    first = virtual_client(access_token="the same token", clock=clock)
    second = virtual_client(access_token=token, clock=clock)
    sent_at = play(httpx_mock, answers(429, headers={"Retry-After": "10"}), succeeds(), succeeds())

    async with first, second, asyncio.TaskGroup() as tasks:
        tasks.create_task(write(first))
        await asyncio.sleep(1)
        await write(second)
        second_went_at = sent_at[-1]

    assert second_went_at == goes_at
    assert sorted(sent_at) == sorted([0.0, goes_at, 10.0])
