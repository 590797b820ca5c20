"""Waiting for payments and payment requests: few reads, lag and passing faults waited out."""

from __future__ import annotations

import asyncio
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

import pytest
from msgspec import structs

from mews_connector import errors, models
from mews_toolkit.sandbox import Delay, Status
from mews_toolkit.workflows import NotSeenError, wait_for_payment, wait_for_payment_request
from mews_toolkit.workflows._polling import Polling
from support.interruption import interrupted
from support.remains import left_behind
from support.workflow_world import World

pytestmark = pytest.mark.virtual_time

GET_ALL = "payments/getAll"


async def pending(world: World) -> UUID:
    charged = await world.mews.credit_cards.charge(
        credit_card_id=world.sandbox.credit_card(charge="Pending").id,
        amount=models.AmountParameters(currency="GBP", gross_value=Decimal(9)),
    )
    world.sandbox.calls.clear()
    assert charged.payment_id is not None
    return charged.payment_id


def become(world: World, payment_id: UUID, state: str) -> None:
    payment = world.sandbox.payments.get(payment_id)
    assert payment is not None
    world.sandbox.payments.put(structs.replace(payment, state=state))


async def test_a_payment_is_read_until_it_is_final() -> None:
    world = World()
    payment_id = await pending(world)
    asyncio.get_running_loop().call_later(10, become, world, payment_id, "Charged")

    awaited = await wait_for_payment(world.mews, payment_id, clock=world.clock)

    assert awaited.reached
    assert awaited.payment.state == models.PaymentState.CHARGED


async def test_ten_minutes_take_few_requests() -> None:
    world = World()
    payment_id = await pending(world)

    awaited = await wait_for_payment(world.mews, payment_id, deadline=600, clock=world.clock)

    assert not awaited.reached
    assert world.arrivals(GET_ALL)[:7] == [0, 1, 3, 7, 15, 31, 61]
    assert world.calls(GET_ALL) == 25
    assert world.clock.monotonic() < 600


async def test_one_request_is_made_however_short_the_deadline() -> None:
    world = World()
    payment_id = await pending(world)

    awaited = await wait_for_payment(world.mews, payment_id, deadline=0.5, clock=world.clock)

    assert not awaited.reached
    assert world.calls(GET_ALL) == 1


async def test_the_states_to_wait_for_can_be_named() -> None:
    world = World()
    payment_id = await pending(world)
    loop = asyncio.get_running_loop()
    loop.call_later(5, become, world, payment_id, "Charged")
    loop.call_later(25, become, world, payment_id, "Canceled")

    awaited = await wait_for_payment(
        world.mews, payment_id, [models.PaymentState.CANCELED], clock=world.clock
    )

    assert awaited.reached
    assert world.clock.monotonic() >= 25


async def test_a_single_state_can_be_named() -> None:
    world = World()
    payment_id = await pending(world)
    asyncio.get_running_loop().call_later(5, become, world, payment_id, "Charged")

    awaited = await wait_for_payment(
        world.mews, payment_id, models.PaymentState.CHARGED, clock=world.clock
    )

    assert awaited.reached
    assert world.arrivals(GET_ALL) == [0, 1, 3, 7]


@pytest.mark.parametrize(
    "until",
    [
        [],
        "",
        "Charged",
        ["Charged"],
        "Chraged",
        [models.PaymentState.CHARGED, "Chraged"],
        5,
        [None],
        models.PaymentRequestState.COMPLETED,
    ],
    ids=repr,
)
async def test_what_names_no_state_is_refused_before_anything_is_sent(until: Any) -> None:
    world = World()

    with pytest.raises(errors.InvalidRequestError, match=r"such as PaymentState\."):
        await wait_for_payment(world.mews, uuid4(), until, clock=world.clock)

    assert world.sandbox.requests == 0


async def test_a_state_that_cannot_come_any_more_is_not_waited_for() -> None:
    world = World()
    payment_id = await pending(world)
    become(world, payment_id, "Failed")

    awaited = await wait_for_payment(
        world.mews, payment_id, [models.PaymentState.CHARGED], clock=world.clock
    )

    assert not awaited.reached
    assert world.calls(GET_ALL) == 1


async def test_a_state_of_the_future_is_waited_out_or_asked_for() -> None:
    world = World()
    payment_id = await pending(world)
    become(world, payment_id, "Teleported")

    out = await wait_for_payment(world.mews, payment_id, deadline=10, clock=world.clock)
    asked = await wait_for_payment(
        world.mews, payment_id, [models.PaymentState("Teleported")], clock=world.clock
    )

    assert not out.reached
    assert asked.reached


async def test_not_being_listed_is_no_error_until_the_deadline() -> None:
    world = World()
    payment_id = await pending(world)
    become(world, payment_id, "Charged")
    world.lag = 20

    awaited = await wait_for_payment(world.mews, payment_id, clock=world.clock)

    assert awaited.reached
    assert world.arrivals(GET_ALL) == [0, 1, 3, 7, 15, 31]


async def test_a_payment_that_is_never_listed_is_told_clearly() -> None:
    world = World()
    unknown = uuid4()

    with pytest.raises(NotSeenError, match=f"no payment {unknown} was listed") as raised:
        await wait_for_payment(world.mews, unknown, clock=world.clock)

    assert raised.value.id == unknown
    assert raised.value.operation == GET_ALL


async def test_an_api_that_never_answers_is_another_error() -> None:
    world = World()
    world.sandbox.faults.add(Delay(1000), operation=GET_ALL, times=None)

    with pytest.raises(errors.DeadlineExceededError, match="within 60 seconds"):
        await wait_for_payment(world.mews, uuid4(), clock=world.clock)

    assert world.clock.monotonic() == pytest.approx(60)


async def test_a_read_that_hangs_after_others_gives_what_they_saw() -> None:
    world = World()
    payment_id = await pending(world)
    world.sandbox.faults.add(Delay(0), operation=GET_ALL)
    world.sandbox.faults.add(Delay(1000), operation=GET_ALL, times=None)

    awaited = await wait_for_payment(world.mews, payment_id, clock=world.clock)

    assert not awaited.reached
    assert awaited.payment.id == payment_id
    assert world.clock.monotonic() == pytest.approx(60)


async def test_a_timeout_that_is_not_the_deadline_is_raised() -> None:
    world = World()

    async def read() -> None:
        raise TimeoutError("of something else")

    with pytest.raises(TimeoutError, match="of something else"):
        await Polling("payment", read, lambda _: True).until(60, world.clock)


async def test_a_missing_permission_is_not_waited_out() -> None:
    world = World()
    world.sandbox.faults.add(Status(401), operation=GET_ALL, times=None)

    with pytest.raises(errors.UnauthorizedError):
        await wait_for_payment(world.mews, uuid4(), clock=world.clock)

    assert world.calls(GET_ALL) == 1


@pytest.mark.parametrize("at_wakening", [False, True])
async def test_cancelled_at_any_await_it_leaves_nothing_behind(
    at_wakening: bool,  # noqa: FBT001 - pytest passes it by its name
) -> None:
    world = World()
    payment_id = await pending(world)
    at, heard = 0, True
    while heard:
        at += 1
        waiting = wait_for_payment(world.mews, payment_id, deadline=8, clock=world.clock)

        heard = await interrupted(waiting, at, at_wakening=at_wakening)

        assert left_behind(world.mews) == []
    assert at > 5


async def test_a_payment_request_is_read_until_somebody_paid() -> None:
    world = World()
    request = next(it for it in world.sandbox.payment_requests if it.state == "Pending")
    london = world.sandbox.enterprises[0].id
    request = structs.replace(request, id=uuid4(), enterprise_id=london)
    world.sandbox.payment_requests.put(request)
    paid = structs.replace(request, state="Completed")
    asyncio.get_running_loop().call_later(20, world.sandbox.payment_requests.put, paid)

    awaited = await wait_for_payment_request(world.mews, request.id, clock=world.clock)

    assert awaited.reached
    assert awaited.payment_request.state == models.PaymentRequestState.COMPLETED
    assert world.arrivals("paymentRequests/getAll") == [0, 1, 3, 7, 15, 31]


async def test_a_single_state_of_a_payment_request_can_be_named() -> None:
    world = World()
    london = world.sandbox.enterprises[0].id
    request = next(it for it in world.sandbox.payment_requests if it.state == "Pending")
    request = structs.replace(request, id=uuid4(), enterprise_id=london)
    world.sandbox.payment_requests.put(request)

    awaited = await wait_for_payment_request(
        world.mews, request.id, models.PaymentRequestState.PENDING, clock=world.clock
    )

    assert awaited.reached
    assert world.calls("paymentRequests/getAll") == 1


@pytest.mark.parametrize("until", [[], "Completed", models.PaymentState.CHARGED], ids=repr)
async def test_what_names_no_state_of_a_payment_request_is_refused(until: Any) -> None:
    world = World()

    with pytest.raises(errors.InvalidRequestError, match=r"such as PaymentRequestState\."):
        await wait_for_payment_request(world.mews, uuid4(), until, clock=world.clock)

    assert world.sandbox.requests == 0


async def test_a_payment_request_that_is_pending_at_the_deadline_is_a_result() -> None:
    world = World()
    london = world.sandbox.enterprises[0].id
    request = next(it for it in world.sandbox.payment_requests if it.state == "Pending")
    request = structs.replace(request, id=uuid4(), enterprise_id=london)
    world.sandbox.payment_requests.put(request)

    awaited = await wait_for_payment_request(world.mews, request.id, clock=world.clock)

    assert not awaited.reached


@pytest.mark.parametrize("at_wakening", [False, True])
async def test_waiting_for_a_request_leaves_nothing_behind_either(
    at_wakening: bool,  # noqa: FBT001 - pytest passes it by its name
) -> None:
    world = World()
    at, heard = 0, True
    while heard:
        at += 1
        waiting = wait_for_payment_request(world.mews, uuid4(), deadline=8, clock=world.clock)
        heard = await interrupted(_not_seen(waiting), at, at_wakening=at_wakening)
        assert left_behind(world.mews) == []
    assert at > 5


async def _not_seen(waiting: object) -> None:
    with pytest.raises(NotSeenError, match="payment request"):
        await waiting  # type: ignore[misc]  # whatever is waited for
