"""A process that is killed keeps its slots no longer than it must."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import time

from support.members import TOKEN, member
from support.redis_server import RedisServer

SECONDS = 2.0

HOLD = f"""
import asyncio, sys
from mews_connector import RateLimit, RedisRateWindow
async def hold():
    window = RedisRateWindow(sys.argv[1], limit=RateLimit(3, {SECONDS})).for_token(*{TOKEN!r})
    for _ in range(3):
        await window.acquire()
    print("holds", flush=True)
    await asyncio.sleep(60)
asyncio.run(hold())
"""


async def test_its_slots_come_back_after_one_window_and_before_two(redis: RedisServer) -> None:
    # Given a process with all slots in flight, for longer than a lease lasts
    holder = subprocess.Popen(  # noqa: ASYNC220, S603 - of the test's own making
        [sys.executable, "-c", HOLD, redis.url], stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout is not None
    assert await asyncio.to_thread(holder.stdout.readline) == "holds\n"
    await asyncio.sleep(1.7 * SECONDS)
    waiting = asyncio.create_task(member(redis, 3, SECONDS).acquire())
    await asyncio.sleep(0.1)
    assert not waiting.done()

    # When it is killed
    holder.kill()
    holder.communicate()
    killed = time.monotonic()
    await waiting

    # Then its last request may have been seen at that very moment
    assert SECONDS <= time.monotonic() - killed <= 2 * SECONDS


async def test_a_process_that_ends_hands_in_what_it_knows(redis: RedisServer) -> None:
    # Given a process that is done with its requests and ends at once
    ended = subprocess.run(  # noqa: ASYNC221, S603 - of the test's own making
        [
            sys.executable,
            "-W",
            "error",
            "-c",
            HOLD.replace("await window.acquire()", "(await window.acquire()).release()").replace(
                "await asyncio.sleep(60)", "pass"
            ),
            redis.url,
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert (ended.stdout, ended.stderr) == ("holds\n", "")

    # Then nobody has to wait for its leases
    window = member(redis, 3, SECONDS)
    begun = time.monotonic()
    for _ in range(3):
        await window.acquire()
    assert time.monotonic() - begun < SECONDS / 2
