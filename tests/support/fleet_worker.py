"""One process of a fleet: sends as fast as it is let, until it is told to stop or is killed."""

from __future__ import annotations

import asyncio
import json
import logging
import sys

from attrs import asdict, define

from mews_connector import MewsClient, RateLimit, RedisRateWindow

__all__ = ["Orders"]


@define
class Orders:
    """What a worker is told on its first line of input.

    Attributes:
        opening: How many requests it spreads over the first window. Sent all at once they would
            come all at once in every later window, and the machine's speed would be measured.
    """

    redis: str
    server: str
    client_token: str
    access_token: str
    requests: int
    seconds: float
    tasks: int
    opening: int

    def to_json(self) -> str:
        return json.dumps(asdict(self))


async def work(orders: Orders) -> None:
    # Redis gets more time than by default: so many processes may keep the machine busy.
    window = RedisRateWindow(
        orders.redis, limit=RateLimit(orders.requests, orders.seconds), timeout=2.0
    )
    async with MewsClient(
        environment=orders.server,
        client_token=orders.client_token,
        access_token=orders.access_token,
        client="Fleet 1.0",
        limiter=window,
        max_concurrency=orders.tasks,
    ) as mews:

        async def send_one() -> None:
            await mews.call("taxEnvironments/getAll", kind="read")

        async def send() -> None:
            while True:
                await send_one()

        async def told_to_stop() -> None:
            await asyncio.to_thread(sys.stdin.readline)

        async with asyncio.TaskGroup() as opening:
            for _ in range(orders.opening):
                opening.create_task(send_one())
                await asyncio.sleep(orders.seconds / orders.opening)
        sending = [asyncio.create_task(send()) for _ in range(orders.tasks)]
        await asyncio.wait(
            [asyncio.create_task(told_to_stop()), *sending], return_when=asyncio.FIRST_COMPLETED
        )
        for task in sending:
            task.cancel()
        await asyncio.gather(*sending, return_exceptions=True)


if __name__ == "__main__":
    logging.basicConfig(level=logging.ERROR)
    logging.getLogger("mews_connector").addHandler(logging.StreamHandler())
    given = Orders(**json.loads(sys.stdin.readline()))
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    asyncio.run(work(given))
