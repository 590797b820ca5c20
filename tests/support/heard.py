"""A client that calls over a real socket, and the answers that it got."""

from __future__ import annotations

import json
import ssl
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import httpx
from attrs import field, frozen

from mews_connector import MewsClient, RateLimit
from support.sandboxes import QUICK

__all__ = ["Heard", "caller_of"]


@frozen
class Heard:
    """A client, and every answer to it so far."""

    mews: MewsClient
    answers: list[httpx.Response] = field(factory=list[httpx.Response])


@asynccontextmanager
async def caller_of(url: str, request: bytes) -> AsyncGenerator[Heard]:
    """A client of the server at this URL with the request's tokens; no rate limit holds it up."""
    example = json.loads(request)
    answers: list[httpx.Response] = []

    async def hear(response: httpx.Response) -> None:
        answers.append(response)

    # A context without certificates spares the time to load them: the servers speak plain HTTP.
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    hooks = {"response": [hear]}
    async with (
        httpx.AsyncClient(verify=context, trust_env=False, event_hooks=hooks) as http,
        MewsClient(
            environment=url,
            client_token=example["ClientToken"],
            access_token=example["AccessToken"],
            client=example.get("Client", "Specification 1.0"),
            retry=QUICK,
            rate_limit=RateLimit(1_000_000),
            http_client=http,
        ) as mews,
    ):
        yield Heard(mews, answers)
