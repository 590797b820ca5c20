"""The tokens stay out of sight over a real connection, with every logger at its most talkative."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import httpcore
import httpx
import pytest

from mews_connector import Event, MewsClient, RateLimit, RetryPolicy, errors, models
from mews_toolkit.sandbox import (
    Delay,
    Fault,
    Html,
    RateLimited,
    Reset,
    Sandbox,
    Status,
    serve_in_thread,
)
from support.clients import ACCESS_TOKEN, CLIENT_TOKEN
from support.pages import ACCOUNT
from support.raw_server import serve_raw
from support.secrecy import keeps, shown_of_error, shown_of_record, shown_of_value

OUR_LOGGERS = ("mews_connector", "asyncio")


def talkative(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    asyncio.get_running_loop().set_debug(True)


def canary_client(url: str, **keywords: Any) -> MewsClient:
    return MewsClient(
        environment=url,
        client_token=CLIENT_TOKEN,
        access_token=ACCESS_TOKEN,
        client="Specification 1.0",
        rate_limit=RateLimit(1_000_000),
        retry=RetryPolicy(attempts=2, base_delay=0.001),
        **keywords,
    )


async def read(mews: MewsClient) -> object:
    return await mews.configuration.get()


async def write(mews: MewsClient) -> object:
    return await mews.payments.add_external(
        account_id=ACCOUNT,
        amount=models.AmountParameters(currency="GBP", gross_value=Decimal("12.30")),
    )


Use = Callable[[MewsClient], Any]
EACH_USE = pytest.mark.parametrize("use", [read, write], ids=lambda it: it.__name__)


def http(status: str, body: bytes, *headers: bytes) -> bytes:
    lines = [b"HTTP/1.1 " + status.encode(), b"Content-Length: %d" % len(body), *headers]
    return b"\r\n".join([*lines, b"", body])


ECHOES: dict[str, Callable[[bytes], bytes]] = {
    "in an error": lambda body: http("400 Bad Request", body),
    "in an error's message": lambda body: http("500 Oops", b'{"Message": "%s"}' % body[2:-2]),
    "where a result should be": lambda body: http("200 OK", b"[" + body + b"]"),
    "cut": lambda body: http("200 OK", body)[:-3],
    "cut in an error": lambda body: http("502 Bad Gateway", body)[:-3],
    "as if it were gzip": lambda body: http("200 OK", body, b"Content-Encoding: gzip"),
}
GARBLED: dict[str, Callable[[bytes], bytes]] = {
    "instead of an answer": lambda body: body + b"\r\n\r\n",
    "as a reason": lambda body: http(f"400 {body.decode()}", b""),
    "as a header": lambda body: http("200 OK", b"", body),
    "as a request id": lambda body: http("401 No", b"", b"Request-Id: " + body),
    "as a length of a chunk": lambda body: (
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + body + b"\r\n"
    ),
    "as an encoding": lambda body: http("200 OK", b"{", b"Content-Encoding: " + body),
}


async def provoke(
    use: Use, url: str, caplog: pytest.LogCaptureFixture, loggers: tuple[str, ...], **keywords: Any
) -> None:
    talkative(caplog)
    events: list[Event] = []
    async with canary_client(url, on_event=events.append, **keywords) as mews:
        with pytest.raises(errors.MewsError) as caught:
            await use(mews)
    assert keeps(shown_of_error(caught.value))
    for event in events:
        assert keeps(shown_of_value(event))
    for record in caplog.records:
        if record.name.startswith(loggers):
            assert keeps(shown_of_record(record))


@EACH_USE
@pytest.mark.parametrize("echo", ECHOES)
async def test_a_server_that_answers_with_the_request_gives_nothing_away(
    use: Use, echo: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with serve_raw(ECHOES[echo]) as url:
        await provoke(use, url, caplog, ("",))


@EACH_USE
@pytest.mark.parametrize("echo", GARBLED)
async def test_a_server_that_garbles_http_with_the_request_gives_nothing_away(
    use: Use, echo: str, caplog: pytest.LogCaptureFixture
) -> None:
    # httpx and httpcore log the first lines of any answer as they are.
    async with serve_raw(GARBLED[echo]) as url:
        await provoke(use, url, caplog, OUR_LOGGERS)


@pytest.fixture
def sandbox(monkeypatch: pytest.MonkeyPatch) -> Sandbox:
    """One that knows the canary's tokens."""
    monkeypatch.setattr("mews_toolkit.sandbox.tokens.CLIENT_TOKEN", CLIENT_TOKEN)
    monkeypatch.setattr("mews_toolkit.sandbox.sandbox.ACCESS_TOKEN", ACCESS_TOKEN)
    return Sandbox(payments=5)


FAULTS: dict[str, Fault] = {
    "500": Status(500),
    "a page": Html(),
    "reset": Reset(),
    "late": Delay(0.5),
    "limited": RateLimited("9999"),
}


@EACH_USE
@pytest.mark.parametrize("fault", FAULTS)
async def test_no_fault_of_a_connection_gives_anything_away(
    sandbox: Sandbox, use: Use, fault: str, caplog: pytest.LogCaptureFixture
) -> None:
    sandbox.faults.add(FAULTS[fault], times=None)
    with serve_in_thread(sandbox) as server:
        await provoke(use, server.url, caplog, ("",), timeout=0.1)


async def test_success_gives_nothing_away_either(
    sandbox: Sandbox, caplog: pytest.LogCaptureFixture
) -> None:
    talkative(caplog)
    events: list[Event] = []
    with serve_in_thread(sandbox) as server:
        async with canary_client(server.url, on_event=events.append) as mews:
            configuration = await read(mews)

    assert {record.name.partition(".")[0] for record in caplog.records} >= {
        "mews_connector",
        httpx.__name__,
        httpcore.__name__,
    }
    for record in caplog.records:
        assert keeps(shown_of_record(record))
    for shown in (configuration, *events):
        assert keeps(shown_of_value(shown))


@EACH_USE
async def test_a_refused_connection_gives_nothing_away(
    use: Use, caplog: pytest.LogCaptureFixture
) -> None:
    async with serve_raw(bytes) as url:
        pass

    await provoke(use, url, caplog, ("",))


async def runs_out_of_time(use: Use, mews: MewsClient) -> None:
    async with asyncio.timeout(0.05):
        await use(mews)


async def is_cancelled(use: Use, mews: MewsClient) -> None:
    task = asyncio.create_task(use(mews))
    await asyncio.sleep(0.05)
    task.cancel()
    await task


@EACH_USE
@pytest.mark.parametrize("end", [runs_out_of_time, is_cancelled], ids=lambda it: it.__name__)
async def test_a_cancellation_gives_nothing_away(
    sandbox: Sandbox, use: Use, end: Any, caplog: pytest.LogCaptureFixture
) -> None:
    talkative(caplog)
    sandbox.faults.add(Delay(0.5))
    with serve_in_thread(sandbox) as server:
        async with canary_client(server.url) as mews:
            with pytest.raises((asyncio.CancelledError, TimeoutError)) as caught:
                await end(use, mews)

    assert keeps(shown_of_error(caught.value))
    for record in caplog.records:
        assert keeps(shown_of_record(record))
