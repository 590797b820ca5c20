"""Refunds: posted once, waited for by their own id, and never mistaken in currency."""

from __future__ import annotations

import asyncio
import logging
from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

import pytest
from msgspec import structs

from mews_connector import errors, models
from mews_toolkit.sandbox import PORTFOLIO_ACCESS_TOKEN, Status
from mews_toolkit.workflows import (
    NotSeenError,
    PaymentOutcomeUnknownError,
    Refunded,
    RefundSearch,
    StateUnreadError,
    charge_card,
    refund,
)
from support.interruption import interrupted
from support.remains import left_behind
from support.workflow_world import World

pytestmark = pytest.mark.virtual_time

REFUND = "payments/refund"
GET_ALL = "payments/getAll"


def value(text: str, currency: str = "GBP") -> models.CurrencyValue:
    return models.CurrencyValue(currency=currency, value=Decimal(text))


async def charged(world: World) -> models.Payment:
    result = await charge_card(
        world.mews,
        credit_card_id=world.sandbox.credit_card().id,
        amount=models.AmountParameters(currency="GBP", gross_value=Decimal(40)),
        clock=world.clock,
    )
    world.sandbox.calls.clear()
    return result.payment


async def give_back(
    world: World,
    payment_id: UUID,
    amount: models.CurrencyValue | None = None,
    deadline: float = 60,
) -> Refunded:
    return await refund(
        world.mews,
        payment_id=payment_id,
        amount=amount,
        reason="Left early",
        deadline=deadline,
        clock=world.clock,
    )


def make_pending(world: World, payment: models.Payment) -> None:
    """Has the payment be one whose refunds take their time."""
    row = world.sandbox.payments.get(payment.id)
    assert row is not None
    world.sandbox.payments.put(structs.replace(row, type="AlternativePayment"))


def end_refund(world: World, state: str) -> None:
    [row] = [it for it in world.sandbox.payments if it.kind == "Refund"]
    world.sandbox.payments.put(structs.replace(row, state=state))


@pytest.mark.parametrize(
    ("amount", "given_back"), [(None, Decimal(40)), (value("12.30"), Decimal("12.30"))]
)
async def test_all_or_a_part_goes_back_by_one_refund(
    amount: models.CurrencyValue | None, given_back: Decimal
) -> None:
    world = World()
    payment = await charged(world)

    refunded = await give_back(world, payment.id, amount)

    assert refunded.succeeded is True
    assert refunded.refund.id != payment.id
    assert refunded.refund.original_amount.gross_value == given_back
    assert refunded.amount == models.CurrencyValue(currency="GBP", value=given_back)
    assert [call.operation for call in world.sandbox.calls] == [GET_ALL, REFUND, GET_ALL]


@pytest.mark.parametrize(("state", "succeeded"), [("Charged", True), ("Failed", False)])
async def test_a_pending_refund_is_waited_for_and_may_fail(
    state: str,
    succeeded: bool,  # noqa: FBT001 - pytest passes it by its name
) -> None:
    world = World()
    payment = await charged(world)
    make_pending(world, payment)
    asyncio.get_running_loop().call_later(10, end_refund, world, state)

    refunded = await give_back(world, payment.id)

    assert refunded.is_final
    assert refunded.succeeded is succeeded


async def test_a_refund_that_is_pending_at_the_deadline_is_a_result() -> None:
    world = World()
    payment = await charged(world)
    make_pending(world, payment)

    refunded = await give_back(world, payment.id)

    assert not refunded.is_final
    assert refunded.succeeded is None
    assert refunded.refund.state == models.PaymentState.PENDING


async def test_a_payment_that_was_just_made_may_be_listed_late() -> None:
    world = World()
    payment = await charged(world)
    world.lag = 2

    refunded = await give_back(world, payment.id)

    assert refunded.succeeded is True


async def test_a_payment_that_nobody_knows_is_not_refunded() -> None:
    world = World()
    unknown = uuid4()

    with pytest.raises(NotSeenError) as raised:
        await give_back(world, unknown)

    assert raised.value.id == unknown
    assert world.calls(REFUND) == 0


@pytest.mark.parametrize(
    ("amount", "problem"),
    [
        (value("5", "EUR"), "is in GBP, so no EUR"),
        (value("1.005"), "1.005 GBP"),
        (value("-5"), "must be positive"),
        (value("0"), "must be positive"),
    ],
    ids=str,
)
async def test_a_wrong_sum_is_refused_before_a_refund_is_sent(
    amount: models.CurrencyValue, problem: str
) -> None:
    world = World()
    payment = await charged(world)

    with pytest.raises(errors.InvalidRequestError, match=problem):
        await give_back(world, payment.id, amount)

    assert world.calls(REFUND) == 0


@pytest.mark.parametrize(
    "amount",
    [
        models.AmountParameters(currency="GBP", gross_value=Decimal(5)),
        models.Amount(currency="GBP", gross_value=Decimal(5), tax_values=[]),
        Decimal(5),
    ],
    ids=lambda each: type(each).__name__,
)
async def test_what_is_no_plain_sum_is_refused_before_anything_is_sent(amount: Any) -> None:
    world = World()

    with pytest.raises(errors.InvalidRequestError, match="of a CurrencyValue"):
        await give_back(world, uuid4(), amount)

    assert world.sandbox.requests == 0


async def test_more_than_is_left_is_the_servers_to_refuse() -> None:
    world = World()
    payment = await charged(world)

    with pytest.raises(errors.BusinessRuleError, match="can still be refunded"):
        await give_back(world, payment.id, value("41"))

    assert world.calls(REFUND) == 1


async def test_a_portfolio_token_says_for_which_enterprise() -> None:
    world = World()
    payment = await charged(world)
    portfolio = World(access_token=PORTFOLIO_ACCESS_TOKEN, portfolio=True)
    row = world.sandbox.payments.get(payment.id)
    assert row is not None
    portfolio.sandbox.payments.put(row)

    refunded = await refund(
        portfolio.mews,
        payment_id=payment.id,
        reason="Left early",
        enterprise_id=payment.enterprise_id,
        clock=portfolio.clock,
    )

    assert refunded.succeeded is True


@pytest.mark.parametrize("carried_out", [True, False])
async def test_after_a_lost_answer_the_error_finds_what_it_may_have_become(
    carried_out: bool,  # noqa: FBT001 - pytest passes it by its name
) -> None:
    world = World()
    payment = await charged(world)
    # neither are this refund: another charge of the card, another refund of the payment
    await charged(world)
    await give_back(world, payment.id, value("3"))
    world.sandbox.calls.clear()
    world.sandbox.faults.add(Status(500, after_commit=carried_out), operation=REFUND)

    with pytest.raises(PaymentOutcomeUnknownError) as raised:
        await give_back(world, payment.id, value("12.30"))

    assert world.calls(REFUND) == 1
    found = await raised.value.search.candidates(world.mews)
    assert [it.original_amount.gross_value for it in found] == [Decimal("12.30")] * carried_out


async def test_a_refund_of_all_that_is_left_may_be_any_refund_since() -> None:
    world = World()
    payment = await charged(world)
    search = RefundSearch(payment, None, world.clock.utc())
    await charged(world)
    given_back = [
        (await give_back(world, payment.id, value("3"))).refund.id,
        (await give_back(world, payment.id)).refund.id,
    ]

    found = await search.candidates(world.mews)

    assert {it.id for it in found} == set(given_back)


async def test_a_refund_of_another_type_of_payment_is_no_candidate() -> None:
    world = World()
    payment = await charged(world)
    search = RefundSearch(payment, value("3"), world.clock.utc())
    given_back = await give_back(world, payment.id, value("3"))
    row = world.sandbox.payments.get(given_back.refund.id)
    assert row is not None

    world.sandbox.payments.put(structs.replace(row, type="AlternativePayment"))

    assert await search.candidates(world.mews) == []


@pytest.mark.parametrize("hours", [-700, -1, 1, 14])
async def test_a_refund_is_found_however_wrong_the_clock_here_was(hours: int) -> None:
    world = World()
    payment = await charged(world)
    search = RefundSearch(payment, None, world.clock.utc() + timedelta(hours=hours))

    given_back = await give_back(world, payment.id)

    assert [it.id for it in await search.candidates(world.mews)] == [given_back.refund.id]


async def test_a_state_that_cannot_be_read_does_not_lose_the_refund() -> None:
    world = World()
    payment = await charged(world)
    world.before(
        REFUND, lambda: world.sandbox.faults.add(Status(401), operation=GET_ALL, times=None)
    )

    with pytest.raises(StateUnreadError) as raised:
        await give_back(world, payment.id)

    [row] = [it for it in world.sandbox.payments if it.kind == "Refund"]
    assert raised.value.id == row.id


async def test_the_log_has_the_refund_before_its_state_is_read(
    caplog: pytest.LogCaptureFixture,
) -> None:
    world = World()
    payment = await charged(world)
    told: list[str] = []
    # the first read is that of the payment
    world.before(GET_ALL, lambda: None)
    world.before(GET_ALL, lambda: told.append(caplog.text))

    with caplog.at_level(logging.INFO, "mews_toolkit.workflows"):
        refunded = await give_back(world, payment.id)

    assert str(refunded.refund.id) in told[0]


@pytest.mark.parametrize("at_wakening", [False, True])
async def test_cancelled_at_any_await_it_never_refunds_twice_and_leaves_nothing_behind(
    at_wakening: bool,  # noqa: FBT001 - pytest passes it by its name
) -> None:
    at, heard = 0, True
    while heard:
        at, world = at + 1, World()
        payment = await charged(world)
        make_pending(world, payment)
        [original] = await world.mews.payments.get_all(payment_ids=[payment.id]).collect()
        search = RefundSearch(original, None, world.clock.utc())

        heard = await interrupted(
            give_back(world, payment.id, deadline=8), at, at_wakening=at_wakening
        )

        assert world.calls(REFUND) <= 1
        assert left_behind(world.mews) == []
        found = await search.candidates(world.mews)
        made = [it.id for it in world.sandbox.payments if it.kind == "Refund"]
        assert [it.id for it in found] == made
    assert at > 5
