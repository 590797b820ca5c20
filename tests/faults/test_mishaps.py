"""Each way to fail by itself: what a caller is told, and what the next call has of it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from decimal import Decimal
from random import Random

import attrs
import pytest

from mews_connector import RateLimit, errors, models
from mews_toolkit.sandbox import Sandbox, serve_in_thread
from support.faulty.mishaps import BEFORE_THE_REQUEST_IS_READ, HONEST, Mishap, Turn
from support.faulty.scene import Scene, identifier_of, play, read_all
from support.faulty.stages import QUICK, in_memory, new_sandbox, over_sockets, recorded
from support.faulty.weather import Planned, retry_after_forms

ON_A_CLOCK_THAT_JUMPS = pytest.mark.virtual_time

# The answer comes whole; what else comes is not for this call.
ANSWERED = frozenset(
    {Mishap.NONE, Mishap.LATE, Mishap.TWICE, Mishap.TWICE_SLOWLY, Mishap.CLOSED_IDLE}
)
MAY_LIE = [it for it in Mishap if it is not Mishap.NONE and it not in HONEST]
EACH_THAT_MAY_LIE = pytest.mark.parametrize("mishap", MAY_LIE, ids=lambda it: it.name.lower())
# At its end a scene waits until all slots are back, and here are many scenes.
BRIEF = attrs.evolve(QUICK, limit=RateLimit(12, 0.1), fuzziness=0.05)
EACH_MISHAP = pytest.mark.parametrize("mishap", list(Mishap), ids=lambda it: it.name.lower())


@pytest.fixture(scope="module")
def sandbox() -> Sandbox:
    return new_sandbox()


async def post(scene: Scene, identifier: str) -> models.PaymentsAddExternalResult:
    return await scene.mews.payments.add_external(
        account_id=scene.sandbox.customer().id,
        amount=models.AmountParameters(currency="GBP", gross_value=Decimal("12.30")),
        type_=models.ExternalPaymentType.CASH,
        external_identifier=identifier,
    )


@asynccontextmanager
async def scene_of(name: str, sandbox: Sandbox, *turns: Turn) -> AsyncGenerator[Scene]:
    async with in_memory(name, sandbox, Planned(*turns), Random(name)) as scene:
        yield scene
    assert scene.complaints == []


def sent(scene: Scene) -> int:
    return len(scene.server.arrivals)


@ON_A_CLOCK_THAT_JUMPS
@EACH_MISHAP
async def test_a_write_is_carried_out_once_and_told_truly(sandbox: Sandbox, mishap: Mishap) -> None:
    name = f"write-{mishap.name}"
    committed = mishap not in BEFORE_THE_REQUEST_IS_READ | HONEST
    async with scene_of(name, sandbox, Turn(mishap, committed=committed)) as scene:
        if mishap in ANSWERED:
            await post(scene, f"{name}/1")
            assert (sent(scene), recorded(sandbox, name)) == (1, {f"{name}/1": 1})
        elif mishap in HONEST:
            await post(scene, f"{name}/1")
            assert (sent(scene), recorded(sandbox, name)) == (2, {f"{name}/1": 1})
        else:
            with pytest.raises(errors.OutcomeUnknownError) as caught:
                await post(scene, f"{name}/1")
            assert isinstance(caught.value.__cause__, errors.MewsError)
            assert (sent(scene), recorded(sandbox, name)) == (
                1,
                {f"{name}/1": 1} if committed else {},
            )


@ON_A_CLOCK_THAT_JUMPS
@EACH_THAT_MAY_LIE
async def test_a_write_that_was_not_carried_out_is_not_repeated_either(
    sandbox: Sandbox, mishap: Mishap
) -> None:
    name = f"lost-{mishap.name}"
    async with scene_of(name, sandbox, Turn(mishap, committed=False)) as scene:
        with pytest.raises(errors.OutcomeUnknownError):
            await post(scene, f"{name}/1")
        assert (sent(scene), recorded(sandbox, name)) == (1, {})


@ON_A_CLOCK_THAT_JUMPS
@EACH_MISHAP
async def test_the_next_write_has_its_own_answer_or_none(sandbox: Sandbox, mishap: Mishap) -> None:
    name = f"next-{mishap.name}"
    committed = mishap not in BEFORE_THE_REQUEST_IS_READ | HONEST
    async with scene_of(name, sandbox, Turn(mishap, committed=committed)) as scene:
        for number in range(4):
            identifier = f"{name}/{number}"
            try:
                added = await post(scene, identifier)
            except errors.OutcomeUnknownError:
                continue
            assert identifier_of(sandbox, added.external_payment_id) == identifier
        assert set(recorded(sandbox, name).values()) == {1}


@ON_A_CLOCK_THAT_JUMPS
@EACH_MISHAP
async def test_a_list_arrives_whole(sandbox: Sandbox, mishap: Mishap) -> None:
    committed = mishap not in BEFORE_THE_REQUEST_IS_READ | HONEST
    turn = Turn(mishap, committed=committed)
    turns = (Turn(), turn, Turn(), turn, turn)
    async with scene_of(f"list-{mishap.name}", sandbox, *turns) as scene:
        await play(scene, [[read_all]])


@ON_A_CLOCK_THAT_JUMPS
async def test_each_form_of_retry_after_is_waited_for_and_the_write_sent_again(
    sandbox: Sandbox,
) -> None:
    loop = asyncio.get_running_loop()
    async with scene_of("forms", sandbox) as scene:
        waits: list[float] = []
        for number in range(len(retry_after_forms(3, scene.server.now()))):
            form = retry_after_forms(3, scene.server.now())[number]
            scene.server.weather = Planned(
                Turn(Mishap.RATE_LIMITED, committed=False, retry_after=form)
            )
            begun = loop.time()
            await post(scene, f"forms/{number}")
            waits.append(loop.time() - begun)

    assert [round(it) for it in waits[:2]] == [3, 4]
    assert 2 <= waits[2] <= 3
    assert max(waits[3:]) < 30
    assert set(recorded(sandbox, "forms/").values()) == {1}


@EACH_MISHAP
async def test_over_sockets_it_is_the_same(sandbox: Sandbox, mishap: Mishap) -> None:
    name = f"socket-{mishap.name}"
    committed = mishap not in BEFORE_THE_REQUEST_IS_READ | HONEST
    with serve_in_thread(sandbox) as behind:
        weather = Planned(Turn(mishap, committed=committed))
        async with over_sockets(name, behind, weather, Random(name), BRIEF) as scene:
            if mishap in ANSWERED | HONEST:
                await post(scene, f"{name}/1")
            else:
                with pytest.raises(errors.OutcomeUnknownError):
                    await post(scene, f"{name}/1")
            was_carried_out = committed or mishap in HONEST
            assert recorded(sandbox, name) == ({f"{name}/1": 1} if was_carried_out else {})
    assert scene.complaints == []
    assert asyncio.all_tasks() == {asyncio.current_task()}
