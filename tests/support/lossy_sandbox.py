"""A sandbox in the test's own event loop, for virtual time, which can lose and delay things."""

from __future__ import annotations

import asyncio
import json
from collections import deque
from datetime import datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

import httpx
from attrs import frozen

from mews_connector import MewsClient, RateLimit, RetryPolicy
from mews_toolkit.sandbox import ACCESS_TOKEN, CLIENT_TOKEN, Sandbox
from mews_toolkit.sandbox.app import create_app
from support.clients import BASE_URL
from support.virtual_time import virtual_clock

__all__ = ["Carried", "InProcess", "Lost", "ids_under", "in_process"]

_WRITE = "/payments/addExternal"
_READ = "/payments/getAll"


@frozen
class Lost:
    """The connection breaks, with the request never carried out."""


@frozen
class Carried:
    """The connection breaks, and the request is carried out that many seconds later."""

    after: float = 0.0


class InProcess(httpx.AsyncBaseTransport):
    """Carries requests to the sandbox; `fates` are those of the next additions, then all is well.

    Lists show a payment only `lag` seconds after it was written, or with `shuffled` after a time of
    its own until then, so that rows do not show in their order. Older versions of the API do not
    name what they add.
    """

    def __init__(self, sandbox: Sandbox, *, lag: float = 0.0) -> None:
        self.sandbox = sandbox
        self.lag = timedelta(seconds=lag)
        self.shuffled: Random | None = None
        self._lags: dict[str, timedelta] = {}
        self.fates: deque[Lost | Carried] = deque()
        self.names_what_it_adds = True
        self._inner = httpx.ASGITransport(create_app(sandbox))
        self._under_way: set[asyncio.Task[object]] = set()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        await request.aread()
        path = request.url.path
        if path.endswith(_WRITE) and self.fates:
            await self._meet(self.fates.popleft(), request)
        response = await self._inner.handle_async_request(request)
        if path.endswith(_WRITE) and not self.names_what_it_adds:
            return httpx.Response(200, json={})
        if not path.endswith(_READ) or response.status_code != 200:
            return response
        return httpx.Response(200, json=self._seen(json.loads(await response.aread())))

    async def all_carried_out(self) -> None:
        """Waits until nothing is on its way any more."""
        while self._under_way:
            await asyncio.wait(self._under_way)

    async def _meet(self, fate: Lost | Carried, request: httpx.Request) -> None:
        if isinstance(fate, Carried):
            later = asyncio.create_task(self._carry_out(request, fate.after))
            self._under_way.add(later)
            later.add_done_callback(self._under_way.discard)
            if not fate.after:
                await asyncio.wait([later])
        raise httpx.ReadError("the connection broke", request=request)

    async def _carry_out(self, request: httpx.Request, after: float) -> None:
        await asyncio.sleep(after)
        await self._inner.handle_async_request(request)

    def _seen(self, answer: dict[str, Any]) -> dict[str, Any]:
        now = self.sandbox.now()
        rows = answer["Payments"]
        shown = [
            it
            for it in rows
            if datetime.fromisoformat(it["CreatedUtc"]) <= now - self._lag_of(it["Id"])
        ]
        return answer | {"Payments": shown}

    def _lag_of(self, row: str) -> timedelta:
        if self.shuffled is None:
            return self.lag
        return self._lags.setdefault(row, self.shuffled.random() * self.lag)


def in_process(transport: httpx.AsyncBaseTransport, **keywords: Any) -> MewsClient:
    """A client as a process of its own would make it; closing it closes nothing."""
    defaults: dict[str, Any] = {
        "environment": BASE_URL,
        "client_token": CLIENT_TOKEN,
        "access_token": ACCESS_TOKEN,
        "client": "Specification 1.0",
        "retry": RetryPolicy(base_delay=0.001, max_delay=0.001),
        "rate_limit": RateLimit(1_000_000),
        "http_client": httpx.AsyncClient(transport=transport),
        "clock": virtual_clock(),
    }
    return MewsClient(**(defaults | keywords))


def ids_under(sandbox: Sandbox, external_identifier: str) -> list[UUID]:
    """The payments of the sandbox with that external identifier."""
    return [
        it.id
        for it in sandbox.payments
        if it.data is not None
        and it.data.external is not None
        and it.data.external.external_identifier == external_identifier
    ]
