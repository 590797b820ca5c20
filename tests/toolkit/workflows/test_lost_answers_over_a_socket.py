"""Answers that get lost on a real socket: money is never moved twice."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest

from mews_connector import errors, models
from mews_toolkit.sandbox import (
    CutBody,
    Html,
    RateLimited,
    Reset,
    Sandbox,
    Server,
    Status,
    serve_in_thread,
)
from mews_toolkit.sandbox.faults import Fault
from mews_toolkit.workflows import PaymentOutcomeUnknownError, charge_card, close_bill, refund
from support.sandboxes import sandbox_client

LOST: list[Fault] = [
    Reset(after_commit=True),
    CutBody(after_commit=True),
    Html(after_commit=True),
    Status(408, after_commit=True),
    Status(502, body="html", after_commit=True),
]
POUNDS = models.AmountParameters(currency="GBP", gross_value=Decimal("25.50"))

pytestmark = pytest.mark.parametrize("fault", LOST, ids=str)


@pytest.fixture
def sandbox() -> Sandbox:
    return Sandbox(payments=0, limit=None)


@pytest.fixture
def server(sandbox: Sandbox) -> Iterator[Server]:
    with serve_in_thread(sandbox) as server:
        yield server


async def test_a_charge_is_found_and_not_repeated(
    sandbox: Sandbox, server: Server, fault: Fault
) -> None:
    # nothing was carried out at first, so this one may be repeated
    sandbox.faults.add(RateLimited(0), operation="creditCards/charge")
    sandbox.faults.add(fault, operation="creditCards/charge")

    async with sandbox_client(server) as mews:
        with pytest.raises(PaymentOutcomeUnknownError) as raised:
            await charge_card(mews, credit_card_id=sandbox.credit_card().id, amount=POUNDS)
        found = await raised.value.search.candidates(mews)

    assert isinstance(raised.value, errors.OutcomeUnknownError)
    assert [it.id for it in found] == [it.id for it in sandbox.payments]
    assert len(found) == 1


async def test_a_refund_is_found_and_not_repeated(
    sandbox: Sandbox, server: Server, fault: Fault
) -> None:
    async with sandbox_client(server) as mews:
        charged = await charge_card(mews, credit_card_id=sandbox.credit_card().id, amount=POUNDS)
        sandbox.faults.add(fault, operation="payments/refund")

        with pytest.raises(PaymentOutcomeUnknownError) as raised:
            await refund(mews, payment_id=charged.payment.id, reason="Left early")
        found = await raised.value.search.candidates(mews)

    assert [it.id for it in found] == [it.id for it in sandbox.payments if it.kind == "Refund"]
    assert len(found) == 1


async def test_a_bill_is_found_closed(sandbox: Sandbox, server: Server, fault: Fault) -> None:
    sandbox.faults.add(fault, operation="bills/close")

    async with sandbox_client(server) as mews:
        parameters = models.BillParameters(account_id=sandbox.customer().id)
        [bill] = (await mews.bills.add(bills=[parameters])).bills
        closed = await close_bill(mews, bill_id=bill.id, type_=models.BillType.RECEIPT)

    assert closed.closed_here is None
    assert closed.bill.state == models.BillState.CLOSED
    assert [it.operation for it in sandbox.calls].count("bills/close") == 1
