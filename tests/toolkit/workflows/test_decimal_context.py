"""Sums stay exact whatever decimal context the caller has set, and no error of it comes out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal, Inexact, localcontext
from uuid import uuid4

import attrs
import pytest
from msgspec import structs

from mews_connector import models
from mews_toolkit.sandbox import Status
from mews_toolkit.workflows import (
    AskedPayment,
    ChargeSearch,
    ConflictingPaymentError,
    EnsuredPayment,
    LedgerChange,
    PaymentOutcomeUnknownError,
    UnbalancedBillError,
    charge_card,
    close_bill,
    ensure_external_payment,
    reconcile,
    refund,
)
from support.workflow_world import World

pytestmark = pytest.mark.virtual_time


@pytest.fixture(autouse=True, params=["rounds", "raises"])
def context(request: pytest.FixtureRequest) -> Iterator[None]:
    """Four digits: what has more is rounded without a word, or an error of `decimal`."""
    with localcontext(prec=4) as context:
        context.traps[Inexact] = request.param == "raises"
        yield


def gross(value: str) -> models.AmountParameters:
    return models.AmountParameters(currency="GBP", gross_value=Decimal(value))


def net(value: str) -> models.AmountParameters:
    return models.AmountParameters(currency="GBP", net_value=Decimal(value))


async def ensure(world: World, value: str) -> EnsuredPayment:
    return await ensure_external_payment(
        world.mews,
        account_id=world.sandbox.customer().id,
        amount=gross(value),
        type_=models.ExternalPaymentType.CASH,
        external_identifier="till-7/1",
        clock=world.clock,
    )


async def test_a_charge_whose_answer_was_lost_is_found() -> None:
    world = World()
    card = world.sandbox.credit_card()
    world.sandbox.faults.add(Status(500, after_commit=True), operation="creditCards/charge")

    with pytest.raises(PaymentOutcomeUnknownError) as raised:
        await charge_card(
            world.mews,
            credit_card_id=card.id,
            amount=gross("12345.67"),
            clock=world.clock,
        )

    assert len(await raised.value.search.candidates(world.mews)) == 1
    as_net = ChargeSearch(card.id, net("12345.67"), world.clock.utc())
    assert len(await as_net.candidates(world.mews)) == 1


async def test_a_refund_whose_answer_was_lost_is_found_and_the_rest_given_back() -> None:
    world = World()
    charged = await charge_card(
        world.mews,
        credit_card_id=world.sandbox.credit_card().id,
        amount=gross("24691.35"),
        clock=world.clock,
    )
    world.sandbox.faults.add(Status(500, after_commit=True), operation="payments/refund")

    with pytest.raises(PaymentOutcomeUnknownError) as raised:
        await refund(
            world.mews,
            payment_id=charged.payment.id,
            amount=models.CurrencyValue(currency="GBP", value=Decimal("12345.67")),
            reason="Left early",
            clock=world.clock,
        )
    rest = await refund(
        world.mews, payment_id=charged.payment.id, reason="Left early", clock=world.clock
    )

    assert rest.amount.value == Decimal("12345.68")
    [found] = await raised.value.search.candidates(world.mews)
    assert found.original_amount.gross_value == Decimal("12345.67")


async def test_a_payment_that_is_there_is_found_and_another_sum_shown_with_every_digit() -> None:
    world = World()

    first, second = await ensure(world, "12345.67"), await ensure(world, "12345.67")

    assert (first.found, second.found) == (False, True)
    with pytest.raises(ConflictingPaymentError, match=r"of 12345\.68 GBP.* of 12345\.67 GBP"):
        await ensure(world, "12345.68")


async def test_a_net_value_that_the_answer_left_out_is_reckoned_with_every_digit() -> None:
    payment = (await ensure(World(), "12345.67")).payment
    taxed = models.Amount(
        currency="GBP",
        gross_value=Decimal("-12345.67"),
        tax_values=[
            models.TaxValue(code="UK-S", value=Decimal("-1000.01")),
            models.TaxValue(code="UK-R", value=Decimal("-1000.02")),
        ],
    )
    asked = AskedPayment(
        account_id=payment.account_id,
        amount=net("10345.64"),
        type_=models.ExternalPaymentType.CASH,
        external_identifier="till-7/1",
    )

    assert asked.agrees_with(attrs.evolve(payment, original_amount=taxed))


async def test_a_bill_that_is_a_penny_short_is_told() -> None:
    world = World()
    customer = world.sandbox.customer()
    added = await world.mews.bills.add(bills=[models.BillParameters(account_id=customer.id)])
    bill_id = added.bills[0].id
    items = world.sandbox.order_items
    item = next(it for it in items if it.enterprise_id == customer.enterprise_id)
    owed = structs.replace(item.amount, gross_value=Decimal("12345.67"))
    items.put(structs.replace(item, bill_id=bill_id, amount=owed, accounting_state="Open"))

    with pytest.raises(UnbalancedBillError, match=r"12345\.67 GBP") as raised:
        await close_bill(
            world.mews, bill_id=bill_id, type_=models.BillType.RECEIPT, clock=world.clock
        )

    assert raised.value.balance == {"GBP": Decimal("12345.67")}


async def test_a_day_is_added_up_with_every_digit() -> None:
    # given: two items and two payments on a bill, which leave a penny
    world = World(payments=5)
    hotel, day, bill_id = world.sandbox.enterprises[0].id, date(2019, 5, 1), uuid4()
    noon = datetime(2019, 5, 1, 12, tzinfo=UTC)
    items, payments = world.sandbox.order_items, world.sandbox.payments
    item = next(it for it in items if it.enterprise_id == hotel)
    payment = next(it for it in payments if it.enterprise_id == hotel)
    for owed, paid in [("12345.67", "-12345.66"), ("0.01", "-0.01")]:
        items.put(
            structs.replace(
                item,
                id=uuid4(),
                bill_id=bill_id,
                closed_utc=noon,
                accounting_state="Closed",
                amount=structs.replace(
                    item.amount, gross_value=Decimal(owed), net_value=Decimal(owed), tax_values=[]
                ),
            )
        )
        payments.put(
            structs.replace(
                payment,
                id=uuid4(),
                bill_id=bill_id,
                closed_utc=noon,
                type="CashPayment",
                state="Charged",
                amount=structs.replace(payment.amount, gross_value=Decimal(paid)),
            )
        )

    # when
    result = await reconcile(world.mews, day, day, "Europe/London", ledger_types=[])

    # then
    assert result.sold == {"GBP": Decimal("12345.68")}
    assert [it.net for it in result.items] == [Decimal("12345.68")]
    assert result.received == {"GBP": Decimal("12345.67")}
    assert [(it.closed, it.balance) for it in result.unbalanced] == [
        (Decimal("0.01"), Decimal("0.01"))
    ]


def test_what_a_ledger_moved_by_has_every_digit() -> None:
    ledger = LedgerChange(
        ledger_type=models.LedgerType.REVENUE,
        currency="GBP",
        first_day=date(2026, 10, 1),
        last_day=date(2026, 10, 1),
        days=1,
        opening=Decimal("12345.67"),
        closing=Decimal("24691.35"),
        closed=Decimal("0.01"),
        by_day=(),
    )

    assert (ledger.change, ledger.difference) == (Decimal("12345.68"), Decimal("12345.67"))
