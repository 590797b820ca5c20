"""What becomes of one request, as a value; and calls of each kind that meet it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from decimal import Decimal
from typing import Any, TypeAlias
from uuid import UUID

import httpx
import pytest
from pytest_httpx import HTTPXMock

from mews_connector import MewsClient, Page, RetryPolicy, models
from mews_connector.errors import MewsError
from support.clients import virtual_client

__all__ = [
    "SUCCESS",
    "Behaviour",
    "CallOf",
    "answers",
    "error_of",
    "garbles_the_body",
    "loses_the_body",
    "play",
    "raises",
    "read_page",
    "read_plain",
    "slowly",
    "succeeds",
    "trickles_for_ever",
    "write",
    "write_plain",
]

Behaviour: TypeAlias = Callable[[httpx.Request], Awaitable[httpx.Response]]
CallOf: TypeAlias = Callable[[MewsClient], Awaitable[object]]

SUCCESS: dict[str, object] = {
    "Payments": [],
    "Cursor": None,
    "ExternalPaymentId": "11111111-2222-3333-4444-555555555555",
}
"""A body that each of the calls below reads as its result."""

_ID = UUID("8ddea57b-6a5c-4eec-8c4c-24467dce118e")


async def read_page(
    mews: MewsClient, *, page_size: int = 1000
) -> Page[models.Payment, models.PaymentsGetAllResult]:
    return await mews.payments.get_all(payment_ids=[_ID], page_size=page_size).first_page()


async def read_plain(mews: MewsClient) -> object:
    return await mews.call("payments/getAll", {"PaymentIds": [_ID]}, kind="read")


async def write(mews: MewsClient) -> object:
    return await mews.payments.add_external(
        account_id=_ID,
        amount=models.AmountParameters(currency="GBP", gross_value=Decimal("12.30")),
    )


async def write_plain(mews: MewsClient) -> object:
    return await mews.call("payments/addExternal", {"AccountId": _ID})


def raises(error: type[httpx.TransportError]) -> Behaviour:
    """Nothing comes back but an exception of httpx."""

    async def behave(request: httpx.Request) -> httpx.Response:
        raise error(f"the mock's {error.__name__}", request=request)

    return behave


def answers(status: int, **content: Any) -> Behaviour:
    """The answer with this content, which is given as `httpx.Response` takes it."""

    async def behave(_: httpx.Request) -> httpx.Response:
        return httpx.Response(status, **content)

    return behave


def succeeds(**headers: str) -> Behaviour:
    return answers(200, json=SUCCESS, headers=headers)


def slowly(seconds: float, behaviour: Behaviour) -> Behaviour:
    """The same, so much later."""

    async def behave(request: httpx.Request) -> httpx.Response:
        await asyncio.sleep(seconds)
        return await behaviour(request)

    return behave


def loses_the_body(status: int = 200, **content: Any) -> Behaviour:
    """The status and the headers arrive, and then half of a body."""

    async def body() -> AsyncIterator[bytes]:
        yield b'{"Payments": ['
        raise httpx.RemoteProtocolError("the mock closed the connection")

    return _streams(status, body, **content)


def garbles_the_body() -> Behaviour:
    """The headers promise another encoding than the body has."""

    async def body() -> AsyncIterator[bytes]:
        yield b"not gzip"

    return _streams(200, body, headers={"Content-Encoding": "gzip"})


def trickles_for_ever() -> Behaviour:
    """A body of which a little more arrives each second."""

    async def body() -> AsyncIterator[bytes]:
        while True:
            yield b" "
            await asyncio.sleep(1)

    return _streams(200, body)


def _streams(status: int, body: Callable[[], AsyncIterator[bytes]], **content: Any) -> Behaviour:
    async def behave(_: httpx.Request) -> httpx.Response:
        return httpx.Response(status, stream=_Stream(body), **content)

    return behave


class _Stream(httpx.AsyncByteStream):
    def __init__(self, body: Callable[[], AsyncIterator[bytes]]) -> None:
        self._body = body

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self._body()


def play(httpx_mock: HTTPXMock, *behaviours: Behaviour) -> list[float]:
    """The requests to come meet these, one each and in this order.

    The list fills with the time, on the loop's clock, at which each was sent.
    """
    sent_at: list[float] = []

    def noting(behaviour: Behaviour) -> Behaviour:
        async def behave(request: httpx.Request) -> httpx.Response:
            sent_at.append(asyncio.get_running_loop().time())
            return await behaviour(request)

        return behave

    for behaviour in behaviours:
        httpx_mock.add_callback(noting(behaviour))
    return sent_at


async def error_of(
    httpx_mock: HTTPXMock, behaviour: Behaviour, call: CallOf = read_page
) -> MewsError:
    """What the call raises when its only request meets this."""
    play(httpx_mock, behaviour)
    async with virtual_client(retry=RetryPolicy(attempts=1)) as mews:
        with pytest.raises(MewsError) as raised:
            await call(mews)
    return raised.value
