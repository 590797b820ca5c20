"""Clients of a sandbox on a real socket, quick to fail and to try again."""

from __future__ import annotations

from typing import Any

from mews_connector import MewsClient, RateLimit, RetryPolicy
from mews_toolkit.sandbox import ACCESS_TOKEN, CLIENT_TOKEN, Server

__all__ = ["QUICK", "sandbox_client"]

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
