"""`python -m support.soak`: a client at the full rate for minutes, a fault in a hundred requests.

It fails if its memory, file descriptors or tasks grow, or if a promise is broken. The server is a
process of its own, so that all that is measured is the client's.
"""

from __future__ import annotations

import asyncio
import gc
import json
import resource
import sys
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from statistics import median
from time import monotonic
from typing import Any
from uuid import UUID

from attrs import Factory, define, frozen

from mews_connector import MewsClient, RateLimit, RetryPolicy, errors, models
from mews_toolkit.sandbox import ACCESS_TOKEN, CLIENT_TOKEN

_LIMIT = RateLimit()
_CALLERS = 10
_BADNESS = 0.01
# Whoever waits for a server that says nothing waits so long, and the others go on.
_TIMEOUT = 5.0
_MOST_BYTES = 4 * 1024 * 1024
_MORE_MEMORY = 3 * 1024 * 1024
_PROCESS = Path("/proc/self")


@frozen
class Sample:
    """The process at one moment."""

    seconds: float
    memory: int
    descriptors: int
    tasks: int


@define
class Books:
    """What callers asked for, and what they were told."""

    asked: int = 0
    recorded: set[str] = Factory(set[str])
    refused: set[str] = Factory(set[str])
    unknown: set[str] = Factory(set[str])
    errors: Counter[str] = Factory(Counter[str])
    reads: int = 0


def sample(since: float) -> Sample:
    """Takes one, garbage collected."""
    gc.collect()
    pages = int((_PROCESS / "statm").read_text().split()[1])
    return Sample(
        monotonic() - since,
        pages * resource.getpagesize(),
        len(list((_PROCESS / "fd").iterdir())),
        len(asyncio.all_tasks()),
    )


async def call_on_and_on(mews: MewsClient, account_id: UUID, until: float, books: Books) -> None:
    """Records payments and reads lists by turns."""
    now = datetime.now(UTC)
    span = models.TimeInterval(start_utc=now - timedelta(days=60), end_utc=now)
    while monotonic() < until:
        books.asked += 1
        identifier = f"soak/{books.asked}"
        try:
            await mews.payments.add_external(
                account_id=account_id,
                amount=models.AmountParameters(currency="GBP", gross_value=Decimal("12.30")),
                type_=models.ExternalPaymentType.CASH,
                external_identifier=identifier,
            )
        except errors.OutcomeUnknownError as error:
            books.unknown.add(identifier)
            books.errors[type(error.__cause__).__name__] += 1
        except errors.MewsError as error:
            books.refused.add(identifier)
            books.errors[type(error).__name__] += 1
        else:
            books.recorded.add(identifier)
        try:
            await mews.payments.get_all(created_utc=span, page_size=50).collect()
            books.reads += 1
        except errors.MewsError as error:
            books.errors[type(error).__name__] += 1


async def soak(minutes: float) -> list[str]:
    """What is wrong after so many minutes; prints the figures."""
    server = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "support.faulty",
        str(_BADNESS),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        limit=2**26,
    )
    assert server.stdin is not None
    assert server.stdout is not None
    told: dict[str, Any] = json.loads(await server.stdout.readline())
    books = Books()
    samples: list[Sample] = []
    since = monotonic()
    until = since + minutes * 60
    async with MewsClient(
        environment=told["url"],
        client_token=CLIENT_TOKEN,
        access_token=ACCESS_TOKEN,
        client="Soak 1.0",
        timeout=_TIMEOUT,
        retry=RetryPolicy(deadline=120),
        max_answer_bytes=_MOST_BYTES,
    ) as mews:
        account_id = UUID(told["account"])
        async with asyncio.TaskGroup() as group:
            for _ in range(_CALLERS):
                group.create_task(call_on_and_on(mews, account_id, until, books))
            while monotonic() < until:
                await asyncio.sleep(minutes * 60 / 60)
                samples.append(sample(since))
    server.stdin.close()
    seen: dict[str, Any] = json.loads(await server.stdout.readline())
    await server.wait()
    _show(samples, books, seen, monotonic() - since)
    return [*_growth(samples), *_broken_promises(books, seen)]


def _growth(samples: Sequence[Sample]) -> list[str]:
    # The first half is for connections to open and caches to fill.
    half = samples[len(samples) // 2 :]
    early, late = half[: len(half) // 2], half[len(half) // 2 :]
    found: list[str] = []
    more = median(it.memory for it in late) - median(it.memory for it in early)
    if more > _MORE_MEMORY:
        found.append(f"memory grew by {more / 2**20:.1f} MiB")
    if max(it.descriptors for it in late) > max(it.descriptors for it in samples[: -len(late)]) + 1:
        found.append("file descriptors grew")
    if max(it.tasks for it in late) > max(it.tasks for it in samples[: -len(late)]) + _CALLERS:
        found.append("tasks grew")
    return found


def _broken_promises(books: Books, seen: dict[str, Any]) -> list[str]:
    recorded: dict[str, int] = seen["recorded"]
    arrivals: list[float] = seen["arrivals"]
    found = [f"{it} was recorded {count} times" for it, count in recorded.items() if count > 1]
    found += [f"{it} is missing" for it in books.recorded if it not in recorded]
    found += [f"{it} was recorded and denied" for it in books.refused if it in recorded]
    least = min(
        (b - a for a, b in zip(arrivals, arrivals[_LIMIT.requests :], strict=False)),
        default=_LIMIT.seconds,
    )
    if least < _LIMIT.seconds:
        found.append(f"{_LIMIT.requests + 1} requests within {least:.3f} s")
    return found


def _show(samples: Sequence[Sample], books: Books, seen: dict[str, Any], seconds: float) -> None:
    print("seconds    memory  descriptors  tasks")
    for it in samples[:: max(1, len(samples) // 12)]:
        print(f"{it.seconds:7.0f} {it.memory / 2**20:6.1f} MiB {it.descriptors:9}  {it.tasks:7}")
    print(f"{len(seen['arrivals'])} requests in {seconds:.0f} s; by the server: {seen['mishaps']}")
    print(
        f"payments: {books.asked} asked for, {len(books.recorded)} recorded,"
        f" {len(books.refused)} refused, {len(books.unknown)} unknown; lists read: {books.reads};"
        f" errors: {dict(books.errors)}"
    )


def main() -> None:
    """Soaks for some minutes."""
    parser = ArgumentParser(prog="python -m support.soak", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10.0, help="how long (10)")
    found = asyncio.run(soak(parser.parse_args().minutes))
    if found:
        sys.exit("; ".join(found))
    print("Nothing grew, and no promise was broken.")


if __name__ == "__main__":
    main()
