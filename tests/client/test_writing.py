"""Requests are written exactly: every digit, instants in UTC, ids and enums as their texts."""

import re
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from enum import IntEnum
from typing import Any
from uuid import UUID

import pytest
from dateutil.tz import gettz
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pytest_httpx import HTTPXMock

from mews_connector import MewsClient, models
from support.clients import virtual_client
from support.examples import exact

pytestmark = pytest.mark.virtual_time

ID = UUID("3FA85F64-5717-4562-B3FC-2C963F66AFA6")
PRAGUE = gettz("Europe/Prague")


async def text_of(httpx_mock: HTTPXMock, call: Callable[[MewsClient], Awaitable[object]]) -> str:
    """The JSON text that a call sends."""
    httpx_mock.add_response(json={"Payments": [], "PaymentRequests": [], "Cursor": None})
    async with virtual_client() as mews:
        await call(mews)
    (request,) = httpx_mock.get_requests()
    return request.content.decode()


async def text_of_amount(httpx_mock: HTTPXMock, value: Decimal) -> str:
    text = await text_of(
        httpx_mock,
        lambda mews: mews.payments.add_external(
            account_id=ID, amount=models.AmountParameters(currency="GBP", gross_value=value)
        ),
    )
    (number,) = re.findall(r'"GrossValue":([^,}]+)', text)
    assert isinstance(number, str)
    return number


async def text_of_start(httpx_mock: HTTPXMock, instant: datetime) -> str:
    interval = models.TimeInterval(start_utc=instant, end_utc=instant + timedelta(days=1))
    text = await text_of(
        httpx_mock, lambda mews: mews.payments.get_all(created_utc=interval).collect()
    )
    (start,) = re.findall(r'"StartUtc":"([^"]+)"', text)
    assert isinstance(start, str)
    return start


# Money.


@pytest.mark.parametrize(
    "number",
    [
        "100",
        "100.00",
        "-0.10",
        "0",
        "0.1",
        "12345678901234567890123456789.0123456789",
        "1E+3",
        "1E-7",
        "9" * 40,
    ],
)
async def test_an_amount_is_written_with_every_digit(number: str, httpx_mock: HTTPXMock) -> None:
    assert await text_of_amount(httpx_mock, Decimal(number)) == number


async def test_the_sum_of_what_floats_cannot_hold_is_written_as_it_is(
    httpx_mock: HTTPXMock,
) -> None:
    assert await text_of_amount(httpx_mock, Decimal("0.1") + Decimal("0.2")) == "0.3"


async def test_a_whole_amount_may_be_an_int(httpx_mock: HTTPXMock) -> None:
    whole: Any = 10**30

    assert await text_of_amount(httpx_mock, whole) == "1" + 30 * "0"


@settings(deadline=None, derandomize=True)
@given(st.decimals(allow_nan=False, allow_infinity=False))
@example(Decimal("1E+999999"))
@example(Decimal("-1E-999999"))
@example(Decimal("0E-28"))
@example(Decimal("-0.00"))
def test_any_finite_decimal_comes_back_as_it_went(number: Decimal) -> None:
    text = models.CurrencyValue(currency="EUR", value=number).to_json()

    read = models.CurrencyValue.from_json(text).value

    assert read == number
    if str(number) != "-0":
        # That alone comes back as 0: among JSON's whole numbers, zero has no sign.
        assert read.as_tuple() == number.as_tuple()


# Times.


@pytest.mark.parametrize(
    ("instant", "text"),
    [
        (datetime(2026, 3, 1, 12, tzinfo=UTC), "2026-03-01T12:00:00Z"),
        (datetime(2026, 3, 1, 12, 0, 0, 5, tzinfo=UTC), "2026-03-01T12:00:00.000005Z"),
        (datetime(2026, 3, 1, 12, 0, 0, 500_000, tzinfo=UTC), "2026-03-01T12:00:00.500000Z"),
        (datetime(2026, 3, 1, 1, tzinfo=PRAGUE), "2026-03-01T00:00:00Z"),
        (datetime(2026, 7, 1, 1, tzinfo=PRAGUE), "2026-06-30T23:00:00Z"),
        (
            datetime(2026, 3, 1, tzinfo=timezone(timedelta(hours=-9, minutes=-30))),
            "2026-03-01T09:30:00Z",
        ),
        # The hour that a clock shows twice in autumn.
        (datetime(2026, 10, 25, 2, 30, tzinfo=PRAGUE), "2026-10-25T00:30:00Z"),
        (
            datetime(2026, 10, 25, 2, 30, tzinfo=PRAGUE, fold=1),
            "2026-10-25T01:30:00Z",
        ),
    ],
)
async def test_an_instant_is_written_in_utc_with_z(
    instant: datetime, text: str, httpx_mock: HTTPXMock
) -> None:
    assert await text_of_start(httpx_mock, instant) == text


@settings(deadline=None, derandomize=True)
@given(
    st.timedeltas(min_value=timedelta(days=-700_000), max_value=timedelta(days=2_900_000)),
    st.timedeltas(min_value=timedelta(hours=-23), max_value=timedelta(hours=23)),
)
def test_any_instant_comes_back_as_it_went(since: timedelta, offset: timedelta) -> None:
    instant = (datetime(2000, 1, 1, tzinfo=UTC) + since).astimezone(timezone(offset))
    interval = models.TimeInterval(start_utc=instant, end_utc=instant)

    read = models.TimeInterval.from_json(interval.to_json())

    assert read.start_utc.astimezone(UTC) == instant.astimezone(UTC)


# Everything else.


async def test_ids_enums_texts_and_flags_are_written_as_the_api_spells_them(
    httpx_mock: HTTPXMock,
) -> None:
    text = await text_of(
        httpx_mock,
        lambda mews: mews.payments.add_external(
            account_id=ID,
            amount=models.AmountParameters(currency="GBP", gross_value=Decimal(1)),
            type_=models.ExternalPaymentType.GIFT_CARD,
            notes='Gîte "Öküz" \\ 🦆\n',
        ),
    )

    sent = exact(text)
    assert sent["AccountId"] == "3fa85f64-5717-4562-b3fc-2c963f66afa6"
    assert sent["Type"] == "GiftCard"
    assert sent["Notes"] == 'Gîte "Öküz" \\ 🦆\n'


async def test_a_value_that_this_version_does_not_know_is_sent_as_its_text(
    httpx_mock: HTTPXMock,
) -> None:
    text = await text_of(
        httpx_mock,
        lambda mews: mews.payments.get_all(
            payment_ids=[ID], states=[models.PaymentState("PartlyCharged")]
        ).collect(),
    )

    assert exact(text)["States"] == ["PartlyCharged"]


async def test_what_is_left_out_is_not_sent(httpx_mock: HTTPXMock) -> None:
    text = await text_of(
        httpx_mock, lambda mews: mews.payments.get_all(payment_ids=[ID], page_size=7).collect()
    )

    assert "null" not in text
    assert set(exact(text)) == {"ClientToken", "AccessToken", "Client", "PaymentIds", "Limitation"}
    assert text.endswith('"Limitation":{"Count":7}}')


async def test_a_tuple_is_as_good_as_a_list(httpx_mock: HTTPXMock) -> None:
    ids: Any = (ID, UUID(int=0))

    text = await text_of(httpx_mock, lambda mews: mews.payments.get_all(payment_ids=ids).collect())

    assert exact(text)["PaymentIds"] == [str(ID), str(UUID(int=0))]


class Text(str):
    __slots__ = ()


class Money(Decimal):
    __slots__ = ()


class Moment(datetime):
    """As the date libraries have them."""


class Key(UUID):
    """As some database drivers have it."""


class Floor(IntEnum):
    GROUND = 0


async def test_values_of_other_libraries_classes_are_sent_as_what_they_are(
    httpx_mock: HTTPXMock,
) -> None:
    moment = Moment(2026, 3, 1, 14, tzinfo=timezone(timedelta(hours=2)))

    text = await text_of(
        httpx_mock,
        lambda mews: mews.payment_requests.add(
            payment_requests=[
                models.PaymentRequestParameters(
                    account_id=Key(str(ID)),
                    amount=models.CurrencyValue(currency=Text("EUR"), value=Money("10.40")),
                    type_=models.PaymentRequestType.PAYMENT,
                    reason=models.PaymentRequestReason.DEPOSIT,
                    expiration_utc=moment,
                    description=Text("Deposit"),
                )
            ]
        ),
    )

    (sent,) = exact(text)["PaymentRequests"]
    assert sent["AccountId"] == str(ID)
    assert sent["Amount"] == exact('{"Currency": "EUR", "Value": 10.40}')
    assert sent["ExpirationUtc"] == "2026-03-01T12:00:00Z"
    assert sent["Description"] == "Deposit"


async def test_a_raw_call_writes_python_values_the_same_way(httpx_mock: HTTPXMock) -> None:
    values = {
        "Id": ID,
        "At": datetime(2026, 3, 1, 1, tzinfo=PRAGUE),
        "On": date(2026, 3, 1),
        "Value": Decimal("10.40"),
        "State": models.PaymentState.CHARGED,
        "Nested": [{"Deep": (Decimal("1E-7"), True, None, Floor.GROUND)}],
    }

    text = await text_of(httpx_mock, lambda mews: mews.call("any/thing", values))

    assert text.endswith(
        '"Id":"3fa85f64-5717-4562-b3fc-2c963f66afa6","At":"2026-03-01T00:00:00Z",'
        '"On":"2026-03-01","Value":10.40,"State":"Charged",'
        '"Nested":[{"Deep":[1E-7,true,null,0]}]}'
    )
