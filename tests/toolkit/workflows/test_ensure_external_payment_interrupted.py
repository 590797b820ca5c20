"""Wherever a call is cut off, the next one ends with exactly one payment."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from mews_toolkit.sandbox import Sandbox
from mews_toolkit.sandbox.seeds.enterprises import LONDON
from mews_toolkit.workflows import Claims, Done, MemoryClaims, Settle, SqliteClaims
from mews_toolkit.workflows._claim_key import claim_key
from support.ensuring import World, world
from support.handed_on import Killed
from support.interruption import interrupted
from support.lossy_sandbox import Carried, Lost, ids_under, in_process
from support.remains import left_behind
from support.virtual_time import virtual_clock

pytestmark = pytest.mark.virtual_time

# Short, so that there are fewer awaits to be cut off at.
SETTLE = Settle(
    server_limit=timedelta(seconds=2), read_lag=timedelta(seconds=1), lease=timedelta(seconds=20)
)
FATES: dict[str, list[Lost | Carried]] = {
    "answered": [],
    "lost": [Lost()],
    "carried out and lost": [Carried()],
    "carried out late and lost": [Carried(after=1.5)],
}


@pytest.mark.parametrize("at_wakening", [False, True], ids=["while it waits", "when it wakes up"])
@pytest.mark.parametrize("killed", [False, True], ids=["cancelled", "killed"])
@pytest.mark.parametrize("fate", FATES)
async def test_cut_off_at_any_await_it_is_made_good_by_the_next_call(
    fate: str, *, killed: bool, at_wakening: bool
) -> None:
    await cut_off_at_any_await(
        fate, lambda it: MemoryClaims(clock=it.clock), killed=killed, at_wakening=at_wakening
    )


@pytest.mark.parametrize("at_wakening", [False, True], ids=["while it waits", "when it wakes up"])
async def test_cut_off_with_claims_in_a_file_it_is_made_good_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, at_wakening: bool
) -> None:
    # given a loop whose threads have done their work at its next turn
    monkeypatch.setattr(asyncio.get_running_loop(), "run_in_executor", _at_the_next_turn)
    path = tmp_path / "claims.sqlite"

    await cut_off_at_any_await(
        "carried out and lost",
        lambda it: SqliteClaims(path, clock=it.clock),
        killed=False,
        at_wakening=at_wakening,
    )


async def cut_off_at_any_await(
    fate: str, kept: Callable[[World], Claims], *, killed: bool, at_wakening: bool
) -> None:
    # given
    sandbox = Sandbox(payments=0, limit=None, now=virtual_clock().utc)
    cut_off, at = True, 0
    while cut_off:
        at += 1
        identifier = f"till-7/{at}"
        process = world(lag=0.5, sandbox=sandbox)
        process.transport.fates.extend(FATES[fate])
        claims = kept(process)

        # when
        cut_off = await interrupted(
            process.ensure(identifier, claims=Killed(claims) if killed else claims, settle=SETTLE),
            at,
            at_wakening=at_wakening,
        )
        process.transport.fates.clear()
        begun = process.clock.monotonic()
        ensured = await process.ensure(
            identifier, mews=in_process(process.transport), claims=claims, settle=SETTLE
        )
        took = process.clock.monotonic() - begun
        await process.transport.all_carried_out()

        # then
        assert ids_under(sandbox, identifier) == [ensured.payment.id], f"cut off at {at}"
        assert left_behind(process.mews) == [], f"cut off at {at}"
        assert killed or took < SETTLE.lease.total_seconds() / 2, "the claim was left behind"
        key = claim_key(process.mews.environment, LONDON, sandbox.customer().id, identifier)
        noted = await claims.claim(key, "somebody", SETTLE.lease)
        assert noted == Done(ensured.payment.id), f"cut off at {at}"
    assert at > 20


@pytest.mark.parametrize("at_wakening", [False, True], ids=["while it waits", "when it wakes up"])
async def test_cancelled_in_a_process_without_claims_it_is_made_good_by_the_same_process(
    *, at_wakening: bool
) -> None:
    sandbox = Sandbox(payments=0, limit=None, now=virtual_clock().utc)
    process = world(lag=3, sandbox=sandbox)
    cut_off, at = True, 0
    while cut_off:
        at += 1
        identifier = f"till-7/{at}"

        cut_off = await interrupted(process.ensure(identifier), at, at_wakening=at_wakening)
        ensured = await process.ensure(identifier)

        assert ids_under(sandbox, identifier) == [ensured.payment.id], f"cut off at {at}"
        assert left_behind(process.mews) == [], f"cut off at {at}"


async def test_cancelled_before_anything_was_sent_it_holds_nobody_up() -> None:
    given = world(lag=1)
    claims = MemoryClaims(clock=given.clock)

    asking = asyncio.create_task(given.ensure(claims=claims))
    while not given.calls("payments/getAll"):  # noqa: ASYNC110 - no event to wait for
        await asyncio.sleep(0)
    asking.cancel()
    await asyncio.wait([asking])
    begun = given.clock.monotonic()
    await given.ensure(claims=claims)

    assert given.clock.monotonic() - begun < 5


async def test_cancelled_while_it_sends_it_is_taken_over_at_once() -> None:
    given = world(lag=1)
    given.transport.fates.append(Carried(after=10))
    claims = MemoryClaims(clock=given.clock)
    asking = asyncio.create_task(given.ensure(claims=claims))
    while given.transport.fates:  # noqa: ASYNC110 - no event to wait for
        await asyncio.sleep(0)
    asking.cancel()
    await asyncio.wait([asking])

    ensured = await given.ensure(claims=claims)

    assert ensured.found
    assert given.clock.monotonic() < 40, "nobody waited for the end of a lease"
    assert len(ids_under(given.sandbox, "till-7/1")) == 1


def _at_the_next_turn(
    _: Executor | None, work: Callable[..., Any], *arguments: Any
) -> asyncio.Future[Any]:
    loop = asyncio.get_running_loop()
    done: asyncio.Future[Any] = loop.create_future()

    def carry_out() -> None:
        try:
            done.set_result(work(*arguments))
        except Exception as error:  # noqa: BLE001 - it is for whoever awaits it
            done.set_exception(error)

    loop.call_soon(carry_out)
    return done
