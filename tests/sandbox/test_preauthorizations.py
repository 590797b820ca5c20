"""Sums held on payment cards."""

from __future__ import annotations

import pytest

from mews_toolkit.sandbox import Sandbox
from support.documented_caller import DocumentedCaller, document

STATES = set(document()["components"]["schemas"]["PreauthorizationState"]["enum"])
UNKNOWN = "3fa85f64-5717-4562-b3fc-2c963f66afa6"
LIST = "preauthorizations/getAllByCustomers"


def test_each_enterprise_has_some_in_every_state(sandbox: Sandbox) -> None:
    for enterprise in sandbox.enterprises:
        rows = [it for it in sandbox.preauthorizations if it.enterprise_id == enterprise.id]
        currency = sandbox.store.settings[enterprise.id].default_currency
        assert {it.facts.state for it in rows} == STATES
        assert {it.facts.amount.currency for it in rows} == {currency}
        assert all(it.facts.amount.gross_value > 0 for it in rows)
        assert {bool(it.facts.amount.tax_values) for it in rows} == {True, False}


def test_each_is_held_on_a_gateway_card_of_its_customer(sandbox: Sandbox) -> None:
    for row in sandbox.preauthorizations:
        card = sandbox.credit_cards.get(row.facts.credit_card_id)
        assert card is not None
        assert card.kind == "Gateway"
        assert card.created_utc < row.created_utc < sandbox.now()
        assert (card.customer_id, card.enterprise_id) == (row.facts.customer_id, row.enterprise_id)


def test_those_of_a_few_customers_are_listed_newest_first(
    api: DocumentedCaller, sandbox: Sandbox
) -> None:
    london = [
        it for it in sandbox.preauthorizations if it.enterprise_id == sandbox.enterprises[0].id
    ]
    customers = {it.facts.customer_id for it in london[:5]}
    asked = [*(str(it) for it in customers), UNKNOWN]
    found = api.get(LIST, CustomerIds=asked)["Preauthorizations"]
    assert [it["Id"] for it in found] == [
        str(it.id) for it in london if it.facts.customer_id in customers
    ]
    assert 5 < len(found) < len(london)


def test_all_of_an_enterprise_are_listed_and_none_of_another(
    api: DocumentedCaller, sandbox: Sandbox
) -> None:
    everyone = [str(it.id) for it in sandbox.accounts if it.type == "Customer"]
    found = api.get(LIST, CustomerIds=everyone)["Preauthorizations"]
    assert {it["Id"] for it in found} == {
        str(it.id)
        for it in sandbox.preauthorizations
        if it.enterprise_id == sandbox.enterprises[0].id
    }
    assert {it["State"] for it in found} == STATES
    assert all(
        it["IsActive"] == (it["State"] in ("Chargeable", "Charged", "Pending")) for it in found
    )


@pytest.mark.parametrize("asked", [{}, {"CustomerIds": []}, {"CustomerIds": [UNKNOWN] * 1001}])
def test_the_customers_must_be_named(api: DocumentedCaller, asked: dict[str, list[str]]) -> None:
    assert api.refusal(LIST, **asked) == (400, "Invalid CustomerIds")


def test_a_portfolio_token_may_not_list_them(portfolio: DocumentedCaller) -> None:
    assert portfolio.refusal(LIST, CustomerIds=[UNKNOWN])[0] == 401
