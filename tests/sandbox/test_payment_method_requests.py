"""Asking for a means of payment."""

from __future__ import annotations

from typing import Any

import pytest

from mews_toolkit.sandbox import Sandbox
from support.documented_caller import DocumentedCaller

UNKNOWN = "3fa85f64-5717-4562-b3fc-2c963f66afa6"
ADD = "paymentMethodRequests/add"


@pytest.fixture
def wanted(sandbox: Sandbox) -> dict[str, Any]:
    return {
        "AccountId": str(sandbox.customer().id),
        "ExpirationUtc": "2026-11-28T12:00:00Z",
        "Description": "A card for your stay, please",
        "PaymentMethods": ["PaymentCard", "SepaDirectDebit"],
    }


def test_a_request_is_remembered(
    api: DocumentedCaller, sandbox: Sandbox, wanted: dict[str, Any]
) -> None:
    added = api.get(ADD, Notes="second try", Email="ada@example.com", EmailsToSend=[], **wanted)
    request = sandbox.store.payment_method_requests[0]
    assert str(request.id) == added["PaymentMethodRequestId"]
    assert request.account_id == sandbox.customer().id
    assert request.payment_methods == ("PaymentCard", "SepaDirectDebit")
    assert (request.notes, request.email) == ("second try", "ada@example.com")
    assert request.emails_to_send == ()
    assert request.created_utc == sandbox.now()


def test_a_company_may_be_asked_by_any_enterprise_of_a_portfolio(
    portfolio: DocumentedCaller, sandbox: Sandbox, wanted: dict[str, Any]
) -> None:
    paris = sandbox.enterprises[1].id
    company = next(
        it for it in sandbox.accounts if (it.type, it.enterprise_id) == ("Company", paris)
    )
    wanted["AccountId"] = str(company.id)
    assert portfolio.refusal(ADD, **wanted) == (400, "Invalid EnterpriseId")
    portfolio.get(ADD, EnterpriseId=str(paris), **wanted)
    assert sandbox.store.payment_method_requests[0].enterprise_id == paris


@pytest.mark.parametrize(
    ("wrong", "parameter"),
    [
        ({"AccountId": UNKNOWN}, "AccountId"),
        ({"ExpirationUtc": "2026-11-21T12:00:00Z"}, "ExpirationUtc"),
        ({"Description": "x" * 1001}, "Description"),
        ({"PaymentMethods": []}, "PaymentMethods"),
        ({"PaymentMethods": ["Cash"]}, "JSON"),
        ({"Email": "x" * 501}, "Email"),
        ({"EmailsToSend": ["Greeting"]}, "JSON"),
    ],
)
def test_what_is_wrong_is_refused_by_its_name(
    api: DocumentedCaller,
    sandbox: Sandbox,
    wanted: dict[str, Any],
    wrong: dict[str, Any],
    parameter: str,
) -> None:
    assert api.refusal(ADD, **wanted | wrong) == (400, f"Invalid {parameter}")
    assert len(sandbox.store.payment_method_requests) == 0
