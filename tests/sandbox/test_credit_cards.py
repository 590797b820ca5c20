"""Payment cards: which there are, and listing them."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from mews_toolkit.sandbox import Sandbox
from mews_toolkit.sandbox.entities.credit_card import CreditCard
from support.documented_caller import DocumentedCaller, document

SCHEMAS = document()["components"]["schemas"]
UNKNOWN = "3fa85f64-5717-4562-b3fc-2c963f66afa6"


@pytest.fixture
def london(sandbox: Sandbox) -> list[CreditCard]:
    return [it for it in sandbox.credit_cards if it.enterprise_id == sandbox.enterprises[0].id]


@pytest.fixture
def elsewhere(sandbox: Sandbox) -> CreditCard:
    return sandbox.credit_card(sandbox.enterprises[1].id)


def ids(cards: list[CreditCard]) -> list[str]:
    return [str(it.id) for it in cards]


class TestTheSeeds:
    @pytest.mark.parametrize(
        ("attribute", "schema"),
        [
            ("kind", "CreditCardKind"),
            ("format", "CreditCardFormat"),
            ("state", "CreditCardState"),
            ("type", "CreditCardType"),
        ],
    )
    def test_each_enterprise_has_every_sort_of_card(
        self, sandbox: Sandbox, attribute: str, schema: str
    ) -> None:
        for enterprise in sandbox.enterprises:
            cards = [it for it in sandbox.credit_cards if it.enterprise_id == enterprise.id]
            assert {getattr(it, attribute) for it in cards} == set(SCHEMAS[schema]["enum"])

    def test_every_customer_has_a_card_and_every_card_a_customer(self, sandbox: Sandbox) -> None:
        customers = {(it.id, it.enterprise_id) for it in sandbox.accounts if it.type == "Customer"}
        assert {(it.customer_id, it.enterprise_id) for it in sandbox.credit_cards} == customers

    def test_a_card_payment_was_made_by_a_card_of_the_one_who_paid(self, sandbox: Sandbox) -> None:
        paid = [it for it in sandbox.payments if it.type == "CreditCardPayment"]
        assert {it.account_type for it in paid} == {"Customer", "Company"}
        for payment in paid:
            assert payment.data is not None
            assert payment.data.credit_card is not None
            card = sandbox.credit_cards.get(payment.data.credit_card.credit_card_id)
            assert card is not None
            assert card.created_utc < payment.created_utc
            assert card.enterprise_id == payment.enterprise_id
            assert payment.account_type == "Company" or card.customer_id == payment.account_id

    def test_the_same_seed_gives_the_same_cards(self, now: datetime) -> None:
        first, second = (Sandbox(seed=7, payments=0, now=lambda: now) for _ in range(2))
        assert list(first.credit_cards) == list(second.credit_cards)
        assert list(first.preauthorizations) == list(second.preauthorizations)

    def test_no_card_was_changed_in_the_future_or_before_it_was_stored(
        self, sandbox: Sandbox, now: datetime
    ) -> None:
        assert all(it.created_utc <= it.updated_utc < now for it in sandbox.credit_cards)


class TestGetAll:
    def test_a_portfolio_token_reads_every_card_page_by_page(
        self, portfolio: DocumentedCaller, sandbox: Sandbox
    ) -> None:
        everyone = [str(it.id) for it in sandbox.accounts]
        found = portfolio.drain("creditCards/getAll", "CreditCards", 50, CustomerIds=everyone)
        assert [it["Id"] for it in found] == ids(list(sandbox.credit_cards))

        paris = [str(sandbox.enterprises[1].id)]
        found = portfolio.drain(
            "creditCards/getAll", "CreditCards", CustomerIds=everyone, EnterpriseIds=paris
        )
        assert {it["EnterpriseId"] for it in found} == set(paris)

    def test_filters_narrow_each_other(
        self,
        api: DocumentedCaller,
        london: list[CreditCard],
        elsewhere: CreditCard,
        now: datetime,
    ) -> None:
        start, end = now - timedelta(days=60), now - timedelta(days=1)
        customers = {it.customer_id for it in london[:40]}
        cards = [*london[10:], elsewhere]
        found = api.drain(
            "creditCards/getAll",
            "CreditCards",
            7,
            CreditCardIds=ids(cards),
            CustomerIds=[str(it) for it in customers],
            UpdatedUtc={"StartUtc": start.isoformat(), "EndUtc": end.isoformat()},
        )
        expected = [
            it
            for it in london[10:]
            if it.customer_id in customers and start <= it.updated_utc < end
        ]
        assert [it["Id"] for it in found] == ids(expected)
        assert 0 < len(expected) < len(cards)

    @pytest.mark.parametrize(
        ("filters", "parameter"),
        [
            ({}, "CreditCardIds"),
            ({"EnterpriseIds": [UNKNOWN]}, "CreditCardIds"),
            (
                {
                    "UpdatedUtc": {
                        "StartUtc": "2026-01-01T00:00:00Z",
                        "EndUtc": "2026-05-01T00:00:00Z",
                    }
                },
                "UpdatedUtc",
            ),
        ],
    )
    def test_a_walk_needs_a_filter_of_at_most_three_months(
        self, api: DocumentedCaller, filters: dict[str, Any], parameter: str
    ) -> None:
        refusal = api.refusal("creditCards/getAll", Limitation={"Count": 10}, **filters)
        assert refusal == (400, f"Invalid {parameter}")


class TestTheOlderLists:
    def test_cards_are_found_by_their_ids(
        self, api: DocumentedCaller, london: list[CreditCard], elsewhere: CreditCard
    ) -> None:
        asked = [*ids(london[5:8][::-1]), str(elsewhere.id), UNKNOWN]
        found = api.get("creditCards/getAllByIds", CreditCardIds=asked)["CreditCards"]
        assert [it["Id"] for it in found] == ids(london[5:8])
        assert api.get("creditCards/getAllByIds", CreditCardIds=[])["CreditCards"] == []

    def test_cards_are_found_by_their_customers(
        self, api: DocumentedCaller, london: list[CreditCard], elsewhere: CreditCard
    ) -> None:
        customers = {it.customer_id for it in london[:3]} | {elsewhere.customer_id, UUID(UNKNOWN)}
        asked = [str(it) for it in customers]
        found = api.get("creditCards/getAllByCustomers", CustomerIds=asked)["CreditCards"]
        assert [it["Id"] for it in found] == ids(
            [it for it in london if it.customer_id in customers]
        )

    @pytest.mark.parametrize(
        ("operation", "name"),
        [
            ("creditCards/getAllByIds", "CreditCardIds"),
            ("creditCards/getAllByCustomers", "CustomerIds"),
        ],
    )
    def test_a_portfolio_token_may_not_use_them(
        self, portfolio: DocumentedCaller, operation: str, name: str
    ) -> None:
        refusal = portfolio.refusal(operation, **{name: [UNKNOWN]})
        assert refusal == (401, "No permission to use this operation.")
