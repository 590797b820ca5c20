"""What a client holds stays within bounds, and what it took it gives back."""

from __future__ import annotations

import asyncio
from uuid import UUID

import httpx
import pytest
from pytest_httpx import HTTPXMock

from mews_connector import CallEvent, Event, RetryPolicy, errors
from mews_toolkit.sandbox import Sandbox, serve_in_thread
from support.clients import virtual_client
from support.sandboxes import sandbox_client

ON_VIRTUAL_TIME = pytest.mark.virtual_time


@ON_VIRTUAL_TIME
async def test_what_was_never_sent_takes_no_slot_of_the_window(httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_exception(httpx.ConnectError("nobody is there"), is_reusable=True)
    async with virtual_client() as mews:
        with pytest.raises(errors.NotSentError):
            await mews.call("configuration/get", kind="read")
        assert mews.limiter.available == 200


@ON_VIRTUAL_TIME
async def test_only_the_last_rows_of_a_walk_are_remembered(
    httpx_mock: HTTPXMock, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Given a memory for two rows, and three pages of one row each, the third like the first
    monkeypatch.setattr("mews_runtime._paginator._REMEMBERED", 2)
    cursors = [str(UUID(int=number)) for number in (1, 2, 3, 4)]
    for enterprise, cursor in zip([1, 2, 3, 1], cursors, strict=True):
        httpx_mock.add_response(json={"Enterprises": [row(enterprise)], "Cursor": cursor})
    httpx_mock.add_response(json={"Enterprises": [], "Cursor": None})

    async with virtual_client() as mews:
        rows = await mews.enterprises.get_all().collect()

    assert [each.id.int for each in rows] == [1, 2, 3, 1]


def row(number: int) -> dict[str, object]:
    return {
        "Id": str(UUID(int=number)),
        "ChainId": str(UUID(int=0)),
        "ChainName": "Chain",
        "CreatedUtc": "2026-01-01T00:00:00Z",
        "UpdatedUtc": "2026-01-01T00:00:00Z",
        "LinkedUtc": "2026-01-01T00:00:00Z",
        "Name": "Hotel",
        "TimeZoneIdentifier": "Europe/Prague",
        "LegalEnvironmentCode": "CZ",
        "DefaultLanguageCode": "en-US",
        "AccountingEditableHistoryInterval": "P0M7DT0H0M0S",
        "OperationalEditableHistoryInterval": "P0M7DT0H0M0S",
        "Pricing": "Gross",
        "AddressId": str(UUID(int=0)),
        "Address": {"Id": str(UUID(int=0))},
        "GroupNames": [],
        "Subscription": {},
    }


async def test_as_many_connections_are_open_as_requests_may_be_under_way() -> None:
    with serve_in_thread(Sandbox(payments=0, limit=None, latency=(0.3, 0.4))) as server:
        once = RetryPolicy(attempts=1)
        async with sandbox_client(
            server, max_concurrency=150, retry=once, timeout=httpx.Timeout(30, pool=0.2)
        ) as mews:
            await asyncio.gather(*(mews.configuration.get() for _ in range(150)))


@ON_VIRTUAL_TIME
async def test_a_wait_that_is_cut_short_is_told_as_long_as_it_was(httpx_mock: HTTPXMock) -> None:
    events: list[Event] = []
    httpx_mock.add_response(status_code=429, headers={"Retry-After": "10"})
    async with virtual_client(on_event=events.append) as mews:
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(4):
                await mews.call("configuration/get", kind="read")

    call = events[-1]
    assert isinstance(call, CallEvent)
    assert (call.error, call.waited_for_retry) == ("CancelledError", 4.0)
