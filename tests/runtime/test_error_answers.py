"""What is made of the error answers of the server, and of whatever stands before it."""

from __future__ import annotations

import pytest
from pytest_httpx import HTTPXMock

from mews_connector.errors import (
    ApiError,
    BadRequestError,
    BusinessRuleError,
    CardDeclinedError,
    OutcomeUnknownError,
    RateLimitedError,
    ServerError,
)
from support.exchanges import answers, error_of, write

pytestmark = pytest.mark.virtual_time


@pytest.mark.parametrize(
    ("message", "parameter"),
    [
        ("Invalid BillId", "BillId"),
        ("Invalid Limitation", "Limitation"),
        ("Invalid JSON", None),
        ("Invalid bill, it is closed", None),
        ("The bill is closed", None),
        ("Invalid", None),
    ],
)
async def test_400_names_the_parameter_where_the_message_does(
    httpx_mock: HTTPXMock, message: str, parameter: str | None
) -> None:
    raised = await error_of(httpx_mock, answers(400, json={"Message": message}))
    assert isinstance(raised, BadRequestError)
    assert raised.parameter == parameter


@pytest.mark.parametrize(
    ("message", "reason"),
    [
        ("Transaction was declined (Refused).", "Refused"),
        ("Transaction was declined (Not enough balance).", "Not enough balance"),
        ("Transaction was declined.", None),
    ],
)
async def test_a_declined_card_is_told_apart_from_a_missing_permission(
    httpx_mock: HTTPXMock, message: str, reason: str | None
) -> None:
    raised = await error_of(httpx_mock, answers(403, json={"Message": message}), write)
    assert isinstance(raised, CardDeclinedError)
    assert raised.reason == reason


async def test_any_other_403_is_no_declined_card(httpx_mock: HTTPXMock) -> None:
    answer = answers(403, json={"Message": "Access token is not permitted (Refund)."})
    assert type(await error_of(httpx_mock, answer, write)) is BusinessRuleError


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Retry-After": "12.5"}, 12.5),
        ({"Retry-After": "0"}, 0.0),
        ({"Retry-After": "soon"}, None),
        ({}, None),
    ],
)
async def test_429_tells_how_long_the_server_asks_to_wait(
    httpx_mock: HTTPXMock, headers: dict[str, str], seconds: float | None
) -> None:
    raised = await error_of(httpx_mock, answers(429, headers=headers))
    assert isinstance(raised, RateLimitedError)
    assert raised.retry_after == seconds


@pytest.mark.parametrize("details", ["A text.", {"Rows": [1, 2]}, ["A", "B"], None], ids=repr)
async def test_details_are_kept_whatever_they_are(httpx_mock: HTTPXMock, details: object) -> None:
    answer = answers(403, json={"Message": "No.", "Details": details})
    raised = await error_of(httpx_mock, answer)
    assert isinstance(raised, ApiError)
    assert raised.details == details


@pytest.mark.parametrize(
    ("status", "content", "message"),
    [
        (502, b"", "status 502 Bad Gateway"),
        (522, b"", "status 522"),
        (522, b"error code: 522", "status 522: error code: 522"),
        (503, b"<h1>\n  Down\n</h1>", "status 503 Service Unavailable: <h1> Down </h1>"),
        (500, b'{"Message": "Someth', 'status 500 Internal Server Error: {"Message": "Someth'),
        (400, b"[1, 2]", "status 400 Bad Request: [1, 2]"),
        (400, b"null", "status 400 Bad Request: null"),
        (400, b'{"Message": null}', 'status 400 Bad Request: {"Message": null}'),
        (400, b'{"Message": ""}', 'status 400 Bad Request: {"Message": ""}'),
        (400, b'{"Message": 7}', 'status 400 Bad Request: {"Message": 7}'),
        (400, b"\xff\xfe", "status 400 Bad Request: \ufffd\ufffd"),
        (400, b"1e99999999999999999999", "status 400 Bad Request: 1e99999999999999999999"),
    ],
)  # fmt: skip
async def test_a_body_that_is_no_error_of_the_api_is_shown_as_it_is(
    httpx_mock: HTTPXMock, status: int, content: bytes, message: str
) -> None:
    raised = await error_of(httpx_mock, answers(status, content=content))
    assert isinstance(raised, ApiError)
    assert raised.message == message
    assert raised.details is None


async def test_of_a_long_page_only_the_beginning_is_shown(httpx_mock: HTTPXMock) -> None:
    raised = await error_of(httpx_mock, answers(502, text="x" * 100_000))
    assert len(raised.message) < 300


@pytest.mark.parametrize("depth", [300, 600, 900, 5_000, 100_000])
async def test_a_body_that_is_nested_beyond_measure_is_an_error_like_any_other(
    httpx_mock: HTTPXMock, depth: int
) -> None:
    deep = b'{"Message": "No.", "Details": ' + b"[" * depth + b"]" * depth + b"}"

    raised = await error_of(httpx_mock, answers(500, content=deep), write)

    assert isinstance(raised, OutcomeUnknownError)
    assert isinstance(raised.__cause__, ServerError)
