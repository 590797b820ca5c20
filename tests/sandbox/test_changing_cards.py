"""Storing payment cards, and taking them out of use."""

from __future__ import annotations

from typing import Any

import pytest

from mews_toolkit.sandbox import Sandbox
from mews_toolkit.sandbox.entities.credit_card import CreditCard
from support.documented_caller import DocumentedCaller

UNKNOWN = "3fa85f64-5717-4562-b3fc-2c963f66afa6"
TOKEN = {"StorageData": "250101000000001234", "Expiration": "2030-10"}


@pytest.fixture
def elsewhere(sandbox: Sandbox) -> CreditCard:
    return sandbox.credit_card(sandbox.enterprises[1].id)


class TestAddTokenized:
    @pytest.mark.parametrize(
        ("data", "number"),
        [
            (TOKEN, "************1234"),
            (TOKEN | {"StorageData": "tok_f3x"}, None),
            (TOKEN | {"ObfuscatedNumber": "411111******5678"}, "411111******5678"),
        ],
    )
    def test_the_card_is_stored_for_the_customer_and_can_be_charged(
        self, api: DocumentedCaller, sandbox: Sandbox, data: dict[str, str], number: str | None
    ) -> None:
        customer = str(sandbox.customer().id)
        added = api.get("creditCards/addTokenized", CustomerId=customer, CreditCardData=data)
        found = api.get("creditCards/getAllByCustomers", CustomerIds=[customer])["CreditCards"][0]
        assert found["Id"] == added["CreditCardId"]
        assert found["ObfuscatedNumber"] == number
        assert found["Expiration"] == "2030-10"
        assert (found["Kind"], found["State"], found["IsActive"]) == ("Gateway", "Enabled", True)
        assert found["CreatedUtc"] == found["UpdatedUtc"] == "2026-11-21T12:00:00Z"

        amount = {"Currency": "GBP", "GrossValue": 5}
        api.get("creditCards/charge", CreditCardId=found["Id"], Amount=amount)

    def test_a_portfolio_token_names_the_enterprise(
        self, portfolio: DocumentedCaller, sandbox: Sandbox
    ) -> None:
        paris = sandbox.enterprises[1].id
        body = {"CustomerId": str(sandbox.customer(paris).id), "CreditCardData": TOKEN}
        assert portfolio.refusal("creditCards/addTokenized", **body)[1] == "Invalid EnterpriseId"
        portfolio.get("creditCards/addTokenized", EnterpriseId=str(paris), **body)
        assert sandbox.credit_cards[0].enterprise_id == paris

    @pytest.mark.parametrize(
        ("wrong", "parameter"),
        [
            ({"CustomerId": UNKNOWN}, "CustomerId"),
            ({"CustomerId": "Company"}, "CustomerId"),
            ({"CustomerId": "elsewhere"}, "CustomerId"),
            ({"CreditCardData": {"StorageData": "1"}}, "Expiration"),
            ({"CreditCardData": TOKEN | {"Expiration": "10/2030"}}, "Expiration"),
            ({"CreditCardData": TOKEN | {"Expiration": "2030-13"}}, "Expiration"),
            ({"CreditCardData": TOKEN | {"ObfuscatedNumber": "4" * 16}}, "ObfuscatedNumber"),
        ],
    )
    def test_what_is_wrong_is_refused_by_its_name(
        self, api: DocumentedCaller, sandbox: Sandbox, wrong: dict[str, Any], parameter: str
    ) -> None:
        cards = len(sandbox.credit_cards)
        people = {
            "Company": next(it for it in sandbox.accounts if it.type == "Company"),
            "elsewhere": sandbox.customer(sandbox.enterprises[2].id),
        }
        body = {"CustomerId": str(sandbox.customer().id), "CreditCardData": TOKEN} | wrong
        if body["CustomerId"] in people:
            body["CustomerId"] = str(people[str(body["CustomerId"])].id)
        refusal = api.refusal("creditCards/addTokenized", **body)
        assert refusal == (400, f"Invalid {parameter}")
        assert len(sandbox.credit_cards) == cards


class TestDisable:
    def test_a_disabled_card_stays_listed_but_cannot_be_charged(
        self, api: DocumentedCaller, sandbox: Sandbox
    ) -> None:
        card = sandbox.credit_card()
        body = {"CreditCardId": str(card.id)}
        assert api.get("creditCards/disable", **body) == {}

        found = api.get("creditCards/getAllByIds", CreditCardIds=[str(card.id)])["CreditCards"][0]
        assert (found["State"], found["UpdatedUtc"]) == ("Disabled", "2026-11-21T12:00:00Z")
        amount = {"Currency": "GBP", "GrossValue": 5}
        refusal = api.refusal("creditCards/charge", Amount=amount, **body)
        assert refusal == (403, "The card is disabled.")
        assert api.refusal("creditCards/disable", **body) == (403, "The card is already disabled.")

    def test_a_card_of_a_terminal_cannot_be_disabled(
        self, api: DocumentedCaller, sandbox: Sandbox
    ) -> None:
        london = sandbox.enterprises[0].id
        card = next(
            it for it in sandbox.credit_cards if (it.enterprise_id, it.kind) == (london, "Terminal")
        )
        refusal = api.refusal("creditCards/disable", CreditCardId=str(card.id))
        assert refusal == (403, "Only a gateway card can be disabled.")

    def test_only_a_card_of_the_enterprise_can_be_disabled(
        self, api: DocumentedCaller, portfolio: DocumentedCaller, elsewhere: CreditCard
    ) -> None:
        for card_id in (str(elsewhere.id), UNKNOWN):
            refusal = api.refusal("creditCards/disable", CreditCardId=card_id)
            assert refusal == (400, "Invalid CreditCardId")
        in_paris = {"EnterpriseId": str(elsewhere.enterprise_id)}
        assert (
            portfolio.get("creditCards/disable", CreditCardId=str(elsewhere.id), **in_paris) == {}
        )


def test_a_card_payment_taken_elsewhere_leaves_its_card(
    api: DocumentedCaller, sandbox: Sandbox
) -> None:
    used = {"Type": "Visa", "Number": "411111******1111", "Name": "Ada", "Expiration": "05/2030"}
    rare = {"Type": "EnRoute", "Number": "1234", "Name": "Ada"}
    amount = {"Currency": "GBP", "GrossValue": 5}
    body = {"CustomerId": str(sandbox.customer().id), "Amount": amount}
    added = [
        api.get("payments/addCreditCard", CreditCard=it, **body)["CreditCardId"]
        for it in (used, rare)
    ]
    cards = api.get("creditCards/getAllByIds", CreditCardIds=added)["CreditCards"]
    assert {(it["Kind"], it["ObfuscatedNumber"], it["Type"], it["Expiration"]) for it in cards} == {
        ("Terminal", "1234", None, None),
        ("Terminal", "411111******1111", "Visa", "05/2030"),
    }
