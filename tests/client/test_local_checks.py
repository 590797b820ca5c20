"""What the API would refuse is refused here, with every fault at once, and nothing is sent."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from dateutil.tz import gettz
from pytest_httpx import HTTPXMock

from mews_connector import MewsClient, models
from support.clients import virtual_client
from support.refusals import Call, problems_of

pytestmark = pytest.mark.virtual_time

ID = UUID("3fa85f64-5717-4562-b3fc-2c963f66afa6")
PRAGUE = gettz("Europe/Prague")


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def between(start: datetime, end: datetime) -> models.TimeInterval:
    return models.TimeInterval(start_utc=start, end_utc=end)


def list_payments(**filters: Any) -> Call:
    return lambda mews: mews.payments.get_all(**filters).collect()


def add_external(*, account_id: UUID | None = ID, **amount: Any) -> Call:
    parameters = models.AmountParameters(currency="GBP", **amount)
    return lambda mews: mews.payments.add_external(account_id=account_id, amount=parameters)


async def assert_is_sent(httpx_mock: HTTPXMock, call: Call, *, parts: int = 1) -> None:
    httpx_mock.add_response(
        json={"Payments": [], "PaymentRequests": [], "Enterprises": [], "Cursor": None},
        is_reusable=True,
    )
    async with virtual_client() as mews:
        await call(mews)
    assert len(httpx_mock.get_requests()) == parts


# Which payments, and whose.

NO_FILTER = (
    "give at least payment_ids, account_ids, bill_ids, reservation_ids,"
    " created_utc, updated_utc, charged_utc or closed_utc"
)
MARCH = between(utc("2026-03-01"), utc("2026-04-01"))


@pytest.mark.parametrize(
    "filters",
    [
        {},
        {"enterprise_ids": [ID]},
        {"settlement_utc": MARCH},
        {"states": [models.PaymentState.CHARGED]},
        {"accounting_states": [models.AccountingState.OPEN]},
        {"type_": models.PaymentType.CASH_PAYMENT, "currency": "EUR"},
    ],
    ids=lambda filters: " and ".join(filters) or "nothing",
)
async def test_payments_are_listed_by_a_filter_that_is_enough(
    filters: dict[str, object], httpx_mock: HTTPXMock
) -> None:
    assert await problems_of(httpx_mock, list_payments(**filters)) == [NO_FILTER]


@pytest.mark.parametrize("name", ["created_utc", "updated_utc", "charged_utc", "closed_utc"])
async def test_one_interval_is_enough(name: str, httpx_mock: HTTPXMock) -> None:
    await assert_is_sent(httpx_mock, list_payments(**{name: MARCH}))


async def test_an_external_payment_needs_someone_who_paid(httpx_mock: HTTPXMock) -> None:
    call = add_external(account_id=None, gross_value=Decimal(1))

    assert await problems_of(httpx_mock, call) == ["give at least account_id or customer_id"]


@pytest.mark.filterwarnings("ignore:(method|redirect_url) is deprecated:DeprecationWarning")
@pytest.mark.parametrize(
    "given",
    [
        {},
        {"method": models.AlternativePaymentMethod.IDEAL},
        {"redirect_url": "https://example.com/paid"},
    ],
    ids=lambda given: " and ".join(given) or "nothing",
)
async def test_an_alternative_payment_needs_data_or_both_older_parts(
    given: dict[str, Any], httpx_mock: HTTPXMock
) -> None:
    amount = models.AmountParameters(currency="EUR", gross_value=Decimal(1))

    problems = await problems_of(
        httpx_mock,
        lambda mews: mews.payments.add_alternative(customer_id=ID, amount=amount, **given),
    )

    assert problems == ["give at least data or method with redirect_url"]


# Lists of ids.

LISTS: list[tuple[str, str, int]] = [
    ("payments", "payment_ids", 1000),
    ("payments", "account_ids", 100),
    ("payments", "bill_ids", 1000),
    ("payments", "reservation_ids", 1000),
    ("payment_requests", "enterprise_ids", 1000),
    ("payment_requests", "payment_request_ids", 1000),
    ("payment_requests", "account_ids", 1000),
    ("payment_requests", "reservation_ids", 1000),
    ("enterprises", "enterprise_ids", 1000),
]
EACH_LIST = pytest.mark.parametrize(("resource", "name", "cap"), LISTS)


def list_by(resource: str, name: str, count: int) -> Call:
    ids = [UUID(int=number) for number in range(count)]
    return lambda mews: getattr(mews, resource).get_all(**{name: ids}).collect()


@EACH_LIST
async def test_a_list_may_be_as_long_as_its_cap(
    resource: str, name: str, cap: int, httpx_mock: HTTPXMock
) -> None:
    await assert_is_sent(httpx_mock, list_by(resource, name, cap))


@EACH_LIST
async def test_a_list_over_its_cap_is_asked_for_in_parts(
    resource: str, name: str, cap: int, httpx_mock: HTTPXMock
) -> None:
    await assert_is_sent(httpx_mock, list_by(resource, name, cap + 1), parts=2)


@EACH_LIST
async def test_an_empty_list_is_no_filter(
    resource: str, name: str, cap: int, httpx_mock: HTTPXMock
) -> None:
    del cap

    assert await problems_of(httpx_mock, list_by(resource, name, 0)) == [
        f"{name}: is empty; leave it out or give at least 1"
    ]


@pytest.mark.parametrize(
    ("count", "problem"),
    [
        (0, "payment_request_ids: is empty; give at least 1"),
        (1001, "payment_request_ids: at most 1000 at a time, 1001 were given; split them"),
    ],
)
async def test_a_list_that_must_be_given_has_limits_too(
    count: int, problem: str, httpx_mock: HTTPXMock
) -> None:
    def cancel(mews: MewsClient) -> Any:
        return mews.payment_requests.cancel(payment_request_ids=[ID] * count)

    assert await problems_of(httpx_mock, cancel) == [problem]


# Intervals.

TOO_LONG = "updated_utc: longer than the API allows (3 months); ask in parts"
ENDLESS = (
    "updated_utc: has to be read in over 1000 windows (3 months each);"
    " let it start and end where the data does"
)
BACKWARDS = "updated_utc: ends before it starts; swap the two"


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (utc("2026-03-01"), utc("2026-03-01")),
        (utc("2026-01-01"), utc("2026-04-01")),
        (utc("2026-02-01"), utc("2026-05-01")),
        (utc("2026-01-31"), utc("2026-04-30")),
        (utc("2026-11-30"), utc("2027-02-28")),
        (utc("2027-11-30"), utc("2028-02-29")),
        # Ten minutes, though the clock on the wall goes back in between.
        (
            datetime(2026, 10, 25, 2, 55, tzinfo=PRAGUE),
            datetime(2026, 10, 25, 2, 5, tzinfo=PRAGUE, fold=1),
        ),
        # Three months in UTC, one hour more by the clock on the wall.
        (
            datetime(2026, 1, 15, 1, tzinfo=PRAGUE),
            datetime(2026, 4, 15, 2, tzinfo=PRAGUE),
        ),
    ],
)
async def test_an_interval_may_be_three_calendar_months_long(
    start: datetime, end: datetime, httpx_mock: HTTPXMock
) -> None:
    await assert_is_sent(httpx_mock, list_payments(updated_utc=between(start, end)))


LONGER = [
    (utc("2026-01-01"), utc("2026-04-01 00:00:01")),
    (utc("2026-01-31"), utc("2026-05-01")),
    (utc("2026-11-30"), utc("2027-03-01")),
    (utc("2027-11-30"), utc("2028-03-01")),
]


@pytest.mark.parametrize(("start", "end"), LONGER)
async def test_a_longer_one_is_asked_for_in_parts(
    start: datetime, end: datetime, httpx_mock: HTTPXMock
) -> None:
    call = list_payments(updated_utc=between(start, end))

    await assert_is_sent(httpx_mock, call, parts=2)


@pytest.mark.filterwarnings("ignore:accountingItems/getAll is deprecated:DeprecationWarning")
@pytest.mark.parametrize(
    ("start", "end"), [*LONGER, (utc("2026-01-01"), datetime.max.replace(tzinfo=UTC))]
)
async def test_a_longer_one_of_an_operation_without_pages_is_refused(
    start: datetime, end: datetime, httpx_mock: HTTPXMock
) -> None:
    def list_items(mews: MewsClient) -> Any:
        extent = models.AccountingItemExtent(order_items=True, payment_items=True)
        return mews.accounting_items.get_all(  # pyright: ignore[reportDeprecated] - it still works
            extent=extent, updated_utc=between(start, end)
        )

    assert await problems_of(httpx_mock, list_items) == [TOO_LONG]


@pytest.mark.parametrize(
    ("start", "end", "problem"),
    [
        (utc("2026-01-01"), datetime.max.replace(tzinfo=UTC), ENDLESS),
        (datetime.min.replace(tzinfo=UTC), utc("2026-01-01"), ENDLESS),
        (utc("2026-03-01"), utc("2026-03-01") - timedelta(microseconds=1), BACKWARDS),
        (
            datetime(2026, 10, 25, 2, 5, tzinfo=PRAGUE, fold=1),
            datetime(2026, 10, 25, 2, 55, tzinfo=PRAGUE),
            BACKWARDS,
        ),
    ],
)
async def test_an_interval_that_never_ends_or_runs_backwards_is_refused(
    start: datetime, end: datetime, problem: str, httpx_mock: HTTPXMock
) -> None:
    call = list_payments(updated_utc=between(start, end))

    assert await problems_of(httpx_mock, call) == [problem]


async def test_long_intervals_that_multiply_to_countless_parts_are_refused(
    httpx_mock: HTTPXMock,
) -> None:
    long = between(utc("1900-01-01"), utc("2100-01-01"))

    def list_bills(mews: MewsClient) -> Any:
        return mews.bills.get_all(issued_utc=long, paid_utc=long, due_utc=long)

    [problem] = await problems_of(httpx_mock, list_bills)
    assert problem.startswith("it has to be read in 512000000 parts")


@pytest.mark.parametrize("name", ["created_utc", "charged_utc", "closed_utc", "settlement_utc"])
async def test_every_interval_is_asked_for_in_parts(name: str, httpx_mock: HTTPXMock) -> None:
    year = between(utc("2026-01-01"), utc("2027-01-01"))
    call = list_payments(**{"payment_ids": [ID], name: year})

    await assert_is_sent(httpx_mock, call, parts=4)


# Pages.


@pytest.mark.parametrize(
    ("size", "problem"),
    [
        *((size, "page_size: must be between 1 and 1000") for size in (0, -1, 1001)),
        *((size, "page_size: pass an int") for size in (True, "10", 10.0, None)),
    ],
)
async def test_a_page_holds_one_to_a_thousand_rows(
    size: Any, problem: str, httpx_mock: HTTPXMock
) -> None:
    call = list_payments(payment_ids=[ID], page_size=size)

    assert await problems_of(httpx_mock, call) == [problem]


@pytest.mark.parametrize("size", [1, 1000])
async def test_a_page_may_be_as_small_or_large_as_that(size: int, httpx_mock: HTTPXMock) -> None:
    await assert_is_sent(httpx_mock, list_payments(payment_ids=[ID], page_size=size))


# Reading in parts.


@pytest.mark.parametrize("concurrency", [0, -1, True, "2", 2.0, None])
async def test_parts_are_read_by_one_or_more_at_a_time(
    concurrency: Any, httpx_mock: HTTPXMock
) -> None:
    call = list_payments(payment_ids=[ID], concurrency=concurrency)

    assert await problems_of(httpx_mock, call) == ["concurrency: must be a whole number from 1"]
