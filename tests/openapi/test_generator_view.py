"""The generator reads no credentials, no pages and no errors, and rules as plain data."""

import copy
import json
from typing import Any

import pytest

from mews_compiler.faults import CompilerError
from mews_compiler.generator_view import generator_view

Json = dict[str, Any]


@pytest.fixture(scope="session")
def view(document: Json) -> Json:
    return generator_view(document)


@pytest.fixture(scope="session")
def models(view: Json) -> Json:
    schemas: Json = view["components"]["schemas"]
    return schemas


def operation(models: Json, request: str) -> Json:
    facts: Json = models[request]["x-operation"]
    return facts


def test_credentials_and_pages_are_in_no_model(models: Json) -> None:
    names = {name for model in models.values() for name in model.get("properties", {})}
    assert names.isdisjoint({"ClientToken", "AccessToken", "Client", "LanguageCode", "Limitation"})
    assert models.keys().isdisjoint({"ConnectorRequest", "Limitation", "ErrorBody"})


def test_an_operation_only_knows_success(view: Json) -> None:
    for methods in view["paths"].values():
        assert methods["post"]["responses"].keys() == {"200"}
        assert "headers" not in methods["post"]["responses"]["200"]
        assert "parameters" not in methods["post"]
    assert view["components"].keys() == {"schemas"}


def test_examples_are_left_out(view: Json) -> None:
    assert '"example"' not in json.dumps(view)


def test_an_operation_that_lists_knows_its_pages(models: Json) -> None:
    facts = operation(models, "PaymentsGetAllRequest")
    assert facts["path"] == "payments/getAll"
    assert (facts["resource"], facts["action"]) == ("payments", "getAll")
    assert facts["kind"] == "read"
    assert facts["portfolio"] == "many"
    assert facts["paging"] == {"items": "Payments", "identity": ["Id"]}
    assert facts["deprecated"] is None
    assert facts["docs"].endswith("/operations/payments#get-all-payments")


def test_an_operation_that_writes_has_none(models: Json) -> None:
    facts = operation(models, "PaymentsRefundRequest")
    assert (facts["kind"], facts["portfolio"], facts["paging"]) == ("write", "one", None)


def test_a_deprecated_operation_says_since_and_until_when(models: Json) -> None:
    facts = operation(models, "PaymentsAddCreditCardRequest")
    assert facts["deprecated"] == {"since": "2026-07-29", "use": None, "until": "2028-01-10"}


@pytest.mark.parametrize(
    ("request_", "portfolio"),
    [
        ("ConfigurationGetRequest", "one"),
        ("EnterprisesGetAllRequest", "many"),
        ("PaymentRequestsAddRequest", "one"),
        ("PaymentRequestsCancelRequest", "none"),
        ("PaymentRequestsGetAllRequest", "many"),
        ("PaymentsAddAlternativeRequest", "none"),
        ("PaymentsAddCreditCardRequest", "none"),
        ("PaymentsAddExternalRequest", "one"),
    ],
)
def test_portfolio_support_shows_in_the_shape(models: Json, request_: str, portfolio: str) -> None:
    assert operation(models, request_)["portfolio"] == portfolio


def test_portfolio_support_can_be_said_instead(document: Json) -> None:
    document = copy.deepcopy(document)
    document["paths"]["/api/connector/v1/configuration/get"]["post"]["x-portfolio"] = "none"
    models = generator_view(document)["components"]["schemas"]
    assert operation(models, "ConfigurationGetRequest")["portfolio"] == "none"


@pytest.mark.parametrize(
    ("name", "rules"),
    [
        (
            "PaymentsGetAllRequest",
            [
                {
                    "rule": "AnyOf",
                    "alternatives": [
                        ["PaymentIds"],
                        ["AccountIds"],
                        ["BillIds"],
                        ["ReservationIds"],
                        ["CreatedUtc"],
                        ["UpdatedUtc"],
                        ["ChargedUtc"],
                        ["ClosedUtc"],
                    ],
                }
            ],
        ),
        (
            "PaymentsAddAlternativeRequest",
            [{"rule": "AnyOf", "alternatives": [["Data"], ["Method", "RedirectUrl"]]}],
        ),
        (
            "AmountParameters",
            [
                {"rule": "ExactlyOne", "of": ["GrossValue", "NetValue"]},
                {"rule": "AtMost", "property": "TaxCodes", "items": 1, "beside": "GrossValue"},
            ],
        ),
    ],
)
def test_rules_on_presence_become_data(models: Json, name: str, rules: list[Json]) -> None:
    assert models[name]["x-rules"] == rules
    assert models[name].keys().isdisjoint({"anyOf", "oneOf", "if", "then"})


def test_a_combination_that_is_no_rule_stops_the_view(document: Json) -> None:
    document = copy.deepcopy(document)
    document["components"]["schemas"]["Amount"]["oneOf"] = [{"required": ["Currency", "NetValue"]}]
    with pytest.raises(CompilerError, match="Amount: combines schemas in a way that is no known"):
        generator_view(document)


def test_a_model_stands_without_its_bases(models: Json) -> None:
    enterprise = models["ConfigurationEnterprise"]
    assert "EnterpriseCore" not in models
    assert "allOf" not in enterprise
    assert {"Id", "Pricing", "Currencies", "IsPortfolio"} <= enterprise["properties"].keys()
    assert {"Id", "Pricing", "Currencies"} <= set(enterprise["required"])


def test_an_object_is_closed_and_a_map_is_not(models: Json) -> None:
    assert models["Payment"]["additionalProperties"] is False
    assert models["SurchargeFees"]["additionalProperties"] == {"type": "number"}


def test_what_a_property_says_beside_its_type_stays(models: Json) -> None:
    created = models["PaymentsGetAllRequest"]["properties"]["CreatedUtc"]
    assert created["x-longest-interval"] == "P3M"
    customer = models["PaymentsAddExternalRequest"]["properties"]["CustomerId"]
    assert customer["x-deprecated"] == {"since": "2023-05-24", "use": "AccountId"}


def test_a_field_has_its_limits_as_data_and_its_meaning_as_text(models: Json) -> None:
    listed = models["PaymentsGetAllRequest"]["x-fields"]
    assert listed["AccountIds"]["metadata"] == {
        "json": "AccountIds",
        "min_items": 1,
        "max_items": 100,
    }
    assert listed["CreatedUtc"]["doc"] == "When the payment was created. At most 3 months long."
    added = models["PaymentsAddExternalRequest"]["x-fields"]["CustomerId"]
    assert added["doc"] == "Customer that paid. Deprecated since 2023-05-24; use `account_id`."


def test_the_document_stays_as_it_is(document: Json) -> None:
    before = json.dumps(document)
    generator_view(document)
    assert json.dumps(document) == before


def test_a_value_is_told_apart_by_its_discriminator(models: Json) -> None:
    assert models["ServiceData"]["x-variants"] == {
        "base": "TaggedValue",
        "variants": {"Bookable": "BookableServiceData", "Additional": "AdditionalServiceData"},
    }
    assert models["ServiceData"]["x-fields"]["Value"]["metadata"]["tagged"] is True


def test_the_property_that_is_filled_is_named_by_the_discriminator(models: Json) -> None:
    assert models["PaymentData"]["x-variants"]["base"] == "TaggedProperties"
    assert models["PaymentData"]["x-variants"]["variants"]["CreditCard"] == "credit_card"
