"""Clients of a sandbox on a real socket, quick to fail and to try again."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from mews_connector import MewsClient, RateLimit, RetryPolicy
from mews_toolkit.sandbox import ACCESS_TOKEN, CLIENT_TOKEN, Server

__all__ = ["QUICK", "sandbox_client", "until"]

QUICK = RetryPolicy(base_delay=0.001, max_delay=0.001)
"""The default number of attempts, without the waits between them."""


def sandbox_client(server: Server, **keywords: Any) -> MewsClient:
    """A client that no rate limit holds up."""
    defaults: dict[str, Any] = {
        "environment": server.url,
        "client_token": CLIENT_TOKEN,
        "access_token": ACCESS_TOKEN,
        "client": "Specification 1.0",
        "retry": QUICK,
        "rate_limit": RateLimit(1_000_000),
    }
    return MewsClient(**(defaults | keywords))


async def until(condition: Callable[[], object]) -> None:
    """Waits for something that happens outside of this event loop, and soon."""
    async with asyncio.timeout(2):
        while not condition():  # noqa: ASYNC110 - no event of another thread to wait for
            await asyncio.sleep(0.001)
