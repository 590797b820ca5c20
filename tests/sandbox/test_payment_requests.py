"""Asking for payments."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from mews_toolkit.sandbox import ACCESS_TOKEN, Sandbox, serve_in_thread
from support.documented_caller import DocumentedCaller, plain_client

NEXT_WEEK = "2026-11-28T12:00:00Z"
UNKNOWN = "3fa85f64-5717-4562-b3fc-2c963f66afa6"


@pytest.fixture
def wanted(sandbox: Sandbox) -> dict[str, Any]:
    return {
        "AccountId": str(sandbox.customer().id),
        "Amount": {"Currency": "EUR", "Value": 10.4},
        "Type": "Payment",
        "Reason": "Deposit",
        "ExpirationUtc": NEXT_WEEK,
        "Description": "Your deposit",
    }


def test_added_requests_are_pending_and_found_again(
    api: DocumentedCaller, sandbox: Sandbox, wanted: dict[str, Any]
) -> None:
    both = [wanted, wanted | {"Notes": "second"}]
    added = api.get("paymentRequests/add", PaymentRequests=both, SendPaymentRequestEmails=False)
    rows = added["PaymentRequests"]
    assert [it["State"] for it in rows] == ["Pending", "Pending"]
    assert [it["Notes"] for it in rows] == [None, "second"]
    assert rows[0]["Amount"]["GrossValue"] == Decimal("10.4")
    assert rows[0]["CustomerId"] == rows[0]["AccountId"]

    found = api.drain(
        "paymentRequests/getAll", "PaymentRequests", PaymentRequestIds=[it["Id"] for it in rows]
    )
    assert sorted(found, key=lambda it: it["Id"]) == sorted(rows, key=lambda it: it["Id"])
    assert {str(it.id) for it in sandbox.payment_requests[:2]} == {it["Id"] for it in rows}


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        ({"AccountId": UNKNOWN}, (400, "Invalid AccountId")),
        ({"BillId": UNKNOWN}, (400, "Invalid BillId")),
        ({"Amount": {"Currency": "EUR", "Value": 0}}, (400, "Invalid Value")),
        ({"ExpirationUtc": "2026-11-21T12:00:00Z"}, (400, "Invalid ExpirationUtc")),
        ({"Description": "x" * 1001}, (400, "Invalid Description")),
        ({"Reason": "Because"}, (400, "Invalid JSON")),
        (
            {"Amount": {"Currency": "CZK", "Value": 1}},
            (403, "Invalid identifier: the property does not accept CZK."),
        ),
    ],
)
def test_one_wrong_request_lets_none_be_added(
    api: DocumentedCaller,
    sandbox: Sandbox,
    wanted: dict[str, Any],
    wrong: dict[str, Any],
    refusal: tuple[int, str],
) -> None:
    before = len(sandbox.payment_requests)
    body = {"PaymentRequests": [wanted, wanted | wrong]}
    assert api.refusal("paymentRequests/add", **body) == refusal
    assert len(sandbox.payment_requests) == before


def test_a_pending_request_can_be_canceled_once(
    api: DocumentedCaller, wanted: dict[str, Any]
) -> None:
    added = api.get("paymentRequests/add", PaymentRequests=[wanted])["PaymentRequests"]
    ids = [added[0]["Id"]]

    canceled = api.get("paymentRequests/cancel", PaymentRequestIds=ids)["PaymentRequests"]
    assert [(it["Id"], it["State"]) for it in canceled] == [(ids[0], "Canceled")]
    assert api.refusal("paymentRequests/cancel", PaymentRequestIds=ids)[0] == 403


@pytest.mark.parametrize("state", ["Completed", "Canceled", "Expired"])
def test_nothing_is_canceled_when_one_request_is_not_pending(
    api: DocumentedCaller, sandbox: Sandbox, state: str
) -> None:
    london = [
        it for it in sandbox.payment_requests if it.enterprise_id == sandbox.enterprises[0].id
    ]
    pending = next(it for it in london if it.state == "Pending")
    other = next(it for it in london if it.state == state)
    ids = [str(pending.id), str(other.id)]
    assert api.refusal("paymentRequests/cancel", PaymentRequestIds=ids)[0] == 403
    assert sandbox.payment_requests.get(pending.id) == pending


def test_a_request_of_another_enterprise_cannot_be_canceled(
    api: DocumentedCaller, sandbox: Sandbox
) -> None:
    elsewhere = next(
        it
        for it in sandbox.payment_requests
        if it.enterprise_id != sandbox.enterprises[0].id and it.state == "Pending"
    )
    refusal = api.refusal("paymentRequests/cancel", PaymentRequestIds=[str(elsewhere.id)])
    assert refusal == (400, "Invalid PaymentRequestIds")


@pytest.mark.parametrize(
    "filters",
    [
        {"States": ["Pending", "Canceled"]},
        {"AccountIds": "account_id"},
        {"ReservationIds": "reservation_id"},
        {"UpdatedUtc": {"StartUtc": "2026-10-20T00:00:00Z", "EndUtc": "2026-11-15T00:00:00Z"}},
    ],
)
def test_filters_narrow_what_is_listed(
    api: DocumentedCaller, sandbox: Sandbox, filters: dict[str, Any]
) -> None:
    london = [
        it for it in sandbox.payment_requests if it.enterprise_id == sandbox.enterprises[0].id
    ]
    name, value = next(iter(filters.items()))
    expected = london
    match name:
        case "States":
            expected = [it for it in london if it.state in value]
        case "UpdatedUtc":
            start, end = (datetime.fromisoformat(it) for it in value.values())
            expected = [it for it in london if start <= it.updated_utc < end]
        case _:
            some = {getattr(it, value) for it in london[:7]} - {None}
            expected = [it for it in london if getattr(it, value) in some]
            filters = {name: [str(it) for it in some]}
    found = api.drain("paymentRequests/getAll", "PaymentRequests", 4, **filters)
    assert [it["Id"] for it in found] == [str(it.id) for it in expected]
    assert 0 < len(found) < len(london)


def test_a_pending_request_expires_when_its_time_has_come(wanted: dict[str, Any]) -> None:
    clock = [datetime(2026, 11, 21, 12, 0, tzinfo=UTC)]
    sandbox = Sandbox(payments=0, now=lambda: clock[0])
    wanted["AccountId"] = str(sandbox.customer().id)
    with (
        serve_in_thread(sandbox) as server,
        plain_client(server.url) as http,
    ):
        api = DocumentedCaller(http, ACCESS_TOKEN)
        added = api.get("paymentRequests/add", PaymentRequests=[wanted])["PaymentRequests"][0]
        clock[0] += timedelta(days=7)
        ids = [added["Id"]]
        assert api.refusal("paymentRequests/cancel", PaymentRequestIds=ids)[0] == 403
        listed = api.drain("paymentRequests/getAll", "PaymentRequests", PaymentRequestIds=ids)
    assert [(it["State"], it["UpdatedUtc"]) for it in listed] == [("Expired", NEXT_WEEK)]
