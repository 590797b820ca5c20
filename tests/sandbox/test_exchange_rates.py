"""Currencies, and what one is worth in another."""

from __future__ import annotations

from decimal import Decimal
from itertools import permutations
from typing import Any

import pytest

from mews_toolkit.sandbox import Sandbox
from mews_toolkit.sandbox.money import UNITS_FOR_ONE_EURO
from support.documented_caller import DocumentedCaller

UNKNOWN = "3fa85f64-5717-4562-b3fc-2c963f66afa6"


def rates(caller: DocumentedCaller, **body: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = caller.get("exchangeRates/getAll", **body)["ExchangeRates"]
    return found


def test_every_currency_in_use_is_known_with_its_precision(
    api: DocumentedCaller, sandbox: Sandbox
) -> None:
    listed = api.get("currencies/getAll")["Currencies"]
    precisions = {it["Code"]: it["Precision"] for it in listed}
    in_use = {it.currency for each in sandbox.store.settings.values() for it in each.currencies}
    assert precisions.keys() >= in_use | UNITS_FOR_ONE_EURO.keys()
    assert len(precisions) == len(listed)
    assert [precisions[it] for it in ("JPY", "GBP", "EUR", "USD", "KWD")] == [0, 2, 2, 2, 3]


def test_currencies_are_not_listed_to_a_portfolio_token(portfolio: DocumentedCaller) -> None:
    assert portfolio.refusal("currencies/getAll")[0] == 401


def test_each_pair_of_an_enterprises_currencies_has_a_rate_in_both_directions(
    api: DocumentedCaller,
) -> None:
    found = rates(api)
    pairs = {(it["SourceCurrency"], it["TargetCurrency"]): it["Value"] for it in found}
    assert len(found) == len(pairs)
    assert set(pairs) == set(permutations(("GBP", "EUR", "USD"), 2))
    assert pairs["EUR", "GBP"] == Decimal("0.845")
    assert pairs["GBP", "EUR"] == Decimal("1.18343195")
    assert pairs["EUR", "GBP"] * pairs["GBP", "EUR"] != 1


def test_a_rate_is_what_amounts_are_converted_by(api: DocumentedCaller) -> None:
    to_dollars = next(
        it["Value"]
        for it in rates(api)
        if (it["SourceCurrency"], it["TargetCurrency"]) == ("GBP", "USD")
    )
    quarter = {"StartUtc": "2026-08-24T00:00:00Z", "EndUtc": "2026-11-22T00:00:00Z"}
    walk: dict[str, Any] = {"CreatedUtc": quarter, "Currency": "USD"}
    sterling = [
        it
        for it in api.drain("payments/getAll", "Payments", **walk)
        if it["OriginalAmount"]["Currency"] == "GBP"
    ]
    assert len(sterling) > 50
    for payment in sterling:
        exact = payment["OriginalAmount"]["GrossValue"] * to_dollars
        assert payment["Amount"]["GrossValue"] == round(exact, 2)


def test_rates_belong_to_enterprises(portfolio: DocumentedCaller, sandbox: Sandbox) -> None:
    ids = [str(it.id) for it in sandbox.enterprises]
    everywhere = rates(portfolio)
    assert {it["EnterpriseId"] for it in everywhere} == set(ids)
    assert len({it["Id"] for it in everywhere}) == len(everywhere)

    of_two = rates(portfolio, EnterpriseIds=ids[1:])
    assert of_two == [it for it in everywhere if it["EnterpriseId"] in ids[1:]]
    assert rates(portfolio, EnterpriseIds=[UNKNOWN]) == []


def test_rates_are_found_by_their_ids(
    api: DocumentedCaller, portfolio: DocumentedCaller, sandbox: Sandbox
) -> None:
    first, *_, last = rates(portfolio)
    asked = [last["Id"], first["Id"], UNKNOWN]
    paris = [str(sandbox.enterprises[1].id)]
    assert rates(portfolio, Ids=asked) == [first, last]
    assert rates(portfolio, Ids=asked, EnterpriseIds=paris) == []
    assert rates(api, Ids=asked) == [first]


@pytest.mark.parametrize("wrong", [{"Ids": "all"}, {"Ids": ["no id"]}, {"EnterpriseIds": [1]}])
def test_what_the_document_forbids_is_refused(api: DocumentedCaller, wrong: dict[str, Any]) -> None:
    refusal = api.refusal("exchangeRates/getAll", **wrong)
    assert refusal == (400, f"Invalid {next(iter(wrong))}")
