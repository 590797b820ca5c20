"""Charging a card: posted once, its outcome waited for, and what is unknown is said."""

from __future__ import annotations

import asyncio
import logging
import pickle
from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

import pytest
from msgspec import structs

from mews_connector import Clock, errors, models
from mews_toolkit.sandbox import PORTFOLIO_ACCESS_TOKEN, Status
from mews_toolkit.workflows import (
    ChargedCard,
    ChargeSearch,
    PaymentOutcomeUnknownError,
    StateUnreadError,
    charge_card,
)
from support.interruption import interrupted
from support.remains import left_behind
from support.workflow_world import World

pytestmark = pytest.mark.virtual_time

CHARGE = "creditCards/charge"
GET_ALL = "payments/getAll"


def pounds(value: str) -> models.AmountParameters:
    return models.AmountParameters(currency="GBP", gross_value=Decimal(value))


async def charge(
    world: World, *, card: UUID | None = None, deadline: float = 60, clock: Clock | None = None
) -> ChargedCard:
    return await charge_card(
        world.mews,
        credit_card_id=card or world.sandbox.credit_card().id,
        amount=pounds("25.50"),
        notes="order 7",
        deadline=deadline,
        clock=clock or world.clock,
    )


def become(world: World, state: str) -> None:
    """The only payment of the sandbox comes to its outcome."""
    [payment] = world.sandbox.payments
    world.sandbox.payments.put(structs.replace(payment, state=state))


async def test_a_charge_is_posted_once_and_its_payment_read_back() -> None:
    world = World()

    charged = await charge(world)

    assert charged.is_final
    assert charged.succeeded is True
    assert charged.payment.state == models.PaymentState.CHARGED
    assert charged.payment.original_amount.gross_value == Decimal("-25.50")
    assert [call.operation for call in world.sandbox.calls] == [CHARGE, GET_ALL]


async def test_a_pending_charge_is_waited_for_with_few_requests() -> None:
    world = World()
    asyncio.get_running_loop().call_later(20, become, world, "Charged")

    charged = await charge(world, card=world.sandbox.credit_card(charge="Pending").id)

    assert charged.succeeded is True
    assert world.arrivals(GET_ALL) == [0, 1, 3, 7, 15, 31]


@pytest.mark.parametrize("state", ["Failed", "Canceled"])
async def test_a_charge_that_fails_later_is_a_result(state: str) -> None:
    world = World()
    asyncio.get_running_loop().call_later(5, become, world, state)

    charged = await charge(world, card=world.sandbox.credit_card(charge="Pending").id)

    assert charged.is_final
    assert charged.succeeded is False


@pytest.mark.parametrize("ending", ["Pending", "Verifying", "SomethingNew"])
async def test_what_is_pending_at_the_deadline_is_a_result(ending: str) -> None:
    world = World()
    if ending == "SomethingNew":
        world.before(GET_ALL, lambda: become(world, ending))
    card = world.sandbox.credit_card(charge="Verifying" if ending == "Verifying" else "Pending")

    charged = await charge(world, card=card.id, deadline=60)

    assert not charged.is_final
    assert charged.succeeded is None
    assert charged.payment.state == ending
    assert world.clock.monotonic() <= 60
    # The last read is shortly before the deadline.
    assert world.arrivals(GET_ALL)[-1] == pytest.approx(58)


async def test_a_payment_that_is_listed_late_is_waited_for() -> None:
    world = World()
    world.lag = 3

    charged = await charge(world)

    assert charged.succeeded is True
    assert world.calls(CHARGE) == 1


async def test_a_declined_card_is_told_with_its_reason() -> None:
    world = World()

    with pytest.raises(errors.CardDeclinedError) as raised:
        await charge(world, card=world.sandbox.credit_card(charge="Declined").id)

    assert raised.value.reason == "Refused"
    assert len(world.sandbox.payments) == 0
    assert world.calls(GET_ALL) == 0


@pytest.mark.parametrize(
    ("status", "message", "kind"),
    [
        (401, "No permission to use this operation.", errors.UnauthorizedError),
        (403, "Access token is not permitted to charge.", errors.BusinessRuleError),
    ],
)
async def test_a_missing_permission_is_no_declined_card(
    status: int, message: str, kind: type[errors.ApiError]
) -> None:
    world = World()
    world.sandbox.faults.add(Status(status, message), operation=CHARGE)

    with pytest.raises(kind) as raised:
        await charge(world)

    assert not isinstance(raised.value, errors.CardDeclinedError)
    assert world.calls(CHARGE) == 1
    assert len(world.sandbox.payments) == 0


async def test_a_portfolio_token_cannot_charge_and_nothing_is_sent() -> None:
    world = World(access_token=PORTFOLIO_ACCESS_TOKEN, portfolio=True)

    with pytest.raises(errors.InvalidRequestError, match="portfolio"):
        await charge(world)

    assert world.sandbox.requests == 0


@pytest.mark.parametrize(
    ("amount", "problem"),
    [
        (models.AmountParameters(currency="JPY", gross_value=Decimal("10.5")), "10.5 JPY"),
        (models.AmountParameters(currency="GBP", net_value=Decimal("0.001")), "0.001 GBP"),
        (pounds("0"), "must be positive"),
        (pounds("-3"), "must be positive"),
        (pounds("NaN"), "finite Decimal"),
        (models.AmountParameters(currency="XAU", gross_value=Decimal(1)), "smallest unit"),
    ],
    ids=str,
)
async def test_a_sum_that_cannot_be_paid_is_refused_before_it_is_sent(
    amount: models.AmountParameters, problem: str
) -> None:
    world = World()

    with pytest.raises(errors.InvalidRequestError, match=problem):
        await charge_card(world.mews, credit_card_id=uuid4(), amount=amount)

    assert world.sandbox.requests == 0


@pytest.mark.parametrize(
    "amount",
    [None, models.CurrencyValue(currency="GBP", value=Decimal(5)), Decimal(5)],
    ids=["nothing", "a plain sum", "a number"],
)
async def test_what_is_no_amount_of_a_request_is_refused_before_it_is_sent(amount: Any) -> None:
    world = World()

    with pytest.raises(errors.InvalidRequestError, match="amount"):
        await charge_card(world.mews, credit_card_id=uuid4(), amount=amount)

    assert world.sandbox.requests == 0


@pytest.mark.parametrize("deadline", [0, -1, float("inf"), float("nan"), True])
async def test_a_deadline_is_a_positive_number(deadline: float) -> None:
    world = World()

    with pytest.raises(errors.InvalidRequestError, match="deadline"):
        await charge(world, deadline=deadline)

    assert world.sandbox.requests == 0


@pytest.mark.parametrize("carried_out", [True, False])
async def test_after_a_lost_answer_the_error_finds_what_it_may_have_become(
    carried_out: bool,  # noqa: FBT001 - pytest passes it by its name
) -> None:
    world = World()
    await charge(world, card=world.sandbox.credit_card(charge="Pending").id)
    world.sandbox.faults.add(Status(500, after_commit=carried_out), operation=CHARGE)

    with pytest.raises(PaymentOutcomeUnknownError) as raised:
        await charge(world)

    assert world.calls(CHARGE) == 2
    assert isinstance(raised.value.__cause__, errors.OutcomeUnknownError)
    assert raised.value.operation == CHARGE
    assert raised.value.status == 500
    found = await raised.value.search.candidates(world.mews)
    newest = world.sandbox.payments[0]
    assert [it.id for it in found] == ([newest.id] if carried_out else [])
    assert [it.notes for it in found] == (["order 7"] if carried_out else [])


@pytest.mark.parametrize(
    "off",
    [timedelta(days=-70), timedelta(hours=-1), timedelta(hours=1), timedelta(hours=14)],
    ids=str,
)
async def test_a_charge_is_found_however_wrong_the_clock_here_is(off: timedelta) -> None:
    world = World()
    wrong = Clock(monotonic=world.clock.monotonic, utc=lambda: world.clock.utc() + off)
    world.sandbox.faults.add(Status(500, after_commit=True), operation=CHARGE)

    with pytest.raises(PaymentOutcomeUnknownError) as raised:
        await charge(world, clock=wrong)

    found = await raised.value.search.candidates(world.mews)
    assert [it.id for it in found] == [it.id for it in world.sandbox.payments]
    assert len(found) == 1


async def test_a_charge_of_the_night_before_is_no_candidate() -> None:
    world = World()
    await charge(world)
    await asyncio.sleep(timedelta(hours=16).total_seconds())
    world.sandbox.faults.add(Status(500), operation=CHARGE)

    with pytest.raises(PaymentOutcomeUnknownError) as raised:
        await charge(world)

    assert await raised.value.search.candidates(world.mews) == []


async def test_an_answer_that_names_no_payment_is_an_unknown_outcome() -> None:
    world = World()
    world.sandbox.faults.add(Status(200, after_commit=True), operation=CHARGE)

    with pytest.raises(PaymentOutcomeUnknownError, match="names no payment") as raised:
        await charge(world)

    found = await raised.value.search.candidates(world.mews)
    assert [it.id for it in found] == [world.sandbox.payments[0].id]


async def test_the_error_survives_pickling() -> None:
    world = World()
    world.sandbox.faults.add(Status(500), operation=CHARGE)
    with pytest.raises(PaymentOutcomeUnknownError) as raised:
        await charge(world)

    again = pickle.loads(pickle.dumps(raised.value))

    assert again.search == raised.value.search
    assert str(again) == str(raised.value)


async def test_only_charges_of_that_card_and_sum_are_candidates() -> None:
    world = World()
    card = world.sandbox.credit_card()
    since = world.clock.utc()
    for value in ("25.50", "25.51", "25.50"):
        await world.mews.credit_cards.charge(credit_card_id=card.id, amount=pounds(value))
    another = structs.replace(card, id=uuid4())
    world.sandbox.credit_cards.put(another)
    await world.mews.credit_cards.charge(credit_card_id=another.id, amount=pounds("25.50"))
    await world.mews.payments.add_external(
        account_id=card.customer_id,
        amount=pounds("25.50"),
        type_=models.ExternalPaymentType.CASH,
    )

    search = ChargeSearch(card.id, pounds("25.50"), since)
    found = await search.candidates(world.mews)

    assert len(found) == 2
    assert {it.type_ for it in found} == {models.PaymentType.CREDIT_CARD_PAYMENT}


@pytest.mark.parametrize("status", [401, 400])
async def test_a_state_that_cannot_be_read_does_not_lose_the_payment(status: int) -> None:
    world = World()
    world.sandbox.faults.add(Status(status), operation=GET_ALL, times=None)

    with pytest.raises(StateUnreadError) as raised:
        await charge(world)

    assert raised.value.id == world.sandbox.payments[0].id
    assert isinstance(raised.value.__cause__, errors.ApiError)
    assert world.calls(CHARGE) == 1


async def test_reads_that_fail_for_a_while_are_waited_out() -> None:
    world = World()
    world.sandbox.faults.add(Status(503), operation=GET_ALL, times=5)

    charged = await charge(world)

    assert charged.succeeded is True


async def test_reads_that_fail_until_the_deadline_do_not_lose_the_payment() -> None:
    world = World()
    world.sandbox.faults.add(Status(503), operation=GET_ALL, times=None)

    with pytest.raises(StateUnreadError) as raised:
        await charge(world)

    assert raised.value.id == world.sandbox.payments[0].id
    assert isinstance(raised.value.__cause__, errors.DeadlineExceededError)
    assert isinstance(raised.value.__cause__.__cause__, errors.ServerError)


async def test_the_log_has_the_payment_before_its_state_is_read(
    caplog: pytest.LogCaptureFixture,
) -> None:
    world = World()
    told: list[str] = []
    world.before(GET_ALL, lambda: told.append(caplog.text))

    with caplog.at_level(logging.INFO, "mews_toolkit.workflows"):
        charged = await charge(world)

    assert str(charged.payment.id) in told[0]


@pytest.mark.parametrize("at_wakening", [False, True])
async def test_cancelled_at_any_await_it_never_charges_twice_and_leaves_nothing_behind(
    at_wakening: bool,  # noqa: FBT001 - pytest passes it by its name
) -> None:
    at, world = 0, World()
    heard = True
    while heard:
        at, world = at + 1, World()
        since = world.clock.utc()
        card = world.sandbox.credit_card(charge="Pending")
        heard = await interrupted(
            charge(world, card=card.id, deadline=8), at, at_wakening=at_wakening
        )

        assert world.calls(CHARGE) <= 1
        assert left_behind(world.mews) == []
        # what a cancellation hides is found by hand
        search = ChargeSearch(card.id, pounds("25.50"), since)
        found = await search.candidates(world.mews)
        assert [it.id for it in found] == [it.id for it in world.sandbox.payments]
    assert at > 5
