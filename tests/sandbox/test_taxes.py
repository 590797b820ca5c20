"""Taxes and the environments that they are raised in."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from mews_connector import models
from mews_toolkit.sandbox import Sandbox, Server
from support.documented_caller import DocumentedCaller
from support.sandboxes import sandbox_client


@pytest.fixture
def environments(api: DocumentedCaller) -> dict[str, dict[str, Any]]:
    found = api.get("taxEnvironments/getAll")["TaxEnvironments"]
    return {it["Code"]: it for it in found}


@pytest.fixture
def taxes(api: DocumentedCaller) -> dict[str, Any]:
    found: dict[str, Any] = api.get("taxations/getAll")
    return found


@pytest.mark.parametrize(
    ("place", "country", "expected"),
    [
        (0, "GBR", {"UK-S": "0.20", "UK-R": "0.05", "UK-Z": "0"}),
        (1, "FRA", {"FR-S": "0.20", "FR-I": "0.10", "FR-R": "0.055"}),
        (2, "USA", {"US-DC-S": "0.06", "US-DC-H": "0.1595"}),
    ],
)
def test_the_rates_of_an_enterprise_follow_from_its_environment(
    api: DocumentedCaller,
    portfolio: DocumentedCaller,
    sandbox: Sandbox,
    *,
    place: int,
    country: str,
    expected: dict[str, str],
) -> None:
    enterprise_id = str(sandbox.enterprises[place].id)
    configured = portfolio.get("configuration/get", EnterpriseId=enterprise_id)["Enterprise"]

    listed = api.get("taxEnvironments/getAll")["TaxEnvironments"]
    environment = next(it for it in listed if it["Code"] == configured["TaxEnvironmentCode"])
    rates = {
        it["Code"]: it["Value"]
        for it in api.get("taxations/getAll")["TaxRates"]
        if it["TaxationCode"] in environment["TaxationCodes"]
    }
    assert environment["CountryCode"] == country
    assert rates == {code: Decimal(rate) for code, rate in expected.items()}
    assert sandbox.store.settings[sandbox.enterprises[place].id].tax_rates == rates


def test_a_listed_code_is_one_that_amounts_take(api: DocumentedCaller, sandbox: Sandbox) -> None:
    amount = {"Currency": "GBP", "GrossValue": 105, "TaxCodes": ["UK-R"]}
    api.get("payments/addExternal", AccountId=str(sandbox.customer().id), Amount=amount)
    assert sandbox.payments[0].amount.net_value == -100


def test_every_rate_belongs_to_a_tax_and_every_tax_to_an_environment(
    taxes: dict[str, Any], environments: dict[str, dict[str, Any]]
) -> None:
    known = {it["Code"] for it in taxes["Taxations"]}
    raised = [code for it in environments.values() for code in it["TaxationCodes"]]
    assert sorted(raised) == sorted(known)
    assert {it["TaxationCode"] for it in taxes["TaxRates"]} == known
    assert len({it["Code"] for it in taxes["TaxRates"]}) == len(taxes["TaxRates"])
    for rate in taxes["TaxRates"]:
        assert set(rate["Strategy"]["Value"].get("BaseTaxationCodes", ())) <= known


def test_a_past_environment_ends_where_the_next_one_begins(
    environments: dict[str, dict[str, Any]], taxes: dict[str, Any]
) -> None:
    end = environments["UK"]["ValidityEndUtc"]
    assert end == environments["UK-2022"]["ValidityStartUtc"]
    assert environments["UK-2022"]["ValidityEndUtc"] is None
    lowered = next(it for it in taxes["TaxRates"] if it["Code"] == "UK-2021-H")
    assert [it["EndUtc"] for it in lowered["ValidityInvervalsUtc"]] == [end]


async def test_each_strategy_is_read_as_what_it_is(server: Server) -> None:
    async with sandbox_client(server) as mews:
        result = await mews.taxations.get_all()

    strategies = {it.code: it.strategy for it in result.tax_rates or () if it.strategy is not None}
    values = {code: it.value for code, it in strategies.items()}
    assert {it.discriminator for it in strategies.values()} == set(
        models.TaxRateStrategyDiscriminator
    )
    assert values["UK-S"] == models.RelativeTaxRateStrategyData(value=Decimal("0.20"))
    assert values["CA-QC-N"] == models.FlatTaxRateStrategyData(
        currency_code="CAD", value=Decimal("3.5")
    )
    assert values["CA-QC-9.975%"] == models.DependentTaxRateStrategyData(
        value=Decimal("0.09975"), base_taxation_codes=["CA-QC-LODGING"]
    )


@pytest.mark.parametrize("operation", ["taxations/getAll", "taxEnvironments/getAll"])
def test_taxes_are_not_listed_to_a_portfolio_token(
    portfolio: DocumentedCaller, operation: str
) -> None:
    assert portfolio.refusal(operation)[0] == 401
