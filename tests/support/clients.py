"""Clients for tests, made the same way everywhere."""

from __future__ import annotations

from typing import Any

from mews_connector import MewsClient
from support.virtual_time import virtual_clock

__all__ = ["ACCESS_TOKEN", "BASE_URL", "CLIENT_TOKEN", "url_of", "virtual_client"]

BASE_URL = "https://mews.test"
CLIENT_TOKEN = "CLIENT-TOKEN-CANARY-51b0f3"
ACCESS_TOKEN = "ACCESS-TOKEN-CANARY-9c2d7e"


def virtual_client(**keywords: Any) -> MewsClient:
    """A client on virtual time, for answers given by `httpx_mock`."""
    defaults: dict[str, Any] = {
        "environment": BASE_URL,
        "client_token": CLIENT_TOKEN,
        "access_token": ACCESS_TOKEN,
        "client": "Specification 1.0",
        "clock": virtual_clock(),
    }
    return MewsClient(**(defaults | keywords))


def url_of(operation: str) -> str:
    """Where an operation is posted to."""
    return f"{BASE_URL}/api/connector/v1/{operation}"
