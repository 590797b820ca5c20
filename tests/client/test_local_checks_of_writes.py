"""What is wrong with a write is found before it is sent, however deep in it, and all of it."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from pytest_httpx import HTTPXMock

from mews_connector import MewsClient, errors, models
from support.clients import virtual_client
from support.refusals import Call, problems_of

pytestmark = pytest.mark.virtual_time

ID = UUID("3fa85f64-5717-4562-b3fc-2c963f66afa6")
POUND = models.AmountParameters(currency="GBP", gross_value=Decimal(1))


def add_external(**arguments: Any) -> Call:
    given: dict[str, Any] = {"account_id": ID, "amount": POUND} | arguments
    return lambda mews: mews.payments.add_external(**given)


def add_amount(**amount: Any) -> Call:
    given: dict[str, Any] = {"currency": "GBP"} | amount
    return add_external(amount=models.AmountParameters(**given))


def request_payment(**changed: Any) -> models.PaymentRequestParameters:
    given: dict[str, Any] = {
        "account_id": ID,
        "amount": models.CurrencyValue(currency="EUR", value=Decimal(10)),
        "type_": models.PaymentRequestType.PAYMENT,
        "reason": models.PaymentRequestReason.DEPOSIT,
        "expiration_utc": datetime(2026, 12, 24, tzinfo=UTC),
        "description": "Deposit",
    }
    return models.PaymentRequestParameters(**given | changed)


def add_requests(*requests: models.PaymentRequestParameters) -> Call:
    return lambda mews: mews.payment_requests.add(payment_requests=list(requests))


# Amounts.


@pytest.mark.parametrize(
    ("amount", "problem"),
    [
        (
            {"gross_value": Decimal(12), "net_value": Decimal(10)},
            "amount: give either gross_value or net_value, not both",
        ),
        ({}, "amount: give either gross_value or net_value, one is missing"),
        (
            {"gross_value": Decimal(12), "tax_codes": ["UK-S", "UK-R"]},
            (
                "amount: tax_codes takes at most 1 beside gross_value, 2 were given;"
                " give the other value for several"
            ),
        ),
        ({"currency": None, "gross_value": Decimal(12)}, "amount.currency is required"),
    ],
)
async def test_an_amount_must_make_sense(
    amount: dict[str, Any], problem: str, httpx_mock: HTTPXMock
) -> None:
    assert await problems_of(httpx_mock, add_amount(**amount)) == [problem]


@pytest.mark.parametrize(
    "amount",
    [
        {"gross_value": Decimal(12), "tax_codes": ["UK-S"]},
        {"gross_value": Decimal(12), "tax_codes": []},
        {"net_value": Decimal(10), "tax_codes": ["UK-S", "UK-R"]},
        {"gross_value": Decimal(-12)},
        {"gross_value": Decimal(0)},
    ],
)
async def test_an_amount_may_be_gross_with_one_tax_or_net_with_several(
    amount: dict[str, Any], httpx_mock: HTTPXMock
) -> None:
    httpx_mock.add_response(json={})

    async with virtual_client() as mews:
        await add_amount(**amount)(mews)


# Texts.


@pytest.mark.parametrize("name", ["description", "notes"])
async def test_a_text_over_its_length_is_refused_wherever_it_stands(
    name: str, httpx_mock: HTTPXMock
) -> None:
    call = add_requests(
        request_payment(**{name: "x" * 1000}), request_payment(**{name: "x" * 1001})
    )

    assert await problems_of(httpx_mock, call) == [
        f"payment_requests[1].{name}: at most 1000 characters, 1001 were given"
    ]


async def test_a_text_that_must_say_something_is_not_empty(httpx_mock: HTTPXMock) -> None:
    def refund(mews: MewsClient) -> Any:
        return mews.payments.refund(payment_id=ID, account_id=ID, reason="")

    assert await problems_of(httpx_mock, refund) == ["reason: is empty; give at least 1 character"]


async def test_half_a_character_is_no_text(httpx_mock: HTTPXMock) -> None:
    # given a text as Python makes it of bytes that were no UTF-8
    notes = b"caf\xe9".decode(errors="surrogateescape")

    problems = await problems_of(httpx_mock, add_external(notes=notes))

    assert problems == [
        "notes: holds half of a surrogate pair, which is no character; decode it properly"
    ]


# Languages.


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        (
            {"language_code": "en-US"},
            "language_code needs culture_code beside it; give both or neither",
        ),
        (
            {"culture_code": "en-US"},
            "culture_code needs language_code beside it; give both or neither",
        ),
    ],
)
async def test_a_language_comes_with_a_culture_or_not_at_all(
    given: dict[str, Any], problem: str, httpx_mock: HTTPXMock
) -> None:
    def raw(mews: MewsClient) -> Any:
        return mews.call("payments/refund", {"PaymentId": ID})

    def through_a_view(mews: MewsClient) -> Any:
        return mews.with_options(**given).payments.add_external(account_id=ID, amount=POUND)

    assert await problems_of(httpx_mock, add_external(), **given) == [problem]
    assert await problems_of(httpx_mock, raw, **given) == [problem]
    assert await problems_of(httpx_mock, through_a_view) == [problem]


async def test_language_and_culture_together_are_sent(httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json={})

    async with virtual_client(language_code="en-US", culture_code="en-GB") as mews:
        await add_external()(mews)

    (request,) = httpx_mock.get_requests()
    assert b'"LanguageCode":"en-US","CultureCode":"en-GB"' in request.content


# All of them at once.


async def test_every_fault_is_told_at_once(httpx_mock: HTTPXMock) -> None:
    # given a request in which almost everything is wrong
    wrong: Any = 12.5
    naive = datetime.fromisoformat("2026-12-24T00:00:00")
    call = add_requests(
        request_payment(
            account_id=str(ID),
            amount=models.CurrencyValue(currency="EUR", value=wrong),
            type_="Payment",
            expiration_utc=naive,
            description="x" * 1001,
        ),
        request_payment(reason=None, notes="4111 1111 1111 1111"),
    )

    problems = await problems_of(httpx_mock, call, language_code="en-US")

    # then each fault is named by its place, in the order of the request
    assert [problem.partition(":")[0] for problem in problems] == [
        "payment_requests[0].account_id",
        "payment_requests[0].amount.value",
        "payment_requests[0].type_",
        "payment_requests[0].expiration_utc",
        "payment_requests[0].description",
        "payment_requests[1].reason is required",
        "payment_requests[1].notes",
        "language_code needs culture_code beside it; give both or neither",
    ]


async def test_a_refusal_names_the_operation_and_each_problem(httpx_mock: HTTPXMock) -> None:
    async with virtual_client() as mews:
        with pytest.raises(errors.InvalidRequestError) as refused:
            await add_external(account_id=None, type_="Cash")(mews)

    assert refused.value.operation == "payments/addExternal"
    assert str(refused.value) == (
        "payments/addExternal: type_: pass an ExternalPaymentType,"
        " such as ExternalPaymentType('...'), not str; give at least account_id or customer_id"
    )
    assert httpx_mock.get_requests() == []


async def test_a_query_is_checked_when_it_is_made_and_not_when_it_is_walked(
    httpx_mock: HTTPXMock,
) -> None:
    async with virtual_client() as mews:
        with pytest.raises(errors.InvalidRequestError) as refused:
            mews.payments.get_all(page_size=0)

    assert len(refused.value.problems) == 2
    assert httpx_mock.get_requests() == []
