"""Processes that are killed and started anew, lost answers, late rows and late commits.

Each schedule is drawn from its seed and runs on virtual time.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
from collections.abc import Callable
from concurrent.futures import Executor
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

import attrs
import pytest

from mews_connector import Clock, errors
from mews_toolkit.sandbox import Sandbox
from mews_toolkit.workflows import (
    Claims,
    DuplicatePaymentsError,
    MemoryClaims,
    Settle,
    SqliteClaims,
)
from support.ensuring import World, world
from support.handed_on import Killed
from support.lossy_sandbox import Carried, Lost, ids_under, in_process
from support.virtual_time import virtual_clock

pytestmark = pytest.mark.virtual_time

# A second for ten or so; more of them on demand.
SEEDS = int(os.environ.get("MEWS_SCHEDULES", "60"))
SEEDS_IN_A_FILE = 10
SETTLE = Settle(
    server_limit=timedelta(seconds=30), read_lag=timedelta(seconds=5), lease=timedelta(seconds=60)
)
IDENTIFIER = "till-7/1"


def drawn_fate(dice: Random) -> Lost | Carried:
    if dice.random() < 0.4:
        return Lost()
    return Carried(after=dice.choice([0, dice.uniform(0, 29)]))


async def one_process(
    given: World, dice: Random, identifier: str, claims: Claims | None
) -> list[UUID]:
    """Lives several times, and is killed at some time of most of its lives."""
    got: list[UUID] = []
    for _ in range(dice.randint(1, 4)):
        life = asyncio.create_task(
            given.ensure(
                identifier,
                mews=in_process(given.transport),
                claims=None if claims is None else Killed(claims),
                settle=SETTLE,
                # What it would remember in memory ends with its life.
                clock=attrs.evolve(given.clock),
            )
        )
        await asyncio.sleep(dice.choice([0, 0.001, 0.02, dice.uniform(0, 3), dice.uniform(0, 60)]))
        if dice.random() < 0.7:
            life.cancel()
        with contextlib.suppress(asyncio.CancelledError, errors.OutcomeUnknownError):
            got.append((await life).payment.id)
    return got


async def run(
    seed: int, sandbox: Sandbox, claims: Callable[[Clock], Claims | None], identifier: str
) -> tuple[list[UUID], list[UUID]]:
    """The ids that callers got, and those of the payments that there are in the end."""
    dice = Random(seed)
    given = world(lag=dice.uniform(0, 5), sandbox=sandbox)
    given.transport.fates.extend(drawn_fate(dice) for _ in range(dice.randint(0, 3)))
    kept = claims(given.clock)
    lives = await asyncio.gather(
        *(one_process(given, dice, identifier, kept) for _ in range(dice.randint(1, 3)))
    )
    await given.transport.all_carried_out()
    given.transport.fates.clear()
    last = await given.ensure(
        identifier, claims=kept, settle=SETTLE, clock=attrs.evolve(given.clock)
    )
    got = [it for life in lives for it in life]
    there = ids_under(sandbox, identifier)
    # Lists are to stay short.
    for payment in list(sandbox.payments):
        sandbox.payments.remove(payment)
    return [*got, last.payment.id], there


def memory(clock: Clock) -> Claims:
    return MemoryClaims(clock=clock)


async def test_with_claims_every_schedule_ends_with_exactly_one_payment() -> None:
    sandbox = Sandbox(payments=0, limit=None, now=virtual_clock().utc)

    for seed in range(SEEDS):
        got, there = await run(seed, sandbox, memory, f"till-7/{seed}")

        assert len(there) == 1, f"seed {seed}"
        assert set(got) == set(there), f"seed {seed}"


async def test_claims_in_a_file_do_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # given a loop that has threads do their work at once: virtual time does not wait for them
    loop = asyncio.get_running_loop()
    monkeypatch.setattr(loop, "run_in_executor", _at_once)
    sandbox = Sandbox(payments=0, limit=None, now=virtual_clock().utc)

    def in_a_file(clock: Clock) -> Claims:
        return SqliteClaims(tmp_path / "claims.sqlite", clock=clock)

    for seed in range(SEEDS_IN_A_FILE):
        got, there = await run(seed, sandbox, in_a_file, f"till-7/{seed}")

        assert len(there) == 1, f"seed {seed}"
        assert set(got) == set(there), f"seed {seed}"


async def test_without_claims_some_of_them_do_not() -> None:
    # given: otherwise these schedules would prove nothing
    sandbox = Sandbox(payments=0, limit=None, now=virtual_clock().utc)
    wrong = 0

    for seed in range(30):
        try:
            await run(seed, sandbox, lambda _: None, f"till-7/{seed}")
        except DuplicatePaymentsError:
            wrong += 1

    assert wrong > 3


def _at_once(_: Executor | None, work: Callable[..., Any], *arguments: Any) -> asyncio.Future[Any]:
    done: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
    try:
        done.set_result(work(*arguments))
    except Exception as error:  # noqa: BLE001 - it is for whoever awaits it
        done.set_exception(error)
    return done
