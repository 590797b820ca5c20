"""Whatever comes back, a call ends with a result or an error of ours, and in time.

`make fuzz-answers` makes up more of it.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator, Callable
from random import Random
from typing import Any

import httpx
import pytest
from attrs import define, field
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mews_connector import RetryPolicy, errors
from mews_runtime import Model
from support.both_ways import fast, plain
from support.clients import ACCESS_TOKEN, virtual_client
from support.examples import OPERATIONS, call, published
from support.json_texts import JsonTexts
from support.virtual_time import VirtualTimeLoop

# Seconds for one answer, on a machine that is busy with other things.
A_LONG_TIME = 5

PATHS = st.sampled_from(sorted(published()))
PIECES = [
    *(b'{"', b'"}', b'":', b"[", b"]", b"{", b"}", b",", b'"', b"null", b"true", b"-", b"1e9"),
    *(b"\\u00", b"\\ud83d", b"\\", b"\xff", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\0", b"1.5"),
    *(b"1e999999999", b"-0.0", b"9" * 500, b"[" * 2000, b'{"a":' * 2000, b'"' + b"x" * 5000),
]
ANY_BYTES = st.binary(max_size=200) | st.lists(
    st.sampled_from(PIECES) | st.binary(max_size=3), max_size=30
).map(b"".join)


def spoilt(body: bytes, other: bytes, chance: Random) -> bytes:
    """A text after a few accidents, none of which knows what JSON is."""
    for _ in range(chance.randint(1, 4)):
        at, to = sorted(chance.randrange(len(body) + 1) for _ in range(2))
        to = min(to, at + chance.choice((0, 1, 4, 40, 10_000)))
        since = chance.randrange(len(other) + 1)
        instead = chance.choice(
            (
                b"",
                chance.randbytes(2),
                chance.choice(PIECES),
                body[at:to] * 2,
                other[since : since + chance.choice((10, 100))],
                bytes(it ^ 1 << chance.randrange(8) for it in body[at : at + 2]),
            )
        )
        body = body[:at] + instead + body[to:]
    return body


@pytest.fixture
def answers(pytestconfig: pytest.Config) -> int:
    number: Any = pytestconfig.getoption("--answers")
    return int(number)


def for_many(answers: int, test: Callable[..., None], **made_of: st.SearchStrategy[Any]) -> None:
    how = settings(
        max_examples=answers,
        deadline=None,
        database=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    how(given(**made_of)(test))()


def read_or_refused(model: type[Model], body: bytes) -> None:
    """Both ways of reading come to the same; whatever else they raise ends the test."""
    since = time.process_time()
    assert fast(model, body) == plain(model, body)
    assert time.process_time() - since < A_LONG_TIME


def test_any_bytes_are_read_or_refused(answers: int) -> None:
    def test(path: str, body: bytes) -> None:
        read_or_refused(OPERATIONS[path].result, body)

    for_many(answers, test, path=PATHS, body=ANY_BYTES)


def test_a_spoilt_answer_of_any_operation_is_read_or_refused(answers: int) -> None:
    def test(path: str, other: str, chance: Random) -> None:
        body = spoilt(published()[path][1], published()[other][1], chance)
        read_or_refused(OPERATIONS[path].result, body)

    for_many(answers, test, path=PATHS, other=PATHS, chance=st.randoms(use_true_random=False))


# Of whole calls.

HEADERS: dict[str, list[str]] = {
    "Request-Id": ["", "00-beef-00", "\xff", "r" * 9_000, ACCESS_TOKEN, "\t"],
    "Retry-After": ["0", "-1", "1e9", "nan", "9" * 400, "1.5", "soon", "", "\xb2", "Fri, 31 Dec 1"],
    "Date": ["", "today", "Fri, 31 Dec 9999 23:59:59 GMT", "Sat, 21 Nov 2026 12:00:00 -9999"],
    "Content-Encoding": ["gzip", "identity", "br", "gzip, gzip", "", "\xff"],
    "Content-Length": ["0", "-1", "2", "9" * 40, "many", "\xb2", ""],
    "Content-Type": ["text/html; charset=nonsense", "application/json; charset=utf-16", ";"],
    "Transfer-Encoding": ["chunked", "gzip"],
    "Location": ["https://elsewhere.test/", "\xff"],
    "Set-Cookie": ["a=b; Max-Age=" + "9" * 400, "=;;;"],
    "Link": ["<"],
}
ANY_HEADERS = st.lists(
    st.sampled_from(sorted(HEADERS)).flatmap(
        lambda name: st.tuples(st.just(name), st.sampled_from(HEADERS[name]))
    ),
    max_size=4,
)
STATUSES = [
    *(200, 200, 200, 201, 204, 206, 301, 307, 400, 401, 403, 404, 408, 409, 413, 418, 429),
    *(500, 503, 522, 100, 600, 999),
]
MESSAGES = [b"", b"null", b'"%s"' % ACCESS_TOKEN.encode(), b"5", b"[]", b'"\\ud800"', b'"Payment"']


@define
class Answering(httpx.AsyncBaseTransport):
    """Gives the same answer to everybody, in pieces."""

    status: int = 200
    headers: list[tuple[str, str]] = field(factory=list[tuple[str, str]])
    body: bytes = b""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        headers = [(name.encode(), value.encode("latin-1")) for name, value in self.headers]
        pieces = self.body[:50], self.body[50:]

        class Stream(httpx.AsyncByteStream):
            async def __aiter__(self) -> AsyncIterator[bytes]:
                for piece in pieces:
                    yield piece

        return httpx.Response(self.status, headers=headers, stream=Stream(), request=request)


@pytest.mark.filterwarnings("ignore:Deprecated:DeprecationWarning")
def test_any_answer_to_any_call_ends_with_a_result_or_an_error_of_ours(answers: int) -> None:
    transport = Answering()

    async def ended(path: str) -> None:
        example = published()[path][0]
        async with (
            httpx.AsyncClient(transport=transport, trust_env=False) as http,
            virtual_client(
                http_client=http,
                retry=RetryPolicy(attempts=2, deadline=60),
                max_answer_bytes=20_000,
            ) as mews,
        ):
            for use in (call(mews, path, example), mews.call(path, kind="read")):
                # Of pages there may be none.
                with contextlib.suppress(errors.MewsError, StopAsyncIteration):
                    async with asyncio.timeout(1_000):
                        await use

    with asyncio.Runner(loop_factory=VirtualTimeLoop) as runner:

        def test(
            path: str,
            status: int,
            headers: list[tuple[str, str]],
            garbage: bytes | None,
            chance: Random,
        ) -> None:
            transport.status, transport.headers = status, headers
            transport.body = published()[path][1]
            if garbage is not None:
                transport.body = garbage
            elif status >= 300:
                message, details = chance.choices(MESSAGES, k=2)
                transport.body = b'{"Message": %s, "Details": %s}' % (message, details)
            elif chance.random() < 0.5:
                odd = JsonTexts(chance, odd=0.05).of(OPERATIONS[path].result)
                transport.body = odd.encode(errors="surrogatepass")
            since = time.process_time()
            runner.run(ended(path))
            assert time.process_time() - since < A_LONG_TIME

        for_many(
            # A call takes longer than reading does.
            max(1, answers // 4),
            test,
            path=PATHS,
            status=st.sampled_from(STATUSES),
            headers=ANY_HEADERS,
            garbage=st.none() | ANY_BYTES,
            chance=st.randoms(use_true_random=False),
        )
