"""Whatever a server says, a call ends in time, with an error of ours, and in little memory."""

from __future__ import annotations

import asyncio
import gzip
import json
import tracemalloc
import zlib
from decimal import Decimal
from typing import Any

import pytest

from mews_connector import MewsClient, RateLimit, RetryPolicy, Transport, errors, models
from support.clients import ACCESS_TOKEN, CLIENT_TOKEN
from support.listening import Converse, Listener, listening, says
from support.pages import ACCOUNT, payments

EITHER_TRANSPORT = pytest.mark.parametrize("transport", ["httpx", "aiohttp"])

DEADLINE = 0.5
# For servers that have no end. All others are waited for: a busy machine takes longer for
# everything than it should.
HASTE: dict[str, Any] = {
    "timeout": 0.4,
    "retry": RetryPolicy(attempts=2, base_delay=0.001, max_delay=0.001, deadline=DEADLINE),
}
IN_TIME = DEADLINE + 3
MOST = 1_000_000

OK = b"HTTP/1.1 200 OK\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"


def client_of(listener: Listener, transport: Transport, **keywords: Any) -> MewsClient:
    defaults: dict[str, Any] = {
        "timeout": 30,
        "retry": RetryPolicy(attempts=2, base_delay=0.001, max_delay=0.001, deadline=60),
        "rate_limit": RateLimit(1_000_000),
        "max_answer_bytes": MOST,
    }
    return MewsClient(
        environment=listener.url,
        client_token=CLIENT_TOKEN,
        access_token=ACCESS_TOKEN,
        client="Specification 1.0",
        transport=transport,
        **(defaults | keywords),
    )


async def read(mews: MewsClient) -> object:
    return await mews.call("configuration/get", kind="read")


async def write(mews: MewsClient) -> models.PaymentsAddExternalResult:
    return await mews.payments.add_external(
        account_id=ACCOUNT,
        amount=models.AmountParameters(currency="GBP", gross_value=Decimal("12.30")),
    )


def answer(body: bytes, *headers: bytes) -> bytes:
    told = [OK.rstrip(), *headers, b"Content-Length: %d" % len(body)]
    return b"\r\n".join([*told, b"", body])


def goes_on(begins: bytes, piece: bytes, pause: float = 0.0) -> Converse:
    """Never stops."""

    async def converse(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(begins)
        while True:
            writer.write(piece)
            await writer.drain()
            await asyncio.sleep(pause)

    return converse


async def refused(converse: Converse, transport: Transport) -> errors.MewsError:
    """The error of a read, beside a write whose outcome is then unknown."""
    async with listening(converse) as listener, client_of(listener, transport, **HASTE) as mews:
        async with asyncio.timeout(IN_TIME):
            unknown, caught = await asyncio.gather(write(mews), read(mews), return_exceptions=True)
    assert isinstance(unknown, errors.OutcomeUnknownError), unknown
    assert isinstance(caught, errors.MewsError), caught
    for error in (unknown, caught):
        assert len(str(error)) < 1_000
        assert CLIENT_TOKEN not in str(error)
        assert ACCESS_TOKEN not in str(error)
    return caught


# Redirects.


@EITHER_TRANSPORT
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_nobody_else_hears_of_a_request_that_is_redirected(
    transport: Transport, status: int
) -> None:
    # given servers to be sent to, one of them on another host
    async with listening(says(answer(b"{}"))) as elsewhere:
        port = elsewhere.port
        for place in (
            f"http://127.0.0.1:{port}/",
            f"http://localhost:{port}/api/connector/v1/configuration/get",
            f"//127.0.0.1:{port}/",
            f"http://mews:{ACCESS_TOKEN}@127.0.0.1:{port}/",
            "/api/connector/v1/configuration/get",
            "ftp://[",
        ):
            moved = b"HTTP/1.1 %d Moved\r\nLocation: %s\r\nRefresh: 0;url=%s\r\n"
            moved %= (status, place.encode(), place.encode())

            # when
            told = says(moved + b"Content-Length: 0\r\n\r\n")
            async with listening(told) as listener, client_of(listener, transport) as mews:
                with pytest.raises(errors.OutcomeUnknownError) as unknown:
                    await write(mews)
                with pytest.raises(errors.UnexpectedStatusError) as caught:
                    await read(mews)

                # then
                assert listener.requests == 2
            assert (unknown.value.status, caught.value.status) == (status, status)
            assert ACCESS_TOKEN not in str(caught.value) + str(unknown.value)

        assert elsewhere.connections == 0


# Heads, lengths and versions.

WITHOUT_END: dict[str, Converse] = {
    "a field": goes_on(OK + b"X: ", b"a" * 65_536),
    "fields": goes_on(OK, b"X-More: of it\r\n" * 4_000),
    "a status line": goes_on(b"HTTP/1.1 200 ", b"a" * 65_536),
    "one line": goes_on(b"", b"a" * 65_536),
    "blank lines": goes_on(b"", b"\r\n" * 30_000),
    "going on": goes_on(b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 2_000),
    "hints": goes_on(b"", b"HTTP/1.1 103 Early Hints\r\nLink: </a>; rel=b\r\n\r\n" * 1_000),
    "tiny chunks": goes_on(CHUNKED, b"1\r\n \r\n" * 5_000),
    "the length of a chunk": goes_on(CHUNKED, b"0" * 65_536),
    "the extension of a chunk": goes_on(CHUNKED + b"1;", b"a" * 65_536),
    "trailers": goes_on(CHUNKED + b"2\r\n{}\r\n0\r\n", b"X-More: of it\r\n" * 4_000),
    "a body": goes_on(OK + b"\r\n", b" " * 65_536),
}
SLOWLY: dict[str, Converse] = {
    "the status line": goes_on(b"HTTP/1.1 200 ", b"a", 0.02),
    "a field": goes_on(OK + b"X: ", b"a", 0.02),
    "fields": goes_on(OK, b"X-More: of it\r\n", 0.02),
    "a body": goes_on(OK + b"Content-Length: 100000\r\n\r\n", b" ", 0.02),
    "a body without length": goes_on(OK + b"\r\n", b" ", 0.02),
    "chunks": goes_on(CHUNKED, b"1\r\n \r\n", 0.02),
    "a chunk's extension": goes_on(CHUNKED + b"1;", b"a", 0.02),
    "trailers": goes_on(CHUNKED + b"2\r\n{}\r\n0\r\n", b"X: y\r\n", 0.02),
    "going on": goes_on(b"", b"HTTP/1.1 100 Continue\r\n\r\n", 0.02),
    "gzip": goes_on(OK + b"Content-Encoding: gzip\r\n\r\n", b"\x1f\x8b\x08\x08" + b"a" * 6, 0.02),
}
MALFORMED: dict[str, bytes] = {
    "no status line": b"{}",
    "no version": b"200 OK\r\nContent-Length: 2\r\n\r\n{}",
    "two lengths": OK + b"Content-Length: 2\r\nContent-Length: 9\r\n\r\n{}",
    "a negative length": OK + b"Content-Length: -2\r\n\r\n{}",
    "an astronomical length": OK + b"Content-Length: " + b"9" * 40 + b"\r\n\r\n{}",
    "a length that promises more": OK + b"Content-Length: 900000\r\n\r\n{}",
    "half of an answer of HTTP/1.0": b'HTTP/1.0 200 OK\r\n\r\n{"ExternalPaymentId": "8dd',
    "a zero byte in a field": OK + b"X: a\0b\r\nContent-Length: 2\r\n\r\n{}",
    "a chunk of no length": CHUNKED + b"x\r\n{}\r\n0\r\n\r\n",
    "a compressed transfer": OK + b"Transfer-Encoding: gzip, chunked\r\n\r\n",
    "another protocol": b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n",
    "a status that is none": b"HTTP/1.1 000 None\r\nContent-Length: 2\r\n\r\n{}",
    "a status of five digits": b"HTTP/1.1 20000 OK\r\nContent-Length: 2\r\n\r\n{}",
    "a success without content": b"HTTP/1.1 205 Reset Content\r\nContent-Length: 0\r\n\r\n",
}


@EITHER_TRANSPORT
@pytest.mark.parametrize("converse", WITHOUT_END.values(), ids=WITHOUT_END)
async def test_what_has_no_end_is_not_listened_to_for_ever(
    transport: Transport, converse: Converse
) -> None:
    await refused(converse, transport)


@EITHER_TRANSPORT
async def test_what_comes_a_byte_at_a_time_takes_no_longer_than_the_deadline(
    transport: Transport,
) -> None:
    # All at once, since they mostly wait.
    caught = await asyncio.gather(*(refused(it, transport) for it in SLOWLY.values()))

    for error in caught:
        assert isinstance(error, errors.DeadlineExceededError), str(error)


@EITHER_TRANSPORT
@pytest.mark.parametrize("said", MALFORMED.values(), ids=MALFORMED)
async def test_what_is_no_answer_is_told_as_such(transport: Transport, said: bytes) -> None:
    await refused(says(said), transport)


@EITHER_TRANSPORT
@pytest.mark.parametrize(
    "said",
    [
        b"HTTP/1.0 200 OK\r\n\r\n{}",
        b"HTTP/1.1 100 Continue\r\n\r\n" * 50 + answer(b"{}"),
        answer(b"{}", b"X: " + b"a" * 30_000),
        answer(b"{}", *(b"X-%d: y" % number for number in range(100))),
    ],
    ids=["without a length", "after some patience", "with a long field", "with many fields"],
)
async def test_what_is_only_unusual_is_an_answer(transport: Transport, said: bytes) -> None:
    async with listening(says(said)) as listener, client_of(listener, transport) as mews:
        assert await read(mews) == {}


@EITHER_TRANSPORT
async def test_what_nobody_asked_for_is_not_the_answer_to_the_next_request(
    transport: Transport,
) -> None:
    # given a server that, once it has answered, says something more by itself
    def told(number: int) -> bytes:
        said = json.dumps({"ExternalPaymentId": f"00000000-0000-0000-0000-{number:012}"})
        return answer(said.encode(), b"Request-Id: %d" % number)

    async def converse(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(told(listener.requests))
        await asyncio.sleep(0.01)
        writer.write(told(999))

    async with listening(converse) as listener, client_of(listener, transport) as mews:
        # when
        added: list[str] = []
        for _ in range(3):
            added.append(str((await write(mews)).external_payment_id)[-3:])
            await asyncio.sleep(0.05)

    # then
    assert added == ["001", "002", "003"]


# Compressed answers.


def bomb(size: int) -> bytes:
    packed = zlib.compressobj(9, wbits=31)
    return b"".join([*(packed.compress(bytes(2**20)) for _ in range(size >> 20)), packed.flush()])


BOMB = bomb(64 << 20)


@EITHER_TRANSPORT
async def test_of_a_bomb_no_more_is_unpacked_than_allowed(transport: Transport) -> None:
    # given 64 KiB that come to 64 MiB
    assert len(BOMB) < 66_000
    converse = says(answer(BOMB, b"Content-Encoding: gzip"))
    async with listening(converse) as listener, client_of(listener, transport) as mews:
        # Once, for what is loaded and kept from then on.
        await too_large(mews)

        # when
        tracemalloc.start()
        try:
            await too_large(mews)
            _, most = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()

    # then
    assert most < 3 * MOST


async def too_large(mews: MewsClient) -> None:
    with pytest.raises(errors.InvalidResponseError, match="bytes of max_answer_bytes"):
        await read(mews)


MISPACKED: dict[str, tuple[bytes, bytes]] = {
    "deflate": (zlib.compress(b"{}"), b"deflate"),
    "br": (b"\x8b\x00\x80{}\x03", b"br"),
    "zstd": (b"\x28\xb5\x2f\xfd\x20\x02\x11\x00\x00{}", b"zstd"),
    "twice": (gzip.compress(gzip.compress(b"{}")), b"gzip, gzip"),
    "not at all": (b"{}", b"gzip"),
    "without an end": (gzip.compress(b"{}")[:-9], b"gzip"),
    "without a length": (gzip.compress(b"{}")[:-1], b"gzip"),
    "with another checksum": (gzip.compress(b"{}")[:-8] + bytes(8), b"gzip"),
    "and more": (gzip.compress(b"{}") + b"\0", b"gzip"),
    "and again": (gzip.compress(b"{}") * 2, b"gzip"),
}


@EITHER_TRANSPORT
@pytest.mark.parametrize(("body", "coding"), MISPACKED.values(), ids=MISPACKED)
async def test_what_is_packed_in_a_way_that_was_not_asked_for_is_no_answer(
    transport: Transport, body: bytes, coding: bytes
) -> None:
    error = await refused(says(answer(body, b"Content-Encoding: " + coding)), transport)

    assert isinstance(error, errors.ResponseLostError)
    assert "DecodingError" in str(error)


@EITHER_TRANSPORT
async def test_what_unpacks_to_nothing_for_ever_ends_with_the_deadline(
    transport: Transport,
) -> None:
    packed = zlib.compressobj(9, wbits=31)
    begins = packed.compress(b"{") + packed.flush(zlib.Z_SYNC_FLUSH)
    nothing = b"\x00\x00\x00\xff\xff" * 5_000
    converse = goes_on(OK + b"Content-Encoding: gzip\r\n\r\n" + begins, nothing)

    assert isinstance(await refused(converse, transport), errors.DeadlineExceededError)


@EITHER_TRANSPORT
@pytest.mark.parametrize("coding", [b"gzip", b"GZIP", b"x-gzip", b"identity", b""])
async def test_what_was_asked_for_is_read_however_it_comes(
    transport: Transport, coding: bytes
) -> None:
    body = json.dumps({"Notes": "x" * 600_000, "Numbers": list(range(50_000))}).encode()
    packed = gzip.compress(body) if b"gzip" in coding.lower() else body

    async def converse(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        said = answer(packed, b"Content-Encoding: " + coding)
        writer.write(said[:200])
        await asyncio.sleep(0.01)
        writer.write(said[200:])

    async with listening(converse) as listener, client_of(listener, transport) as mews:
        assert await read(mews) == json.loads(body)


# JSON.

NUMBERS = ["1e999999999", "-1e-999999999", "9" * 900_000, "0." + "3" * 900_000, "1E99999999999"]
TEXTS: dict[str, bytes] = {
    "depth": b'{"Later": ' + b"[" * 400_000 + b"]" * 400_000 + b"}",
    "objects in objects": b'{"a":' * 190_000 + b"1" + b"}" * 10_000,
    "bytes that are no text": b'{"ExternalPaymentId": "\xff\xfe\xc0\x80"}',
    "a text in UTF-16": '{"ExternalPaymentId": null}'.encode("utf-16"),
    "half of a pair": b'{"ExternalPaymentId": "\\ud800"}',
    "names that repeat": b'{"ExternalPaymentId": '
    + b'null, "ExternalPaymentId": ' * 30_000
    + b"5}",
    "a text that has no end": b'{"ExternalPaymentId": "' + b"x" * 900_000,
    "an endless escape": b'{"ExternalPaymentId": "' + b"\\u0041" * 150_000 + b'"}',
    "many names": b"{" + b'"Later": 1, ' * 80_000 + b"}",
    "nothing but brackets": b"[" * 999_999,
    "what is no number": b'{"ExternalPaymentId": NaN}',
}


@EITHER_TRANSPORT
@pytest.mark.parametrize("body", TEXTS.values(), ids=TEXTS)
async def test_json_that_is_none_leaves_a_write_open_and_fails_a_read(
    transport: Transport, body: bytes
) -> None:
    converse = says(answer(body))
    async with listening(converse) as listener, client_of(listener, transport) as mews:
        async with asyncio.timeout(IN_TIME):
            with pytest.raises(errors.OutcomeUnknownError):
                await write(mews)
            with pytest.raises(errors.InvalidResponseError):
                await payments(mews).collect()


@EITHER_TRANSPORT
@pytest.mark.parametrize("number", NUMBERS, ids=lambda it: it[:12])
async def test_a_number_beyond_all_measure_is_read_or_refused_in_time(
    transport: Transport, number: str
) -> None:
    converse = says(answer(b'{"Amount": %s}' % number.encode()))
    async with listening(converse) as listener, client_of(listener, transport) as mews:
        async with asyncio.timeout(IN_TIME):
            try:
                found: Any = await read(mews)
            except errors.InvalidResponseError:
                pass
            else:
                assert isinstance(found["Amount"], Decimal)


@EITHER_TRANSPORT
async def test_what_a_server_says_at_any_length_is_shortened_where_it_is_told(
    transport: Transport,
) -> None:
    told = json.dumps({"Message": "m" * 400_000, "RequestId": "r" * 400_000, "Details": "d"})
    said = b"HTTP/1.1 500 Oops\r\nContent-Length: %d\r\n\r\n%s" % (len(told), told.encode())
    async with listening(says(said)) as listener, client_of(listener, transport) as mews:
        with pytest.raises(errors.ServerError, match=r"m\.\.\. \(400000 characters\)") as caught:
            await read(mews)

    assert len(str(caught.value)) < 6_000
    assert caught.value.details == "d"
