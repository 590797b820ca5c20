"""Which token sent when."""

from __future__ import annotations

import asyncio
import json

import httpx
from pytest_httpx import HTTPXMock

from mews_connector import MewsClient

__all__ = ["Arrivals", "read"]


async def read(mews: MewsClient) -> object:
    return await mews.call("configuration/get", kind="read")


class Arrivals:
    """A server that answers at once, and remembers which token sent when.

    The first `too_many` requests are answered with 429, to be repeated after 7 s.
    """

    def __init__(self, httpx_mock: HTTPXMock, *, too_many: int = 0) -> None:
        self._seen: list[tuple[str, float]] = []
        self._too_many = too_many
        httpx_mock.add_callback(self._answer, is_reusable=True)

    @property
    def times(self) -> list[float]:
        return [at for _, at in self._seen]

    def times_of(self, token: str) -> list[float]:
        return [at for sender, at in self._seen if sender == token]

    def _answer(self, request: httpx.Request) -> httpx.Response:
        token = json.loads(request.content)["AccessToken"]
        self._seen.append((token, asyncio.get_running_loop().time()))
        if len(self._seen) <= self._too_many:
            return httpx.Response(429, headers={"Retry-After": "7"})
        return httpx.Response(200, json={})
