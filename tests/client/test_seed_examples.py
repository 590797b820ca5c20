"""The examples in the customer's documents, older forms included, are sent and read as they stand.

Which document is how old, and what was repaired, is told beside them in `data/seeds`.
"""

import json
from decimal import Decimal
from typing import Any

import pytest
from pytest_httpx import HTTPXMock

from mews_connector import errors, models
from mews_runtime import PagedOperation
from support.examples import OPERATIONS, Exchange, exact, exchange
from support.seeds import SEED_FILES, SEEDS, operation_of, seed_request, seed_response

pytestmark = pytest.mark.virtual_time

EACH_EXAMPLE = pytest.mark.parametrize("example", SEEDS)

# The same ids and the same instant, in the one spelling that the client writes.
SPELLINGS = {
    "8466DFDD-0964-4002-8719-AFA900D0F1BA": "8466dfdd-0964-4002-8719-afa900d0f1ba",
    "7EDAB816-BF4E-40CC-8936-7BC0B222908D": "7edab816-bf4e-40cc-8936-7bc0b222908d",
    "E0A29D6D-411E-4302-AA6D-9289935C5F14": "e0a29d6d-411e-4302-aa6d-9289935c5f14",
    "2023-02-20T12:00:00.000Z": "2023-02-20T12:00:00Z",
}
RENAMED = {'"PaymentType":': '"Type":'}

# No February has a 41st. Its own test is about that day; all around it is read in the others.
IMPOSSIBLE = {"2017-02-41T10:41:54Z": "2017-02-14T10:41:54Z"}


def replaced(text: str, *replacements: dict[str, str]) -> str:
    for old, new in (pair for each in replacements for pair in each.items()):
        text = text.replace(old, new)
    return text


async def play(httpx_mock: HTTPXMock, example: str) -> Exchange:
    return await exchange(
        httpx_mock,
        operation_of(example),
        request=seed_request(example).encode(),
        response=replaced(seed_response(example), IMPOSSIBLE).encode(),
    )


def test_no_example_is_left_out() -> None:
    named = {f"{example}-{part}.json" for example in SEEDS for part in ("request", "response")}

    assert named >= SEED_FILES


@EACH_EXAMPLE
async def test_the_request_goes_out_through_the_method(example: str, httpx_mock: HTTPXMock) -> None:
    done = await play(httpx_mock, example)

    # In 2019 requests named no client, and lists came whole: these two the client adds.
    added: dict[str, object] = {"Client": "Specification 1.0"}
    if isinstance(OPERATIONS[operation_of(example)], PagedOperation):
        added["Limitation"] = exact('{"Count": 1000}')
    assert exact(done.sent) == added | exact(replaced(seed_request(example), SPELLINGS))


@EACH_EXAMPLE
async def test_the_response_is_read_whole(example: str, httpx_mock: HTTPXMock) -> None:
    done = await play(httpx_mock, example)

    written = replaced(seed_response(example), IMPOSSIBLE, RENAMED, SPELLINGS)
    assert exact(done.result.to_json()) == exact(written)


async def test_a_date_that_cannot_be_is_named_by_its_path(httpx_mock: HTTPXMock) -> None:
    example = "004-accountingItems-getAll"

    with pytest.raises(errors.InvalidResponseError) as caught:
        await exchange(
            httpx_mock,
            operation_of(example),
            request=seed_request(example).encode(),
            response=seed_response(example).encode(),
        )

    assert caught.value.path == "$.AccountingItems[0].ClosedUtc"


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


async def test_an_addition_that_was_answered_with_nothing_has_no_id_and_is_not_sent_again(
    httpx_mock: HTTPXMock,
) -> None:
    done = await play(httpx_mock, "004-payments-addExternal")

    assert done.result == models.PaymentsAddExternalResult(external_payment_id=None)
    assert len(httpx_mock.get_requests()) == 1


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


@pytest.mark.parametrize("missing", ["NetValue", "GrossValue", "TaxValues"])
@pytest.mark.parametrize("told", ["left out", "null"])
def test_an_amount_of_2019_may_lack_any_figure(missing: str, told: str) -> None:
    answer: dict[str, Any] = json.loads(seed_response("004-accountingItems-getAll"))
    item = answer["AccountingItems"][0] | {"ClosedUtc": None}
    del item["Amount"][missing]
    if told == "null":
        item["Amount"][missing] = None
    answer["AccountingItems"] = [item]

    result = models.AccountingItemsGetAllResult.from_json(json.dumps(answer))

    assert result.accounting_items is not None
    assert result.accounting_items[0].amount is not None
