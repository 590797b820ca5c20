"""The tokens go into requests and appear nowhere else, even when a server repeats them."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from decimal import Decimal
from typing import Any

import httpx
import pytest
from pytest_httpx import HTTPXMock

from mews_connector import Event, MewsClient, RetryPolicy, errors, models
from support.clients import ACCESS_TOKEN, CLIENT_TOKEN, virtual_client
from support.pages import ACCOUNT, page, payments
from support.secrecy import escaped, keeps, shown_of_error, shown_of_record, shown_of_value

pytestmark = pytest.mark.virtual_time

BOTH = f"{CLIENT_TOKEN} and {ACCESS_TOKEN}"
DETAILS = {"Tokens": [CLIENT_TOKEN, {ACCESS_TOKEN: 1}]}
ECHO = {"Message": f"Invalid {BOTH}", "RequestId": ACCESS_TOKEN, "Details": DETAILS}
DECLINED = {"Message": f"Transaction was declined ({BOTH})"}
ESCAPED = (
    f'{{"Message": {escaped(BOTH)}, "RequestId": {escaped(BOTH)}, "Details": [{escaped(BOTH)}]}}'
)

# Looked up by name: as arguments of a test, these texts would be locals in its traceback.
ANSWERS: dict[str, dict[str, Any]] = {
    **{
        str(status): {"status_code": status, "json": ECHO}
        for status in (400, 401, 403, 404, 408, 409, 413, 418, 429, 500, 522)
    },
    "declined": {"status_code": 403, "json": DECLINED},
    "escaped": {"status_code": 400, "text": ESCAPED},
    "a page": {"status_code": 502, "html": f"<pre>{BOTH}</pre>"},
    "a long page": {"status_code": 502, "html": "x" * 190 + BOTH},
    "an id of its own": {"status_code": 401, "headers": {"Request-Id": BOTH}},
    "a redirect": {"status_code": 307, "headers": {"Location": f"https://{ACCESS_TOKEN}.test"}},
    "no JSON": {"text": BOTH},
    "JSON of another kind": {"json": BOTH},
    "a list of another kind": {"json": {"Payments": BOTH}},
    "a row of another kind": {"json": {"Payments": [{"Id": BOTH}]}},
    "a cursor of another kind": {"json": {"Payments": [], "Cursor": BOTH}},
    "an id and nonsense": {"text": "{", "headers": {"Request-Id": BOTH}},
    "an escaped cursor": {"text": f'{{"Payments": [], "Cursor": {escaped(BOTH)}}}'},
}
EXCEPTIONS: dict[str, Exception] = {
    "connect": httpx.ConnectError(BOTH),
    "proxy": httpx.ProxyError(BOTH),
    "read": httpx.ReadError(BOTH),
    "time": httpx.ReadTimeout(BOTH),
    "protocol": httpx.RemoteProtocolError(f"illegal status line: {BOTH.encode()!r}"),
    "decoding": httpx.DecodingError(BOTH),
    "anything": ValueError(BOTH),
}


async def read(mews: MewsClient) -> object:
    return await payments(mews).collect()


async def write(mews: MewsClient) -> object:
    return await mews.payments.add_external(
        account_id=ACCOUNT,
        amount=models.AmountParameters(currency="GBP", gross_value=Decimal("12.30")),
    )


async def raw(mews: MewsClient) -> object:
    return await mews.call("payments/getAll", kind="read")


Use = Callable[[MewsClient], Any]
EACH_USE = pytest.mark.parametrize("use", [read, write, raw], ids=lambda it: it.__name__)
ONE_ATTEMPT = RetryPolicy(attempts=1)


def answered(httpx_mock: HTTPXMock, name: str) -> None:
    httpx_mock.add_response(**ANSWERS[name])


async def failure(call: Awaitable[object]) -> errors.MewsError | None:
    try:
        await call
    except errors.MewsError as error:
        return error
    return None


@EACH_USE
@pytest.mark.parametrize("answer", ANSWERS)
async def test_no_error_repeats_what_a_server_repeats(
    httpx_mock: HTTPXMock, caplog: pytest.LogCaptureFixture, use: Use, answer: str
) -> None:
    caplog.set_level(logging.DEBUG)
    events: list[Event] = []
    answered(httpx_mock, answer)

    async with virtual_client(retry=ONE_ATTEMPT, on_event=events.append) as mews:
        error = await failure(use(mews))

    assert error is None or keeps(shown_of_error(error))
    assert events
    for event in events:
        assert keeps(shown_of_value(event))
    for record in caplog.records:
        assert keeps(shown_of_record(record))


@EACH_USE
@pytest.mark.parametrize("exception", EXCEPTIONS)
async def test_no_error_repeats_what_the_transport_says(
    httpx_mock: HTTPXMock, caplog: pytest.LogCaptureFixture, use: Use, exception: str
) -> None:
    caplog.set_level(logging.DEBUG)
    httpx_mock.add_exception(EXCEPTIONS[exception])

    async with virtual_client(retry=ONE_ATTEMPT) as mews:
        with pytest.raises(errors.MewsError) as caught:
            await use(mews)

    assert keeps(shown_of_error(caught.value))
    for record in caplog.records:
        assert keeps(shown_of_record(record))


async def test_no_error_of_a_walk_shows_them(httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=page(9, cursor=9))
    httpx_mock.add_response(json=page(8, cursor=9))

    async with virtual_client() as mews:
        with pytest.raises(errors.PaginationError) as caught:
            await payments(mews, prefetch=True).collect()

    assert keeps(shown_of_error(caught.value))
    assert keeps([str(caught.value.resume)])


async def test_no_refused_request_shows_them() -> None:
    async with virtual_client(portfolio=True) as mews:
        for refused in (
            lambda: write(mews),
            lambda: payments(mews, page_size=0, account_ids=[]).collect(),
            lambda: payments(mews, resume="nonsense").collect(),
            lambda: mews.call("nonsense"),
            lambda: mews.call("payments/getAll", {"Value": 0.1, "ClientToken": 1}),
        ):
            with pytest.raises(errors.InvalidRequestError) as caught:
                await refused()
            assert keeps(shown_of_error(caught.value))


async def test_a_closed_client_and_a_passed_deadline_do_not_show_them(
    httpx_mock: HTTPXMock,
) -> None:
    httpx_mock.add_response(status_code=429, json=ECHO, headers={"Retry-After": "soon"})
    async with virtual_client(retry=RetryPolicy(deadline=1e-6)) as mews:
        with pytest.raises(errors.DeadlineExceededError) as late:
            await read(mews)
    with pytest.raises(errors.ConfigurationError) as closed:
        await read(mews)

    assert keeps(shown_of_error(late.value))
    assert keeps(shown_of_error(closed.value))


async def test_a_receiver_of_events_that_raises_is_logged_without_them(
    httpx_mock: HTTPXMock, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    httpx_mock.add_response(status_code=401, json=ECHO)

    def receive(event: Event) -> None:
        raise RuntimeError(event.operation)

    async with virtual_client(on_event=receive) as mews:
        with pytest.raises(errors.UnauthorizedError) as caught:
            await read(mews)

    assert [record for record in caplog.records if record.exc_info]
    for record in caplog.records:
        assert keeps(shown_of_record(record))
    assert keeps(shown_of_error(caught.value))
