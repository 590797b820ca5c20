"""What outlets sold: reporting it, and reading it again in both generations of the API."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from mews_connector import models
from mews_toolkit.sandbox import Sandbox, Server
from mews_toolkit.sandbox.entities.outlet import OutletBill, OutletItem
from mews_toolkit.sandbox.money import exchanged
from support.documented_caller import DocumentedCaller
from support.sandboxes import sandbox_client

UNKNOWN = "3fa85f64-5717-4562-b3fc-2c963f66afa6"
EVENING = "2026-11-20T21:30:00Z"
BEER: dict[str, Any] = {
    "Type": "Revenue",
    "Name": "Beer",
    "UnitCount": 10,
    "UnitAmount": {"Currency": "GBP", "GrossValue": 2.5, "TaxCodes": ["UK-S"]},
    "ConsumedUtc": "2026-11-20T20:00:00Z",
}
CASH: dict[str, Any] = {
    "Type": "Payment",
    "Name": "Cash",
    "UnitCount": 1,
    "UnitAmount": {"Currency": "GBP", "GrossValue": -25, "TaxCodes": []},
    "ConsumedUtc": EVENING,
    "ExternalIdentifier": "till-7/000123",
    "Notes": "to the penny",
}


@pytest.fixture
def bill(sandbox: Sandbox) -> dict[str, Any]:
    """A bill of an outlet of the first enterprise."""
    london = sandbox.enterprises[0].id
    outlet = next(it for it in sandbox.outlets if it.enterprise_id == london and it.is_active)
    return {
        "OutletId": str(outlet.id),
        "AccountId": str(sandbox.customer().id),
        "Number": "1257",
        "ClosedUtc": EVENING,
        "Items": [BEER, CASH],
        "Notes": "table 4",
    }


def test_a_bill_that_is_added_can_be_read_with_its_items(
    api: DocumentedCaller, sandbox: Sandbox, bill: dict[str, Any]
) -> None:
    added = api.get("outletBills/add", Bills=[bill, bill | {"Number": "1258", "Items": []}])
    bill_id, empty_id = added["OutletBillIds"]
    assert {str(it.id) for it in sandbox.outlet_bills[:2]} == {bill_id, empty_id}

    closed = {"StartUtc": EVENING, "EndUtc": EVENING}
    page = api.get("outletItems/getAll", ClosedUtc=closed, Limitation={"Count": 10})
    assert page["OutletBills"] == [
        {
            "Id": bill_id,
            "EnterpriseId": str(sandbox.enterprises[0].id),
            "OutletId": bill["OutletId"],
            "Number": "1257",
            "ClosedUtc": EVENING,
            "UpdatedUtc": "2026-11-21T12:00:00Z",
            "Notes": "table 4",
        }
    ]
    by_name = {it["Name"]: it for it in page["OutletItems"]}
    assert set(by_name) == {"Beer", "Cash"}
    beer, cash = by_name["Beer"], by_name["Cash"]
    assert (beer["UnitCount"], beer["Type"], beer["BillId"]) == (10, "Revenue", bill_id)
    assert beer["UnitAmount"]["NetValue"] == Decimal("2.08")
    assert beer["UnitAmount"]["TaxValues"] == [{"Code": "UK-S", "Value": Decimal("0.42")}]
    assert beer["ConsumedUtc"] == "2026-11-20T20:00:00Z"
    assert beer["CreatedUtc"] == beer["UpdatedUtc"] == "2026-11-21T12:00:00Z"
    assert cash["UnitAmount"]["GrossValue"] == -25
    assert (cash["ExternalIdentifier"], cash["Notes"]) == ("till-7/000123", "to the penny")


def changed(item: dict[str, Any], **changes: Any) -> dict[str, Any]:
    return {"Items": [item | changes]}


def priced(**amount: Any) -> dict[str, Any]:
    return changed(BEER, UnitAmount={"Currency": "GBP", "TaxCodes": [], **amount})


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        ({"OutletId": UNKNOWN}, (400, "Invalid OutletId")),
        ({"AccountId": UNKNOWN}, (400, "Invalid AccountId")),
        ({"Number": ""}, (400, "Invalid Number")),
        ({"ClosedUtc": "yesterday"}, (400, "Invalid ClosedUtc")),
        (changed(BEER, Type="Beer"), (400, "Invalid JSON")),
        (changed(BEER, UnitCount=0), (400, "Invalid UnitCount")),
        (changed(BEER, UnitCount=2**31), (400, "Invalid UnitCount")),
        (changed(BEER, UnitCount=1.5), (400, "Invalid UnitCount")),
        (changed(BEER, ExternalIdentifier="x" * 256), (400, "Invalid ExternalIdentifier")),
        ({"Items": [{k: v for k, v in BEER.items() if k != "Type"}]}, (400, "Invalid Type")),
        (priced(GrossValue=1, TaxCodes=["UK-9"]), (400, "Invalid TaxCodes")),
        (priced(GrossValue=1, TaxCodes=["UK-S", "UK-R"]), (400, "Invalid TaxCodes")),
        (priced(GrossValue=1, TaxCodes=None), (400, "Invalid TaxCodes")),
        (priced(NetValue=1), (400, "Invalid NetValue")),
        (priced(GrossValue=10**15), (400, "Invalid GrossValue")),
        (priced(), (400, "Invalid GrossValue")),
        (
            priced(GrossValue=1, Currency="CZK"),
            (403, "Invalid identifier: the property does not accept CZK."),
        ),
    ],
)
def test_when_one_bill_is_wrong_none_is_added(
    api: DocumentedCaller,
    sandbox: Sandbox,
    bill: dict[str, Any],
    wrong: dict[str, Any],
    refusal: tuple[int, str],
) -> None:
    before = len(sandbox.outlet_bills), len(sandbox.outlet_items)
    assert api.refusal("outletBills/add", Bills=[bill, bill | wrong]) == refusal
    assert (len(sandbox.outlet_bills), len(sandbox.outlet_items)) == before


def test_an_outlet_that_is_closed_or_elsewhere_takes_no_bill(
    api: DocumentedCaller, sandbox: Sandbox, bill: dict[str, Any]
) -> None:
    london = sandbox.enterprises[0].id
    closed = next(it for it in sandbox.outlets if it.enterprise_id == london and not it.is_active)
    elsewhere = next(it for it in sandbox.outlets if it.enterprise_id != london and it.is_active)
    for outlet in (closed, elsewhere):
        wrong = bill | {"OutletId": str(outlet.id)}
        assert api.refusal("outletBills/add", Bills=[wrong]) == (400, "Invalid OutletId")


def test_a_portfolio_token_may_not_add_bills(
    portfolio: DocumentedCaller, bill: dict[str, Any]
) -> None:
    refusal = (401, "No permission to use this operation.")
    assert portfolio.refusal("outletBills/add", Bills=[bill]) == refusal


def test_the_year_of_seeded_bills_is_paid_in_full(sandbox: Sandbox, now: datetime) -> None:
    sums: dict[UUID, Decimal] = {it.id: Decimal(0) for it in sandbox.outlet_bills}
    for item in sandbox.outlet_items:
        sums[item.bill_id] += item.unit_amount.gross_value * item.unit_count
        assert (item.unit_amount.gross_value < 0) == (item.type == "Payment")
        assert item.consumed_utc <= item.created_utc < now
    assert len(sums) == 72
    assert not any(sums.values())
    assert {it.type for it in sandbox.outlet_items} == {"Revenue", "NonRevenue", "Payment"}
    assert now - sandbox.outlet_bills[-1].closed_utc == timedelta(days=365)


def test_the_same_seed_gives_the_same_bills_whenever_they_are_looked_at(now: datetime) -> None:
    first, second = (Sandbox(seed=7, payments=50, now=lambda: now) for _ in range(2))
    assert len(first.store.cashier_transactions) > 0
    first.store.new_id()
    assert list(first.outlet_items) == list(second.outlet_items)
    assert list(first.outlet_bills) == list(second.outlet_bills)
    assert list(first.outlet_items) != list(Sandbox(seed=8, payments=50).outlet_items)


Times = Callable[[OutletItem, OutletBill], datetime]
TIMES: dict[str, Times] = {
    "ConsumedUtc": lambda item, _: item.consumed_utc,
    "ClosedUtc": lambda _, bill: bill.closed_utc,
    "UpdatedUtc": lambda _, bill: bill.updated_utc,
}


def bill_of(sandbox: Sandbox, item: OutletItem) -> OutletBill:
    bill = sandbox.outlet_bills.get(item.bill_id)
    assert bill is not None
    return bill


def within(sandbox: Sandbox, time: Times, start: datetime, end: datetime) -> list[str]:
    return [
        str(it.id) for it in sandbox.outlet_items if start <= time(it, bill_of(sandbox, it)) < end
    ]


@pytest.fixture
def span(now: datetime) -> tuple[datetime, datetime]:
    return now - timedelta(days=300), now - timedelta(days=250)


@pytest.mark.parametrize("count", [4, 1000])
@pytest.mark.parametrize("name", TIMES)
def test_items_are_found_by_each_of_their_times(
    portfolio: DocumentedCaller,
    sandbox: Sandbox,
    span: tuple[datetime, datetime],
    name: str,
    count: int,
) -> None:
    start, end = span
    interval = {"StartUtc": start.isoformat(), "EndUtc": end.isoformat()}
    found = portfolio.drain("outletItems/getAll", "OutletItems", count, **{name: interval})
    assert [it["Id"] for it in found] == within(sandbox, TIMES[name], start, end)
    assert len(found) > 8


@pytest.mark.parametrize(
    ("time_filter", "name"),
    [
        ({}, "ConsumedUtc"),
        ({"TimeFilter": "Consumed"}, "ConsumedUtc"),
        ({"TimeFilter": "Closed"}, "ClosedUtc"),
    ],
)
def test_the_older_filters_mean_the_same(
    portfolio: DocumentedCaller,
    sandbox: Sandbox,
    span: tuple[datetime, datetime],
    time_filter: dict[str, str],
    name: str,
) -> None:
    start, end = span
    older = {"StartUtc": start.isoformat(), "EndUtc": end.isoformat(), **time_filter}
    found = portfolio.drain("outletItems/getAll", "OutletItems", 7, **older)
    assert [it["Id"] for it in found] == within(sandbox, TIMES[name], start, end)


def test_filters_of_both_generations_narrow_each_other(
    portfolio: DocumentedCaller, sandbox: Sandbox, span: tuple[datetime, datetime]
) -> None:
    start, end = span
    middle = start + (end - start) / 2
    found = portfolio.drain(
        "outletItems/getAll",
        "OutletItems",
        StartUtc=start.isoformat(),
        EndUtc=middle.isoformat(),
        ConsumedUtc={"StartUtc": start.isoformat(), "EndUtc": end.isoformat()},
        EnterpriseIds=[str(sandbox.enterprises[0].id)],
    )
    everywhere = within(sandbox, TIMES["ConsumedUtc"], start, middle)
    assert [it["Id"] for it in found] == [
        it
        for it in everywhere
        if (row := sandbox.outlet_items.get(UUID(it)))
        and row.enterprise_id == sandbox.enterprises[0].id
    ]


@pytest.mark.parametrize(
    ("wrong", "parameter"),
    [
        ({}, "Ids"),
        ({"EnterpriseIds": [UNKNOWN], "Currency": "EUR"}, "Ids"),
        ({"Ids": [UNKNOWN], "StartUtc": EVENING}, "EndUtc"),
        ({"Ids": [UNKNOWN], "EndUtc": EVENING}, "StartUtc"),
        ({"StartUtc": EVENING, "EndUtc": "2026-11-20T21:29:59Z"}, "EndUtc"),
        ({"Ids": [UNKNOWN], "Currency": "XXX"}, "Currency"),
    ],
)
def test_what_cannot_be_looked_for_is_refused(
    api: DocumentedCaller, wrong: dict[str, Any], parameter: str
) -> None:
    refusal = api.refusal("outletItems/getAll", Limitation={"Count": 5}, **wrong)
    assert refusal == (400, f"Invalid {parameter}")


def test_items_of_other_enterprises_are_out_of_reach(
    api: DocumentedCaller, sandbox: Sandbox
) -> None:
    ids = [str(it.id) for it in sandbox.outlet_items][:900]
    found = api.drain("outletItems/getAll", "OutletItems", Ids=ids)
    assert {it["EnterpriseId"] for it in found} == {str(sandbox.enterprises[0].id)}
    assert 0 < len(found) < len(ids)


def test_each_page_has_the_bills_of_its_items_once(
    api: DocumentedCaller, bill: dict[str, Any]
) -> None:
    added = api.get("outletBills/add", Bills=[bill | {"Items": [BEER] * 7}])
    ids = added["OutletBillIds"]
    closed = {"StartUtc": EVENING, "EndUtc": EVENING}
    cursor = None
    for rows in (3, 3, 1, 0):
        limitation = {"Count": 3, "Cursor": cursor}
        page = api.get("outletItems/getAll", ClosedUtc=closed, Limitation=limitation)
        assert len(page["OutletItems"]) == rows
        assert [it["Id"] for it in page["OutletBills"]] == (ids if rows else [])
        cursor = page["Cursor"]
    assert cursor is None


def test_amounts_are_converted_to_the_currency_asked_for(
    api: DocumentedCaller, bill: dict[str, Any]
) -> None:
    api.get("outletBills/add", Bills=[bill])
    closed = {"StartUtc": EVENING, "EndUtc": EVENING}
    found = api.drain("outletItems/getAll", "OutletItems", ClosedUtc=closed, Currency="EUR")
    assert {it["UnitAmount"]["Currency"] for it in found} == {"EUR"}
    assert sorted(it["UnitAmount"]["GrossValue"] for it in found) == [
        exchanged(Decimal(-25), "GBP", "EUR"),
        exchanged(Decimal("2.5"), "GBP", "EUR"),
    ]


async def test_the_client_adds_bills_and_reads_them_in_both_generations(
    server: Server, bill: dict[str, Any], now: datetime
) -> None:
    async with sandbox_client(server) as mews:
        added = await mews.outlet_bills.add(
            bills=[
                models.OutletBillParameters(
                    outlet_id=UUID(bill["OutletId"]),
                    number="9",
                    closed_utc=now,
                    items=[
                        models.OutletItemParameters(
                            type_=models.OutletItemType.REVENUE,
                            name="Beer",
                            unit_count=2,
                            unit_amount=models.OutletAmountParameters(
                                currency="GBP", tax_codes=["UK-S"], gross_value=Decimal("2.50")
                            ),
                            consumed_utc=now,
                        )
                    ],
                )
            ]
        )
        today = await mews.outlet_items.get_all(
            closed_utc=models.TimeInterval(start_utc=now, end_utc=now)
        ).collect()
        with pytest.deprecated_call():
            older = mews.outlet_items.get_all(
                start_utc=now,
                end_utc=now + timedelta(seconds=1),
                time_filter=models.OutletItemTimeFilter.CLOSED,
            )
        in_2019 = await older.collect()
    assert [it.bill_id for it in today] == added.outlet_bill_ids
    assert in_2019 == today
