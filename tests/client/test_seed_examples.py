"""The examples in the customer's documents, older forms included, are sent and read as they stand.

Which document is how old, and what was repaired, is told beside them in `data/seeds`.
"""

from decimal import Decimal
from pathlib import Path

import pytest
from pytest_httpx import HTTPXMock

from mews_connector import models
from support.examples import Exchange, exact, exchange

pytestmark = pytest.mark.virtual_time

SEEDS = Path(__file__).parent.parent / "data" / "seeds"
EXAMPLES = sorted(file.name.removesuffix("-request.json") for file in SEEDS.glob("*-request.json"))
EACH_EXAMPLE = pytest.mark.parametrize("example", EXAMPLES)

# The same id and the same instant, in the one spelling that the client writes.
SPELLINGS = {
    "8466DFDD-0964-4002-8719-AFA900D0F1BA": "8466dfdd-0964-4002-8719-afa900d0f1ba",
    "2023-02-20T12:00:00.000Z": "2023-02-20T12:00:00Z",
}


def text_of(example: str, part: str) -> str:
    return (SEEDS / f"{example}-{part}.json").read_text("utf-8")


async def play(httpx_mock: HTTPXMock, example: str) -> Exchange:
    _, resource, action = example.split("-")
    return await exchange(
        httpx_mock,
        f"{resource}/{action}",
        request=text_of(example, "request").encode(),
        response=text_of(example, "response").encode(),
    )


def test_no_example_is_left_out() -> None:
    played = {f"{example}-{part}.json" for example in EXAMPLES for part in ("request", "response")}

    assert {file.name for file in SEEDS.glob("*.json")} == played


@EACH_EXAMPLE
async def test_the_request_goes_out_through_the_method(example: str, httpx_mock: HTTPXMock) -> None:
    written = text_of(example, "request")
    for spelling, ours in SPELLINGS.items():
        written = written.replace(spelling, ours)

    done = await play(httpx_mock, example)

    # In 2019 requests did not name the client.
    assert exact(done.sent) == {"Client": "Specification 1.0"} | exact(written)


@EACH_EXAMPLE
async def test_the_response_is_read_whole(example: str, httpx_mock: HTTPXMock) -> None:
    renamed = text_of(example, "response").replace('"PaymentType":', '"Type":')

    done = await play(httpx_mock, example)

    assert exact(done.result.to_json()) == exact(renamed)


@pytest.mark.parametrize("example", ["001-payments-addExternal", "004-payments-addExternal"])
async def test_an_account_may_still_be_named_as_a_customer(
    example: str, httpx_mock: HTTPXMock
) -> None:
    sent = exact((await play(httpx_mock, example)).sent)

    assert sent["CustomerId"] == "35d4b117-4e60-44a3-9580-c582117eff98"
    assert "AccountId" not in sent


async def test_an_alternative_payment_may_still_be_told_by_method_and_redirect(
    httpx_mock: HTTPXMock,
) -> None:
    sent = exact((await play(httpx_mock, "000-payments-addAlternative")).sent)

    assert (sent["Method"], sent["RedirectUrl"]) == ("Ideal", "https://mews.com")
    assert "Data" not in sent


async def test_an_addition_that_was_answered_with_nothing_has_no_id(
    httpx_mock: HTTPXMock,
) -> None:
    done = await play(httpx_mock, "004-payments-addExternal")

    assert done.result == models.PaymentsAddExternalResult(external_payment_id=None)


async def test_a_payments_type_is_read_under_its_older_name_too(httpx_mock: HTTPXMock) -> None:
    done = await play(httpx_mock, "000-payments-getAll")

    assert isinstance(done.result, models.PaymentsGetAllResult)
    assert [payment.type_ for payment in done.result.payments] == [
        models.PaymentType.CREDIT_CARD_PAYMENT,
        models.PaymentType.CASH_PAYMENT,
    ]


async def test_zeros_at_the_end_of_an_amount_are_kept(httpx_mock: HTTPXMock) -> None:
    done = await play(httpx_mock, "000-payments-getAll")

    assert isinstance(done.result, models.PaymentsGetAllResult)
    gross_value = done.result.payments[0].amount.gross_value
    assert gross_value == Decimal(-3700)
    assert str(gross_value) == "-3700.00"
