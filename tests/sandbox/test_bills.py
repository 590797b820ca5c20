"""Listing bills."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from mews_connector import models
from mews_toolkit.sandbox import PORTFOLIO_ACCESS_TOKEN, Sandbox, Server
from mews_toolkit.sandbox.entities.bill import Bill
from support.documented_caller import DocumentedCaller
from support.sandboxes import sandbox_client

GET = "bills/getAll"
INTERVALS = {
    "CreatedUtc": "created_utc",
    "UpdatedUtc": "updated_utc",
    "IssuedUtc": "issued_utc",
    "ClosedUtc": "issued_utc",
    "PaidUtc": "paid_utc",
    "DueUtc": "due_utc",
}
OLDER = {
    "Created": "created_utc",
    "Closed": "issued_utc",
    "Paid": "paid_utc",
    "DueDate": "due_utc",
}
BOTH = ["Bill", "CorrectiveBill"]


@pytest.fixture
def london(sandbox: Sandbox) -> list[Bill]:
    """The bills of the first enterprise, newest first."""
    return [it for it in sandbox.bills if it.enterprise_id == sandbox.enterprises[0].id]


def ids(bills: list[Bill]) -> list[str]:
    return [str(it.id) for it in bills]


def of(bills: list[Bill], **wanted: str) -> list[Bill]:
    return [it for it in bills if all(getattr(it, name) == wanted[name] for name in wanted)]


def around(bills: list[Bill], attribute: str) -> tuple[datetime, datetime]:
    """Two instants of bills, less than three months apart."""
    known = sorted(it for bill in bills if (it := getattr(bill, attribute)) is not None)
    end = known[-4]
    start = next(it for it in known if it > end - timedelta(days=88))
    assert start < end
    return start, end


def interval(start: datetime, end: datetime) -> dict[str, str]:
    return {"StartUtc": start.isoformat(), "EndUtc": end.isoformat()}


@pytest.mark.parametrize("name", INTERVALS)
def test_an_interval_holds_its_start_but_not_its_end(
    api: DocumentedCaller, london: list[Bill], name: str
) -> None:
    start, end = around(london, INTERVALS[name])
    asked = {name: interval(start, end), "CorrectionState": BOTH}
    instants = [(it, getattr(it, INTERVALS[name])) for it in london]
    expected = [it for it, instant in instants if instant and start <= instant < end]
    assert [it["Id"] for it in api.drain(GET, "Bills", 7, **asked)] == ids(expected)


@pytest.mark.parametrize("time_filter", [*OLDER, None])
def test_the_older_form_says_which_moment_its_interval_is_about(
    api: DocumentedCaller, london: list[Bill], time_filter: str | None
) -> None:
    attribute = OLDER[time_filter or "Created"]
    start, end = around(london, attribute)
    asked = {"TimeFilter": time_filter, **interval(start, end), "CorrectionState": BOTH}
    instants = [(it, getattr(it, attribute)) for it in london]
    expected = [it for it, instant in instants if instant and start <= instant < end]
    assert [it["Id"] for it in api.drain(GET, "Bills", **asked)] == ids(expected)


def test_half_of_an_older_interval_is_refused(api: DocumentedCaller, london: list[Bill]) -> None:
    body = {"BillIds": [str(london[0].id)], "Limitation": {"Count": 1}}
    start = london[0].created_utc.isoformat()
    assert api.refusal(GET, StartUtc=start, **body) == (400, "Invalid EndUtc")


def test_bills_are_found_by_customer_state_and_type(
    api: DocumentedCaller, london: list[Bill]
) -> None:
    customers = sorted({it.customer_id for it in london if it.customer_id is not None})[:30]
    asked: dict[str, Any] = {"CustomerIds": [str(it) for it in customers]}
    theirs = of([it for it in london if it.customer_id in customers], correction_state="Bill")
    assert [it["Id"] for it in api.drain(GET, "Bills", **asked)] == ids(theirs)
    for state in ("Open", "Closed"):
        found = api.drain(GET, "Bills", State=state, **asked)
        assert [it["Id"] for it in found] == ids(of(theirs, state=state))
    for bill_type in ("Receipt", "Invoice"):
        found = api.drain(GET, "Bills", Type=bill_type, **asked)
        assert [it["Id"] for it in found] == ids(of(theirs, type=bill_type))


def test_corrections_stay_hidden_until_asked_for(api: DocumentedCaller, london: list[Bill]) -> None:
    start, end = around(london, "issued_utc")
    asked = {"IssuedUtc": interval(start, end)}
    issued = [it for it in london if it.issued_utc and start <= it.issued_utc < end]
    notes = of(issued, correction_state="CorrectiveBill")
    assert notes

    hidden = api.drain(GET, "Bills", **asked)
    assert [it["Id"] for it in hidden] == ids(of(issued, correction_state="Bill"))
    alone = api.drain(GET, "Bills", CorrectionState=["CorrectiveBill"], **asked)
    assert [it["Id"] for it in alone] == ids(notes)
    by_id = api.drain(GET, "Bills", BillIds=ids(notes))
    assert [it["CorrectionType"] for it in by_id] == ["CreditNote"] * len(notes)
    none = api.drain(GET, "Bills", BillIds=ids(notes), CorrectionState=["Bill"])
    assert none == []


def test_a_portfolio_reads_where_it_says_or_everywhere(
    portfolio: DocumentedCaller, api: DocumentedCaller, sandbox: Sandbox
) -> None:
    paris = sandbox.enterprises[1].id
    wanted = [it for it in sandbox.bills if it.state == "Open"]
    asked = {"BillIds": ids(wanted)}
    assert len(portfolio.drain(GET, "Bills", 100, **asked)) == len(wanted)
    found = portfolio.drain(GET, "Bills", EnterpriseIds=[str(paris)], **asked)
    assert {it["EnterpriseId"] for it in found} == {str(paris)}
    elsewhere = ids([it for it in wanted if it.enterprise_id == paris])
    assert api.drain(GET, "Bills", BillIds=elsewhere) == []


def test_unknown_ids_find_nothing(api: DocumentedCaller) -> None:
    assert api.drain(GET, "Bills", BillIds=[str(uuid4())]) == []


def test_the_extent_of_old_tells_what_is_on_each_bill(
    api: DocumentedCaller, sandbox: Sandbox, london: list[Bill]
) -> None:
    bills = of(london, state="Closed")[:40]
    asked = {"BillIds": ids(bills), "Extent": {"Items": True}}
    for bill in api.drain(GET, "Bills", **asked):
        items = {str(it.id) for it in sandbox.order_items if str(it.bill_id) == bill["Id"]}
        payments = {str(it.id) for it in sandbox.payments if str(it.bill_id) == bill["Id"]}
        assert {it["Id"] for it in bill["OrderItems"]} == items
        assert {it["Id"] for it in bill["PaymentItems"]} == payments
        assert {it["Id"] for it in bill["Revenue"]} == items
        assert {it["Id"] for it in bill["Payments"]} == payments
    plain = api.drain(GET, "Bills", BillIds=ids(bills), Extent={"Items": False})
    assert all("OrderItems" not in it for it in plain)


async def test_the_client_reads_them(server: Server, sandbox: Sandbox) -> None:
    closed = next(it for it in sandbox.bills if it.state == "Closed" and it.type == "Invoice")
    async with sandbox_client(server, access_token=PORTFOLIO_ACCESS_TOKEN) as mews:
        [bill] = await mews.bills.get_all(bill_ids=[closed.id]).collect()
    assert bill.state == models.BillState.CLOSED
    assert bill.number == closed.number
    assert bill.owner_data is not None
    assert isinstance(bill.owner_data.value, models.BillCustomerData | models.BillCompanyData)
