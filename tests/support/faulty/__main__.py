"""`python -m support.faulty BADNESS`: a faulty server before a sandbox, until stdin ends.

Prints its URL, and in the end what it saw.
"""

from __future__ import annotations

import asyncio
import json
import sys
from datetime import UTC, datetime
from random import Random

from mews_toolkit.sandbox import Sandbox

from .server import FaultyServer, serve_faulty
from .stages import recorded, straight
from .weather import Weather

_ENDLESS = 10**9
_MOST_BYTES = 4 * 1024 * 1024


async def _serve(badness: float) -> None:
    sandbox = Sandbox(payments=500, limit=None)
    weather = Weather(Random(1), storm=_ENDLESS, badness=badness, longest_retry_after=4)
    server = FaultyServer(
        straight(sandbox),
        weather,
        now=lambda: datetime.now(UTC),
        pause=1.0,
        most=_MOST_BYTES,
    )
    loop = asyncio.get_running_loop()
    async with serve_faulty(server) as url:
        print(json.dumps({"url": url, "account": str(sandbox.customer().id)}), flush=True)
        await loop.run_in_executor(None, sys.stdin.read)
        seen = {
            "arrivals": server.arrivals,
            "mishaps": {it.value: count for it, count in server.mishaps.most_common()},
            "recorded": recorded(sandbox, "soak/"),
        }
        print(json.dumps(seen), flush=True)


if __name__ == "__main__":
    asyncio.run(_serve(float(sys.argv[1])))
