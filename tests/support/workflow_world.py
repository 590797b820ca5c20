"""A sandbox in this very process, on virtual time, whose rows can show up late."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, cast

import httpx

from mews_connector import MewsClient, RateLimit, RetryPolicy
from mews_toolkit.sandbox import ACCESS_TOKEN, CLIENT_TOKEN, Sandbox
from mews_toolkit.sandbox.app import create_app
from support.virtual_time import virtual_clock

__all__ = ["World"]


class World:
    """A sandbox and a client of it, which share a clock that jumps.

    Attributes:
        lag: Seconds for which a new row is not listed.
    """

    def __init__(self, *, payments: int = 0, **keywords: Any) -> None:
        self.clock = virtual_clock()
        self.sandbox = Sandbox(payments=payments, limit=None, now=self.clock.utc)
        self.lag = 0.0
        self._before: dict[str, list[Callable[[], object]]] = {}
        defaults: dict[str, Any] = {
            "environment": "https://mews.test",
            "client_token": CLIENT_TOKEN,
            "access_token": ACCESS_TOKEN,
            "client": "Specification 1.0",
            "retry": RetryPolicy(attempts=2),
            "rate_limit": RateLimit(1_000_000),
            "clock": self.clock,
            "http_client": httpx.AsyncClient(transport=_Transport(self)),
        }
        self.mews = MewsClient(**(defaults | keywords))

    def before(self, operation: str, change: Callable[[], object]) -> None:
        """Has something happen when a call of the operation arrives, once."""
        self._before.setdefault(operation, []).append(change)

    def calls(self, operation: str) -> int:
        """How often the operation was asked for."""
        return sum(call.operation == operation for call in self.sandbox.calls)

    def arrivals(self, operation: str) -> list[float]:
        """At which virtual seconds."""
        start = self.sandbox.calls[0].arrived_utc
        return [
            (call.arrived_utc - start).total_seconds()
            for call in self.sandbox.calls
            if call.operation == operation
        ]

    def arrived(self, operation: str) -> None:
        """Carries out what was to happen before this call."""
        if changes := self._before.get(operation):
            changes.pop(0)()


class _Transport(httpx.AsyncBaseTransport):
    def __init__(self, world: World) -> None:
        self._world = world
        self._app = httpx.ASGITransport(create_app(world.sandbox))

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        operation = request.url.path.removeprefix("/api/connector/v1/")
        self._world.arrived(operation)
        response = await self._app.handle_async_request(request)
        if not operation.endswith("/getAll") or response.status_code != 200 or not self._world.lag:
            return response
        text = await response.aread()
        shown = self._world.clock.utc() - timedelta(seconds=self._world.lag)
        body = {name: _shown(value, shown) for name, value in json.loads(text).items()}
        return httpx.Response(200, json=body, request=request)


def _shown(value: Any, until: datetime) -> Any:
    if not isinstance(value, list):
        return value
    rows = cast("list[dict[str, str]]", value)
    return [it for it in rows if datetime.fromisoformat(it["CreatedUtc"]) <= until]
