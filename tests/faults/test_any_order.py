"""A machine that looks for the shortest way to break the promises, and tells all what to do."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Coroutine
from random import Random
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from support.faulty.mishaps import BEFORE_THE_REQUEST_IS_READ, HONEST, Mishap, Turn
from support.faulty.scene import (
    Scene,
    ensure,
    ensure_at_once,
    post_once,
    post_until_told,
    read_all,
)
from support.faulty.stages import in_memory, new_sandbox
from support.faulty.weather import Planned, retry_after_forms
from support.virtual_time import START, VirtualTimeLoop

FORMS = retry_after_forms(3, START, too_long=60)


class CallersAndAFaultyServer(RuleBasedStateMachine):
    """Calls begin, go on and are given up in any order; requests meet what was planned."""

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner(loop_factory=VirtualTimeLoop)
        self.runner.__enter__()
        self.end = contextlib.AsyncExitStack()
        self.tasks: list[asyncio.Task[None]] = []
        self.weather = Planned()
        self.scene = self.run(self._begin())

    async def _begin(self) -> Scene:
        # Timers started here would belong to this step alone.
        return await self.end.enter_async_context(
            in_memory("machine", new_sandbox(), self.weather, Random(0))
        )

    def run(self, work: Coroutine[Any, Any, Any]) -> Any:
        return self.runner.run(work)

    @rule(
        mishap=st.sampled_from(Mishap),
        committed=st.booleans(),
        retry_after=st.sampled_from(FORMS),
        status=st.sampled_from([500, 503, 522]),
        times=st.integers(1, 4),
    )
    def plan(
        self, mishap: Mishap, *, committed: bool, retry_after: str | None, status: int, times: int
    ) -> None:
        can_be = mishap not in BEFORE_THE_REQUEST_IS_READ | HONEST
        turn = Turn(
            mishap,
            committed=(committed and can_be) or mishap is Mishap.NONE,
            retry_after=retry_after,
            status=status,
        )
        self.weather.turns += [turn] * times

    @rule(number=st.integers(1, 4))
    def write(self, number: int) -> None:
        self._start(*(post_once(self.scene) for _ in range(number)))

    @rule()
    def write_until_told(self) -> None:
        self._start(post_until_told(self.scene))

    @rule()
    def ensure(self) -> None:
        self._start(ensure(self.scene))

    @rule()
    def ensure_at_once(self) -> None:
        self._start(ensure_at_once(self.scene))

    @rule()
    def read(self) -> None:
        self._start(read_all(self.scene))

    def _start(self, *acts: Coroutine[Any, Any, None]) -> None:
        async def start() -> None:
            self.tasks += [asyncio.create_task(act) for act in acts]

        self.run(start())

    @rule(rounds=st.integers(1, 40))
    def go_on(self, rounds: int) -> None:
        async def turns() -> None:
            for _ in range(rounds):
                await asyncio.sleep(0)

        self.run(turns())

    @rule(seconds=st.sampled_from([0.1, 1, 2, 5, 10, 40]))
    def pass_time(self, seconds: float) -> None:
        self.run(asyncio.sleep(seconds))

    @rule(which=st.integers(0, 9))
    def give_up(self, which: int) -> None:
        if self.tasks:
            self.tasks[which % len(self.tasks)].cancel()

    def teardown(self) -> None:
        async def end() -> None:
            async with asyncio.timeout(20_000):
                if self.tasks:
                    await asyncio.wait(self.tasks)
                await self.end.aclose()
            for task in self.tasks:
                if not task.cancelled():
                    task.result()

        try:
            self.run(end())
            assert self.scene.complaints == []
        finally:
            self.runner.__exit__(None, None, None)


def test_in_any_order(schedules: int) -> None:
    how = settings(
        max_examples=max(10, schedules // 200),
        stateful_step_count=25,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    run_state_machine_as_test(CallersAndAFaultyServer, settings=how)
