"""Amounts in another currency, and amounts with taxes."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from mews_toolkit.sandbox import Sandbox
from mews_toolkit.sandbox.money import exchanged
from support.documented_caller import DocumentedCaller


def test_an_exchange_is_exact_to_the_cent() -> None:
    assert exchanged(Decimal("-10.05"), "EUR", "GBP") == Decimal("-8.49")
    assert exchanged(Decimal("0.845"), "GBP", "EUR") == Decimal("1.00")
    assert exchanged(Decimal("9" * 14 + ".99"), "EUR", "CZK") == Decimal("2510499999999999.75")


def test_the_same_currency_leaves_every_digit_alone() -> None:
    assert str(exchanged(Decimal("1.10000"), "EUR", "EUR")) == "1.10000"


def test_amounts_are_converted_and_original_amounts_are_not(
    api: DocumentedCaller, sandbox: Sandbox
) -> None:
    payment = next(it for it in sandbox.payments if it.enterprise_id == sandbox.enterprises[0].id)
    asked: dict[str, Any] = {"PaymentIds": [str(payment.id)], "Limitation": {"Count": 1}}

    plain = api.get("payments/getAll", **asked)["Payments"][0]
    converted = api.get("payments/getAll", Currency="CZK", **asked)["Payments"][0]

    original = payment.original_amount
    assert converted["OriginalAmount"] == plain["OriginalAmount"]
    assert converted["Amount"]["Currency"] == "CZK"
    assert converted["Amount"]["GrossValue"] == exchanged(
        original.gross_value, original.currency, "CZK"
    )


def test_what_was_paid_in_the_wanted_currency_is_not_converted_twice(
    api: DocumentedCaller, sandbox: Sandbox
) -> None:
    foreign = [
        str(it.id) for it in sandbox.payments if it.original_amount.currency != it.amount.currency
    ]
    in_dollars = {"PaymentIds": foreign, "Currency": "USD"}
    found = api.drain("payments/getAll", "Payments", **in_dollars)
    assert len(found) > 5
    assert all(it["Amount"] == it["OriginalAmount"] for it in found)


@pytest.mark.parametrize(
    ("enterprise", "amount", "net", "gross", "taxes"),
    [
        (0, {"Currency": "GBP", "GrossValue": 120, "TaxCodes": ["UK-S"]}, "-100", "-120", ["-20"]),
        (0, {"Currency": "GBP", "GrossValue": 120}, "-120", "-120", []),
        (
            2,
            {"Currency": "USD", "NetValue": 100, "TaxCodes": ["US-DC-S", "US-DC-H"]},
            "-100",
            "-121.95",
            ["-6", "-15.95"],
        ),
    ],
)
def test_taxes_are_part_of_the_amount(
    portfolio: DocumentedCaller,
    sandbox: Sandbox,
    *,
    enterprise: int,
    amount: dict[str, Any],
    net: str,
    gross: str,
    taxes: list[str],
) -> None:
    enterprise_id = sandbox.enterprises[enterprise].id
    account_id = sandbox.customer(enterprise_id).id
    body = {"EnterpriseId": str(enterprise_id), "AccountId": str(account_id), "Amount": amount}
    portfolio.get("payments/addExternal", **body)

    recorded = sandbox.payments[0].amount
    assert (recorded.net_value, recorded.gross_value) == (Decimal(net), Decimal(gross))
    assert [it.value for it in recorded.tax_values] == [Decimal(it) for it in taxes]


@pytest.mark.parametrize(
    ("enterprise", "amount", "refusal"),
    [
        (0, {"Currency": "GBP", "NetValue": 1}, (400, "Invalid NetValue")),
        (2, {"Currency": "USD", "GrossValue": 1}, (400, "Invalid GrossValue")),
        (0, {"Currency": "GBP", "GrossValue": 1, "TaxCodes": ["FR-S"]}, (400, "Invalid TaxCodes")),
        (0, {"Currency": "GBP", "GrossValue": 1e300}, (400, "Invalid GrossValue")),
        (
            2,
            {"Currency": "GBP", "NetValue": 1},
            (403, "Invalid identifier: the property does not accept GBP."),
        ),
    ],
)
def test_an_amount_that_the_enterprise_cannot_take_is_refused(
    portfolio: DocumentedCaller,
    sandbox: Sandbox,
    enterprise: int,
    amount: dict[str, Any],
    refusal: tuple[int, str],
) -> None:
    enterprise_id = sandbox.enterprises[enterprise].id
    account_id = sandbox.customer(enterprise_id).id
    body = {"EnterpriseId": str(enterprise_id), "AccountId": str(account_id), "Amount": amount}
    before = len(sandbox.payments)

    assert portfolio.refusal("payments/addExternal", **body) == refusal
    assert len(sandbox.payments) == before


def test_every_digit_of_a_recorded_amount_is_kept(api: DocumentedCaller, sandbox: Sandbox) -> None:
    digits = "123456789012.123456789012345678"
    body = (
        '{"ClientToken": "sandbox-client-token", "AccessToken": "sandbox-access-token", '
        f'"Client": "Specification 1.0", "AccountId": "{sandbox.customer().id}", '
        f'"Amount": {{"Currency": "GBP", "GrossValue": {digits}}}}}'
    )
    added = api.http.post("payments/addExternal", content=body).json()["ExternalPaymentId"]

    answer = api.ask("payments/getAll", PaymentIds=[added], Limitation={"Count": 1})
    assert f'"GrossValue":-{digits}' in answer.text
