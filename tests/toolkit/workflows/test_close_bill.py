"""Closing a bill: what is unpaid is told, what is closed recognised, nothing posted blindly."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from decimal import Decimal
from uuid import UUID, uuid4

import pytest
from msgspec import structs

from mews_connector import errors, models
from mews_toolkit.sandbox import PORTFOLIO_ACCESS_TOKEN, Status
from mews_toolkit.workflows import (
    ClosedBill,
    ClosedOtherwiseError,
    NotSeenError,
    StateUnreadError,
    UnbalancedBillError,
    UnknownAccountingStateError,
    close_bill,
)
from support.interruption import interrupted
from support.remains import left_behind
from support.workflow_world import World

pytestmark = pytest.mark.virtual_time

CLOSE = "bills/close"
GET_ALL = "bills/getAll"
RECEIPT, INVOICE = models.BillType.RECEIPT, models.BillType.INVOICE
TAKEN = "Someone else just changed this bill"


async def opened(world: World, *, owed: str = "30", paid: str = "30") -> UUID:
    """A new bill with something consumed and something paid on it."""
    customer = world.sandbox.customer()
    added = await world.mews.bills.add(bills=[models.BillParameters(account_id=customer.id)])
    bill_id = added.bills[0].id
    items = world.sandbox.order_items
    item = next(it for it in items if it.enterprise_id == customer.enterprise_id)
    amount = structs.replace(item.amount, gross_value=Decimal(owed))
    items.put(
        structs.replace(
            item,
            id=uuid4(),
            account_id=customer.id,
            bill_id=bill_id,
            amount=amount,
            accounting_state="Open",
        )
    )
    if Decimal(paid):
        await world.mews.payments.add_external(
            account_id=customer.id,
            bill_id=bill_id,
            amount=models.AmountParameters(currency="GBP", gross_value=Decimal(paid)),
            type_=models.ExternalPaymentType.CASH,
        )
    world.sandbox.calls.clear()
    return bill_id


async def close(
    world: World, bill_id: UUID, type_: models.BillType = RECEIPT, deadline: float = 60
) -> ClosedBill:
    return await close_bill(
        world.mews, bill_id=bill_id, type_=type_, deadline=deadline, clock=world.clock
    )


def close_elsewhere(world: World, bill_id: UUID, type_: str = "Receipt") -> None:
    """Somebody else closes it."""
    bill = world.sandbox.bills.get(bill_id)
    assert bill is not None
    world.sandbox.bills.put(structs.replace(bill, state="Closed", type=type_))


def pay_with_pending(world: World, bill_id: UUID) -> UUID:
    """Has the payments on the bill be without an outcome."""
    [payment] = [it for it in world.sandbox.payments if it.bill_id == bill_id]
    world.sandbox.payments.put(structs.replace(payment, state="Pending"))
    return payment.id


async def test_a_paid_bill_is_closed_as_a_receipt() -> None:
    world = World()
    bill_id = await opened(world)

    closed = await close(world, bill_id)

    assert closed.closed_here is True
    assert (closed.bill.id, closed.bill.type_) == (bill_id, RECEIPT)
    assert closed.bill.state == models.BillState.CLOSED
    assert closed.bill.number is not None
    assert world.calls(CLOSE) == 1


async def test_what_is_to_be_on_the_bill_is_sent_each_time() -> None:
    world = World()
    bill_id = await opened(world)
    world.sandbox.faults.add(Status(409, TAKEN), operation=CLOSE)

    closed = await close_bill(
        world.mews,
        bill_id=bill_id,
        type_=INVOICE,
        due_date=models.StringUpdateValue(value="2026-12-24"),
        variable_symbol=models.StringUpdateValue(value="117"),
        account_tax_identifier=models.StringUpdateValue(value="GB1"),
        purchase_order_number=models.StringUpdateValue(value="PO 7"),
        notes=models.StringUpdateValue(value="Thank you"),
        clock=world.clock,
    )

    assert closed.bill.due_utc == datetime(2026, 12, 24, tzinfo=UTC)
    assert closed.bill.variable_symbol == "117"
    assert closed.bill.purchase_order_number == "PO 7"
    assert closed.bill.notes == "Thank you"
    first, second = [it.request for it in world.sandbox.calls if it.operation == CLOSE]
    assert first == second


def add_item(world: World, bill_id: UUID, accounting_state: str) -> None:
    item = next(it for it in world.sandbox.order_items if it.bill_id == bill_id)
    world.sandbox.order_items.put(
        structs.replace(item, id=uuid4(), accounting_state=accounting_state)
    )


@pytest.mark.parametrize("state", ["Canceled", "Inactive"])
async def test_items_that_are_worth_nothing_are_not_owed(state: str) -> None:
    world = World()
    bill_id = await opened(world, paid="31")
    add_item(world, bill_id, state)

    with pytest.raises(UnbalancedBillError) as raised:
        await close(world, bill_id)

    assert raised.value.balance == {"GBP": -1}


async def test_an_item_in_an_unknown_state_closes_no_receipt() -> None:
    world = World()
    bill_id = await opened(world)
    add_item(world, bill_id, "Teleported")

    with pytest.raises(UnknownAccountingStateError, match="Teleported"):
        await close(world, bill_id)

    assert world.calls(CLOSE) == 0


@pytest.mark.parametrize(
    ("paid", "unpaid"), [("0", Decimal(30)), ("29.99", Decimal("0.01")), ("31", Decimal(-1))]
)
async def test_a_receipt_needs_an_exact_balance_which_the_error_tells(
    paid: str, unpaid: Decimal
) -> None:
    world = World()
    bill_id = await opened(world, paid=paid)

    with pytest.raises(UnbalancedBillError, match=f"{unpaid:f} GBP") as raised:
        await close(world, bill_id)

    assert raised.value.bill_id == bill_id
    assert raised.value.balance == {"GBP": unpaid}
    assert world.calls(CLOSE) == 0


async def test_a_payment_that_is_listed_late_counts() -> None:
    world = World()
    bill_id = await opened(world)
    [payment] = [it for it in world.sandbox.payments if it.bill_id == bill_id]
    world.sandbox.payments.remove(payment)
    asyncio.get_running_loop().call_later(3, world.sandbox.payments.put, payment)

    closed = await close(world, bill_id)

    assert closed.closed_here is True


async def test_less_than_a_penny_is_no_balance() -> None:
    world = World()
    bill_id = await opened(world, owed="30.004")

    with pytest.raises(errors.BusinessRuleError, match=r"balance is 0\.004"):
        await close(world, bill_id)

    # the server is asked, and decides
    assert world.calls(CLOSE) == 1


async def test_an_invoice_needs_no_balance() -> None:
    world = World()
    bill_id = await opened(world, paid="0")

    closed = await close(world, bill_id, INVOICE)

    assert closed.closed_here is True
    assert closed.bill.type_ == INVOICE
    assert world.calls("orderItems/getAll") == 0


async def test_a_receipt_waits_for_no_payment_that_is_under_way() -> None:
    world = World()
    bill_id = await opened(world)
    pending = pay_with_pending(world, bill_id)

    with pytest.raises(UnbalancedBillError, match="under way") as raised:
        await close(world, bill_id)

    assert raised.value.under_way == (pending,)
    assert raised.value.balance == {"GBP": Decimal(30)}
    assert world.calls(CLOSE) == 0


async def test_a_balanced_bill_waits_for_no_other_payment_either() -> None:
    world = World()
    bill_id = await opened(world)
    before = {it.id for it in world.sandbox.payments}
    await world.mews.payments.add_external(
        account_id=world.sandbox.customer().id,
        bill_id=bill_id,
        amount=models.AmountParameters(currency="GBP", gross_value=Decimal(5)),
        type_=models.ExternalPaymentType.CASH,
    )
    [other] = [it for it in world.sandbox.payments if it.id not in before]
    world.sandbox.payments.put(structs.replace(other, state="Pending"))

    with pytest.raises(UnbalancedBillError, match="nothing is unpaid") as raised:
        await close(world, bill_id)

    assert raised.value.balance == {}
    assert raised.value.under_way == (other.id,)
    assert world.calls(CLOSE) == 0


async def test_what_was_paid_in_another_currency_counts_as_it_was_converted() -> None:
    world = World()
    bill_id = await opened(world)
    [payment] = [it for it in world.sandbox.payments if it.bill_id == bill_id]
    euros = structs.replace(payment.original_amount, currency="EUR", gross_value=Decimal("-35.50"))
    world.sandbox.payments.put(structs.replace(payment, original_amount=euros))

    closed = await close(world, bill_id)

    assert closed.closed_here is True


@pytest.mark.parametrize("state", ["Failed", "Canceled"])
async def test_payments_that_failed_do_not_count(state: str) -> None:
    world = World()
    bill_id = await opened(world)
    [payment] = [it for it in world.sandbox.payments if it.bill_id == bill_id]
    world.sandbox.payments.put(structs.replace(payment, state=state))

    with pytest.raises(UnbalancedBillError) as raised:
        await close(world, bill_id)

    assert raised.value.under_way == ()


async def test_cancelled_items_do_not_count() -> None:
    world = World()
    bill_id = await opened(world, paid="0")
    [item] = [it for it in world.sandbox.order_items if it.bill_id == bill_id]
    world.sandbox.order_items.put(structs.replace(item, accounting_state="Canceled"))

    with pytest.raises(errors.BusinessRuleError, match="balance is 30"):
        await close(world, bill_id)

    # the sandbox knows no cancelled item of any worth: it was asked
    assert world.calls(CLOSE) == 1


async def test_a_portfolio_token_says_for_which_enterprise() -> None:
    world = World(access_token=PORTFOLIO_ACCESS_TOKEN, portfolio=True)
    customer = world.sandbox.customer()
    added = await world.mews.bills.add(
        bills=[models.BillParameters(account_id=customer.id)], enterprise_id=customer.enterprise_id
    )

    closed = await close_bill(
        world.mews,
        bill_id=added.bills[0].id,
        type_=RECEIPT,
        enterprise_id=customer.enterprise_id,
        clock=world.clock,
    )

    assert closed.closed_here is True


async def test_a_bill_that_is_closed_already_is_given_and_nothing_posted() -> None:
    world = World()
    bill_id = await opened(world)
    close_elsewhere(world, bill_id)

    closed = await close(world, bill_id)

    assert closed.closed_here is False
    assert closed.bill.id == bill_id
    assert world.calls(CLOSE) == 0


async def test_a_bill_that_somebody_closed_meanwhile_is_recognised() -> None:
    world = World()
    bill_id = await opened(world)
    world.before(CLOSE, lambda: close_elsewhere(world, bill_id))

    closed = await close(world, bill_id)

    assert closed.closed_here is False
    assert world.calls(CLOSE) == 1


async def test_that_somebody_closed_it_may_be_listed_late() -> None:
    world = World()
    bill_id = await opened(world)
    world.sandbox.faults.add(Status(400, "Invalid BillId"), operation=CLOSE)
    asyncio.get_running_loop().call_later(3, close_elsewhere, world, bill_id)

    closed = await close(world, bill_id)

    assert closed.closed_here is False
    assert world.calls(CLOSE) == 1


async def test_an_open_bill_that_the_server_refuses_stays_an_error() -> None:
    world = World()
    bill_id = await opened(world)
    world.sandbox.faults.add(Status(400, "Invalid BillId"), operation=CLOSE)

    with pytest.raises(errors.BadRequestError, match="Invalid BillId"):
        await close(world, bill_id)


@pytest.mark.parametrize("meanwhile", [False, True])
async def test_a_bill_that_is_closed_as_the_other_type_is_an_error(
    meanwhile: bool,  # noqa: FBT001 - pytest passes it by its name
) -> None:
    world = World()
    bill_id = await opened(world)
    if meanwhile:
        world.before(CLOSE, lambda: close_elsewhere(world, bill_id, "Invoice"))
    else:
        close_elsewhere(world, bill_id, "Invoice")

    with pytest.raises(ClosedOtherwiseError) as raised:
        await close(world, bill_id)

    assert raised.value.bill.type_ == INVOICE


async def test_what_else_is_wrong_with_the_request_stays_an_error() -> None:
    world = World()
    bill_id = await opened(world)

    with pytest.raises(errors.BadRequestError, match="BillCounterId"):
        await close_bill(
            world.mews,
            bill_id=bill_id,
            type_=RECEIPT,
            bill_counter_id=uuid4(),
            clock=world.clock,
        )
    # it is no bill that may be listed late
    assert world.clock.monotonic() == 0


async def test_after_a_conflict_all_is_read_again_and_posted_once_more() -> None:
    world = World()
    bill_id = await opened(world)
    world.sandbox.faults.add(Status(409, TAKEN), operation=CLOSE)

    closed = await close(world, bill_id)

    assert closed.closed_here is True
    assert world.calls(CLOSE) == world.calls(GET_ALL) == 2
    # each time all pages
    assert world.calls("orderItems/getAll") == 4


async def test_a_conflict_that_unbalanced_the_bill_is_told() -> None:
    world = World()
    bill_id = await opened(world)
    world.sandbox.faults.add(Status(409, TAKEN), operation=CLOSE)
    world.before(CLOSE, lambda: pay_with_pending(world, bill_id))

    with pytest.raises(UnbalancedBillError):
        await close(world, bill_id)

    assert world.calls(CLOSE) == 1


async def test_a_conflict_with_whoever_closed_it_is_a_closed_bill() -> None:
    world = World()
    bill_id = await opened(world)
    world.sandbox.faults.add(Status(409, TAKEN), operation=CLOSE)
    world.before(CLOSE, lambda: close_elsewhere(world, bill_id))

    closed = await close(world, bill_id)

    assert closed.closed_here is False
    assert world.calls(CLOSE) == 1


async def test_a_second_conflict_is_an_error() -> None:
    world = World()
    bill_id = await opened(world)
    world.sandbox.faults.add(Status(409, TAKEN), operation=CLOSE, times=None)

    with pytest.raises(errors.ConflictError):
        await close(world, bill_id)

    assert world.calls(CLOSE) == 2


async def test_after_a_lost_answer_a_closed_bill_is_found() -> None:
    world = World()
    bill_id = await opened(world)
    world.sandbox.faults.add(Status(500, after_commit=True), operation=CLOSE)

    closed = await close(world, bill_id)

    assert closed.closed_here is None
    assert closed.bill.state == models.BillState.CLOSED
    assert world.calls(CLOSE) == 1


async def test_after_a_lost_answer_it_is_waited_for_what_the_server_still_does() -> None:
    world = World()
    bill_id = await opened(world)
    world.sandbox.faults.add(Status(500), operation=CLOSE)
    asyncio.get_running_loop().call_later(20, close_elsewhere, world, bill_id)

    closed = await close(world, bill_id)

    assert closed.closed_here is None


@pytest.mark.parametrize("reads", [200, 401])
async def test_after_a_lost_answer_a_bill_not_seen_closed_stays_unknown(reads: int) -> None:
    world = World()
    bill_id = await opened(world)
    world.sandbox.faults.add(Status(500), operation=CLOSE)
    if reads == 401:
        world.before(
            CLOSE, lambda: world.sandbox.faults.add(Status(401), operation=GET_ALL, times=None)
        )

    with pytest.raises(errors.OutcomeUnknownError) as raised:
        await close(world, bill_id)

    assert isinstance(raised.value.__cause__, errors.ServerError)
    assert world.calls(CLOSE) == 1


async def test_an_answer_without_the_bill_is_followed_by_a_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    world = World()
    bill_id = await opened(world)
    answer_of_the_documentation(monkeypatch)

    closed = await close(world, bill_id)

    assert closed.closed_here is True
    assert closed.bill.state == models.BillState.CLOSED


async def test_a_closed_bill_that_cannot_be_read_is_not_lost(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    world = World()
    bill_id = await opened(world)
    answer_of_the_documentation(monkeypatch)
    world.before(
        CLOSE, lambda: world.sandbox.faults.add(Status(401), operation=GET_ALL, times=None)
    )

    with pytest.raises(StateUnreadError) as raised:
        await close(world, bill_id)

    assert raised.value.id == bill_id


def answer_of_the_documentation(monkeypatch: pytest.MonkeyPatch) -> None:
    """Has the answer to closing not name the bill, as the published example does not."""
    resource = type(World().mews.bills)
    real = resource.close

    async def nameless(*arguments: object, **keywords: object) -> models.BillsCloseResult:
        await real(*arguments, **keywords)  # type: ignore[arg-type]  # handed on as they came
        return models.BillsCloseResult(bills=[])

    monkeypatch.setattr(resource, "close", nameless)


async def test_a_bill_that_nobody_knows_is_not_closed() -> None:
    world = World()
    unknown = uuid4()

    with pytest.raises(NotSeenError) as raised:
        await close(world, unknown)

    assert raised.value.id == unknown
    assert world.calls(CLOSE) == 0


@pytest.mark.parametrize(
    "fault",
    [Status(409, TAKEN), Status(500, after_commit=True)],
    ids=["a conflict", "closed, and the answer lost"],
)
@pytest.mark.parametrize("at_wakening", [False, True])
async def test_cancelled_at_any_await_it_closes_at_most_once_and_can_be_called_again(
    fault: Status,
    at_wakening: bool,  # noqa: FBT001 - pytest passes it by its name
) -> None:
    at, heard = 0, True
    while heard:
        at, world = at + 1, World()
        bill_id = await opened(world)
        world.sandbox.faults.add(fault, operation=CLOSE)

        heard = await interrupted(close(world, bill_id), at, at_wakening=at_wakening)
        world.sandbox.faults.clear()

        assert world.calls(CLOSE) <= 2
        assert left_behind(world.mews) == []
        again = await close(world, bill_id)
        assert again.bill.state == models.BillState.CLOSED
    assert at > 10
