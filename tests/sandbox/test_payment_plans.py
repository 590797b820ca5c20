"""Payment plans of billing automations."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from mews_toolkit.sandbox import Sandbox
from support.documented_caller import DocumentedCaller

UNKNOWN = "3fa85f64-5717-4562-b3fc-2c963f66afa6"
ADD = "billingAutomationPaymentPlans/add"
REQUEST: dict[str, Any] = {
    "PaymentMethods": ["PaymentCard", "SepaDirectDebit"],
    "Message": "Your rent is going to be collected each month.",
    "Note": "as agreed by telephone",
    "ExpirationDateUtc": "2026-12-21T12:00:00Z",
    "SendEmail": False,
}


def automation_of(sandbox: Sandbox, enterprise_id: UUID) -> str:
    automations = sandbox.billing_automations
    return next(str(it.id) for it in automations if it.enterprise_id == enterprise_id)


@pytest.fixture
def wanted(sandbox: Sandbox) -> dict[str, Any]:
    return {
        "BillingAutomationId": automation_of(sandbox, sandbox.customer().enterprise_id),
        "CustomerId": str(sandbox.customer().id),
        "Name": "Rent",
        "PaymentRequest": REQUEST,
        "PaymentOffsetDays": 5,
    }


def test_a_plan_is_remembered_and_the_answer_tells_where_the_customer_agrees_to_it(
    api: DocumentedCaller, sandbox: Sandbox, wanted: dict[str, Any]
) -> None:
    added = api.get(ADD, StartMonth="2026-12", **wanted)
    plan = sandbox.store.payment_plans[0]
    assert added["PaymentRequestUrl"].endswith(plan.id.hex)
    assert plan.customer_id == sandbox.customer().id
    assert (plan.name, plan.payment_offset_days, plan.start_month) == ("Rent", 5, "2026-12")
    assert plan.payment_request.note == "as agreed by telephone"


def test_a_portfolio_token_names_the_enterprise(
    portfolio: DocumentedCaller, sandbox: Sandbox, wanted: dict[str, Any]
) -> None:
    paris = sandbox.enterprises[1].id
    wanted["CustomerId"] = str(sandbox.customer(paris).id)
    wanted["BillingAutomationId"] = automation_of(sandbox, paris)
    assert portfolio.refusal(ADD, **wanted) == (400, "Invalid EnterpriseId")
    portfolio.get(ADD, EnterpriseId=str(paris), **wanted)
    assert sandbox.store.payment_plans[0].enterprise_id == paris


WRONG: list[tuple[dict[str, Any], str]] = [
    ({"CustomerId": UNKNOWN}, "CustomerId"),
    ({"BillingAutomationId": UNKNOWN}, "BillingAutomationId"),
    ({"Name": "x" * 256}, "Name"),
    ({"PaymentOffsetDays": -1}, "PaymentOffsetDays"),
    ({"StartMonth": "December"}, "StartMonth"),
    ({"StartMonth": "2026-11"}, "StartMonth"),
    ({"PaymentRequest": REQUEST | {"PaymentMethods": []}}, "PaymentMethods"),
    ({"PaymentRequest": REQUEST | {"PaymentMethods": ["Ideal"]}}, "PaymentMethods"),
    ({"PaymentRequest": REQUEST | {"PaymentMethods": ["Cash"]}}, "JSON"),
    (
        {"PaymentRequest": REQUEST | {"ExpirationDateUtc": "2026-11-21T12:00:00Z"}},
        "ExpirationDateUtc",
    ),
    (
        {"PaymentRequest": REQUEST | {"ExpirationDateUtc": "2026-12-21T12:00:01Z"}},
        "ExpirationDateUtc",
    ),
]


@pytest.mark.parametrize(("wrong", "parameter"), WRONG)
def test_what_is_wrong_is_refused_by_its_name(
    api: DocumentedCaller,
    sandbox: Sandbox,
    wanted: dict[str, Any],
    wrong: dict[str, Any],
    parameter: str,
) -> None:
    assert api.refusal(ADD, **wanted | wrong) == (400, f"Invalid {parameter}")
    assert len(sandbox.store.payment_plans) == 0
