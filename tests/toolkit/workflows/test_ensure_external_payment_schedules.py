"""Processes that are killed and started anew, lost answers, late rows and late commits.

With clocks that are right or days off, windows from a second on, calls that come minutes or, with
claims that last, days later, and rows that show in any order. Each schedule is drawn from its seed
and runs on virtual time.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from random import Random
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
from support.at_once import at_once
from support.ensuring import World, world
from support.handed_on import Killed
from support.lossy_sandbox import Carried, Lost, ids_under, in_process
from support.virtual_time import virtual_clock

pytestmark = pytest.mark.virtual_time

# A second for ten or so; more of them on demand.
SEEDS = int(os.environ.get("MEWS_SCHEDULES", "60"))
SEEDS_IN_A_FILE = 20
SETTLE = Settle(
    server_limit=timedelta(seconds=30), read_lag=timedelta(seconds=5), lease=timedelta(seconds=60)
)
# Claims in memory are forgotten after an hour.
MINUTES = 600.0
DAYS = 3 * 86_400.0


def drawn_fate(dice: Random) -> Lost | Carried:
    if dice.random() < 0.4:
        return Lost()
    return Carried(after=dice.choice([0, dice.uniform(0, 29)]))


def drawn_clock(given: World, dice: Random) -> Clock:
    """Of a machine of its own, whose calendar may be off."""
    off = timedelta(days=dice.choice([0, 0, dice.uniform(-3, 3), dice.uniform(-500, 500)]))
    return Clock(monotonic=given.clock.monotonic, utc=lambda: given.clock.utc() + off)


def drawn_window(dice: Random) -> timedelta:
    return timedelta(seconds=dice.choice([1, 60, 87 * 86_400]))


async def one_process(
    given: World, dice: Random, identifier: str, claims: Claims | None, longest_break: float
) -> list[UUID]:
    """Lives several times, and is killed at some time of most of its lives."""
    clock = drawn_clock(given, dice)
    got: list[UUID] = []
    for _ in range(dice.randint(1, 4)):
        life = asyncio.create_task(
            given.ensure(
                identifier,
                mews=in_process(given.transport),
                claims=None if claims is None else Killed(claims),
                settle=SETTLE,
                created_within=drawn_window(dice),
                # What it would remember in memory ends with its life.
                clock=attrs.evolve(clock),
            )
        )
        await asyncio.sleep(dice.choice([0, 0.001, 0.02, dice.uniform(0, 3), dice.uniform(0, 60)]))
        if dice.random() < 0.7:
            life.cancel()
        with contextlib.suppress(asyncio.CancelledError, errors.OutcomeUnknownError):
            got.append((await life).payment.id)
        await asyncio.sleep(dice.choice([0, 0, dice.uniform(0, longest_break)]))
    return got


async def run(
    seed: int,
    sandbox: Sandbox,
    claims: Callable[[Clock], Claims | None],
    identifier: str,
    longest_break: float = 0,
) -> tuple[list[UUID], list[UUID]]:
    """The ids that callers got, and those of the payments that there are in the end."""
    dice = Random(seed)
    given = world(lag=dice.uniform(0, 5), sandbox=sandbox)
    given.transport.shuffled = Random(seed) if dice.random() < 0.5 else None
    given.transport.fates.extend(drawn_fate(dice) for _ in range(dice.randint(0, 3)))
    kept = claims(given.clock)
    lives = await asyncio.gather(
        *(
            one_process(given, dice, identifier, kept, longest_break)
            for _ in range(dice.randint(1, 3))
        )
    )
    await given.transport.all_carried_out()
    given.transport.fates.clear()
    last = await given.ensure(
        identifier,
        mews=in_process(given.transport),
        claims=kept,
        settle=SETTLE,
        created_within=drawn_window(dice),
        clock=drawn_clock(given, dice),
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
        got, there = await run(seed, sandbox, memory, f"till-7/{seed}", MINUTES)

        assert len(there) == 1, f"seed {seed}"
        assert set(got) == set(there), f"seed {seed}"


async def test_claims_in_a_file_do_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # given a loop that has threads do their work at once: virtual time does not wait for them
    loop = asyncio.get_running_loop()
    monkeypatch.setattr(loop, "run_in_executor", at_once)
    sandbox = Sandbox(payments=0, limit=None, now=virtual_clock().utc)

    def in_a_file(clock: Clock) -> Claims:
        return SqliteClaims(tmp_path / "claims.sqlite", clock=clock)

    for seed in range(SEEDS_IN_A_FILE):
        got, there = await run(seed, sandbox, in_a_file, f"till-7/{seed}", DAYS)

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
