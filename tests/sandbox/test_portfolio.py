"""What a portfolio token may do, and what a token of one enterprise may not."""

from __future__ import annotations

from typing import Any

import pytest

from mews_toolkit.sandbox import Sandbox
from support.documented_caller import DocumentedCaller

UNKNOWN = "3fa85f64-5717-4562-b3fc-2c963f66afa6"
AMOUNT = {"Currency": "EUR", "GrossValue": 1}
CARD = {"Type": "Visa", "Number": "411111******1111", "Name": "Ada Archer"}
NO_PERMISSION = (401, "No permission to use this operation.")


def test_reading_reaches_every_enterprise_unless_some_are_named(
    portfolio: DocumentedCaller, sandbox: Sandbox
) -> None:
    ids = [str(it.id) for it in sandbox.enterprises]
    interval = {"StartUtc": "2026-08-24T00:00:00Z", "EndUtc": "2026-11-22T00:00:00Z"}
    walk: dict[str, Any] = {"CreatedUtc": interval}
    everywhere = portfolio.drain("payments/getAll", "Payments", **walk)
    in_two = portfolio.drain("payments/getAll", "Payments", EnterpriseIds=ids[1:], **walk)
    nowhere = portfolio.drain("payments/getAll", "Payments", EnterpriseIds=[UNKNOWN], **walk)
    assert {it["EnterpriseId"] for it in everywhere} == set(ids)
    assert {it["EnterpriseId"] for it in in_two} == set(ids[1:])
    assert nowhere == []


def test_a_token_of_one_enterprise_reads_that_one_whatever_it_names(
    api: DocumentedCaller, sandbox: Sandbox
) -> None:
    interval = {"StartUtc": "2026-08-24T00:00:00Z", "EndUtc": "2026-11-22T00:00:00Z"}
    elsewhere = [str(sandbox.enterprises[1].id)]
    found = api.drain("payments/getAll", "Payments", CreatedUtc=interval, EnterpriseIds=elsewhere)
    assert {it["EnterpriseId"] for it in found} == {str(sandbox.enterprises[0].id)}


@pytest.mark.parametrize("named", [{}, {"EnterpriseId": UNKNOWN}])
@pytest.mark.parametrize(
    ("operation", "body"),
    [
        ("payments/addExternal", {"AccountId": UNKNOWN, "Amount": AMOUNT}),
        ("payments/refund", {"PaymentId": UNKNOWN, "AccountId": UNKNOWN, "Reason": "soup"}),
        ("paymentRequests/add", {"PaymentRequests": []}),
    ],
)
def test_a_write_must_name_an_enterprise_within_reach(
    portfolio: DocumentedCaller, operation: str, body: dict[str, Any], named: dict[str, str]
) -> None:
    if operation == "paymentRequests/add":
        wanted = {
            "AccountId": UNKNOWN,
            "Amount": {"Currency": "EUR", "Value": 1},
            "Type": "Payment",
            "Reason": "Other",
            "ExpirationUtc": "2027-01-01T00:00:00Z",
            "Description": "Please",
        }
        body = {"PaymentRequests": [wanted]}
    assert portfolio.refusal(operation, **body, **named) == (400, "Invalid EnterpriseId")


@pytest.mark.parametrize(
    ("operation", "body"),
    [
        (
            "payments/addCreditCard",
            {"CustomerId": UNKNOWN, "Amount": AMOUNT, "CreditCard": CARD},
        ),
        (
            "payments/addAlternative",
            {"CustomerId": UNKNOWN, "Amount": AMOUNT, "Data": {"Discriminator": "ApplePay"}},
        ),
        ("paymentRequests/cancel", {"PaymentRequestIds": [UNKNOWN]}),
    ],
)
def test_some_operations_take_no_portfolio_token(
    portfolio: DocumentedCaller, operation: str, body: dict[str, Any]
) -> None:
    assert portfolio.refusal(operation, **body) == NO_PERMISSION


def test_enterprises_are_listed_to_a_portfolio_token_only(
    api: DocumentedCaller, portfolio: DocumentedCaller, sandbox: Sandbox
) -> None:
    listed = portfolio.drain("enterprises/getAll", "Enterprises", 2)
    assert [it["Id"] for it in listed] == [str(it.id) for it in sandbox.enterprises]
    assert [it["Pricing"] for it in listed] == ["Gross", "Gross", "Net"]
    assert api.refusal("enterprises/getAll", Limitation={"Count": 1}) == NO_PERMISSION


def test_enterprises_can_be_narrowed(portfolio: DocumentedCaller, sandbox: Sandbox) -> None:
    paris = sandbox.enterprises[1]
    instant = {name: paris.linked_utc.isoformat() for name in ("StartUtc", "EndUtc")}
    changed = {name: paris.updated_utc.isoformat() for name in ("StartUtc", "EndUtc")}
    for filters in (
        {"EnterpriseIds": [str(paris.id)]},
        {"ExternalIdentifiers": [paris.external_identifier]},
        {"LinkedUtc": instant},
        {"UpdatedUtc": changed},
    ):
        listed = portfolio.drain("enterprises/getAll", "Enterprises", **filters)
        assert [it["Id"] for it in listed] == [str(paris.id)]


def test_the_configuration_is_that_of_the_enterprise_meant(
    api: DocumentedCaller, portfolio: DocumentedCaller, sandbox: Sandbox
) -> None:
    london, paris, washington = (str(it.id) for it in sandbox.enterprises)
    own = api.get("configuration/get", EnterpriseId=paris)["Enterprise"]
    named = portfolio.get("configuration/get", EnterpriseId=washington)["Enterprise"]
    nobodys = portfolio.get("configuration/get")["Enterprise"]

    assert (own["Id"], own["IsPortfolio"]) == (london, False)
    assert (named["Id"], named["IsPortfolio"]) == (washington, False)
    assert nobodys["IsPortfolio"] is True
    assert nobodys["Id"] not in (london, paris, washington)
    assert [it["Currency"] for it in named["Currencies"] if it["IsDefault"]] == ["USD"]
    assert "Cash" in own["AccountingConfiguration"]["EnabledExternalPaymentTypes"]


def test_the_configuration_tells_the_time(api: DocumentedCaller) -> None:
    assert api.get("configuration/get")["NowUtc"] == "2026-11-21T12:00:00Z"


def test_an_enterprise_out_of_reach_has_no_configuration(portfolio: DocumentedCaller) -> None:
    refusal = portfolio.refusal("configuration/get", EnterpriseId=UNKNOWN)
    assert refusal == (400, "Invalid EnterpriseId")
