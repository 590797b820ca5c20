"""Moving order items and payments between bills and accounts."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec import structs

from mews_connector import models
from mews_toolkit.sandbox import Sandbox, Server
from mews_toolkit.sandbox.entities.bill import Bill
from mews_toolkit.sandbox.entities.order_item import OrderItem
from mews_toolkit.sandbox.entities.payment import Payment
from support.documented_caller import DocumentedCaller
from support.sandboxes import sandbox_client

UNKNOWN = "3fa85f64-5717-4562-b3fc-2c963f66afa6"
UPDATE = "accountingItems/update"


@pytest.fixture
def item(sandbox: Sandbox) -> OrderItem:
    """An open order item of the first enterprise."""
    return item_of(sandbox, 0)


@pytest.fixture
def bill(sandbox: Sandbox, item: OrderItem) -> Bill:
    """An open bill of another account than the item's."""
    return bill_beside(sandbox, item)


def item_of(sandbox: Sandbox, place: int, state: str = "Open") -> OrderItem:
    enterprise_id = sandbox.enterprises[place].id
    return next(
        it
        for it in sandbox.order_items
        if (it.enterprise_id, it.accounting_state) == (enterprise_id, state)
    )


def bill_beside(sandbox: Sandbox, item: OrderItem | Payment, state: str = "Open") -> Bill:
    return next(
        it
        for it in sandbox.bills
        if (it.enterprise_id, it.state) == (item.enterprise_id, state)
        and it.account_id != item.account_id
    )


def payment_of(sandbox: Sandbox, state: str, accounting_state: str) -> Payment:
    enterprise_id = sandbox.enterprises[0].id
    return next(
        it
        for it in sandbox.payments
        if (it.enterprise_id, it.state, it.accounting_state)
        == (enterprise_id, state, accounting_state)
    )


def moved(item: OrderItem | Payment, bill: Bill) -> dict[str, Any]:
    """The update that moves the item to the bill and its account."""
    return {
        "AccountingItemId": str(item.id),
        "AccountId": {"Value": str(bill.account_id)},
        "BillId": {"Value": str(bill.id)},
    }


def test_an_open_order_item_goes_to_the_bill_of_another_account(
    api: DocumentedCaller, sandbox: Sandbox, item: OrderItem, bill: Bill
) -> None:
    answer = api.get(UPDATE, AccountingItemUpdates=[moved(item, bill)])
    assert answer["PaymentItems"] == []
    shown = answer["OrderItems"][0]
    there = (str(bill.account_id), str(bill.id))
    assert (shown["Id"], shown["AccountId"], shown["BillId"]) == (str(item.id), *there)

    found = api.drain("orderItems/getAll", "OrderItems", BillIds=[str(bill.id)])
    row = next(it for it in found if it["Id"] == str(item.id))
    assert (row["AccountId"], row["BillId"]) == there
    assert row["AccountType"] == bill.account_type
    assert row["UpdatedUtc"] == sandbox.now().isoformat().replace("+00:00", "Z")
    left = api.drain("orderItems/getAll", "OrderItems", BillIds=[str(item.bill_id)])
    assert str(item.id) not in {it["Id"] for it in left}


@pytest.mark.parametrize("more", [{}, {"AccountId": None}])
def test_an_item_stays_with_its_account_unless_another_one_is_named(
    api: DocumentedCaller, sandbox: Sandbox, item: OrderItem, bill: Bill, more: dict[str, None]
) -> None:
    other = structs.replace(bill, id=sandbox.store.new_id())
    sandbox.store.bills.put(other)
    api.get(UPDATE, AccountingItemUpdates=[moved(item, bill)])
    wanted = {"AccountingItemId": str(item.id), "BillId": {"Value": str(other.id)}, **more}
    shown = api.get(UPDATE, AccountingItemUpdates=[wanted])["OrderItems"][0]
    assert (shown["AccountId"], shown["BillId"]) == (str(bill.account_id), str(other.id))


@pytest.mark.parametrize("state", [("Pending", "Inactive"), ("Charged", "Open")])
def test_a_payment_is_moved_while_it_is_pending_and_when_it_was_processed(
    api: DocumentedCaller, sandbox: Sandbox, state: tuple[str, str]
) -> None:
    payment = payment_of(sandbox, *state)
    bill = bill_beside(sandbox, payment)
    answer = api.get(UPDATE, AccountingItemUpdates=[moved(payment, bill)])
    assert answer["OrderItems"] == []
    shown = answer["PaymentItems"][0]
    assert (shown["BillId"], shown["State"], shown["AccountingState"]) == (str(bill.id), *state)

    row = sandbox.payments.get(payment.id)
    assert row is not None
    assert (row.account_id, row.account_type) == (bill.account_id, bill.account_type)
    assert (row.bill_id, row.amount) == (bill.id, payment.amount)
    assert row.updated_utc == sandbox.now()


def test_order_items_and_payments_go_together_and_the_last_word_counts(
    api: DocumentedCaller, sandbox: Sandbox, item: OrderItem, bill: Bill
) -> None:
    payment = payment_of(sandbox, "Pending", "Inactive")
    first = next(it for it in sandbox.bills if it.id == item.bill_id)
    updates = [moved(item, first), moved(payment, bill), moved(item, bill)]
    answer = api.get(UPDATE, AccountingItemUpdates=updates)
    assert [it["BillId"] for it in answer["OrderItems"]] == [str(bill.id)]
    assert [it["BillId"] for it in answer["PaymentItems"]] == [str(bill.id)]


def test_each_update_starts_from_the_one_before(
    api: DocumentedCaller, item: OrderItem, bill: Bill
) -> None:
    without_account = {"AccountingItemId": str(item.id), "BillId": {"Value": str(bill.id)}}
    updates = [moved(item, bill), without_account]
    answer = api.get(UPDATE, AccountingItemUpdates=updates)
    assert [it["AccountId"] for it in answer["OrderItems"]] == [str(bill.account_id)]


def test_a_companys_bill_takes_items_of_customers(
    api: DocumentedCaller, sandbox: Sandbox, item: OrderItem, bill: Bill
) -> None:
    company = next(
        it
        for it in sandbox.accounts
        if (it.enterprise_id, it.type) == (item.enterprise_id, "Company")
    )
    invoice = structs.replace(
        bill, id=sandbox.store.new_id(), account_id=company.id, account_type=company.type
    )
    sandbox.store.bills.put(invoice)
    assert item.account_type == "Customer"
    api.get(UPDATE, AccountingItemUpdates=[moved(item, invoice)])
    row = api.drain("orderItems/getAll", "OrderItems", BillIds=[str(invoice.id)])[0]
    assert (row["AccountId"], row["AccountType"]) == (str(company.id), "Company")


def test_nothing_to_move_moves_nothing(api: DocumentedCaller) -> None:
    nothing: dict[str, list[Any]] = {"OrderItems": [], "PaymentItems": []}
    assert api.get(UPDATE, AccountingItemUpdates=[]) == nothing


@pytest.mark.parametrize("state", ["Closed", "Canceled"])
def test_an_order_item_that_is_not_open_stays(
    api: DocumentedCaller, sandbox: Sandbox, state: str
) -> None:
    item = item_of(sandbox, 0, state)
    wanted = [moved(item, bill_beside(sandbox, item))]
    refusal = api.refusal(UPDATE, AccountingItemUpdates=wanted)
    assert refusal == (400, "Invalid AccountingItemId")
    assert sandbox.order_items.get(item.id) == item


@pytest.mark.parametrize(
    "state",
    [
        ("Charged", "Closed"),
        ("Failed", "Inactive"),
        ("Verifying", "Inactive"),
        ("Canceled", "Canceled"),
    ],
)
def test_a_payment_that_came_to_an_end_stays(
    api: DocumentedCaller, sandbox: Sandbox, state: tuple[str, str]
) -> None:
    payment = payment_of(sandbox, *state)
    wanted = [moved(payment, bill_beside(sandbox, payment))]
    refusal = api.refusal(UPDATE, AccountingItemUpdates=wanted)
    assert refusal == (400, "Invalid AccountingItemId")


def test_nothing_goes_to_a_closed_bill(
    api: DocumentedCaller, sandbox: Sandbox, item: OrderItem
) -> None:
    closed = bill_beside(sandbox, item, "Closed")
    refusal = api.refusal(UPDATE, AccountingItemUpdates=[moved(item, closed)])
    assert refusal == (400, "Invalid BillId")


def test_nothing_leaves_a_closed_bill(api: DocumentedCaller, sandbox: Sandbox) -> None:
    payment = payment_of(sandbox, "Pending", "Inactive")
    closed = bill_beside(sandbox, payment, "Closed")
    sandbox.store.payments.put(structs.replace(payment, bill_id=closed.id))
    wanted = [moved(payment, bill_beside(sandbox, payment))]
    refusal = api.refusal(UPDATE, AccountingItemUpdates=wanted)
    assert refusal == (400, "Invalid AccountingItemId")


@pytest.mark.parametrize(
    ("wrong", "parameter"),
    [
        ({"AccountingItemId": UNKNOWN}, "AccountingItemId"),
        ({"AccountId": {"Value": UNKNOWN}}, "AccountId"),
        ({"AccountId": None}, "AccountId"),
        ({"BillId": {"Value": UNKNOWN}}, "BillId"),
        ({"AccountId": None, "BillId": {"Value": UNKNOWN}}, "BillId"),
        ({"AccountId": {"Value": None}}, "Value"),
        ({"BillId": {"Value": None}}, "Value"),
        ({"BillId": None}, "BillId"),
    ],
)
def test_one_wrong_update_lets_nothing_be_moved(
    api: DocumentedCaller,
    sandbox: Sandbox,
    item: OrderItem,
    bill: Bill,
    *,
    wrong: dict[str, Any],
    parameter: str,
) -> None:
    payment = payment_of(sandbox, "Pending", "Inactive")
    updates = [moved(payment, bill), moved(item, bill) | wrong]
    refusal = api.refusal(UPDATE, AccountingItemUpdates=updates)
    assert refusal == (400, f"Invalid {parameter}")
    assert sandbox.order_items.get(item.id) == item
    assert sandbox.payments.get(payment.id) == payment


def test_an_account_takes_items_to_its_own_bills_only(
    api: DocumentedCaller, sandbox: Sandbox, item: OrderItem, bill: Bill
) -> None:
    third = next(
        it
        for it in sandbox.accounts
        if it.enterprise_id == item.enterprise_id
        and it.id not in (item.account_id, bill.account_id)
    )
    wanted = moved(item, bill) | {"AccountId": {"Value": str(third.id)}}
    refusal = api.refusal(UPDATE, AccountingItemUpdates=[wanted])
    assert refusal == (400, "Invalid BillId")


def test_nothing_crosses_the_border_of_an_enterprise(
    api: DocumentedCaller, portfolio: DocumentedCaller, sandbox: Sandbox, item: OrderItem
) -> None:
    elsewhere = item_of(sandbox, 1)
    paris = bill_beside(sandbox, elsewhere)
    only_the_bill = {"AccountingItemId": str(item.id), "BillId": {"Value": str(paris.id)}}
    for wanted, parameter in (
        (moved(elsewhere, paris), "AccountingItemId"),
        (moved(item, paris), "AccountId"),
        (only_the_bill, "BillId"),
    ):
        refusal = api.refusal(UPDATE, AccountingItemUpdates=[wanted])
        assert refusal == (400, f"Invalid {parameter}")

    updates = [moved(elsewhere, paris)]
    assert portfolio.refusal(UPDATE, AccountingItemUpdates=updates) == (400, "Invalid EnterpriseId")
    named = {"EnterpriseId": str(paris.enterprise_id)}
    answer = portfolio.get(UPDATE, AccountingItemUpdates=updates, **named)
    assert answer["OrderItems"][0]["BillId"] == str(paris.id)


async def test_the_client_moves_them(server: Server, item: OrderItem, bill: Bill) -> None:
    update = models.AccountingItemUpdate(
        accounting_item_id=item.id,
        account_id=models.IdUpdateValue(value=bill.account_id),
        bill_id=models.IdUpdateValue(value=bill.id),
    )
    async with sandbox_client(server) as mews:
        answer = await mews.accounting_items.update(accounting_item_updates=[update])
    assert [it.bill_id for it in answer.order_items or ()] == [bill.id]
