"""What is sent again, what is raised at once and what is left open: the retry table, each cell."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import product
from typing import Any, TypeAlias

import httpx
import pytest
from attrs import frozen
from pytest_httpx import HTTPXMock

from mews_connector import RetryPolicy, errors
from support.clients import virtual_client
from support.exchanges import (
    Behaviour,
    CallOf,
    answers,
    garbles_the_body,
    loses_the_body,
    play,
    raises,
    read_page,
    read_plain,
    succeeds,
    write,
    write_plain,
)

pytestmark = pytest.mark.virtual_time

Faults: TypeAlias = dict[str, Behaviour]

READS: dict[str, CallOf] = {"paged read": read_page, "plain read": read_plain}
WRITES: dict[str, CallOf] = {"write": write, "plain write": write_plain}


@frozen
class Cell:
    """What a call does about a fault, and the error that it comes to in the end."""

    error: type[errors.MewsError]


class Again(Cell):
    """It is sent again; this is raised when the attempts are used up."""


class Raised(Cell):
    """This is raised at once."""


class LeftOpen(Cell):
    """The outcome is unknown, this is why, and nothing is sent again."""


NOTHING_SENT: Faults = {
    "connect error": raises(httpx.ConnectError),
    "connect timeout": raises(httpx.ConnectTimeout),
    "pool timeout": raises(httpx.PoolTimeout),
    "proxy error": raises(httpx.ProxyError),
}
LOST: Faults = {
    "read timeout": raises(httpx.ReadTimeout),
    "read error": raises(httpx.ReadError),
    "write timeout": raises(httpx.WriteTimeout),
    "write error": raises(httpx.WriteError),
    "protocol error": raises(httpx.RemoteProtocolError),
    "body cut": loses_the_body(),
    "body garbled": garbles_the_body(),
}
SERVER_FAULT: Faults = {
    "500": answers(500, json={"Message": "Something broke."}),
    "502 of a proxy": answers(502, html="<h1>Bad Gateway</h1>"),
    "503 empty": answers(503),
    "504 cut": loses_the_body(504),
    "522": answers(522, text="error code: 522"),
}
ELSEWHERE = {"Location": "https://elsewhere.test/api"}
UNEXPECTED: Faults = {
    "301": answers(301, headers=ELSEWHERE),
    "302": answers(302, headers=ELSEWHERE),
    "303": answers(303, headers=ELSEWHERE),
    "304": answers(304),
    "307": answers(307, headers=ELSEWHERE),
    "308": answers(308, headers=ELSEWHERE),
    "418": answers(418),
}
NOWHERE: Faults = {
    "redirect to no port": answers(302, headers={"Location": "https://elsewhere.test:port/"}),
    "redirect to no host": answers(302, headers={"Location": "https://xn--/"}),
}
# httpx works out where a redirect leads, and stumbles, even if it is not to be followed. httpx2,
# in its place, gives the answer.
(LOST if httpx.__name__ == "httpx" else UNEXPECTED).update(NOWHERE)
FORBIDDEN: Faults = {"403": answers(403), "403 cut": loses_the_body(403)}
DECLINED: Faults = {"403": answers(403, json={"Message": "Transaction was declined (Refused)."})}
UNREADABLE: Faults = {
    "HTML": answers(200, html="<h1>Welcome to the hotel's network</h1>"),
    "empty": answers(200, content=b""),
    "cut JSON": answers(200, content=b'{"Payments": [{"Id": "8ddea5'),
    "not UTF-8": answers(200, content=b'"\xed\xa0\x80"'),
    "number out of all range": answers(200, content=b"1e99999999999999999999"),
    "nested without end": answers(200, content=b"[" * 100_000),
}

TABLE: list[tuple[Faults, Cell, Cell]] = [
    # faults, what a read does, what a write does
    (NOTHING_SENT, Again(errors.NotSentError), Again(errors.NotSentError)),
    ({"429": answers(429)}, Again(errors.RateLimitedError), Again(errors.RateLimitedError)),
    (
        {"408": answers(408)},
        Again(errors.RequestTimeoutError),
        LeftOpen(errors.RequestTimeoutError),
    ),
    (SERVER_FAULT, Again(errors.ServerError), LeftOpen(errors.ServerError)),
    (LOST, Again(errors.ResponseLostError), LeftOpen(errors.ResponseLostError)),
    ({"409": answers(409)}, Raised(errors.ConflictError), Raised(errors.ConflictError)),
    ({"400": answers(400)}, Raised(errors.BadRequestError), Raised(errors.BadRequestError)),
    ({"401": answers(401)}, Raised(errors.UnauthorizedError), Raised(errors.UnauthorizedError)),
    (FORBIDDEN, Raised(errors.BusinessRuleError), Raised(errors.BusinessRuleError)),
    (DECLINED, Raised(errors.CardDeclinedError), Raised(errors.CardDeclinedError)),
    ({"404": answers(404)}, Raised(errors.NotFoundError), Raised(errors.NotFoundError)),
    (
        {"413": answers(413)},
        Raised(errors.ContentTooLargeError),
        Raised(errors.ContentTooLargeError),
    ),
    (UNEXPECTED, Raised(errors.UnexpectedStatusError), LeftOpen(errors.UnexpectedStatusError)),
    (UNREADABLE, Raised(errors.InvalidResponseError), LeftOpen(errors.InvalidResponseError)),
]


def cells(kind: type[Cell]) -> pytest.MarkDecorator:
    """Each cell of that kind: each of its faults, met by each way to read or to write."""
    return pytest.mark.parametrize(("fault", "call", "error"), list(_cells(kind)))


def _cells(kind: type[Cell]) -> Iterator[Any]:
    for faults, *row in TABLE:
        for cell, calls in zip(row, (READS, WRITES), strict=True):
            if isinstance(cell, kind):
                for (fault, behaviour), (name, call) in product(faults.items(), calls.items()):
                    yield pytest.param(behaviour, call, cell.error, id=f"{fault}, {name}")


@cells(Again)
async def test_it_is_sent_again_and_succeeds(
    httpx_mock: HTTPXMock, fault: Behaviour, call: CallOf, error: type[errors.MewsError]
) -> None:
    del error
    play(httpx_mock, fault, succeeds())
    async with virtual_client() as mews:
        await call(mews)
    assert len(httpx_mock.get_requests()) == 2


@cells(Again)
async def test_it_is_sent_again_until_the_attempts_are_used_up(
    httpx_mock: HTTPXMock, fault: Behaviour, call: CallOf, error: type[errors.MewsError]
) -> None:
    play(httpx_mock, fault, fault, fault)
    async with virtual_client(retry=RetryPolicy(attempts=3)) as mews:
        with pytest.raises(errors.MewsError) as raised:
            await call(mews)
    assert type(raised.value) is error
    assert len(httpx_mock.get_requests()) == 3


@cells(Raised)
async def test_it_is_raised_at_once(
    httpx_mock: HTTPXMock, fault: Behaviour, call: CallOf, error: type[errors.MewsError]
) -> None:
    play(httpx_mock, fault)
    async with virtual_client() as mews:
        with pytest.raises(errors.MewsError) as raised:
            await call(mews)
    assert type(raised.value) is error
    assert len(httpx_mock.get_requests()) == 1


@cells(LeftOpen)
async def test_it_is_left_open_and_never_sent_again(
    httpx_mock: HTTPXMock, fault: Behaviour, call: CallOf, error: type[errors.MewsError]
) -> None:
    play(httpx_mock, fault)
    async with virtual_client() as mews:
        with pytest.raises(errors.OutcomeUnknownError) as raised:
            await call(mews)
    assert type(raised.value.__cause__) is error
    assert len(httpx_mock.get_requests()) == 1


@pytest.mark.parametrize("call", [read_page, read_plain, write, write_plain])
async def test_what_is_sent_again_is_the_same_to_the_last_byte(
    httpx_mock: HTTPXMock, call: CallOf
) -> None:
    play(httpx_mock, answers(429), succeeds())
    async with virtual_client() as mews:
        await call(mews)
    first, second = httpx_mock.get_requests()
    assert first.content == second.content


@pytest.mark.parametrize(("asked", "asked_next"), [(1000, 500), (3, 1), (1, 1)])
async def test_a_page_that_was_too_heavy_is_asked_for_with_half_as_many_rows(
    httpx_mock: HTTPXMock, asked: int, asked_next: int
) -> None:
    play(httpx_mock, answers(408), succeeds())
    async with virtual_client() as mews:
        await read_page(mews, page_size=asked)
    bodies = [json.loads(request.content) for request in httpx_mock.get_requests()]
    assert [body["Limitation"]["Count"] for body in bodies] == [asked, asked_next]


async def test_a_plain_read_that_was_too_heavy_is_sent_again_as_it_was(
    httpx_mock: HTTPXMock,
) -> None:
    play(httpx_mock, answers(408), succeeds())
    async with virtual_client() as mews:
        await read_plain(mews)
    first, second = httpx_mock.get_requests()
    assert first.content == second.content


@pytest.mark.parametrize(
    "body",
    [[], {}, {"Payments": 7}, {"Payments": [7]}, {"Payments": [], "Cursor": "first"}],
    ids=repr,
)
async def test_a_page_of_wrong_types_is_raised_at_once(httpx_mock: HTTPXMock, body: object) -> None:
    play(httpx_mock, answers(200, json=body))
    async with virtual_client() as mews:
        with pytest.raises(errors.InvalidResponseError):
            await read_page(mews)
    assert len(httpx_mock.get_requests()) == 1


@pytest.mark.parametrize("body", [[], 7, {"ExternalPaymentId": 7}], ids=repr)
async def test_a_result_of_wrong_types_leaves_a_write_open(
    httpx_mock: HTTPXMock, body: object
) -> None:
    play(httpx_mock, answers(200, json=body))
    async with virtual_client() as mews:
        with pytest.raises(errors.OutcomeUnknownError) as raised:
            await write(mews)
    assert type(raised.value.__cause__) is errors.InvalidResponseError
    assert len(httpx_mock.get_requests()) == 1


async def test_redirects_are_not_followed_by_a_client_of_the_users_that_would(
    httpx_mock: HTTPXMock,
) -> None:
    play(httpx_mock, answers(307, headers=ELSEWHERE))
    async with httpx.AsyncClient(follow_redirects=True) as http:
        with pytest.raises(errors.OutcomeUnknownError):
            await write(virtual_client(http_client=http))
    assert [request.url.host for request in httpx_mock.get_requests()] == ["mews.test"]
