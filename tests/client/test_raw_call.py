"""Any operation by its path, plain JSON in and out."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from pytest_httpx import HTTPXMock

from mews_connector import MewsClient, errors, models
from mews_toolkit.sandbox import Sandbox, serve_in_thread
from support.clients import ACCESS_TOKEN, CLIENT_TOKEN, url_of, virtual_client
from support.sandboxes import sandbox_client

ON_VIRTUAL_TIME = pytest.mark.virtual_time
SOMETHING = UUID("8ddea57b-6a5c-4eec-8c4c-24467dce118e")


@ON_VIRTUAL_TIME
async def test_values_are_sent_as_they_are_beside_the_credentials(httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(url=url_of("payments/updateState"), json={})

    async with virtual_client() as mews:
        await mews.call(
            "payments/updateState",
            {
                "PaymentIds": [SOMETHING],
                "State": models.PaymentState.CHARGED,
                "Value": Decimal("12345678901234567890.10"),
                "SeenUtc": datetime(2026, 11, 21, 12, 30, tzinfo=UTC),
                "Notes": None,
                "Nested": {"Flags": [True, 7, "à la carte"]},
            },
        )

    [request] = httpx_mock.get_requests()
    assert json.loads(request.content, parse_float=Decimal) == {
        "ClientToken": CLIENT_TOKEN,
        "AccessToken": ACCESS_TOKEN,
        "Client": "Specification 1.0",
        "PaymentIds": [str(SOMETHING)],
        "State": "Charged",
        "Value": Decimal("12345678901234567890.10"),
        "SeenUtc": "2026-11-21T12:30:00Z",
        "Notes": None,
        "Nested": {"Flags": [True, 7, "à la carte"]},
    }


@ON_VIRTUAL_TIME
async def test_the_answer_is_plain_json_with_every_digit(httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(
        text='{"Value": 0.10, "Huge": 12345678901234567890.123456789, "Count": 3, "None": null}'
    )

    async with virtual_client() as mews:
        answer = await mews.call("payments/somethingNew", kind="read")

    assert answer == {
        "Value": Decimal("0.10"),
        "Huge": Decimal("12345678901234567890.123456789"),
        "Count": 3,
        "None": None,
    }
    assert str(answer["Value"]) == "0.10"
    assert type(answer["Count"]) is int


@ON_VIRTUAL_TIME
async def test_an_answer_without_a_body_is_an_empty_object(httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(status_code=204)

    async with virtual_client(minimal_responses=True) as mews:
        assert await mews.call("payments/updateState") == {}


@ON_VIRTUAL_TIME
async def test_a_read_is_repeated_after_a_fault(httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(status_code=500)
    httpx_mock.add_response(json={})

    async with virtual_client() as mews:
        assert await mews.call("payments/somethingNew", kind="read") == {}


@ON_VIRTUAL_TIME
@pytest.mark.parametrize("kind", [{}, {"kind": "write"}], ids=["unless told otherwise", "told so"])
async def test_a_write_is_not_repeated_after_a_fault(
    httpx_mock: HTTPXMock, kind: dict[str, Any]
) -> None:
    httpx_mock.add_response(status_code=500)

    async with virtual_client() as mews:
        with pytest.raises(errors.OutcomeUnknownError):
            await mews.call("payments/somethingNew", **kind)

    assert len(httpx_mock.get_requests()) == 1


@ON_VIRTUAL_TIME
@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({"Value": 0.1}, "Value: a float is not exact"),
        ({"Lines": [{"Value": Decimal("NaN")}]}, r"Lines\[0\].Value: NaN and infinities"),
        ({"StartUtc": datetime(2026, 11, 21)}, "StartUtc: a naive datetime"),
        ({"Notes": "Paid with 4111 1111 1111 1111"}, "Notes: holds what looks like a whole"),
        ({"Notes": {"4111111111111111": 1}}, "Notes: a key: holds what looks like a whole"),
        ({"Data": {7: "seven"}}, "Data: keys must be str"),
        ({"Data": object()}, "Data: object has no form in JSON"),
        ({"Data": {1, 2}}, "Data: set has no form in JSON"),
        ({"ClientToken": "x"}, "ClientToken is added by the client"),
        ({"AccessToken": "x"}, "AccessToken is added by the client"),
        ({"Client": "x"}, "Client is added by the client"),
    ],
)
async def test_what_is_wrong_is_refused_and_not_sent(
    httpx_mock: HTTPXMock, values: dict[str, Any], problem: str
) -> None:
    async with virtual_client() as mews:
        with pytest.raises(errors.InvalidRequestError, match=problem) as caught:
            await mews.call("payments/somethingNew", values)

    assert len(caught.value.problems) == 1
    assert httpx_mock.get_requests() == []


@ON_VIRTUAL_TIME
async def test_everything_that_is_wrong_is_told_at_once() -> None:
    async with virtual_client(language_code="en-GB") as mews:
        with pytest.raises(errors.InvalidRequestError) as caught:
            await mews.call("payments/somethingNew", {"Value": 0.1, "Client": "x", "Other": 1e6})

    assert len(caught.value.problems) == 4


@ON_VIRTUAL_TIME
@pytest.mark.parametrize(
    "path",
    [
        "",
        "payments",
        "payments/",
        "/payments/getAll",
        "payments//getAll",
        "../payments/getAll",
        "payments/getAll?all=1",
        "payments/getAll#1",
        "https://elsewhere.test/payments/getAll",
        "payments/get all",
        "payments/gétAll",
        None,
    ],
)
async def test_a_path_is_a_resource_and_an_action(httpx_mock: HTTPXMock, path: Any) -> None:
    async with virtual_client() as mews:
        with pytest.raises(errors.InvalidRequestError, match="path: give resource and action"):
            await mews.call(path)

    assert httpx_mock.get_requests() == []


@ON_VIRTUAL_TIME
@pytest.mark.parametrize(
    "path",
    [f"configuration/{ACCESS_TOKEN}", f"{CLIENT_TOKEN.lower()}/get?", f"a b/{ACCESS_TOKEN}"],
    ids=["the access token", "the client token", "what is no path"],
)
async def test_a_path_with_a_token_in_it_is_refused_and_told_to_nobody(
    httpx_mock: HTTPXMock, caplog: pytest.LogCaptureFixture, path: str
) -> None:
    told: list[object] = []
    async with virtual_client(on_event=told.append) as mews:
        with pytest.raises(errors.InvalidRequestError, match="path: holds a token") as caught:
            await mews.call(path)

    assert "CANARY" not in repr(caught.value).upper() + str(caught.value).upper()
    assert (told, caplog.records, httpx_mock.get_requests()) == ([], [], [])


@ON_VIRTUAL_TIME
@pytest.mark.parametrize("depth", [400, 100_000])
async def test_values_nested_too_deeply_are_refused(httpx_mock: HTTPXMock, depth: int) -> None:
    values: dict[str, object] = {}
    for _ in range(depth):
        values = {"Inner": values}

    async with virtual_client() as mews:
        with pytest.raises(errors.InvalidRequestError, match="nested too deeply"):
            await mews.call("configuration/get", values)

    assert httpx_mock.get_requests() == []


@ON_VIRTUAL_TIME
@pytest.mark.parametrize("kind", ["Read", "delete", "", None])
async def test_a_kind_is_a_read_or_a_write(httpx_mock: HTTPXMock, kind: Any) -> None:
    async with virtual_client() as mews:
        with pytest.raises(errors.InvalidRequestError, match="kind: say 'read' or 'write'"):
            await mews.call("payments/getAll", kind=kind)

    assert httpx_mock.get_requests() == []


@pytest.fixture
def sandbox() -> Sandbox:
    return Sandbox(payments=20)


@pytest.fixture
async def mews(sandbox: Sandbox) -> AsyncIterator[MewsClient]:
    with serve_in_thread(sandbox) as server:
        async with sandbox_client(server) as client:
            yield client


async def test_it_reads_and_writes_like_the_methods(sandbox: Sandbox, mews: MewsClient) -> None:
    added = await mews.call(
        "payments/addExternal",
        {
            "AccountId": sandbox.customer().id,
            "Amount": {"Currency": "GBP", "GrossValue": Decimal("12.30")},
            "Type": "Cash",
        },
    )
    found = await mews.call(
        "payments/getAll",
        {"PaymentIds": [added["ExternalPaymentId"]], "Limitation": {"Count": 10}},
        kind="read",
    )

    [payment] = found["Payments"]
    assert payment["Amount"]["GrossValue"] == Decimal("-12.30")


async def test_an_operation_that_does_not_exist_is_not_found(
    sandbox: Sandbox, mews: MewsClient
) -> None:
    for path in ("payments/somethingNew", "payments/getall"):
        with pytest.raises(errors.NotFoundError) as caught:
            await mews.call(path)

        assert (caught.value.status, caught.value.operation) == (404, path)
        assert caught.value.request_id
    assert sandbox.requests == 2
