"""A sandbox for each test, and callers of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import httpx
import pytest

from mews_toolkit.sandbox import (
    ACCESS_TOKEN,
    PORTFOLIO_ACCESS_TOKEN,
    Sandbox,
    Server,
    serve_in_thread,
)
from support.documented_caller import DocumentedCaller, plain_client


@pytest.fixture
def now() -> datetime:
    return datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


@pytest.fixture
def sandbox(now: datetime) -> Sandbox:
    return Sandbox(payments=300, limit=None, now=lambda: now)


@pytest.fixture
def server(sandbox: Sandbox) -> Iterator[Server]:
    with serve_in_thread(sandbox) as server:
        yield server


@pytest.fixture
def http(server: Server) -> Iterator[httpx.Client]:
    with plain_client(server.url) as http:
        yield http


@pytest.fixture
def api(http: httpx.Client) -> DocumentedCaller:
    """A caller with the token of one enterprise."""
    return DocumentedCaller(http, ACCESS_TOKEN)


@pytest.fixture
def portfolio(http: httpx.Client) -> DocumentedCaller:
    """A caller with the token of all enterprises."""
    return DocumentedCaller(http, PORTFOLIO_ACCESS_TOKEN)
