"""A process that exports payments, until it is done or killed."""

from __future__ import annotations

import asyncio
import sys
from datetime import datetime

from mews_connector import MewsClient, RateLimit, models
from mews_toolkit.export import Export, ExportProgress
from mews_toolkit.sandbox import ACCESS_TOKEN, CLIENT_TOKEN


def say(progress: ExportProgress) -> None:
    sys.stdout.write(f"{progress.rows}\n")
    sys.stdout.flush()


async def export(server: str, file: str, start: str, end: str) -> None:
    created = models.TimeInterval(
        start_utc=datetime.fromisoformat(start), end_utc=datetime.fromisoformat(end)
    )
    async with MewsClient(
        environment=server,
        client_token=CLIENT_TOKEN,
        access_token=ACCESS_TOKEN,
        client="Mortal export 1.0",
        rate_limit=RateLimit(1_000_000),
    ) as mews:
        await Export(file, resume=True, checkpoint=0, on_progress=say).run(
            mews, lambda it: it.payments.get_all, created_utc=created, page_size=20
        )


if __name__ == "__main__":
    asyncio.run(export(*sys.argv[1:]))
