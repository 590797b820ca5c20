"""Callers read and write through everything that can go wrong, by dice.

Whatever happens: no payment is recorded more often than it was asked for, one that was answered is
recorded, and one that is said not to be is not; every list arrives whole, each row once, however
often it has to be resumed; the rate is never exceeded; no call outlasts its deadline; and in the
end no task, connection, place or slot is left behind.
"""

from __future__ import annotations

import asyncio
from random import Random

import pytest

from mews_toolkit.sandbox import Sandbox, serve_in_thread
from support.faulty.scene import Scene, any_acts, play, post_once
from support.faulty.stages import in_memory, new_sandbox, over_sockets
from support.faulty.weather import Weather
from support.virtual_time import VirtualTimeLoop

# Rows add up in a sandbox, and everybody has to look through them.
SCENES_OF_A_SANDBOX = 50
# So many scenes over sockets at a time: mostly they wait.
AT_A_TIME = 20
# Seconds, by the clock that jumps, in which any scene has ended.
A_LONG_TIME = 20_000


def any_weather(dice: Random, *, longest_retry_after: int, too_long: int) -> Weather:
    return Weather(
        dice,
        storm=dice.randint(2, 40),
        badness=dice.choice([0.1, 0.4, 0.8]),
        longest_retry_after=longest_retry_after,
        too_long=too_long,
    )


async def play_until_something_goes_wrong(scene: Scene, weather: Weather, dice: Random) -> None:
    await play(scene, any_acts(dice))
    for _ in range(5):
        if not scene.server.went_wrong:
            weather.worsen()
            await play(scene, [[post_once]])
    if not scene.server.went_wrong:
        scene.complaints.append("nothing went wrong")


def complaints_in_memory(seed: int, sandbox: Sandbox) -> list[str]:
    async def scene_of_seed() -> list[str]:
        dice = Random(seed)
        weather = any_weather(dice, longest_retry_after=4, too_long=60)
        async with asyncio.timeout(A_LONG_TIME):
            async with in_memory(f"memory-{seed}", sandbox, weather, dice) as scene:
                await play_until_something_goes_wrong(scene, weather, dice)
            return scene.complaints

    with asyncio.Runner(loop_factory=VirtualTimeLoop) as runner:
        return runner.run(scene_of_seed())


@pytest.mark.parametrize("half", [0, 1], ids=["even_seeds", "odd_seeds"])
def test_on_a_clock_that_jumps(half: int, schedules: int) -> None:
    found: dict[int, list[str]] = {}
    sandbox = new_sandbox()
    for played, seed in enumerate(range(half, schedules, 2), start=1):
        complaints = complaints_in_memory(seed, sandbox)
        if complaints:
            found[seed] = complaints
        if played % SCENES_OF_A_SANDBOX == 0:
            sandbox = new_sandbox()
    assert found == {}


async def test_over_sockets(schedules: int) -> None:
    found: dict[int, list[str]] = {}
    seeds = iter(range(max(10, schedules // 40)))
    sandbox = new_sandbox()
    with serve_in_thread(sandbox) as behind:

        async def play_what_is_left() -> None:
            for seed in seeds:
                dice = Random(seed)
                name = f"sockets-{seed}"
                weather = any_weather(dice, longest_retry_after=1, too_long=3)
                async with asyncio.timeout(300):
                    async with over_sockets(name, behind, weather, dice) as scene:
                        await play_until_something_goes_wrong(scene, weather, dice)
                if scene.complaints:
                    found[seed] = scene.complaints

        async with asyncio.TaskGroup() as group:
            for _ in range(AT_A_TIME):
                group.create_task(play_what_is_left())
    assert found == {}
    assert asyncio.all_tasks() == {asyncio.current_task()}
