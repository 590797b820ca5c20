"""The account of a SEPA mandate is sent, and is in nothing that is printed."""

from __future__ import annotations

import asyncio
import json
import logging
from decimal import Decimal
from typing import Any

import httpx
import pytest
from pytest_httpx import HTTPXMock
from rich.pretty import pretty_repr

from mews_connector import MewsClient, RetryPolicy, errors, models
from support.clients import virtual_client
from support.journals import ListJournal
from support.pages import ACCOUNT
from support.secrecy import shown_of_error, shown_of_record

pytestmark = pytest.mark.virtual_time

IBAN = "DE89370400440532013000"
FAILURES: dict[str, Exception | dict[str, Any]] = {
    "refused": {"status_code": 400, "json": {"Message": "Invalid AccountId"}},
    "unknown": {"status_code": 502, "text": "<html>"},
    "unreadable": {"text": "nonsense"},
    "lost": httpx.ReadError("reset"),
    "not sent": httpx.ConnectError("nobody"),
}


def mandate() -> models.SepaDirectDebitData:
    return models.SepaDirectDebitData(
        iban=IBAN,
        name="Jo Smith",
        email="jo@example.com",
        user_agent="Browser 1.0",
        remote_ip_address="192.0.2.1",
    )


async def debit(mews: MewsClient) -> object:
    return await mews.payments.add_alternative(
        customer_id=ACCOUNT,
        amount=models.AmountParameters(currency="EUR", gross_value=Decimal("12.30")),
        data=models.AlternativePaymentMethodData(
            discriminator=models.AlternativePaymentMethodDataDiscriminator.SEPA_DIRECT_DEBIT,
            sepa_direct_debit=mandate(),
        ),
    )


@pytest.mark.parametrize("show", [repr, str, pretty_repr], ids=["repr", "str", "rich"])
def test_a_mandate_is_shown_without_its_account(show: Any) -> None:
    shown = show(mandate())

    assert "***" in shown
    assert "Jo Smith" in shown
    assert IBAN not in shown


async def test_it_is_sent_all_the_same(httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json={"PaymentId": str(ACCOUNT)})

    async with virtual_client() as mews:
        await debit(mews)

    [request] = httpx_mock.get_requests()
    assert json.loads(request.content)["Data"]["SepaDirectDebit"]["Iban"] == IBAN


@pytest.mark.parametrize("failure", FAILURES)
async def test_no_error_crash_report_or_log_of_its_debit_shows_it(
    httpx_mock: HTTPXMock, caplog: pytest.LogCaptureFixture, failure: str
) -> None:
    caplog.set_level(logging.DEBUG)
    answer = FAILURES[failure]
    if isinstance(answer, Exception):
        httpx_mock.add_exception(answer)
    else:
        httpx_mock.add_response(**answer)

    async with virtual_client(retry=RetryPolicy(attempts=1), journal=ListJournal()) as mews:
        with pytest.raises(errors.MewsError) as caught:
            await debit(mews)

    assert [it for it in shown_of_error(caught.value) if IBAN in it] == []
    assert [it for each in caplog.records for it in shown_of_record(each) if IBAN in it] == []


async def test_no_crash_report_of_a_cancelled_debit_shows_it(httpx_mock: HTTPXMock) -> None:
    async def never(_: httpx.Request) -> httpx.Response:
        await asyncio.sleep(60)
        raise AssertionError

    httpx_mock.add_callback(never)
    async with virtual_client() as mews:
        with pytest.raises(TimeoutError) as caught:
            async with asyncio.timeout(1):
                await debit(mews)

    assert [it for it in shown_of_error(caught.value) if IBAN in it] == []
