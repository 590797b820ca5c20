"""Listing what accounts consumed, and canceling it."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from msgspec import structs

from mews_connector import models
from mews_toolkit.sandbox import Sandbox, Server
from mews_toolkit.sandbox.entities.amount import untaxed
from mews_toolkit.sandbox.entities.order_item import OrderItem
from mews_toolkit.sandbox.money import exchanged
from support.documented_caller import DocumentedCaller
from support.sandboxes import sandbox_client

UNKNOWN = "3fa85f64-5717-4562-b3fc-2c963f66afa6"
GET = "orderItems/getAll"
CANCEL = "orderItems/cancel"
PAGE: dict[str, Any] = {"Limitation": {"Count": 10}}

IDS = {
    "OrderItemIds": "id",
    "AccountIds": "account_id",
    "ServiceOrderIds": "service_order_id",
    "ServiceIds": "service_id",
    "BillIds": "bill_id",
}
INTERVALS = {
    "CreatedUtc": "created_utc",
    "UpdatedUtc": "updated_utc",
    "ConsumedUtc": "consumed_utc",
    "CanceledUtc": "canceled_utc",
    "ClosedUtc": "closed_utc",
}


@pytest.fixture
def london(sandbox: Sandbox) -> list[OrderItem]:
    """What was consumed in the first enterprise, newest first. Some of it was canceled lately."""
    enterprise_id = sandbox.enterprises[0].id
    rows = [it for it in sandbox.order_items if it.enterprise_id == enterprise_id]
    for days, item in enumerate([it for it in rows if it.accounting_state == "Open"][5:8], 1):
        canceled = structs.replace(
            item,
            accounting_state="Canceled",
            canceled_utc=sandbox.now() - timedelta(days=days),
            amount=untaxed(item.amount.currency, Decimal(0)),
        )
        sandbox.store.order_items.put(canceled)
    return [it for it in sandbox.order_items if it.enterprise_id == enterprise_id]


def ids(items: list[OrderItem]) -> list[str]:
    return [str(it.id) for it in items]


def in_state(items: list[OrderItem], state: str) -> OrderItem:
    return next(it for it in items if it.accounting_state == state)


def whole(items: list[OrderItem], attribute: str) -> dict[str, str]:
    """An interval of three months, as long as they get, around the newest of these instants."""
    newest = max(it for item in items if (it := getattr(item, attribute)) is not None)
    return {
        "StartUtc": (newest - timedelta(days=88)).isoformat(),
        "EndUtc": (newest + timedelta(days=1)).isoformat(),
    }


@pytest.mark.parametrize("name", IDS)
def test_ids_narrow_what_is_listed(
    portfolio: DocumentedCaller, sandbox: Sandbox, name: str
) -> None:
    rows = list(sandbox.order_items)
    attribute = IDS[name]
    known = sorted({getattr(it, attribute) for it in rows} - {None})
    some = known[: min(20, len(known) // 2)]
    wanted = {name: [UNKNOWN, *(str(it) for it in some)]}
    found = portfolio.drain(GET, "OrderItems", 7, **wanted)
    assert [it["Id"] for it in found] == ids([it for it in rows if getattr(it, attribute) in some])
    assert 0 < len(found) < len(rows)


@pytest.mark.parametrize("name", INTERVALS)
def test_an_interval_holds_its_start_but_not_its_end(
    api: DocumentedCaller, london: list[OrderItem], name: str
) -> None:
    attribute = INTERVALS[name]
    known = sorted({it for item in london if (it := getattr(item, attribute)) is not None})
    end = known[-1]
    start = next(it for it in known if it > end - timedelta(days=88))
    assert start < end
    for until in (start, end):
        span = {"StartUtc": start.isoformat(), "EndUtc": until.isoformat()}
        found = api.drain(GET, "OrderItems", 50, **{name: span})
        expected = [
            item
            for item in london
            if (it := getattr(item, attribute)) is not None and (it == start or start < it < until)
        ]
        assert [it["Id"] for it in found] == ids(expected)
        assert found


@pytest.mark.parametrize(
    ("name", "attribute", "words"),
    [
        ("AccountingStates", "accounting_state", ["Open"]),
        ("AccountingStates", "accounting_state", ["Closed", "Canceled"]),
        ("Types", "type", ["SpaceOrder"]),
        ("Types", "type", ["ProductOrderRebate", "CityTax"]),
    ],
)
def test_words_narrow_what_another_filter_found(
    api: DocumentedCaller, london: list[OrderItem], *, name: str, attribute: str, words: list[str]
) -> None:
    services = {it.service_id for it in london}
    wanted: dict[str, Any] = {"ServiceIds": [str(it) for it in services], name: words}
    found = api.drain(GET, "OrderItems", 20, **wanted)
    expected = [it for it in london if getattr(it, attribute) in words]
    assert [it["Id"] for it in found] == ids(expected)
    assert 0 < len(found) < len(london)


def test_filters_narrow_each_other(api: DocumentedCaller, london: list[OrderItem]) -> None:
    item = in_state(london, "Closed")
    span = whole(london, "consumed_utc")
    wanted: dict[str, Any] = {
        "AccountIds": [str(item.account_id)],
        "BillIds": [str(item.bill_id)],
        "Types": [item.type],
        "ClosedUtc": span,
        "ConsumedUtc": span,
    }
    found = api.drain(GET, "OrderItems", **wanted)
    start, end = (datetime.fromisoformat(it) for it in span.values())
    assert [it["Id"] for it in found] == ids(
        [
            it
            for it in london
            if (it.account_id, it.bill_id, it.type) == (item.account_id, item.bill_id, item.type)
            and it.closed_utc is not None
            and start <= it.closed_utc < end
            and start <= it.consumed_utc < end
        ]
    )


def test_every_seeded_item_is_what_the_document_says(
    portfolio: DocumentedCaller, sandbox: Sandbox
) -> None:
    services = {str(it.service_id) for it in sandbox.order_items}
    found = portfolio.drain(GET, "OrderItems", 100, ServiceIds=sorted(services))
    assert [it["Id"] for it in found] == [str(it.id) for it in sandbox.order_items]
    assert {it["EnterpriseId"] for it in found} == {str(it.id) for it in sandbox.enterprises}


def test_a_portfolio_token_names_the_enterprises_to_look_in(
    portfolio: DocumentedCaller, sandbox: Sandbox
) -> None:
    paris = sandbox.enterprises[1].id
    services = sorted({str(it.service_id) for it in sandbox.order_items})
    walk: dict[str, Any] = {"ServiceIds": services}
    found = portfolio.drain(GET, "OrderItems", EnterpriseIds=[str(paris), UNKNOWN], **walk)
    expected = [str(it.id) for it in sandbox.order_items if it.enterprise_id == paris]
    assert [it["Id"] for it in found] == expected
    assert portfolio.drain(GET, "OrderItems", EnterpriseIds=[UNKNOWN], **walk) == []


def test_amounts_are_converted_but_the_original_one(
    api: DocumentedCaller, london: list[OrderItem]
) -> None:
    item = in_state(london, "Open")
    found = api.drain(GET, "OrderItems", OrderItemIds=[str(item.id)], Currency="EUR")[0]
    assert found["Amount"]["Currency"] == found["UnitAmount"]["Currency"] == "EUR"
    assert found["Amount"]["GrossValue"] == exchanged(item.amount.gross_value, "GBP", "EUR")
    assert found["OriginalAmount"]["Currency"] == "GBP"
    assert found["OriginalAmount"]["GrossValue"] == item.original_amount.gross_value


@pytest.mark.parametrize(
    ("wrong", "parameter"),
    [
        ({}, "OrderItemIds"),
        ({"AccountingStates": ["Open"], "Types": ["CityTax"], "Currency": "EUR"}, "OrderItemIds"),
        ({"AccountIds": [UNKNOWN] * 101}, "AccountIds"),
        ({"BillIds": []}, "BillIds"),
        ({"BillIds": [UNKNOWN], "Currency": "XXX"}, "Currency"),
        ({"BillIds": [UNKNOWN], "Types": ["Breakfast"]}, "JSON"),
        ({"BillIds": [UNKNOWN], "Limitation": {"Count": 1, "Cursor": UNKNOWN}}, "Cursor"),
        (
            {"ClosedUtc": {"StartUtc": "2026-01-01T00:00:00Z", "EndUtc": "2026-04-01T00:00:01Z"}},
            "ClosedUtc",
        ),
    ],
)
def test_what_cannot_be_looked_for_is_refused(
    api: DocumentedCaller, wrong: dict[str, Any], parameter: str
) -> None:
    assert api.refusal(GET, **(PAGE | wrong)) == (400, f"Invalid {parameter}")


def test_a_canceled_item_is_worth_nothing(
    api: DocumentedCaller, sandbox: Sandbox, london: list[OrderItem]
) -> None:
    item = in_state(london, "Open")
    assert api.get(CANCEL, OrderItemIds=[str(item.id)] * 2) == {}

    now = sandbox.now().isoformat().replace("+00:00", "Z")
    found = api.drain(
        GET, "OrderItems", OrderItemIds=[str(item.id)], AccountingStates=["Canceled"]
    )[0]
    assert (found["CanceledUtc"], found["UpdatedUtc"]) == (now, now)
    assert found["Amount"]["GrossValue"] == found["Amount"]["NetValue"] == 0
    assert found["OriginalAmount"]["GrossValue"] == item.original_amount.gross_value != 0
    assert found["BillId"] == str(item.bill_id)


def test_what_was_canceled_is_worth_nothing_in_any_currency(
    api: DocumentedCaller, london: list[OrderItem]
) -> None:
    item = in_state(london, "Canceled")
    found = api.drain(GET, "OrderItems", OrderItemIds=[str(item.id)], Currency="USD")[0]
    assert (found["Amount"]["Currency"], found["Amount"]["GrossValue"]) == ("USD", 0)
    assert found["OriginalAmount"]["GrossValue"] != 0


def test_canceled_items_and_no_others_say_when(sandbox: Sandbox) -> None:
    for item in sandbox.order_items:
        is_canceled = item.accounting_state == "Canceled"
        assert is_canceled == (item.canceled_utc is not None)
        assert not is_canceled or item.amount.gross_value == Decimal(0)


@pytest.mark.parametrize("state", ["Closed", "Canceled"])
def test_nothing_is_canceled_when_one_item_is_not_open(
    api: DocumentedCaller, sandbox: Sandbox, london: list[OrderItem], state: str
) -> None:
    both = [in_state(london, "Open"), in_state(london, state)]
    refusal = api.refusal(CANCEL, OrderItemIds=ids(both))
    assert refusal == (403, "Only an open order item can be canceled.")
    assert [sandbox.order_items.get(it.id) for it in both] == both


def test_only_items_of_the_enterprise_are_canceled(
    api: DocumentedCaller, portfolio: DocumentedCaller, sandbox: Sandbox, london: list[OrderItem]
) -> None:
    paris = sandbox.enterprises[1].id
    elsewhere = in_state([it for it in sandbox.order_items if it.enterprise_id == paris], "Open")
    for wrong in (str(elsewhere.id), UNKNOWN):
        both = [*ids([in_state(london, "Open")]), wrong]
        assert api.refusal(CANCEL, OrderItemIds=both) == (400, "Invalid OrderItemIds")
    assert sandbox.order_items.get(elsewhere.id) == elsewhere

    wanted = {"OrderItemIds": [str(elsewhere.id)]}
    assert portfolio.refusal(CANCEL, **wanted) == (400, "Invalid EnterpriseId")
    assert portfolio.get(CANCEL, EnterpriseId=str(paris), **wanted) == {}
    canceled = sandbox.order_items.get(elsewhere.id)
    assert canceled is not None
    assert canceled.accounting_state == "Canceled"


@pytest.mark.parametrize("wrong", [[], [UNKNOWN] * 11, ["no id"]])
def test_one_to_ten_items_are_canceled_at_once(api: DocumentedCaller, wrong: list[str]) -> None:
    assert api.refusal(CANCEL, OrderItemIds=wrong) == (400, "Invalid OrderItemIds")


async def test_the_client_reads_and_cancels_them(server: Server, london: list[OrderItem]) -> None:
    services = sorted({it.service_id for it in london})
    async with sandbox_client(server) as mews:
        found = await mews.order_items.get_all(service_ids=services, page_size=100).collect()
        assert [it.id for it in found] == [it.id for it in london]
        assert {type(it.data) for it in found} == {type(None), models.OrderItemData}

        item_id: UUID = in_state(london, "Open").id
        await mews.order_items.cancel(order_item_ids=[item_id])
        canceled = await mews.order_items.get_all(order_item_ids=[item_id]).collect()
    assert [it.accounting_state for it in canceled] == [models.AccountingState.CANCELED]
