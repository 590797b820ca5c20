"""A process that forks: the child is another process, and begins as one."""

from __future__ import annotations

import subprocess
import sys

from support.members import TOKEN
from support.redis_server import RedisServer

FORK = f"""
import asyncio, os, sys
from mews_connector import RateLimit, RedisRateWindow

window = RedisRateWindow(sys.argv[1], limit=RateLimit(10, 60.0), share=0.2).for_token(*{TOKEN!r})

async def take(number):
    async with asyncio.timeout(20):
        for _ in range(number):
            await window.acquire()
    print("child" if os.getpid() != parent else "parent", "has", number, flush=True)

async def fork():
    await take(3)
    print("stop it", flush=True)
    sys.stdin.readline()
    if child := os.fork():
        await asyncio.to_thread(os.waitpid, child, 0)
    else:
        try:
            asyncio.run(take(2))
        finally:
            os._exit(0)

parent = os.getpid()
asyncio.run(fork())
"""


def test_the_child_does_not_wait_for_what_the_parent_has_in_flight(redis: RedisServer) -> None:
    # Given a process with three requests in flight, and Redis gone
    with subprocess.Popen(  # noqa: S603 - of the test's own making
        [sys.executable, "-c", FORK, redis.url],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert [process.stdout.readline() for _ in range(2)] == ["parent has 3\n", "stop it\n"]
        redis.stop()

        # When it forks, then its child has a share of its own
        try:
            told, _ = process.communicate("fork\n", timeout=60)
        finally:
            process.kill()
    assert told == "child has 2\n"
