"""What the API calls deprecated still works, and a warning at the caller's line tells of it."""

# Older forms are what is tested here.
# pyright: reportDeprecated=false

import asyncio
import inspect
import subprocess
import sys
import warnings
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from pytest_httpx import HTTPXMock

from mews_connector import MewsClient, api, errors, models
from support.clients import virtual_client
from support.examples import OPERATIONS as ALL_OPERATIONS

pytestmark = pytest.mark.virtual_time

ID = UUID("3fa85f64-5717-4562-b3fc-2c963f66afa6")
POUND = models.AmountParameters(currency="GBP", gross_value=Decimal(1))
NEW_YEAR = datetime(2026, 1, 1, tzinfo=UTC)
TOMORROW = datetime(2026, 1, 2, tzinfo=UTC)
HERE = str(Path(__file__))

Call = Callable[[MewsClient], object]

OPERATIONS: dict[str, tuple[Call, str]] = {
    "creditCards/getAllByIds": (
        lambda mews: mews.credit_cards.get_all_by_ids(credit_card_ids=[ID]),
        "creditCards/getAllByIds is deprecated since 2020-01-01; use creditCards/getAll",
    ),
    "creditCards/getAllByCustomers": (
        lambda mews: mews.credit_cards.get_all_by_customers(customer_ids=[ID]),
        "creditCards/getAllByCustomers is deprecated since 2020-01-01; use creditCards/getAll",
    ),
    "accountingItems/getAll": (
        lambda mews: mews.accounting_items.get_all(
            item_ids=[ID], extent=models.AccountingItemExtent(order_items=True)
        ),
        (
            "accountingItems/getAll is deprecated since 2023-04-19, switched off on 2026-01-10;"
            " use payments/getAll and orderItems/getAll"
        ),
    ),
    "payments/addCreditCard": (
        lambda mews: mews.payments.add_credit_card(
            customer_id=ID,
            amount=POUND,
            credit_card=models.CreditCardParameters(
                type_=models.CreditCardPaymentCardType.VISA,
                number="411111******1111",
                expiration="10/2030",
                name="A. Guest",
            ),
        ),
        "payments/addCreditCard is deprecated since 2026-07-29, switched off on 2028-01-10",
    ),
}

A_MOMENT = "use `created_utc`, `issued_utc`, `paid_utc`, `due_utc` or `updated_utc`"
ITEMS = "use orderItems/getAll and payments/getAll with the ids of the bills"
ARGUMENTS: dict[str, tuple[Call, list[str]]] = {
    "a customer for an account": (
        lambda mews: mews.payments.add_external(customer_id=ID, amount=POUND),
        ["customer_id is deprecated since 2023-05-24; use `account_id`"],
    ),
    "a method with its redirect": (
        lambda mews: mews.payments.add_alternative(
            customer_id=ID,
            amount=POUND,
            method=models.AlternativePaymentMethod.IDEAL,
            redirect_url="https://example.com/paid",
        ),
        [
            "method is deprecated since 2024-05-08; use `data`",
            "redirect_url is deprecated since 2024-05-08; use `data`",
        ],
    ),
    "a start and an end of bills by some time": (
        lambda mews: mews.bills.get_all(
            start_utc=NEW_YEAR, end_utc=TOMORROW, time_filter=models.BillTimeFilter.PAID
        ),
        [
            f"time_filter is deprecated since 2020-08-19; {A_MOMENT}",
            f"start_utc is deprecated since 2020-08-19; {A_MOMENT}",
            f"end_utc is deprecated since 2020-08-19; {A_MOMENT}",
        ],
    ),
    "an extent of bills": (
        lambda mews: mews.bills.get_all(bill_ids=[ID], extent=models.BillExtent(items=True)),
        [
            f"extent is deprecated since 2023-10-20, until 2025-01-10; {ITEMS}",
            f"extent.items is deprecated since 2023-10-20, until 2025-01-10; {ITEMS}",
        ],
    ),
    "what stands in a list of objects": (
        lambda mews: mews.outlet_bills.add(
            bills=[
                models.OutletBillParameters(
                    outlet_id=ID,
                    number="29",
                    closed_utc=NEW_YEAR,
                    items=[
                        models.OutletItemParameters(
                            type_=models.OutletItemType.REVENUE,
                            name="Tea",
                            unit_count=1,
                            unit_amount=models.OutletAmountParameters(
                                currency="GBP", gross_value=Decimal(3), tax_codes=["UK-S"]
                            ),
                            unit_cost=models.CostParameters(
                                currency="GBP", amount=Decimal(3), tax=Decimal("0.2")
                            ),
                            consumed_utc=NEW_YEAR,
                        )
                    ],
                )
            ],
        ),
        ["bills[0].items[0].unit_cost is deprecated; use `unit_amount`"],
    ),
}


async def warned_of(call: Call) -> list[warnings.WarningMessage]:
    async with virtual_client() as mews:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            called = call(mews)
        if inspect.iscoroutine(called):
            called.close()
    return caught


@pytest.mark.parametrize(("call", "message"), OPERATIONS.values(), ids=OPERATIONS.keys())
async def test_an_operation_warns_when_it_is_called(call: Call, message: str) -> None:
    [warning] = await warned_of(call)

    assert str(warning.message) == message
    assert warning.category is DeprecationWarning
    assert warning.filename == HERE


def test_no_deprecated_operation_is_left_out() -> None:
    assert {it.path for it in ALL_OPERATIONS.values() if it.deprecated} == OPERATIONS.keys()


@pytest.mark.parametrize(("call", "messages"), ARGUMENTS.values(), ids=ARGUMENTS.keys())
async def test_an_argument_warns_when_it_is_given(call: Call, messages: list[str]) -> None:
    warned = await warned_of(call)

    assert [str(it.message) for it in warned] == messages
    assert {it.category for it in warned} == {DeprecationWarning}
    assert {it.filename for it in warned} == {HERE}


async def test_what_is_not_given_is_not_warned_of() -> None:
    def call(mews: MewsClient) -> Awaitable[object]:
        return mews.payments.add_external(account_id=ID, customer_id=None, amount=POUND)

    assert await warned_of(call) == []


async def test_the_line_is_the_callers_even_if_another_task_awaits_the_call(
    httpx_mock: HTTPXMock,
) -> None:
    httpx_mock.add_response(json={})
    async with virtual_client() as mews:
        with pytest.warns(DeprecationWarning, match="customer_id") as caught:
            task = asyncio.create_task(mews.payments.add_external(customer_id=ID, amount=POUND))
        await task

    assert [it.filename for it in caught] == [HERE]


async def test_a_warning_made_an_error_stops_the_call_before_anything_is_sent(
    httpx_mock: HTTPXMock,
) -> None:
    async with virtual_client() as mews:
        with pytest.raises(DeprecationWarning, match="customer_id"):
            await mews.payments.add_external(customer_id=ID, amount=POUND)

    assert httpx_mock.get_requests() == []


async def test_a_deprecated_use_is_carried_out_all_the_same(httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json={"ExternalPaymentId": str(ID)})
    async with virtual_client() as mews:
        with pytest.deprecated_call():
            added = await mews.payments.add_external(customer_id=ID, amount=POUND)

    assert added.external_payment_id == ID


@pytest.mark.parametrize("method", ["add_credit_card", "add_external", "add_alternative"])
def test_a_method_that_warns_still_counts_as_one_to_await(method: str) -> None:
    warns = getattr(api.Payments, method)

    assert asyncio.iscoroutinefunction(warns)
    assert "amount" in inspect.signature(warns).parameters


def test_it_does_so_as_well_if_it_was_loaded_before_asyncio() -> None:
    script = """import sys
from mews_connector import MewsClient, api
methods = [
    method
    for resource in map(api.__getattr__, dir(api))
    if isinstance(resource, type)
    for method in vars(resource).values()
    if hasattr(method, "__wrapped__")
]
assert methods and "asyncio" not in sys.modules
MewsClient(environment="http://localhost", client_token="c", access_token="a", client="S 1")
import asyncio, inspect
for method in methods:
    told = asyncio.iscoroutinefunction(method)
    assert told == inspect.iscoroutinefunction(inspect.unwrap(method)), method
"""
    subprocess.run([sys.executable, "-c", script], check=True)  # noqa: S603 - this interpreter, and code from here


async def test_an_older_interval_of_bills_is_sent_as_it_was_given(httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json={"Bills": []})
    async with virtual_client() as mews:
        with pytest.deprecated_call():
            walk = mews.bills.get_all(start_utc=NEW_YEAR, end_utc=TOMORROW)
        assert await walk.collect() == []

    [request] = httpx_mock.get_requests()
    assert b'"StartUtc":"2026-01-01T00:00:00Z","EndUtc":"2026-01-02T00:00:00Z"' in request.content


async def test_code_that_has_no_module_is_warned_too() -> None:
    code = "mews.payments.add_external(customer_id=customer, amount=amount)"
    async with virtual_client() as mews:
        with pytest.warns(DeprecationWarning, match="customer_id"):
            call = eval(code, {"mews": mews, "customer": ID, "amount": POUND})  # noqa: S307 - as templates do
        call.close()


async def test_a_list_that_contains_itself_is_refused_like_any_other(
    httpx_mock: HTTPXMock,
) -> None:
    bills: list[Any] = []
    bills.append(bills)
    async with virtual_client() as mews:
        with pytest.raises(errors.InvalidRequestError):
            await mews.outlet_bills.add(bills=bills)

    assert httpx_mock.get_requests() == []
