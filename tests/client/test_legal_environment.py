"""French law forbids what the API lets pass: a client that knows it is in France refuses that."""

from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from pytest_httpx import HTTPXMock

from mews_connector import MewsClient, errors, models
from support.clients import virtual_client

pytestmark = pytest.mark.virtual_time

ID = UUID("3fa85f64-5717-4562-b3fc-2c963f66afa6")
TYPE = models.ExternalPaymentType


async def add_external(mews: MewsClient, **given: Any) -> object:
    amount = models.AmountParameters(currency="EUR", gross_value=Decimal(1))
    return await mews.payments.add_external(account_id=ID, amount=amount, **given)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({}, "type_ is required in the legal environment FR: "),
        ({"type_": TYPE.UNSPECIFIED}, "type_: Unspecified is refused in the legal environment FR"),
    ],
    ids=["left out", "unspecified"],
)
async def test_an_external_payment_of_no_type_is_refused_and_not_sent(
    httpx_mock: HTTPXMock, given: dict[str, Any], told: str
) -> None:
    async with virtual_client(legal_environment="FR") as mews:
        with pytest.raises(errors.InvalidRequestError) as caught:
            await add_external(mews, **given)

    [problem] = caught.value.problems
    assert problem.startswith(told)
    assert "fraud" in problem
    assert httpx_mock.get_requests() == []


@pytest.mark.parametrize("reason", [None, " "])
async def test_a_bill_is_not_printed_without_a_reason(
    httpx_mock: HTTPXMock, reason: str | None
) -> None:
    async with virtual_client(legal_environment="FR") as mews:
        with pytest.raises(errors.InvalidRequestError, match="print_reason is required"):
            await mews.bills.get_pdf(bill_id=ID, print_reason=reason)

    assert httpx_mock.get_requests() == []


@pytest.mark.parametrize(
    ("country", "given"),
    [("FR", {"type_": TYPE.CASH}), (None, {}), (None, {"type_": TYPE.UNSPECIFIED})],
)
async def test_what_the_law_allows_is_sent(
    httpx_mock: HTTPXMock, country: str | None, given: dict[str, Any]
) -> None:
    httpx_mock.add_response(json={})
    async with virtual_client(legal_environment=country) as mews:
        await add_external(mews, **given)

    assert len(httpx_mock.get_requests()) == 1


async def test_a_view_can_be_of_another_country(httpx_mock: HTTPXMock) -> None:
    async with virtual_client() as mews:
        with pytest.raises(errors.InvalidRequestError, match="FR"):
            await add_external(mews.with_options(legal_environment="FR"))

    assert httpx_mock.get_requests() == []


@pytest.mark.parametrize("country", ["France", "fr", "", "GB", 33])
async def test_a_country_without_known_rules_is_not_taken_for_one_without_rules(
    country: Any,
) -> None:
    with pytest.raises(errors.ConfigurationError, match="no rules are known"):
        virtual_client(legal_environment=country)
