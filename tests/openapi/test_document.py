"""Every published example fits the document, and what the API refuses does not."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from mews_compiler.__main__ import main
from mews_compiler.document import join
from mews_compiler.generator_view import generator_view

PROJECT = Path(__file__).resolve().parents[2]
SEEDS = sorted((PROJECT / "tests" / "data" / "seeds").glob("*.json"))
OPERATIONS = [
    "accountingCategories/getAll",
    "accountingItems/getAll",
    "accountingItems/update",
    "billingAutomationPaymentPlans/add",
    "billingAutomations/add",
    "billingAutomations/delete",
    "billingAutomations/getAll",
    "billingAutomations/update",
    "billingAutomations/updateAssignments",
    "bills/add",
    "bills/close",
    "bills/delete",
    "bills/getAll",
    "bills/getPdf",
    "bills/update",
    "cashierTransactions/getAll",
    "cashiers/getAll",
    "configuration/get",
    "counters/getAll",
    "creditCards/addTokenized",
    "creditCards/charge",
    "creditCards/disable",
    "creditCards/getAll",
    "creditCards/getAllByCustomers",
    "creditCards/getAllByIds",
    "currencies/getAll",
    "enterprises/getAll",
    "exchangeRates/getAll",
    "ledgerBalances/getAll",
    "orderItems/cancel",
    "orderItems/getAll",
    "outletBills/add",
    "outletItems/getAll",
    "outlets/getAll",
    "paymentMethodRequests/add",
    "paymentRequests/add",
    "paymentRequests/cancel",
    "paymentRequests/getAll",
    "payments/addAlternative",
    "payments/addCreditCard",
    "payments/addExternal",
    "payments/getAll",
    "payments/refund",
    "preauthorizations/getAllByCustomers",
    "taxEnvironments/getAll",
    "taxations/getAll",
]
# A document of 2019 has a 41st of February.
IMPOSSIBLE = {
    "004-accountingItems-getAll-response": [
        "$.AccountingItems[0].ClosedUtc: '2017-02-41T10:41:54Z' is not a 'date-time'"
    ]
}
TOKENS = {"ClientToken": "client", "AccessToken": "access", "Client": "Acme Ledger 1.4.0"}
ACCOUNT = "35d4b117-4e60-44a3-9580-c582117eff98"
MARCH = {"StartUtc": "2026-03-01T00:00:00Z", "EndUtc": "2026-04-01T00:00:00Z"}

Json = dict[str, Any]


def faults(value: Any, schema: str, document: Json) -> list[str]:
    """What a value does wrong against a named schema of a document."""
    validator = Draft202012Validator(
        {"$ref": f"#/components/schemas/{schema}", "components": document["components"]},
        format_checker=Draft202012Validator.FORMAT_CHECKER,
    )
    found: Iterator[Any] = validator.iter_errors(value)  # pyright: ignore[reportUnknownMemberType] - jsonschema leaves it untyped
    return [f"{error.json_path}: {error.message}" for error in found]


def verdict(value: Any, schema: str, document: Json) -> str:
    return "refused" if faults(value, schema, document) else "fits"


def schema_name(operation: str, kind: str) -> str:
    """`payments/getAll` and `Request` make `PaymentsGetAllRequest`."""
    return "".join(word[0].upper() + word[1:] for word in operation.split("/")) + kind


def content(document: Json, operation: str, kind: str) -> Json:
    node = document["paths"][f"/api/connector/v1/{operation}"]["post"]
    body = node["requestBody"] if kind == "Request" else node["responses"]["200"]
    described: Json = body["content"]["application/json"]
    return described


def test_the_document_describes_the_whole_family(document: Json) -> None:
    assert list(document["paths"]) == [f"/api/connector/v1/{path}" for path in OPERATIONS]
    assert len(OPERATIONS) == 46


def test_the_document_is_valid_openapi() -> None:
    assert main(["check"]) == 0


def test_joining_twice_gives_the_same_text(document: Json) -> None:
    assert json.dumps(join(PROJECT / "openapi")) == json.dumps(document)


@pytest.mark.parametrize("kind", ["Request", "Result"])
@pytest.mark.parametrize("operation", OPERATIONS)
def test_a_published_example_fits_its_schema(document: Json, operation: str, kind: str) -> None:
    described = content(document, operation, kind)
    assert described["schema"] == {"$ref": f"#/components/schemas/{schema_name(operation, kind)}"}
    assert faults(described["example"], schema_name(operation, kind), document) == []


@pytest.mark.parametrize("kind", ["Request", "Result"])
@pytest.mark.parametrize("operation", OPERATIONS)
def test_a_published_example_holds_nothing_undescribed(
    document: Json, operation: str, kind: str
) -> None:
    # The generator's view closes every object; credentials and pages are the client's.
    view = generator_view(document)
    example = {
        name: value
        for name, value in content(document, operation, kind)["example"].items()
        if name not in {*TOKENS, "Limitation"}
    }
    assert faults(example, schema_name(operation, kind), view) == []


@pytest.mark.parametrize("file", SEEDS, ids=lambda file: file.stem)
def test_an_example_of_an_older_document_fits_too(document: Json, file: Path) -> None:
    _, resource, action, side = file.stem.split("-")
    example = json.loads(file.read_text(encoding="utf-8"))
    if side == "request":
        # What the client adds; documents from before October 2019 do without both.
        example = {"Client": "Acme Ledger 1.4.0", "Limitation": {"Count": 1000}} | example
    kind = "Request" if side == "request" else "Result"
    found = faults(example, schema_name(f"{resource}/{action}", kind), document)
    assert found == IMPOSSIBLE.get(file.stem, [])


@pytest.mark.parametrize(
    "filters",
    [
        {"PaymentIds": [ACCOUNT]},
        {"AccountIds": [ACCOUNT]},
        {"BillIds": [ACCOUNT]},
        {"ReservationIds": [ACCOUNT]},
        {"CreatedUtc": MARCH},
        {"UpdatedUtc": MARCH},
        {"ChargedUtc": MARCH},
        {"ClosedUtc": MARCH},
        {"ClosedUtc": MARCH, "PaymentIds": None, "SettlementUtc": MARCH},
    ],
    ids=" and ".join,
)
def test_one_filter_is_enough_to_list_payments(document: Json, filters: Json) -> None:
    request = TOKENS | {"Limitation": {"Count": 1000}} | filters
    assert faults(request, "PaymentsGetAllRequest", document) == []


@pytest.mark.parametrize(
    "filters",
    [
        {},
        {"PaymentIds": None},
        {"CreatedUtc": None, "UpdatedUtc": None},
        {"SettlementUtc": MARCH},
        {"EnterpriseIds": [ACCOUNT], "States": ["Charged"], "Type": "Payment", "Currency": "EUR"},
    ],
    ids=str,
)
def test_what_only_narrows_is_not_enough_to_list_payments(document: Json, filters: Json) -> None:
    request = TOKENS | {"Limitation": {"Count": 1000}} | filters
    assert verdict(request, "PaymentsGetAllRequest", document) == "refused"


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        pytest.param("PaymentIds", [], "refused", id="no ids"),
        pytest.param("PaymentIds", [ACCOUNT] * 1000, "fits", id="1000 payments"),
        pytest.param("PaymentIds", [ACCOUNT] * 1001, "refused", id="1001 payments"),
        pytest.param("AccountIds", [ACCOUNT] * 100, "fits", id="100 accounts"),
        pytest.param("AccountIds", [ACCOUNT] * 101, "refused", id="101 accounts"),
        pytest.param("PaymentIds", ["till-7"], "refused", id="an id of another kind"),
        pytest.param("States", ["Paid"], "refused", id="an unknown state"),
        pytest.param("Limitation", {"Count": 0}, "refused", id="a page of nothing"),
        pytest.param("Limitation", {"Count": 1001}, "refused", id="a page of 1001"),
        pytest.param("Limitation", None, "refused", id="no page"),
        pytest.param("UpdatedUtc", {"StartUtc": MARCH["StartUtc"]}, "refused", id="an open end"),
        pytest.param(
            "UpdatedUtc", MARCH | {"EndUtc": "April"}, "refused", id="an end that is no time"
        ),
    ],
)
def test_listing_payments_has_bounds(
    document: Json, name: str, value: object, expected: str
) -> None:
    request = TOKENS | {"CreatedUtc": MARCH, "Limitation": {"Count": 1000}} | {name: value}
    assert verdict(request, "PaymentsGetAllRequest", document) == expected


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        ({"GrossValue": 100}, "fits"),
        ({"NetValue": 100}, "fits"),
        ({"GrossValue": 100, "NetValue": None, "TaxCodes": ["UK-S"]}, "fits"),
        ({"NetValue": 100, "TaxCodes": ["US-A", "US-B"]}, "fits"),
        ({"NetValue": 100, "GrossValue": None, "TaxCodes": ["US-A", "US-B"]}, "fits"),
        ({"GrossValue": 100, "TaxCodes": None}, "fits"),
        ({}, "refused"),
        ({"GrossValue": None}, "refused"),
        ({"GrossValue": 120, "NetValue": 100}, "refused"),
        ({"GrossValue": 100, "TaxCodes": ["US-A", "US-B"]}, "refused"),
        ({"GrossValue": "100"}, "refused"),
    ],
    ids=str,
)
def test_an_amount_is_gross_or_net(document: Json, amount: Json, expected: str) -> None:
    assert verdict({"Currency": "GBP"} | amount, "AmountParameters", document) == expected


@pytest.mark.parametrize(
    ("whose", "expected"),
    [
        ({"AccountId": ACCOUNT}, "fits"),
        ({"CustomerId": ACCOUNT}, "fits"),
        ({"CustomerId": ACCOUNT, "AccountId": None}, "fits"),
        ({}, "refused"),
        ({"AccountId": None}, "refused"),
    ],
    ids=str,
)
def test_an_external_payment_is_someones(document: Json, whose: Json, expected: str) -> None:
    request = TOKENS | {"Amount": {"Currency": "GBP", "GrossValue": 100}} | whose
    assert verdict(request, "PaymentsAddExternalRequest", document) == expected


@pytest.mark.parametrize(
    ("method", "expected"),
    [
        ({"Data": {"Discriminator": "ApplePay"}}, "fits"),
        ({"Method": "Ideal", "RedirectUrl": "https://mews.com"}, "fits"),
        ({"Method": "Ideal"}, "refused"),
        ({"Method": "Ideal", "RedirectUrl": None, "Data": None}, "refused"),
        ({}, "refused"),
    ],
    ids=str,
)
def test_an_alternative_payment_has_a_method(document: Json, method: Json, expected: str) -> None:
    amount = {"Currency": "GBP", "GrossValue": 100}
    request = TOKENS | {"CustomerId": ACCOUNT, "Amount": amount} | method
    assert verdict(request, "PaymentsAddAlternativeRequest", document) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("411111******1111", "fits"),
        ("************1111", "fits"),
        ("4111************", "fits"),
        ("1111", "fits"),
        ("", "refused"),
        ("4111111111111111", "refused"),
        ("4111111*****1111", "refused"),
        ("411111*****11111", "refused"),
        ("11111", "refused"),
    ],
)
def test_a_card_number_is_obfuscated(document: Json, number: str, expected: str) -> None:
    card = {"Type": "Visa", "Number": number, "Name": "John Smith"}
    assert verdict(card, "CreditCardParameters", document) == expected


@pytest.mark.parametrize("missing", TOKENS)
def test_every_request_carries_credentials(document: Json, missing: str) -> None:
    request = {name: value for name, value in TOKENS.items() if name != missing}
    assert faults(request, "ConfigurationGetRequest", document) != []


def test_language_and_culture_come_together(document: Json) -> None:
    language, culture = {"LanguageCode": "en-US"}, {"CultureCode": "en-US"}
    assert faults(TOKENS | language | culture, "ConfigurationGetRequest", document) == []
    assert faults(TOKENS | language, "ConfigurationGetRequest", document) != []
    assert faults(TOKENS | culture, "ConfigurationGetRequest", document) != []


def test_an_answer_may_hold_more_than_is_known(document: Json) -> None:
    payments = content(document, "payments/getAll", "Result")["example"]["Payments"]
    answer = {"Payments": [payments[0] | {"Novelty": 1}], "Novelty": 2}
    assert faults(answer, "PaymentsGetAllResult", document) == []


@pytest.mark.parametrize("operation", OPERATIONS)
def test_every_operation_tells_how_it_fails(document: Json, operation: str) -> None:
    responses = document["paths"][f"/api/connector/v1/{operation}"]["post"]["responses"]
    refusals = ["400", "401", "403", "404", "408", "409", "413", "429", "500"]
    assert list(responses) == ["200", "204", *refusals]
    assert responses["200"]["headers"].keys() == {"Request-Id"}


def test_members_of_enums_have_names_that_read_well(document: Json) -> None:
    schemas = document["components"]["schemas"]
    names = dict(
        zip(
            schemas["ExternalPaymentType"]["enum"],
            schemas["ExternalPaymentType"]["x-enum-varnames"],
            strict=True,
        )
    )
    assert names["CreditCard"] == "CREDIT_CARD"
    assert names["IDeal"] == "IDEAL"
    assert names["PayPal"] == "PAYPAL"
    assert names["PosDiningAndSpaReward"] == "POS_DINING_AND_SPA_REWARD"


BOOKABLE = {
    "StartOffset": "P0M0DT14H0M0S",
    "EndOffset": "P0M0DT11H0M0S",
    "OccupancyStartOffset": "P0M0DT0H0M0S",
    "OccupancyEndOffset": "P0M0DT0H0M0S",
    "TimeUnit": "Day",
    "TimeUnitPeriod": "Day",
}
MOMENTS = ["BeforeCheckIn", "AfterCheckIn", "DuringStay", "BeforeCheckOut"]
ADDITIONAL = {
    "Promotions": dict.fromkeys([*MOMENTS, "AfterCheckOut", "DuringCheckOut"], True),
}


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param({"Discriminator": "Bookable", "Value": BOOKABLE}, "fits", id="by the night"),
        pytest.param({"Discriminator": "Additional", "Value": ADDITIONAL}, "fits", id="on its own"),
        pytest.param({"Discriminator": None, "Value": None}, "fits", id="of no kind"),
        pytest.param({"Discriminator": "Bookable", "Value": {}}, "refused", id="of neither shape"),
        pytest.param(
            {"Discriminator": "Bookable", "Value": BOOKABLE | {"TimeUnitPeriod": "Week"}},
            "refused",
            id="by the week",
        ),
    ],
)
def test_a_service_tells_by_its_kind_what_else_it_has(
    document: Json, data: Json, expected: str
) -> None:
    assert verdict(data, "ServiceData", document) == expected


def test_editing_history_was_replaced_by_two(document: Json) -> None:
    # No fact says since when, and a single `use` would hide the other.
    older = document["components"]["schemas"]["EnterpriseCore"]["properties"][
        "EditableHistoryInterval"
    ]
    assert older["deprecated"] is True
    assert "x-deprecated" not in older
    assert "`AccountingEditableHistoryInterval`" in older["description"]
    assert "`OperationalEditableHistoryInterval`" in older["description"]
