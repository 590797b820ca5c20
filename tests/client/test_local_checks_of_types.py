"""A value of the wrong type is refused with advice on what to pass, and never shown."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from pytest_httpx import HTTPXMock

from mews_connector import models
from support.refusals import Call, problems_of

pytestmark = pytest.mark.virtual_time

ID = UUID("3fa85f64-5717-4562-b3fc-2c963f66afa6")
NAIVE = datetime.fromisoformat("2026-12-24T00:00:00")
NEW_YEAR = datetime(2027, 1, 1, tzinfo=UTC)

A_DECIMAL_FROM_TEXT = "a float is not exact; pass a Decimal made from text, Decimal('12.30')"
A_FINITE_DECIMAL = "NaN and infinities are no amounts; pass a finite Decimal"
AN_AWARE_DATETIME = (
    "a naive datetime does not say which instant it means;"
    " pass an aware one, datetime(..., tzinfo=UTC)"
)


def refund(value: Any) -> Call:
    return lambda mews: mews.payments.refund(
        payment_id=ID, account_id=ID, reason="Overcharged", value_to_refund=value
    )


def add_external(**arguments: Any) -> Call:
    pound = models.AmountParameters(currency="GBP", gross_value=Decimal(1))
    given: dict[str, Any] = {"account_id": ID, "amount": pound} | arguments
    return lambda mews: mews.payments.add_external(**given)


def list_payments(**filters: Any) -> Call:
    given: dict[str, Any] = {"payment_ids": [ID]} | filters
    return lambda mews: mews.payments.get_all(**given).collect()


def list_from(start: Any) -> Call:
    return list_payments(updated_utc=models.TimeInterval(start_utc=start, end_utc=NEW_YEAR))


def raw(values: Any) -> Call:
    return lambda mews: mews.call("any/thing", values)


@pytest.mark.parametrize(
    ("value", "advice"),
    [
        (12.5, A_DECIMAL_FROM_TEXT),
        (float("nan"), A_DECIMAL_FROM_TEXT),
        (float("inf"), A_DECIMAL_FROM_TEXT),
        (Decimal("NaN"), A_FINITE_DECIMAL),
        (Decimal("sNaN"), A_FINITE_DECIMAL),
        (Decimal("Infinity"), A_FINITE_DECIMAL),
        (Decimal("-Infinity"), A_FINITE_DECIMAL),
        (True, "pass a Decimal, not bool"),
        ("12.50", "pass a Decimal, not str"),
        (12j, "pass a Decimal, not complex"),
        ([Decimal(1)], "pass a Decimal, not list"),
    ],
    ids=repr,
)
async def test_money_is_a_finite_decimal(value: object, advice: str, httpx_mock: HTTPXMock) -> None:
    assert await problems_of(httpx_mock, refund(value)) == [f"value_to_refund: {advice}"]


@pytest.mark.parametrize(
    ("start", "advice"),
    [
        (NAIVE, AN_AWARE_DATETIME),
        ("2026-12-24T00:00:00Z", "pass an aware datetime, not str"),
        (date(2026, 12, 24), "pass an aware datetime, not date"),
        (1766534400, "pass an aware datetime, not int"),
        (
            datetime.max.replace(tzinfo=timezone(timedelta(hours=-5))),
            "in UTC it is outside of the years 1 to 9999",
        ),
        (
            datetime.min.replace(tzinfo=timezone(timedelta(hours=5))),
            "in UTC it is outside of the years 1 to 9999",
        ),
    ],
    ids=repr,
)
async def test_a_time_is_an_aware_datetime(
    start: object, advice: str, httpx_mock: HTTPXMock
) -> None:
    assert await problems_of(httpx_mock, list_from(start)) == [f"updated_utc.start_utc: {advice}"]


async def test_half_an_interval_is_none(httpx_mock: HTTPXMock) -> None:
    assert await problems_of(httpx_mock, list_from(None)) == ["updated_utc.start_utc is required"]


@pytest.mark.parametrize(
    ("call", "problem"),
    [
        (
            add_external(account_id=str(ID)),
            "account_id: pass a UUID, such as uuid.UUID('...'), not str",
        ),
        (
            add_external(type_="Cash"),
            "type_: pass an ExternalPaymentType, such as ExternalPaymentType('...'), not str",
        ),
        (
            add_external(type_=models.PaymentType.CASH_PAYMENT),
            (
                "type_: pass an ExternalPaymentType, such as ExternalPaymentType('...'),"
                " not PaymentType"
            ),
        ),
        (add_external(notes=b"Till 7"), "notes: pass a str, not bytes"),
        (add_external(notes=7), "notes: pass a str, not int"),
        (add_external(amount=None), "amount is required"),
        (add_external(amount={"Currency": "GBP"}), "amount: pass an AmountParameters, not dict"),
        (add_external(amount=Decimal(5)), "amount: pass an AmountParameters, not Decimal"),
        (
            list_payments(payment_ids=[ID, str(ID)]),
            "payment_ids[1]: pass a UUID, such as uuid.UUID('...'), not str",
        ),
        (
            list_payments(payment_ids=[None]),
            "payment_ids[0]: pass a UUID, such as uuid.UUID('...'), not NoneType",
        ),
        (list_payments(payment_ids={ID}), "payment_ids: pass a list, not set"),
        (list_payments(payment_ids=ID), "payment_ids: pass a list, not UUID"),
        (list_payments(states="Charged"), "states: pass a list, not str"),
        (
            list_payments(states=["Charged"]),
            "states[0]: pass a PaymentState, such as PaymentState('...'), not str",
        ),
        (
            list_payments(updated_utc=(NEW_YEAR, NEW_YEAR)),
            "updated_utc: pass a TimeInterval, not tuple",
        ),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
async def test_everything_else_has_its_type_too(
    call: Call, problem: str, httpx_mock: HTTPXMock
) -> None:
    assert await problems_of(httpx_mock, call) == [problem]


async def test_a_list_that_is_none_does_not_hide_the_other_faults_of_an_amount(
    httpx_mock: HTTPXMock,
) -> None:
    wrong: Any = "UK-S"
    amount = models.AmountParameters(currency="GBP", gross_value=Decimal(1), tax_codes=wrong)

    assert await problems_of(httpx_mock, add_external(amount=amount, account_id=None)) == [
        "amount.tax_codes: pass a list, not str",
        "give at least account_id or customer_id",
    ]


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({"Value": 12.5}, f"Value: {A_DECIMAL_FROM_TEXT}"),
        ({"Value": Decimal("NaN")}, f"Value: {A_FINITE_DECIMAL}"),
        ({"Items": [{"Value": 1}, {"Value": 0.1}]}, f"Items[1].Value: {A_DECIMAL_FROM_TEXT}"),
        ({"At": {"StartUtc": NAIVE}}, f"At.StartUtc: {AN_AWARE_DATETIME}"),
        ({"Data": b"raw"}, "Data: bytes has no form in JSON; pass plain values"),
        ({"Ids": {ID}}, "Ids: set has no form in JSON; pass plain values"),
        ({"Map": {1: "one"}}, "Map: keys must be str, not int"),
        ({"AccessToken": "other"}, "AccessToken is added by the client; leave it out"),
        ({"ClientToken": "other"}, "ClientToken is added by the client; leave it out"),
        ({"Client": "other"}, "Client is added by the client; leave it out"),
    ],
    ids=str,
)
async def test_plain_values_are_checked_as_well(
    values: dict[str, object], problem: str, httpx_mock: HTTPXMock
) -> None:
    assert await problems_of(httpx_mock, raw(values)) == [problem]


SECRET = "Zanzibar-4711"
HALF = "\udce9"


CALLS_WITH: list[Callable[[str], Call]] = [
    refund,
    list_from,
    lambda secret: add_external(account_id=secret),
    lambda secret: add_external(type_=secret),
    lambda secret: add_external(amount=secret),
    lambda secret: add_external(notes=secret + HALF),
    lambda secret: add_external(notes=[secret]),
    lambda secret: list_payments(states=[secret]),
    lambda secret: list_payments(page_size=secret),
    lambda secret: raw({"Value": {secret}}),
    lambda secret: raw({"Value": [secret + HALF]}),
    lambda secret: raw({"AccessToken": secret}),
]


@pytest.mark.parametrize("call_with", CALLS_WITH)
async def test_no_problem_repeats_a_value(
    call_with: Callable[[str], Call], httpx_mock: HTTPXMock
) -> None:
    problems = await problems_of(httpx_mock, call_with(SECRET))

    assert problems
    assert SECRET not in "".join(problems)
