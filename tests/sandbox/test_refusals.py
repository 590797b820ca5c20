"""What the sandbox refuses, and how it says so."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest
from attrs import evolve

from mews_toolkit.sandbox import ACCESS_TOKEN, CLIENT_TOKEN, Sandbox, Server
from support.documented_caller import DocumentedCaller, numbers

TOKENS = {"ClientToken": CLIENT_TOKEN, "AccessToken": ACCESS_TOKEN, "Client": "Specification 1.0"}
ID = "3fa85f64-5717-4562-b3fc-2c963f66afa6"
PAGE: dict[str, Any] = {"Limitation": {"Count": 10}}
MINIMAL = {"Prefer": "return=minimal"}
DAY = {"StartUtc": "2026-11-01T00:00:00Z", "EndUtc": "2026-11-02T00:00:00Z"}
AMOUNT = {"Currency": "GBP", "GrossValue": 1}
CARD = {"Type": "Visa", "Number": "411111******1111", "Name": "Ada Archer"}
CARD_PAYMENT: dict[str, Any] = {"CustomerId": ID, "Amount": AMOUNT, "CreditCard": CARD}
METHOD_REQUEST: dict[str, Any] = {
    "AccountId": ID,
    "ExpirationUtc": DAY["EndUtc"],
    "Description": "Please leave a card",
    "PaymentMethods": ["PaymentCard"],
}

FORBIDDEN: list[tuple[str, dict[str, Any], str]] = [
    ("payments/getAll", {"PaymentIds": [ID]}, "Limitation"),
    ("payments/getAll", {"PaymentIds": [ID], "Limitation": {}}, "Count"),
    ("payments/getAll", {"PaymentIds": [ID], "Limitation": {"Count": 0}}, "Count"),
    ("payments/getAll", {"PaymentIds": [ID], "Limitation": {"Count": 1001}}, "Count"),
    ("payments/getAll", {"PaymentIds": [ID], "Limitation": {"Count": 1.5}}, "Count"),
    ("payments/getAll", PAGE, "PaymentIds"),
    ("payments/getAll", {**PAGE, "States": ["Charged"], "SettlementUtc": DAY}, "PaymentIds"),
    ("payments/getAll", {**PAGE, "PaymentIds": None}, "PaymentIds"),
    ("payments/getAll", {**PAGE, "PaymentIds": [ID] * 1001}, "PaymentIds"),
    ("payments/getAll", {**PAGE, "AccountIds": [ID] * 101}, "AccountIds"),
    ("payments/getAll", {**PAGE, "PaymentIds": ["no id"]}, "PaymentIds"),
    ("payments/getAll", {**PAGE, "PaymentIds": ID}, "PaymentIds"),
    ("payments/getAll", {**PAGE, "CreatedUtc": {"StartUtc": DAY["StartUtc"]}}, "EndUtc"),
    ("payments/getAll", {**PAGE, "CreatedUtc": "yesterday"}, "CreatedUtc"),
    (
        "payments/getAll",
        {**PAGE, "CreatedUtc": {**DAY, "EndUtc": "2026-11-02T00:00:00"}},
        "EndUtc",
    ),
    (
        "payments/getAll",
        {**PAGE, "CreatedUtc": {**DAY, "EndUtc": "2026-10-31T23:59:59Z"}},
        "CreatedUtc",
    ),
    (
        "payments/getAll",
        {**PAGE, "UpdatedUtc": {**DAY, "EndUtc": "2027-02-01T00:00:01Z"}},
        "UpdatedUtc",
    ),
    (
        "payments/getAll",
        {
            **PAGE,
            "PaymentIds": [ID],
            "SettlementUtc": {**DAY, "EndUtc": "2028-01-01T00:00:00Z"},
        },
        "SettlementUtc",
    ),
    ("payments/getAll", {**PAGE, "PaymentIds": [ID], "Currency": "XXX"}, "Currency"),
    ("payments/getAll", {**PAGE, "CreatedUtc": DAY, "Client": ""}, "Client"),
    ("payments/getAll", {**PAGE, "CreatedUtc": DAY, "LanguageCode": "en-GB"}, "CultureCode"),
    ("payments/addExternal", {"Amount": AMOUNT}, "AccountId"),
    ("payments/addExternal", {"AccountId": ID}, "Amount"),
    ("payments/addExternal", {"AccountId": ID, "Amount": {"GrossValue": 1}}, "Currency"),
    ("payments/addExternal", {"AccountId": ID, "Amount": {"Currency": "GBP"}}, "GrossValue"),
    (
        "payments/addExternal",
        {"AccountId": ID, "Amount": AMOUNT | {"NetValue": 1}},
        "GrossValue",
    ),
    (
        "payments/addExternal",
        {"AccountId": ID, "Amount": AMOUNT | {"TaxCodes": ["UK-S", "UK-R"]}},
        "TaxCodes",
    ),
    ("payments/addCreditCard", CARD_PAYMENT | {"CreditCard": {}}, "Type"),
    (
        "payments/addCreditCard",
        CARD_PAYMENT | {"CreditCard": CARD | {"Number": "4111111111111111"}},
        "Number",
    ),
    ("payments/addAlternative", {"CustomerId": ID, "Amount": AMOUNT}, "Data"),
    (
        "payments/addAlternative",
        {"CustomerId": ID, "Amount": AMOUNT, "Method": "Ideal"},
        "RedirectUrl",
    ),
    (
        "payments/addAlternative",
        {"CustomerId": ID, "Amount": AMOUNT, "Method": "Ideal", "RedirectUrl": "nowhere"},
        "RedirectUrl",
    ),
    ("payments/refund", {"PaymentId": ID, "AccountId": ID}, "Reason"),
    ("accountingItems/getAll", {}, "ItemIds"),
    ("accountingItems/getAll", {"ItemIds": [ID]}, "Extent"),
    ("accountingItems/getAll", {"ConsumedUtc": DAY, "ItemIds": None}, "Extent"),
    ("accountingItems/getAll", {"Extent": {"OrderItems": True}}, "ItemIds"),
    ("accountingItems/getAll", {"StartUtc": DAY["StartUtc"]}, "EndUtc"),
    ("paymentRequests/add", {"PaymentRequests": [{}]}, "AccountId"),
    ("paymentRequests/cancel", {}, "PaymentRequestIds"),
    ("paymentMethodRequests/add", METHOD_REQUEST | {"Email": ""}, "Email"),
    ("paymentMethodRequests/add", METHOD_REQUEST | {"Email": "nobody"}, "Email"),
]


@pytest.mark.parametrize(("operation", "body", "parameter"), FORBIDDEN)
def test_a_request_that_the_document_forbids_is_refused_by_the_name_of_its_parameter(
    api: DocumentedCaller, operation: str, body: dict[str, Any], parameter: str
) -> None:
    assert api.refusal(operation, **body) == (400, f"Invalid {parameter}")


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"{",
        b'{"Client": "trailing comma",}',
        b'{"Value": NaN}',
        b"[]",
        b'"text"',
        b'{"Client": "\xff"}',
        b'{"Value": 1E+9999999999999999999}',
        b'{"Value": 1E-9999999999999999999}',
        b"[" * 100_000,
        b'{"A":' * 65 + b"{}" + b"}" * 65,
        b'{"A":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    ],
)
def test_what_is_no_json_object_is_refused(http: httpx.Client, text: bytes) -> None:
    response = http.post("payments/getAll", content=text)
    assert (response.status_code, numbers(response)["Message"]) == (400, "Invalid JSON")


def test_a_body_may_be_nested_sixty_four_levels_deep(http: httpx.Client) -> None:
    notes: object = "deep"
    for _ in range(63):
        notes = [notes]
    assert http.post("configuration/get", json=TOKENS | {"Notes": notes}).status_code == 200
    response = http.post("configuration/get", json=TOKENS | {"Notes": [notes]})
    assert (response.status_code, numbers(response)["Message"]) == (400, "Invalid JSON")


@pytest.mark.parametrize(
    "number",
    [
        "1E+15",
        "1E+1000001",
        "-1E+1000001",
        "1E+999999999999999999",
        "0E+1000001",
        "1E-31",
        "1E-1000001",
        "0E-1000001",
        "1E-999999999999999999",
    ],
)
def test_a_sum_with_a_boundless_exponent_is_refused(
    http: httpx.Client, sandbox: Sandbox, number: str
) -> None:
    account = sandbox.customer()
    payment = next(
        it
        for it in sandbox.payments
        if it.enterprise_id == account.enterprise_id
        and (it.type, it.state, it.kind) == ("CreditCardPayment", "Charged", "Payment")
    )
    requests: dict[str, tuple[str, dict[str, Any]]] = {
        "payments/addExternal": (
            "GrossValue",
            {"AccountId": str(account.id), "Amount": {"Currency": "GBP", "GrossValue": "@"}},
        ),
        "paymentRequests/add": (
            "Value",
            {
                "PaymentRequests": [
                    {
                        "AccountId": str(account.id),
                        "Amount": {"Currency": "GBP", "Value": "@"},
                        "Type": "Payment",
                        "Reason": "Other",
                        "ExpirationUtc": "2026-12-01T00:00:00Z",
                        "Description": "Deposit",
                    }
                ]
            },
        ),
        "payments/refund": (
            "ValueToRefund",
            {
                "PaymentId": str(payment.id),
                "AccountId": str(payment.account_id),
                "Reason": "Left early",
                "ValueToRefund": "@",
            },
        ),
    }
    rows = len(sandbox.payments), len(sandbox.payment_requests)
    for operation, (parameter, body) in requests.items():
        # No encoder writes such numbers.
        text = json.dumps(TOKENS | body).replace('"@"', number)
        response = http.post(operation, content=text)
        assert (response.status_code, numbers(response)["Message"]) == (400, f"Invalid {parameter}")
    assert (len(sandbox.payments), len(sandbox.payment_requests)) == rows


@pytest.mark.parametrize(
    "count", ["1E+1000001", "1E-1000001", "10.0", "1E+1", "-0", "true", "null"]
)
def test_a_count_that_is_not_written_as_a_whole_number_is_refused(
    http: httpx.Client, count: str
) -> None:
    body = {**TOKENS, "PaymentIds": [ID], "Limitation": {"Count": "@"}}
    response = http.post("payments/getAll", content=json.dumps(body).replace('"@"', count))
    assert (response.status_code, numbers(response)["Message"]) == (400, "Invalid Count")


def test_an_unknown_enum_value_makes_the_whole_json_invalid(api: DocumentedCaller) -> None:
    body = {"AccountIds": ["no id"], "States": ["Paid"], **PAGE}
    assert api.refusal("payments/getAll", **body) == (400, "Invalid JSON")


def test_a_refusal_never_repeats_what_it_refuses(api: DocumentedCaller) -> None:
    number = "4111111111111111"
    response = api.ask(
        "payments/addCreditCard", **CARD_PAYMENT | {"CreditCard": {"Number": number}}
    )
    assert response.status_code == 400
    assert number not in response.text


def test_ids_are_read_in_either_case(api: DocumentedCaller, sandbox: Sandbox) -> None:
    payment = next(it for it in sandbox.payments if it.enterprise_id == sandbox.enterprises[0].id)
    found = api.get("payments/getAll", PaymentIds=[str(payment.id).upper()], **PAGE)
    assert [it["Id"] for it in found["Payments"]] == [str(payment.id)]


@pytest.mark.parametrize(
    ("tokens", "status", "message"),
    [
        ({"ClientToken": "other"}, 401, "ClientToken is not valid."),
        ({"AccessToken": "other"}, 401, "AccessToken is not valid."),
        ({"ClientToken": ""}, 400, "Invalid ClientToken"),
        ({"AccessToken": None}, 400, "Invalid AccessToken"),
    ],
)
def test_a_wrong_token_opens_nothing(
    http: httpx.Client, tokens: dict[str, Any], status: int, message: str
) -> None:
    response = http.post("configuration/get", json=TOKENS | tokens)
    assert (response.status_code, numbers(response)["Message"]) == (status, message)


@pytest.mark.parametrize(
    "path",
    [
        "payments/getAll/",
        "payments/getall",
        "Payments/getAll",
        "payments/getAll/2026",
        "",
        "orders/add",
        "configuration%2Fget",
        "configuration/g%65t",
    ],
)
def test_a_path_that_is_not_exact_is_not_found(http: httpx.Client, path: str) -> None:
    response = http.post(path, json=TOKENS)
    assert response.status_code == 404
    assert numbers(response)["RequestId"] == response.headers["Request-Id"]


ELSEWHERE = (
    "/api/connector/v2/payments/getAll",
    "/api/connector%2Fv1/configuration/get",
    "/%61pi/connector/v1/configuration/get",
    "/sandbox/calls",
)


def test_a_query_is_no_part_of_the_path(http: httpx.Client) -> None:
    assert http.post("configuration/get?from=a%2Fb", json=TOKENS).status_code == 200


def test_nothing_stands_outside_of_the_api(server: Server) -> None:
    for path in ("/", *ELSEWHERE):
        assert httpx.post(server.url + path, json=TOKENS, trust_env=False).status_code == 404


def test_only_posting_is_allowed(http: httpx.Client) -> None:
    response = http.get("payments/getAll")
    assert (response.status_code, response.headers["Allow"]) == (405, "POST")
    assert numbers(response)["Message"]


def test_a_body_beyond_four_mebibytes_is_too_large(http: httpx.Client, sandbox: Sandbox) -> None:
    large = http.post("configuration/get", json=TOKENS | {"Notes": "x" * 4 * 1024 * 1024})
    fitting = http.post("configuration/get", json=TOKENS | {"Notes": "x" * 4_000_000})
    assert (large.status_code, fitting.status_code) == (413, 200)
    assert numbers(large)["Message"]
    assert [it.status for it in sandbox.calls] == [413, 200]


def test_every_answer_names_its_exchange(api: DocumentedCaller, sandbox: Sandbox) -> None:
    answers = [
        api.ask("configuration/get"),
        api.ask("payments/getAll"),
        evolve(api, headers=MINIMAL).ask("payments/getAll", PaymentIds=[ID], **PAGE),
    ]
    names = [it.headers["Request-Id"] for it in answers]
    assert [it.status_code for it in answers] == [200, 400, 204]
    assert len(set(names)) == 3
    assert numbers(answers[1])["RequestId"] == names[1]
    assert [it.request_id for it in sandbox.calls] == names
