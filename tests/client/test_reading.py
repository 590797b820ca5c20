"""Answers are read leniently where nothing is lost by it, and strictly where something would be."""

import json
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from pytest_httpx import HTTPXMock

from mews_connector import errors, models
from mews_runtime import UnknownVariant
from support.clients import url_of, virtual_client
from support.examples import published

ANSWER: dict[str, Any] = json.loads(published()["payments/getAll"][1])
PAYMENT: dict[str, Any] = ANSWER["Payments"][0]


def payment(**changed: object) -> models.Payment:
    return models.Payment.from_json(json.dumps(PAYMENT | changed))


def value(number: str) -> Decimal:
    return models.CurrencyValue.from_json(f'{{"Currency": "EUR", "Value": {number}}}').value


# What may be there, or not.


def test_a_property_that_this_version_does_not_know_is_ignored() -> None:
    unknown = {"LoyaltyPoints": {"Earned": [1, 2, {"Deep": None}]}}

    assert payment(**unknown, Amount=PAYMENT["Amount"] | unknown) == payment()


def test_optional_properties_may_be_missing() -> None:
    needed = {
        *("Id", "EnterpriseId", "AccountId", "Amount", "OriginalAmount"),
        *("CreatedUtc", "UpdatedUtc", "AccountingState", "State"),
    }
    bare = models.Payment.from_json(
        json.dumps({name: each for name, each in PAYMENT.items() if name in needed})
    )

    assert bare.id == payment().id
    assert (bare.type_, bare.bill_id, bare.closed_utc, bare.data) == (None, None, None, None)


def test_optional_properties_may_be_null() -> None:
    read = payment(Type=None, BillId=None, ClosedUtc=None, Data=None, Notes=None)

    assert (read.type_, read.bill_id, read.closed_utc, read.data) == (None, None, None, None)


def test_ids_in_upper_case_equal_those_in_lower_case() -> None:
    read = payment(Id=PAYMENT["Id"].upper())

    assert read.id == UUID(PAYMENT["Id"])
    assert read == payment()


# Times.


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("2026-03-01T12:00:00Z", datetime(2026, 3, 1, 12, tzinfo=UTC)),
        ("2026-03-01T12:00:00.5Z", datetime(2026, 3, 1, 12, 0, 0, 500_000, tzinfo=UTC)),
        ("2026-03-01T12:00:00.1234567Z", datetime(2026, 3, 1, 12, 0, 0, 123_457, tzinfo=UTC)),
        ("2026-03-01T14:00:00+02:00", datetime(2026, 3, 1, 12, tzinfo=UTC)),
        ("2026-02-28T22:15:00-13:45", datetime(2026, 3, 1, 12, tzinfo=UTC)),
        ("2026-03-01T12:00:00+00:00", datetime(2026, 3, 1, 12, tzinfo=UTC)),
        ("0001-01-01T00:00:00Z", datetime.min.replace(tzinfo=UTC)),
        ("9999-12-31T23:59:59.9999999Z", datetime.max.replace(tzinfo=UTC)),
    ],
)
def test_a_time_is_read_as_the_instant_that_it_means(text: str, instant: datetime) -> None:
    read = payment(CreatedUtc=text).created_utc

    assert read == instant
    assert read.utcoffset() is not None


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-01T12:00:00",
        "2026-03-01",
        "2026-02-29T12:00:00Z",
        "2026-13-01T12:00:00Z",
        "2026-03-01T25:00:00Z",
        "yesterday",
        "",
    ],
)
def test_a_time_that_means_no_instant_is_not_guessed(text: str) -> None:
    with pytest.raises(errors.InvalidResponseError) as refused:
        payment(CreatedUtc=text)

    assert refused.value.path == "$.CreatedUtc"


# Numbers.


@pytest.mark.parametrize(
    "number",
    [
        "12.30",
        "-3700.00",
        "0.1",
        "0.00",
        "1234567890123456789012345678.901234567890123456789",
        "0.0000000000000000000000000001",
    ],
)
def test_a_number_keeps_every_digit(number: str) -> None:
    assert f"{value(number):f}" == number


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("100", Decimal(100)),
        ("-7", Decimal(-7)),
        ("18446744073709551616", Decimal(2**64)),
        ("123456789012345678901234567890", Decimal(123456789012345678901234567890)),
        ("1.5e3", Decimal("1.5E+3")),
        ("2E-7", Decimal("2E-7")),
        ("1e400", Decimal("1E+400")),
    ],
)
def test_integers_and_exponents_are_decimals_too(number: str, expected: Decimal) -> None:
    assert value(number).as_tuple() == expected.as_tuple()


def test_a_number_of_which_nobody_knows_the_meaning_is_exact_too() -> None:
    data = models.ServiceData.from_json('{"Discriminator": "New", "Value": {"Rates": [0.10, 7]}}')

    assert isinstance(data.value, UnknownVariant)
    assert data.value.json["Value"] == {"Rates": [Decimal("0.10"), 7]}
    assert data.to_json() == b'{"Discriminator":"New","Value":{"Rates":[0.10,7]}}'


@pytest.mark.parametrize(
    "number", ["NaN", "Infinity", "true", "[1]", "{}", '"a lot"', "1e99999999999999999999", "null"]
)
def test_what_is_no_number_is_no_amount(number: str) -> None:
    with pytest.raises(errors.InvalidResponseError):
        value(number)


# What cannot be read.


@pytest.mark.parametrize(
    ("changed", "path"),
    [
        ({"Id": "f6313945"}, "$.Id"),
        ({"Id": None}, "$.Id"),
        ({"State": 5}, "$.State"),
        ({"State": None}, "$.State"),
        ({"Notes": 12}, "$.Notes"),
        ({"Data": "CreditCard"}, "$.Data"),
        ({"Amount": []}, "$.Amount"),
        ({"Amount": {"Currency": "EUR"}}, "$.Amount"),
        ({"Amount": PAYMENT["Amount"] | {"GrossValue": True}}, "$.Amount.GrossValue"),
        ({"Amount": PAYMENT["Amount"] | {"TaxValues": [{"Value": {}}]}}, "$.Amount.TaxValues[0]"),
    ],
)
def test_a_fault_in_an_answer_is_located(changed: dict[str, object], path: str) -> None:
    with pytest.raises(errors.InvalidResponseError) as refused:
        payment(**changed)

    assert refused.value.path.startswith(path)


@pytest.mark.parametrize("missing", ["Id", "Amount", "CreatedUtc", "State"])
def test_a_property_without_which_a_payment_is_none_must_be_there(missing: str) -> None:
    text = json.dumps({name: each for name, each in PAYMENT.items() if name != missing})

    with pytest.raises(errors.InvalidResponseError, match=missing):
        models.Payment.from_json(text)


@pytest.mark.parametrize(
    "body", [b"", b"null", b"[]", b'"text"', b'{"Payments": [', b"<html>", b'{"Notes": "\xff"}']
)
def test_what_is_no_json_object_is_refused_with_its_body(body: bytes) -> None:
    with pytest.raises(errors.InvalidResponseError) as refused:
        models.PaymentsGetAllResult.from_json(body)

    assert refused.value.path == "$"
    assert refused.value.body == body


@pytest.mark.virtual_time
async def test_the_error_of_a_call_tells_operation_request_place_and_body(
    httpx_mock: HTTPXMock,
) -> None:
    # given a page of which the fourth payment has a date that there never was
    rows = [PAYMENT, PAYMENT, PAYMENT, PAYMENT | {"CreatedUtc": "2026-02-30T00:00:00Z"}]
    body = json.dumps({"Payments": rows, "Cursor": None}).encode()
    httpx_mock.add_response(
        url=url_of("payments/getAll"), content=body, headers={"Request-Id": "00-beef-00"}
    )

    # when it is asked for
    async with virtual_client() as mews:
        with pytest.raises(errors.InvalidResponseError) as refused:
            await mews.payments.get_all(payment_ids=[UUID(PAYMENT["Id"])]).first_page()

    # then
    assert refused.value.path == "$.Payments[3].CreatedUtc"
    assert refused.value.body == body
    assert refused.value.operation == "payments/getAll"
    assert refused.value.request_id == "00-beef-00"
    assert str(refused.value).startswith("payments/getAll: the answer cannot be read")
    assert str(refused.value).endswith("(request id 00-beef-00)")


# Size.


def test_a_long_list_is_read_whole() -> None:
    ids = [f"{number:032x}" for number in range(3_000)]
    text = json.dumps({"Payments": [PAYMENT | {"Id": each} for each in ids], "Cursor": None})

    read = models.PaymentsGetAllResult.from_json(text)

    assert [each.id.hex for each in read.payments] == ids


def test_an_unknown_property_may_be_nested_deeper_than_anything_the_api_sends() -> None:
    text = '{"Later": ' + "[" * 200 + "]" * 200 + "}"

    assert models.PaymentsAddExternalResult.from_json(text).external_payment_id is None


@pytest.mark.parametrize(
    ("model", "around"),
    [
        (models.PaymentsAddExternalResult, '{"Later": %s}'),
        (models.ServiceData, '{"Discriminator": "Bookable", "Value": %s}'),
    ],
)
def test_nesting_without_end_is_an_error_and_no_crash(
    model: type[models.ServiceData | models.PaymentsAddExternalResult], around: str
) -> None:
    with pytest.raises(errors.InvalidResponseError):
        model.from_json(around % ("[" * 200_000 + "]" * 200_000))
