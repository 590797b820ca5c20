"""What an error says: which one it is, what the server said, and how to find the request."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest
from pytest_httpx import HTTPXMock

from mews_connector import errors
from mews_connector.errors import (
    ApiError,
    BadRequestError,
    BusinessRuleError,
    ConflictError,
    ContentTooLargeError,
    InvalidResponseError,
    MewsError,
    NotFoundError,
    NotSentError,
    OutcomeUnknownError,
    RateLimitedError,
    RequestTimeoutError,
    ResponseLostError,
    ServerError,
    UnauthorizedError,
    UnexpectedStatusError,
)
from support.clients import BASE_URL, virtual_client
from support.examples import published
from support.exchanges import (
    Behaviour,
    answers,
    error_of,
    loses_the_body,
    play,
    raises,
    write,
)

pytestmark = pytest.mark.virtual_time


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (302, UnexpectedStatusError),
        (400, BadRequestError),
        (401, UnauthorizedError),
        (402, UnexpectedStatusError),
        (403, BusinessRuleError),
        (404, NotFoundError),
        (405, UnexpectedStatusError),
        (408, RequestTimeoutError),
        (409, ConflictError),
        (413, ContentTooLargeError),
        (429, RateLimitedError),
        (500, ServerError),
        (503, ServerError),
        (522, ServerError),
        (599, ServerError),
    ],
)
async def test_each_status_has_its_error(
    httpx_mock: HTTPXMock, status: int, error: type[ApiError]
) -> None:
    raised = await error_of(httpx_mock, answers(status, json={"Message": "It went wrong."}))
    assert type(raised) is error
    assert isinstance(raised, ApiError)
    assert (raised.status, raised.message) == (status, "It went wrong.")
    assert raised.operation == "payments/getAll"


@pytest.mark.parametrize(
    ("header", "body", "request_id"),
    [
        ({"Request-Id": "from-header"}, {"RequestId": "from-body"}, "from-header"),
        ({"Request-Id": "from-header"}, {}, "from-header"),
        ({"request-id": "from-header"}, {}, "from-header"),
        ({}, {"RequestId": "from-body"}, "from-body"),
        ({}, {"RequestId": None}, None),
        ({}, {"RequestId": 7}, None),
        ({}, {}, None),
    ],
)
async def test_the_request_id_is_the_headers_or_else_the_bodys(
    httpx_mock: HTTPXMock,
    header: dict[str, str],
    body: dict[str, object],
    request_id: str | None,
) -> None:
    raised = await error_of(
        httpx_mock, answers(400, headers=header, json={"Message": "No."} | body)
    )
    assert raised.request_id == request_id


@pytest.mark.parametrize(
    ("behaviour", "error"),
    [
        (loses_the_body(headers={"Request-Id": "7f3a"}), ResponseLostError),
        (answers(200, headers={"Request-Id": "7f3a"}), InvalidResponseError),
        (loses_the_body(503, headers={"Request-Id": "7f3a"}), ServerError),
    ],
)
async def test_the_request_id_is_known_even_if_the_body_is_not(
    httpx_mock: HTTPXMock, behaviour: Behaviour, error: type[MewsError]
) -> None:
    raised = await error_of(httpx_mock, behaviour)
    assert type(raised) is error
    assert raised.request_id == "7f3a"


async def test_its_text_names_the_operation_the_message_and_the_request(
    httpx_mock: HTTPXMock,
) -> None:
    answer = answers(400, headers={"Request-Id": "7f3a"}, json={"Message": "Invalid BillId"})
    raised = await error_of(httpx_mock, answer, write)
    assert str(raised) == "payments/addExternal: Invalid BillId (request id 7f3a)"


async def test_its_text_does_without_a_request_id_where_there_is_none(
    httpx_mock: HTTPXMock,
) -> None:
    raised = await error_of(httpx_mock, answers(400, json={"Message": "Invalid BillId"}))
    assert str(raised) == "payments/getAll: Invalid BillId"


async def test_an_unreadable_page_says_where_and_keeps_the_body(httpx_mock: HTTPXMock) -> None:
    page: dict[str, Any] = json.loads(published()["payments/getAll"][1])
    page["Payments"] = [dict(page["Payments"][0]) for _ in range(4)]
    page["Payments"][3]["CreatedUtc"] = "yesterday"
    raised = await error_of(httpx_mock, answers(200, json=page, headers={"Request-Id": "7f3a"}))
    assert isinstance(raised, InvalidResponseError)
    assert raised.path == "$.Payments[3].CreatedUtc"
    assert json.loads(raised.body) == page
    assert str(raised).startswith("payments/getAll: the answer cannot be read: ")


@pytest.mark.parametrize(
    ("behaviour", "status", "request_id"),
    [
        (answers(500, headers={"Request-Id": "7f3a"}), 500, "7f3a"),
        (answers(522), 522, None),
        (loses_the_body(headers={"Request-Id": "7f3a"}), 200, "7f3a"),
        (raises(httpx.ReadTimeout), None, None),
    ],
)
async def test_a_write_left_open_tells_what_is_known_about_it(
    httpx_mock: HTTPXMock, behaviour: Behaviour, status: int | None, request_id: str | None
) -> None:
    raised = await error_of(httpx_mock, behaviour, write)
    assert isinstance(raised, OutcomeUnknownError)
    assert (raised.status, raised.request_id) == (status, request_id)
    assert str(raised.__cause__ and raised.__cause__.args[0]) in str(raised)
    assert "look the record up before you repeat it" in str(raised)


async def test_what_is_refused_here_lists_every_problem() -> None:
    async with virtual_client() as mews:
        with pytest.raises(errors.InvalidRequestError) as raised:
            mews.payments.get_all(payment_ids=[], account_ids=[])
    assert raised.value.operation == "payments/getAll"
    assert len(raised.value.problems) == 2
    assert str(raised.value) == "payments/getAll: " + "; ".join(raised.value.problems)


@pytest.mark.parametrize(
    ("fault", "error", "says"),
    [
        (
            httpx.ConnectError,
            NotSentError,
            f"no connection to {BASE_URL}: ConnectError: the mock's ConnectError",
        ),
        (httpx.ReadTimeout, ResponseLostError, "ReadTimeout: the mock's ReadTimeout"),
    ],
)
async def test_no_exception_of_httpx_gets_out_not_even_as_a_cause(
    httpx_mock: HTTPXMock, fault: type[httpx.TransportError], error: type[MewsError], says: str
) -> None:
    raised = await error_of(httpx_mock, raises(fault))
    assert type(raised) is error
    assert raised.message == says
    assert raised.__cause__ is None
    assert raised.__context__ is None


async def test_not_even_one_that_a_hook_of_the_users_raises(httpx_mock: HTTPXMock) -> None:
    async def raise_for_status(response: httpx.Response) -> None:
        response.raise_for_status()

    play(httpx_mock, answers(500))
    hooks = {"response": [raise_for_status]}
    async with httpx.AsyncClient(event_hooks=hooks) as http:
        with pytest.raises(OutcomeUnknownError):
            await write(virtual_client(http_client=http))
