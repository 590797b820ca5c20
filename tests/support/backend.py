"""The backend of examples/ on a real uvicorn, in the event loop of the test."""

from __future__ import annotations

import asyncio
import json
import ssl
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, cast
from uuid import UUID, uuid4

import httpx
import uvicorn
from attrs import field, frozen

from fastapi_app.app import create_app
from fastapi_app.settings import Settings
from mews_connector import MewsClient, RateLimit
from mews_toolkit.sandbox import ACCESS_TOKEN, CLIENT_TOKEN, InProcess, Sandbox
from support.sandboxes import QUICK

__all__ = ["API_KEY", "WEBHOOK_TOKEN", "Backend", "Gate", "interval", "lines", "running", "told"]

# The caller speaks plain http; httpx would load all certificates for each one.
_UNUSED = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)

API_KEY = "the-key-of-the-till"
WEBHOOK_TOKEN = "the-last-part-of-the-address"


@frozen
class Backend:
    """A backend that is running, and somebody who calls it."""

    server: uvicorn.Server
    url: str
    caller: httpx.AsyncClient

    @property
    def under_way(self) -> int:
        """How many requests it has not answered to the end."""
        return len(self.server.server_state.tasks)

    async def tell(self, *payment_ids: UUID, token: str = WEBHOOK_TOKEN) -> int:
        """Sends a webhook that says that these payments changed, and gives its status."""
        answer = await self.caller.post(f"/webhooks/{token}", content=told(*payment_ids))
        return answer.status_code

    async def state_of(self, payment_id: UUID) -> str | None:
        """What it knows of a payment."""
        answer = await self.caller.get(f"/payments/{payment_id}")
        return answer.json()["state"] if answer.is_success else None


@frozen
class Gate(httpx.AsyncBaseTransport):
    """A Mews behind a gate. While it is closed, requests stand before it.

    If `after` names an operation, only the answers to that one stand, with the work done.
    """

    sandbox: Sandbox
    after: str | None = None
    is_open: asyncio.Event = field(factory=asyncio.Event)
    arrived: asyncio.Event = field(factory=asyncio.Event)
    # A pause that a server asks for holds for all clients of its token in this process.
    url: str = field(factory=lambda: f"https://{uuid4().hex}.test")

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        if self.after is None:
            await self._pass()
        answer = await InProcess(self.sandbox).handle_async_request(request)
        if self.after is not None and request.url.path.endswith(self.after):
            await self._pass()
        return answer

    async def _pass(self) -> None:
        self.arrived.set()
        await self.is_open.wait()

    @classmethod
    def opened(cls, sandbox: Sandbox) -> Gate:
        gate = cls(sandbox)
        gate.is_open.set()
        return gate

    def connect(self) -> MewsClient:
        """A client that has to pass it."""
        return MewsClient(
            environment=self.url,
            client_token=CLIENT_TOKEN,
            access_token=ACCESS_TOKEN,
            client="Specification 1.0",
            retry=QUICK,
            rate_limit=RateLimit(1_000_000),
            http_client=httpx.AsyncClient(transport=self),
        )


def told(*payment_ids: UUID) -> bytes:
    """The body of a webhook."""
    events = [{"Discriminator": "PaymentUpdated", "Value": {"Id": str(it)}} for it in payment_ids]
    about = {"EnterpriseId": str(UUID(int=1)), "IntegrationId": str(UUID(int=2))}
    return json.dumps(about | {"Events": events}).encode()


def interval(days: int = 88) -> dict[str, str]:
    """The last so many days, as the backend is asked for them."""
    end = datetime.now(UTC) + timedelta(minutes=1)
    return {"start": (end - timedelta(days=days)).isoformat(), "end": end.isoformat()}


def lines(text: str) -> list[tuple[str, Any]]:
    """What each line is, and what it holds."""
    found: list[tuple[str, Any]] = []
    for line in text.splitlines():
        [(name, value)] = cast("dict[str, Any]", json.loads(line)).items()
        found.append((name, value))
    return found


@asynccontextmanager
async def running(folder: Path, connect: Callable[[], MewsClient]) -> AsyncGenerator[Backend]:
    """Starts it, and stops it as a signal would."""
    app = create_app(Settings(API_KEY, WEBHOOK_TOKEN, folder), connect)
    server = uvicorn.Server(
        uvicorn.Config(
            app, port=0, lifespan="on", log_config=None, timeout_graceful_shutdown=1, backlog=512
        )
    )
    serving = asyncio.create_task(server.serve())
    try:
        async with asyncio.timeout(10):
            while not server.started:
                assert not serving.done(), "the backend did not start"
                await asyncio.sleep(0.001)
        url = f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
        async with httpx.AsyncClient(
            base_url=url,
            headers={"Authorization": f"Bearer {API_KEY}"},
            limits=httpx.Limits(max_connections=None),
            trust_env=False,
            verify=_UNUSED,
            timeout=30,
        ) as caller:
            yield Backend(server, url, caller)
    finally:
        server.should_exit = True
        await serving
