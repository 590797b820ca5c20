"""Charging payment cards."""

from __future__ import annotations

from typing import Any

import pytest

from mews_toolkit.sandbox import Sandbox
from mews_toolkit.sandbox.card_outcomes import Outcome
from mews_toolkit.sandbox.entities.credit_card import CreditCard
from support.documented_caller import DocumentedCaller

UNKNOWN = "3fa85f64-5717-4562-b3fc-2c963f66afa6"
POUNDS = {"Currency": "GBP", "GrossValue": 60, "TaxCodes": ["UK-S"]}
DECLINED = (403, "Transaction was declined (Refused).")


def charge(card: CreditCard, **more: Any) -> dict[str, Any]:
    return {"CreditCardId": str(card.id), "Amount": POUNDS, **more}


def test_a_charge_makes_a_card_payment(api: DocumentedCaller, sandbox: Sandbox) -> None:
    card = sandbox.credit_card()
    known = charge(card, Notes="late checkout", ReceiptIdentifier="R-7", ReservationId=UNKNOWN)
    charged = api.get("creditCards/charge", **known)
    assert set(charged) == {"PaymentId"}

    listed = api.get("payments/getAll", PaymentIds=[charged["PaymentId"]], Limitation={"Count": 1})
    payment = listed["Payments"][0]
    assert (payment["Type"], payment["Kind"]) == ("CreditCardPayment", "Payment")
    assert (payment["State"], payment["AccountingState"]) == ("Charged", "Open")
    assert payment["AccountId"] == str(card.customer_id)
    assert (payment["Amount"]["GrossValue"], payment["Amount"]["NetValue"]) == (-60, -50)
    assert payment["ChargedUtc"] == "2026-11-21T12:00:00Z"
    assert payment["Data"]["CreditCard"]["CreditCardId"] == str(card.id)
    assert payment["Notes"] == "late checkout"
    assert payment["ReservationId"] == UNKNOWN
    assert payment["Identifier"] == "R-7"


def test_a_charge_can_be_refunded(api: DocumentedCaller, sandbox: Sandbox) -> None:
    card = sandbox.credit_card()
    charged = api.get("creditCards/charge", **charge(card))
    refunded = api.get(
        "payments/refund",
        PaymentId=charged["PaymentId"],
        AccountId=str(card.customer_id),
        Reason="cold soup",
    )
    assert refunded["Amount"] == {"Currency": "GBP", "Value": 60}


def test_a_charge_goes_onto_an_open_bill_of_the_customer(
    api: DocumentedCaller, sandbox: Sandbox
) -> None:
    card = sandbox.credit_card()
    bills = {it.state: it.id for it in sandbox.bills if it.account_id == card.customer_id}
    for named in ({}, {"BillId": str(bills["Open"])}):
        api.get("creditCards/charge", **charge(card, **named))
        assert sandbox.payments[0].bill_id == bills["Open"]
    for bill in (str(bills["Closed"]), UNKNOWN):
        refusal = api.refusal("creditCards/charge", **charge(card, BillId=bill))
        assert refusal == (400, "Invalid BillId")


@pytest.mark.parametrize("place", range(3))
@pytest.mark.parametrize("ending", ["0002", "0003", "0004"])
def test_each_enterprise_has_one_card_of_each_documented_ending(
    sandbox: Sandbox, place: int, ending: str
) -> None:
    enterprise = sandbox.enterprises[place].id
    found = [
        it
        for it in sandbox.credit_cards
        if it.enterprise_id == enterprise and (it.obfuscated_number or "").endswith(ending)
    ]
    assert [it.is_chargeable for it in found] == [True]


@pytest.mark.parametrize(("outcome", "ending"), [("Pending", "0003"), ("Verifying", "0004")])
def test_some_cards_leave_the_payment_unfinished(
    api: DocumentedCaller, sandbox: Sandbox, outcome: Outcome, ending: str
) -> None:
    card = sandbox.credit_card(charge=outcome)
    assert (card.obfuscated_number or "").endswith(ending)
    api.get("creditCards/charge", **charge(card))
    payment = sandbox.payments[0]
    assert (payment.state, payment.accounting_state) == (outcome, "Inactive")
    assert payment.charged_utc is None


def test_a_declined_charge_makes_no_payment(api: DocumentedCaller, sandbox: Sandbox) -> None:
    payments = len(sandbox.payments)
    london = [it for it in sandbox.credit_cards if it.enterprise_id == sandbox.enterprises[0].id]
    fated = next(it for it in london if (it.obfuscated_number or "").endswith("0002"))
    expired = next(it for it in london if it.is_chargeable and (it.expiration or "") < "2026-11")
    for card in (fated, expired, sandbox.credit_card(charge="Declined")):
        assert api.refusal("creditCards/charge", **charge(card)) == DECLINED
    assert len(sandbox.payments) == payments


@pytest.mark.parametrize(("expiration", "is_declined"), [("2026-10", True), ("2026-11", False)])
def test_a_card_can_be_charged_until_its_month_is_over(
    api: DocumentedCaller, sandbox: Sandbox, expiration: str, *, is_declined: bool
) -> None:
    token = {"StorageData": "token", "Expiration": expiration}
    added = api.get(
        "creditCards/addTokenized", CustomerId=str(sandbox.customer().id), CreditCardData=token
    )
    response = api.ask("creditCards/charge", CreditCardId=added["CreditCardId"], Amount=POUNDS)
    assert response.status_code == (403 if is_declined else 200)


@pytest.mark.parametrize(
    ("storage_data", "number", "state"),
    [
        ("token-0003", None, "Pending"),
        ("token-0004", None, "Verifying"),
        ("token-0003", "0001", "Charged"),
    ],
)
def test_the_end_of_a_token_or_of_the_number_beside_it_decides_how_charges_end(
    api: DocumentedCaller, sandbox: Sandbox, storage_data: str, number: str | None, state: str
) -> None:
    token = {"StorageData": storage_data, "Expiration": "2030-10", "ObfuscatedNumber": number}
    customer = str(sandbox.customer().id)
    card = api.get("creditCards/addTokenized", CustomerId=customer, CreditCardData=token)
    api.get("creditCards/charge", Amount=POUNDS, **card)
    assert sandbox.payments[0].state == state


def test_a_token_can_be_one_that_is_declined(api: DocumentedCaller, sandbox: Sandbox) -> None:
    token = {"StorageData": "token-0002", "Expiration": "2030-10"}
    customer = str(sandbox.customer().id)
    card = api.get("creditCards/addTokenized", CustomerId=customer, CreditCardData=token)
    assert api.refusal("creditCards/charge", Amount=POUNDS, **card) == DECLINED


@pytest.mark.parametrize(
    ("kind", "state", "message"),
    [
        ("Terminal", "Enabled", "Only a gateway card can be charged."),
        ("Gateway", "Disabled", "The card is disabled."),
    ],
)
def test_only_an_enabled_gateway_card_can_be_charged(
    api: DocumentedCaller, sandbox: Sandbox, kind: str, state: str, message: str
) -> None:
    card = next(
        it
        for it in sandbox.credit_cards
        if (it.enterprise_id, it.kind, it.state) == (sandbox.enterprises[0].id, kind, state)
    )
    assert api.refusal("creditCards/charge", **charge(card)) == (403, message)


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        ({"CreditCardId": UNKNOWN}, (400, "Invalid CreditCardId")),
        ({"Amount": {"Currency": "GBP", "GrossValue": 0}}, (400, "Invalid Amount")),
        ({"Amount": {"Currency": "GBP", "GrossValue": -5}}, (400, "Invalid Amount")),
        ({"Amount": {"Currency": "GBP", "NetValue": 5}}, (400, "Invalid NetValue")),
        ({"Amount": POUNDS | {"TaxCodes": ["FR-S"]}}, (400, "Invalid TaxCodes")),
        (
            {"Amount": POUNDS | {"Currency": "CZK"}},
            (403, "Invalid identifier: the property does not accept CZK."),
        ),
    ],
)
def test_what_is_wrong_is_refused_before_the_card_is_charged(
    api: DocumentedCaller, sandbox: Sandbox, wrong: dict[str, Any], refusal: tuple[int, str]
) -> None:
    payments = len(sandbox.payments)
    body = charge(sandbox.credit_card()) | wrong
    assert api.refusal("creditCards/charge", **body) == refusal
    assert len(sandbox.payments) == payments


def test_a_card_of_another_enterprise_cannot_be_charged(
    api: DocumentedCaller, portfolio: DocumentedCaller, sandbox: Sandbox
) -> None:
    card = sandbox.credit_card(sandbox.enterprises[1].id)
    assert api.refusal("creditCards/charge", **charge(card)) == (400, "Invalid CreditCardId")
    assert portfolio.refusal("creditCards/charge", **charge(card))[0] == 401
