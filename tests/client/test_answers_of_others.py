"""What comes over a connection is taken for the answer to the last request only if it can be."""

from __future__ import annotations

import asyncio
import json
import uuid
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from decimal import Decimal
from uuid import UUID

import pytest

from mews_connector import MewsClient, RateLimit, errors, models
from support.clients import ACCESS_TOKEN, CLIENT_TOKEN
from support.sandboxes import QUICK


class Answers:
    """A server that keeps its connections.

    Attributes:
        asked: The external identifier of each payment, as often as it was sent.
        connections: How many were made.
    """

    def __init__(self, say: Callable[[str], bytes]) -> None:
        self.asked: list[str] = []
        self.connections = 0
        self._say = say

    async def converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                length = int(head.lower().partition(b"content-length:")[2].split()[0])
                identifier = json.loads(await reader.readexactly(length))["ExternalIdentifier"]
                self.asked.append(identifier)
                writer.write(self._say(identifier))
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()


def written(status: int, body: bytes, request_id: str | None) -> bytes:
    named = "" if request_id is None else f"Request-Id: {request_id}\r\n"
    return f"HTTP/1.1 {status} Told\r\n{named}Content-Length: {len(body)}\r\n\r\n".encode() + body


def recorded(identifier: str, request_id: str | None) -> bytes:
    body = json.dumps({"ExternalPaymentId": str(UUID(int=int(identifier)))}).encode()
    return written(200, body, request_id)


@asynccontextmanager
async def client_of(answers: Answers) -> AsyncGenerator[MewsClient]:
    listener = await asyncio.start_server(answers.converse, "127.0.0.1")
    async with (
        listener,
        MewsClient(
            environment=f"http://127.0.0.1:{listener.sockets[0].getsockname()[1]}",
            client_token=CLIENT_TOKEN,
            access_token=ACCESS_TOKEN,
            client="Specification 1.0",
            retry=QUICK,
            rate_limit=RateLimit(1_000_000),
        ) as mews,
    ):
        yield mews


async def record(mews: MewsClient, number: int) -> int:
    added = await mews.payments.add_external(
        account_id=uuid.uuid4(),
        amount=models.AmountParameters(currency="GBP", gross_value=Decimal(1)),
        type_=models.ExternalPaymentType.CASH,
        external_identifier=str(number),
    )
    return added.external_payment_id.int if added.external_payment_id else 0


async def test_an_answer_said_twice_is_not_that_of_the_next_payment() -> None:
    # given
    answers = Answers(lambda identifier: recorded(identifier, f"request-{identifier}") * 2)

    async with client_of(answers) as mews:
        # when
        first = await record(mews, 1)
        with pytest.raises(errors.OutcomeUnknownError, match="came again") as caught:
            await record(mews, 2)
        third = await record(mews, 3)

    # then
    assert (first, third) == (1, 3)
    assert isinstance(caught.value.__cause__, errors.ResponseLostError)
    assert answers.asked == ["1", "2", "3"]
    assert answers.connections == 2


@pytest.mark.parametrize("body", [b"", b"<html>Slow down</html>"])
async def test_a_429_that_a_proxy_says_twice_has_no_payment_sent_twice(body: bytes) -> None:
    # given: no Request-Id tells that it is the same, and what 429 says of is sent again.
    told: list[str] = []

    def say(identifier: str) -> bytes:
        told.append(identifier)
        if len(told) == 1:
            return written(429, body, None) * 2
        return recorded(identifier, f"request-{len(told)}")

    answers = Answers(say)

    # when
    async with client_of(answers) as mews:
        first = await record(mews, 1)

    # then: once turned away, once carried out.
    assert (first, answers.asked) == (1, ["1", "1"])
    assert answers.connections == 2


async def test_connections_are_kept_where_each_answer_is_another() -> None:
    numbers = iter(range(100))
    answers = Answers(lambda identifier: recorded(identifier, f"request-{next(numbers)}"))

    async with client_of(answers) as mews:
        assert [await record(mews, it) for it in range(1, 6)] == [1, 2, 3, 4, 5]

    assert answers.connections == 1


async def test_connections_are_kept_where_successes_have_no_request_id() -> None:
    answers = Answers(lambda identifier: recorded(identifier, None))

    async with client_of(answers) as mews:
        assert [await record(mews, it) for it in range(1, 6)] == [1, 2, 3, 4, 5]

    assert answers.connections == 1
