"""What is told of a request on aiohttp's connections is what is told of it on httpx' own."""

from __future__ import annotations

import asyncio
import socket
import ssl
import sys
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from httpx_aiohttp import AiohttpTransport

from mews_connector import MewsClient, RateLimit, RetryPolicy, Transport, aiohttp_client, errors
from mews_toolkit.portfolio import Fleet
from mews_toolkit.sandbox import Sandbox, serve_in_thread
from support.clients import ACCESS_TOKEN, CLIENT_TOKEN
from support.listening import Converse, listening, request_of, says
from support.raw_server import serve_raw
from support.sandboxes import sandbox_client, until
from support.tls import CERTIFICATE, serve_tls, trusting

EITHER_TRANSPORT = pytest.mark.parametrize("transport", ["httpx", "aiohttp"])


def client_of(url: str, **keywords: Any) -> MewsClient:
    defaults: dict[str, Any] = {
        "environment": url,
        "client_token": CLIENT_TOKEN,
        "access_token": ACCESS_TOKEN,
        "client": "Specification 1.0",
        "timeout": 0.3,
        "retry": RetryPolicy(attempts=3, base_delay=0.001, max_delay=0.001),
        "rate_limit": RateLimit(1_000_000),
    }
    return MewsClient(**(defaults | keywords))


async def write(mews: MewsClient) -> object:
    return await mews.call("payments/addExternal", {"Notes": "x" * 1000})


async def resets(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    peer: socket.socket = writer.get_extra_info("socket")
    peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
    writer.transport.abort()


async def stays_silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.read()
    writer.close()


LOST: dict[str, Converse] = {
    "closed": says(),
    "reset": resets,
    "silent": stays_silent,
    "cut in the status": says(b"HTTP/1.1 2"),
    "cut in the headers": says(b"HTTP/1.1 200 OK", b"Content-Le"),
    "cut in the body": says(b"HTTP/1.1 200 OK", b"Content-Length: 9", b"", b"{"),
    "cut in a chunk": says(b"HTTP/1.1 200 OK", b"Transfer-Encoding: chunked", b"", b"9", b"{"),
    "no HTTP": says(b"220 mail.test ESMTP", b""),
    "no gzip": says(
        b"HTTP/1.1 200 OK", b"Content-Encoding: gzip", b"Content-Length: 2", b"", b"{}"
    ),
}


@EITHER_TRANSPORT
@pytest.mark.parametrize("converse", LOST.values(), ids=LOST)
async def test_whatever_breaks_after_the_request_leaves_a_write_open_and_sends_it_once(
    transport: Transport, converse: Converse
) -> None:
    async with listening(converse) as listener:
        async with client_of(listener.url, transport=transport) as mews:
            with pytest.raises(errors.OutcomeUnknownError) as caught:
                await write(mews)

        assert isinstance(caught.value.__cause__, errors.ResponseLostError)
        assert "ConnectTimeout" not in str(caught.value), "as if nothing had been sent"
        assert listener.requests == 1


@EITHER_TRANSPORT
@pytest.mark.parametrize("end", [says(), resets], ids=["closed", "reset"])
async def test_a_kept_connection_that_breaks_under_a_write_is_not_tried_anew(
    transport: Transport, end: Converse
) -> None:
    # Given a server that breaks the connection at its second request
    async def converse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")
        await request_of(reader)
        listener.requests += 1
        await end(reader, writer)

    async with listening(converse) as listener:
        async with client_of(listener.url, transport=transport) as mews:
            await write(mews)

            # When
            with pytest.raises(errors.OutcomeUnknownError):
                await write(mews)

        # Then
        assert (listener.connections, listener.requests) == (1, 2)


@EITHER_TRANSPORT
async def test_a_kept_connection_that_ended_while_the_loop_stood_still_is_not_used(
    transport: Transport,
) -> None:
    # Given a connection that its server, in another thread, ends unseen
    sandbox = Sandbox(payments=0)
    with serve_in_thread(sandbox) as server:
        port = int(server.url.rpartition(":")[2])
        mews = sandbox_client(server, transport=transport)
        await mews.call("configuration/get")

    # When something is sent that is not sent again once it is lost
    with serve_in_thread(sandbox, port=port):
        await mews.call("configuration/get")
        await mews.aclose()

    # Then
    assert [call.status for call in sandbox.calls] == [200, 200]


@EITHER_TRANSPORT
async def test_a_body_that_the_server_does_not_read_to_its_end_leaves_a_write_open(
    transport: Transport,
) -> None:
    async def refuse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        await resets(reader, writer)

    server = await asyncio.start_server(refuse, "127.0.0.1")
    url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    async with server, client_of(url, transport=transport) as mews:
        with pytest.raises(errors.OutcomeUnknownError):
            await mews.call("payments/addExternal", {"Notes": "x" * 5_000_000})


@EITHER_TRANSPORT
async def test_where_nobody_listens_nothing_was_sent(transport: Transport) -> None:
    async with listening(says()) as listener:
        pass

    async with client_of(listener.url, transport=transport) as mews:
        with pytest.raises(errors.NotSentError):
            await write(mews)


@EITHER_TRANSPORT
async def test_where_no_address_is_found_nothing_was_sent(
    transport: Transport, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*_: object, **__: object) -> object:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", fail)
    async with client_of("https://mews.test", transport=transport) as mews:
        with pytest.raises(errors.NotSentError):
            await write(mews)


@EITHER_TRANSPORT
async def test_where_no_certificate_is_trusted_nothing_was_sent(transport: Transport) -> None:
    async with serve_tls() as server:
        async with client_of(server.url, transport=transport) as mews:
            with pytest.raises(errors.NotSentError, match="CERTIFICATE_VERIFY_FAILED"):
                await write(mews)

        assert server.received == []


@EITHER_TRANSPORT
@pytest.mark.parametrize(
    "answer", [b"", b"HTTP/1.1 400 Bad Request\r\n\r\n"], ids=["ends", "is http"]
)
async def test_where_no_handshake_is_made_nothing_was_sent(
    transport: Transport, answer: bytes
) -> None:
    async def refuse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(1)
        writer.write(answer)
        writer.close()

    server = await asyncio.start_server(refuse, "127.0.0.1")
    url = f"https://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    async with server, client_of(url, transport=transport) as mews:
        with pytest.raises(errors.NotSentError):
            await write(mews)


@EITHER_TRANSPORT
async def test_where_a_handshake_takes_too_long_nothing_was_sent(transport: Transport) -> None:
    server = await asyncio.start_server(stays_silent, "127.0.0.1")
    url = f"https://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    async with server, client_of(url, transport=transport) as mews:
        with pytest.raises(errors.NotSentError):
            await write(mews)


@EITHER_TRANSPORT
async def test_where_a_proxy_refuses_nothing_was_sent(
    transport: Transport, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bytes] = []

    async def refuse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        seen.append(await reader.readuntil(b"\r\n\r\n"))
        writer.write(b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n")
        writer.close()

    proxy = await asyncio.start_server(refuse, "127.0.0.1")
    monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{proxy.sockets[0].getsockname()[1]}")
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    async with proxy, client_of("https://mews.test", transport=transport) as mews:
        with pytest.raises(errors.NotSentError):
            await write(mews)

    assert {head.split()[0] for head in seen} == {b"CONNECT"}
    assert len(seen) == 3


def test_a_proxy_that_aiohttp_cannot_use_is_refused_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "socks5://127.0.0.1:1080")

    with pytest.raises(errors.ConfigurationError, match="socks5"):
        client_of("https://mews.test", transport="aiohttp")


def on_httpx_aiohttp(**settings: Any) -> httpx.AsyncClient:
    return httpx.AsyncClient(transport=AiohttpTransport(), trust_env=False, **settings)


async def test_a_client_of_httpx_aiohttp_that_a_user_brings_is_not_believed_either() -> None:
    async with listening(says()) as listener, on_httpx_aiohttp() as http:
        mews = client_of(listener.url, http_client=http)
        with pytest.raises(errors.OutcomeUnknownError):
            await write(mews)

        assert listener.requests == 1


async def test_where_it_finds_nobody_nothing_was_sent() -> None:
    async with listening(says()) as listener:
        pass

    async with on_httpx_aiohttp() as http:
        with pytest.raises(errors.NotSentError):
            await write(client_of(listener.url, http_client=http))


async def test_a_hook_of_it_that_fails_to_connect_leaves_the_write_open() -> None:
    async def tell(_: httpx.Response) -> None:
        raise httpx.ConnectError("nobody to tell")

    answer = says(b"HTTP/1.1 200 OK", b"Content-Length: 2", b"", b"{}")
    hooks = {"response": [tell]}
    async with (
        listening(answer) as listener,
        on_httpx_aiohttp(event_hooks=hooks) as http,
    ):
        with pytest.raises(errors.OutcomeUnknownError):
            await write(client_of(listener.url, http_client=http))

        assert listener.requests == 1


async def test_no_cookie_is_kept() -> None:
    heads: list[bytes] = []

    async def converse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nSet-Cookie: a=b\r\nContent-Length: 2\r\n\r\n{}")
        heads.append(await request_of(reader))
        writer.close()

    async with (
        listening(converse) as listener,
        client_of(listener.url, transport="aiohttp") as mews,
    ):
        await write(mews)
        with pytest.raises(errors.OutcomeUnknownError):
            await write(mews)

    assert b"cookie" not in heads[0].lower()


async def test_no_more_connections_are_opened_than_requests_may_run() -> None:
    async with serve_tls() as server:
        async with (
            aiohttp_client(verify=trusting(), trust_env=False) as http,
            client_of(server.url, http_client=http, max_concurrency=2) as mews,
        ):
            await asyncio.gather(*(write(mews) for _ in range(10)))

            assert server.connections == 2
        await until(lambda: not server.connections)


async def test_closing_the_client_closes_what_it_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    async with serve_tls() as server:
        async with client_of(server.url, transport="aiohttp") as mews:
            await asyncio.gather(*(write(mews) for _ in range(3)))

            assert server.connections == 3
        await until(lambda: not server.connections)


async def test_a_fleet_is_on_it_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    async with serve_tls() as server:
        async with Fleet(
            {"Riverside": "1", "Lakeside": "2"},
            environment=server.url,
            client_token=CLIENT_TOKEN,
            client="Specification 1.0",
            transport="aiohttp",
        ) as hotels:
            for hotel in hotels.values():
                await write(hotel)

            assert server.connections == 1, "they share the connections"
        await until(lambda: not server.connections)


def fleet_of(url: str, **keywords: Any) -> object:
    return Fleet(
        {"Riverside": ACCESS_TOKEN},
        environment=url,
        client_token=CLIENT_TOKEN,
        client="Specification 1.0",
        **keywords,
    )


EITHER_MAKER = pytest.mark.parametrize("make", [client_of, fleet_of])


@EITHER_MAKER
def test_without_the_extra_it_is_refused_with_the_way_to_install_it(
    make: Callable[..., object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "mews_runtime._aiohttp", raising=False)
    monkeypatch.setitem(sys.modules, "httpx_aiohttp", None)

    with pytest.raises(errors.ConfigurationError, match=r"pip install mews-connector\[aiohttp\]"):
        make("https://mews.test", transport="aiohttp")


@EITHER_MAKER
async def test_a_transport_and_an_http_client_contradict_each_other(
    make: Callable[..., object],
) -> None:
    async with httpx.AsyncClient(verify=ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)) as http:
        with pytest.raises(errors.ConfigurationError, match="not both"):
            make("https://mews.test", transport="aiohttp", http_client=http)


@EITHER_MAKER
@pytest.mark.parametrize("transport", ["requests", "AIOHTTP", None, 1, []])
def test_another_transport_is_refused(make: Callable[..., object], transport: object) -> None:
    with pytest.raises(errors.ConfigurationError, match="'httpx' or 'aiohttp'"):
        make("https://mews.test", transport=transport)


async def test_an_answer_with_much_in_its_headers_is_read() -> None:
    long = b"X-Trace: " + b"x" * 30_000
    head = b"\r\n".join([b"HTTP/1.1 200 OK", long, b"Content-Length: 2", b"", b"{}"])
    async with serve_raw(lambda _: head) as url, client_of(url, transport="aiohttp") as mews:
        assert await write(mews) == {}
