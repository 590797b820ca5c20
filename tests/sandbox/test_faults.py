"""Each way in which the sandbox can be told to misbehave, over a real socket."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from mews_toolkit.sandbox import (
    CutBody,
    Delay,
    Fault,
    Html,
    RateLimited,
    Reset,
    Sandbox,
    Status,
)
from mews_toolkit.sandbox.latency import Latency
from support.documented_caller import DocumentedCaller

ADD = "payments/addExternal"


@pytest.fixture
def payment(sandbox: Sandbox) -> dict[str, Any]:
    amount = {"Currency": "GBP", "GrossValue": 100}
    return {"AccountId": str(sandbox.customer().id), "Amount": amount}


@pytest.mark.parametrize("after_commit", [False, True])
@pytest.mark.parametrize(
    "fault",
    [Status, Html, RateLimited, CutBody, Reset, Delay],
)
def test_only_a_fault_after_the_commit_leaves_a_record(
    api: DocumentedCaller,
    sandbox: Sandbox,
    payment: dict[str, Any],
    *,
    fault: Any,
    after_commit: bool,
) -> None:
    arguments = {Status: [500], Delay: [5]}.get(fault, [])
    sandbox.faults.add(fault(*arguments, after_commit=after_commit), operation=ADD)
    before = len(sandbox.payments)
    if fault is Delay:
        api.http.timeout = 0.3

    try:
        answered = api.ask(ADD, **payment)
    except (httpx.ReadError, httpx.RemoteProtocolError, httpx.ReadTimeout):
        pass
    else:
        assert "ExternalPaymentId" not in answered.text

    assert len(sandbox.payments) == before + after_commit
    assert len(sandbox.calls) == 1


@pytest.mark.parametrize(
    ("fault", "status", "content_type", "text"),
    [
        (Status(408), 408, "application/json", '"Message":"The sandbox was told to fail."'),
        (Status(409, "Someone else was faster."), 409, "application/json", "was faster."),
        (Status(500, None), 500, "application/json", '"Message":null'),
        (Status(522, body="html"), 522, "text/html; charset=utf-8", "<h1>Error 522</h1>"),
        (Status(503, body="empty"), 503, None, ""),
        (Status(200, body="empty"), 200, None, ""),
        (Status(204, body="empty"), 204, None, ""),
        (Status(205, body="empty"), 205, None, ""),
        (Html(), 200, "text/html; charset=utf-8", "<!DOCTYPE html>"),
        (Html(502), 502, "text/html; charset=utf-8", "<!DOCTYPE html>"),
    ],
)
def test_an_answer_can_be_any_status_with_any_kind_of_body(
    api: DocumentedCaller,
    sandbox: Sandbox,
    *,
    fault: Fault,
    status: int,
    content_type: str | None,
    text: str,
) -> None:
    sandbox.faults.add(fault)
    response = api.http.post("configuration/get", json=_TOKENS)
    assert response.status_code == status
    assert response.headers.get("Content-Type") == content_type
    assert text in response.text
    assert (response.text == "") == (text == "")
    assert response.headers["Request-Id"]


_TOKENS = {
    "ClientToken": "sandbox-client-token",
    "AccessToken": "sandbox-access-token",
    "Client": "Specification 1.0",
}


@pytest.mark.parametrize(
    ("given", "header"),
    [
        (7, "7"),
        ("1.5", "1.5"),
        ("Sat, 21 Nov 2026 12:00:30 GMT", "Sat, 21 Nov 2026 12:00:30 GMT"),
        ("soon", "soon"),
        ("bientôt", "bientôt"),
        ("", ""),
        (-1, "-1"),
        (None, None),
    ],
)
def test_a_429_can_carry_any_retry_after(
    api: DocumentedCaller, sandbox: Sandbox, given: int | str | None, header: str | None
) -> None:
    sandbox.faults.add(RateLimited(given))
    response = api.ask("configuration/get")
    assert response.status_code == 429
    assert response.headers.get("Retry-After") == header


@pytest.mark.parametrize("after_commit", [False, True])
def test_a_cut_body_is_half_of_what_its_headers_promise(
    api: DocumentedCaller, sandbox: Sandbox, *, after_commit: bool
) -> None:
    sandbox.faults.add(CutBody(after_commit=after_commit))
    with api.http.stream("POST", "configuration/get", json=_TOKENS) as response:
        assert response.status_code == 200
        promised = int(response.headers["Content-Length"])
        parts: list[bytes] = []
        with pytest.raises(httpx.RemoteProtocolError, match="without sending complete"):
            parts.extend(response.iter_raw())
    received = b"".join(parts)
    assert len(received) == promised // 2
    assert (b'"NowUtc"' in received) == after_commit
    assert sandbox.calls[-1].status == 200


def test_a_reset_comes_before_any_answer(api: DocumentedCaller, sandbox: Sandbox) -> None:
    sandbox.faults.add(Reset())
    with pytest.raises(httpx.ReadError, match="reset"):
        api.ask("configuration/get")
    assert sandbox.calls[-1].status is None
    assert api.ask("configuration/get").status_code == 200


def test_a_delayed_answer_is_the_true_one(api: DocumentedCaller, sandbox: Sandbox) -> None:
    sandbox.faults.add(Delay(0.1))
    started = time.monotonic()
    assert api.get("configuration/get")["NowUtc"]
    assert time.monotonic() - started >= 0.1


def test_a_fault_meets_its_operation_as_often_as_planned(
    api: DocumentedCaller, sandbox: Sandbox
) -> None:
    sandbox.faults.add(Status(500), operation="configuration/get", times=2)
    others = api.ask("payments/getAll").status_code
    statuses = [api.ask("configuration/get").status_code for _ in range(3)]
    assert others == 400
    assert statuses == [500, 500, 200]


def test_faults_come_in_the_order_in_which_they_were_added(
    api: DocumentedCaller, sandbox: Sandbox
) -> None:
    sandbox.faults.add(Status(501))
    sandbox.faults.add(Status(502), operation="configuration/get")
    sandbox.faults.add(Status(503), times=None)
    statuses = [api.ask("configuration/get").status_code for _ in range(5)]
    assert statuses == [501, 502, 503, 503, 503]

    sandbox.faults.clear()
    assert api.ask("configuration/get").status_code == 200


def test_a_fault_that_could_never_come_is_refused(sandbox: Sandbox) -> None:
    with pytest.raises(ValueError, match="payments/getall"):
        sandbox.faults.add(Status(500), operation="payments/getall")
    with pytest.raises(ValueError, match="times"):
        sandbox.faults.add(Status(500), times=0)


@pytest.mark.parametrize(
    ("fault", "arguments", "complaint"),
    [
        (Status, {"status": 99}, "status"),
        (Status, {"status": 600}, "status"),
        (Status, {"status": "500"}, "status"),
        (Status, {"status": 204}, "no body"),
        (Status, {"status": 205, "body": "html"}, "no body"),
        (Status, {"status": 500, "body": "xml"}, "body"),
        (Status, {"status": 500, "message": 3}, "message"),
        (Status, {"status": 500, "message": "\ud800"}, "message"),
        (Html, {"status": 205}, "no body"),
        (Html, {"status": 304}, "no body"),
        (Delay, {"seconds": -1}, "seconds"),
        (Delay, {"seconds": "1"}, "seconds"),
        (Delay, {"seconds": True}, "seconds"),
        (Delay, {"seconds": math.nan}, "seconds"),
        (Delay, {"seconds": math.inf}, "seconds"),
        (Delay, {"seconds": 10**400}, "seconds"),
        (RateLimited, {"retry_after": "1\r\nSet-Cookie: a=b"}, "retry_after"),
        (RateLimited, {"retry_after": "1\n"}, "retry_after"),
        (RateLimited, {"retry_after": " 1"}, "retry_after"),
        (RateLimited, {"retry_after": "\0"}, "retry_after"),
        (RateLimited, {"retry_after": "скоро"}, "retry_after"),
        (RateLimited, {"retry_after": 1.5}, "retry_after"),
        (RateLimited, {"retry_after": True}, "retry_after"),
        *[
            (fault, {**needed, "after_commit": 1}, "after_commit")
            for fault, needed in (
                (Status, {"status": 500}),
                (Html, {}),
                (Delay, {"seconds": 1}),
                (RateLimited, {}),
                (CutBody, {}),
                (Reset, {}),
            )
        ],
    ],
)
def test_a_fault_that_could_not_be_carried_out_cannot_be_made(
    fault: Callable[..., Fault], arguments: dict[str, Any], complaint: str
) -> None:
    with pytest.raises((TypeError, ValueError), match=complaint):
        fault(**arguments)


def test_a_failure_after_a_refusal_hides_the_refusal(
    api: DocumentedCaller, sandbox: Sandbox
) -> None:
    sandbox.faults.add(Status(500, after_commit=True))
    assert api.ask("payments/getAll").status_code == 500


def test_calls_are_recorded_without_tokens(
    api: DocumentedCaller, sandbox: Sandbox, payment: dict[str, Any]
) -> None:
    api.get(ADD, **payment, Type="Cash")
    call = sandbox.calls[0]
    assert (call.operation, call.status) == (ADD, 200)
    assert call.request == {"Client": "Specification 1.0", **payment, "Type": "Cash"}
    assert call.arrived_utc == sandbox.now()
    assert "token" not in repr(call).lower()


def test_latency_keeps_each_exchange_on_its_way() -> None:
    legs = [Latency((0.02, 0.05), seed=3).legs() for _ in range(2)]
    latency = Latency((0.02, 0.05), seed=3)
    many = [latency.legs() for _ in range(200)]
    assert legs[0] == legs[1] == many[0]
    assert all(there >= 0 and back >= 0 for there, back in many)
    assert all(0.02 <= there + back <= 0.05 for there, back in many)
    with pytest.raises(ValueError, match="latency"):
        Latency((0.05, 0.02), seed=3)
