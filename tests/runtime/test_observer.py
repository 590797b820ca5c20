"""Who goes along with a call: told of each beginning and end, in the context of what is sent."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from contextvars import ContextVar
from uuid import UUID

import httpx
import pytest
from pytest_httpx import HTTPXMock

from mews_connector import (
    AttemptBegun,
    AttemptEvent,
    CallBegun,
    CallEvent,
    Event,
    RateLimit,
    errors,
)
from mews_runtime import _call
from support.clients import virtual_client
from support.exchanges import CallOf, answers, play, read_page, slowly, succeeds, write
from support.journals import BrokenJournal
from support.pages import page, payments

pytestmark = pytest.mark.virtual_time

ENTERPRISE = UUID("851df8c8-90f2-4c4a-8e01-a4fc46b25178")
_where: ContextVar[str] = ContextVar("where", default="outside")


class Diary:
    """Writes down what it is told, and sets where it is in the context."""

    def __init__(self) -> None:
        self.entries: list[CallBegun | AttemptBegun | Event] = []

    def __call__(self, beginning: CallBegun | AttemptBegun) -> Callable[[Event], None]:
        self.entries.append(beginning)
        inside = "the call" if isinstance(beginning, CallBegun) else f"{_where.get()}'s attempt"
        token = _where.set(inside)

        def end(event: Event) -> None:
            _where.reset(token)
            self.entries.append(event)

        return end


async def test_beginnings_and_ends_enclose_each_other(httpx_mock: HTTPXMock) -> None:
    play(httpx_mock, answers(429), succeeds())
    diary = Diary()
    events: list[Event] = []

    async with virtual_client(observer=diary, on_event=events.append) as mews:
        await write(mews)

    assert diary.entries == [
        CallBegun(operation="payments/addExternal", is_write=True, enterprise_ids=(), page=None),
        AttemptBegun(operation="payments/addExternal", attempt=1),
        events[0],
        AttemptBegun(operation="payments/addExternal", attempt=2),
        events[1],
        events[2],
    ]
    assert [type(it) for it in events] == [AttemptEvent, AttemptEvent, CallEvent]


async def test_what_it_sets_holds_while_the_request_is_sent(httpx_mock: HTTPXMock) -> None:
    seen: list[str] = []

    async def see(request: httpx.Request) -> httpx.Response:
        seen.append(_where.get())
        return await succeeds()(request)

    httpx_mock.add_callback(see)
    async with virtual_client(observer=Diary()) as mews:
        await write(mews)
    assert seen == ["the call's attempt"]
    assert _where.get() == "outside"


@pytest.mark.parametrize("prefetch", [False, True])
async def test_a_walk_numbers_its_pages_and_counts_their_rows(
    httpx_mock: HTTPXMock, *, prefetch: bool
) -> None:
    httpx_mock.add_response(json=page(9, 8, cursor=8))
    httpx_mock.add_response(json=page(7))
    diary = Diary()

    async with virtual_client(observer=diary) as mews:
        await payments(mews, prefetch=prefetch).collect()
        assert _where.get() == "outside"

    begun = [it for it in diary.entries if isinstance(it, CallBegun)]
    ended = [it for it in diary.entries if isinstance(it, CallEvent)]
    assert [it.page for it in begun] == [1, 2]
    assert [(it.page, it.rows) for it in ended] == [(1, 2), (2, 1)]
    assert not any(it.is_write for it in begun)


async def test_it_is_told_which_enterprises_a_call_is_about(httpx_mock: HTTPXMock) -> None:
    play(httpx_mock, succeeds(), succeeds())
    diary = Diary()

    async with virtual_client(observer=diary) as mews:
        await write(mews.for_enterprise(ENTERPRISE))
        await read_page(mews.for_enterprise(ENTERPRISE))

    begun = [it for it in diary.entries if isinstance(it, CallBegun)]
    assert [it.enterprise_ids for it in begun] == [(ENTERPRISE,)] * 2


async def test_a_call_that_is_cancelled_ends_for_it_as_well(httpx_mock: HTTPXMock) -> None:
    play(httpx_mock, slowly(10, succeeds()))
    diary = Diary()

    async with virtual_client(observer=diary) as mews:
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(5):
                await write(mews)

    ended = [it for it in diary.entries if isinstance(it, AttemptEvent | CallEvent)]
    assert [it.error for it in ended] == ["CancelledError", "CancelledError"]
    assert _where.get() == "outside"


async def test_a_write_that_the_journal_holds_back_has_no_attempt() -> None:
    diary = Diary()

    async with virtual_client(observer=diary, journal=BrokenJournal()) as mews:
        with pytest.raises(errors.JournalError):
            await write(mews)

    assert [type(it) for it in diary.entries] == [CallBegun, CallEvent]


def broken_at_the_beginning(_: CallBegun | AttemptBegun) -> Callable[[Event], None]:
    raise LookupError("the observer's own fault")


def broken_at_the_end(_: CallBegun | AttemptBegun) -> Callable[[Event], None]:
    def end(_: Event) -> None:
        raise LookupError("the observer's own fault")

    return end


@pytest.mark.parametrize("observer", [broken_at_the_beginning, broken_at_the_end])
@pytest.mark.parametrize("call", [read_page, write])
async def test_one_that_breaks_spoils_no_call(
    httpx_mock: HTTPXMock,
    caplog: pytest.LogCaptureFixture,
    observer: Callable[[CallBegun | AttemptBegun], Callable[[Event], None]],
    call: CallOf,
) -> None:
    play(httpx_mock, succeeds())

    async with virtual_client(observer=observer) as mews:
        await call(mews)

    told = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert len(told) == 2
    assert "the observer's own fault" in caplog.text


async def test_one_that_breaks_over_an_error_has_nothing_of_its_text_logged(
    httpx_mock: HTTPXMock, caplog: pytest.LogCaptureFixture
) -> None:
    play(httpx_mock, answers(403, json={"Message": "the guest Ms Doe may not"}))

    async with virtual_client(observer=broken_at_the_end) as mews:
        with pytest.raises(errors.BusinessRuleError, match="Doe"):
            await write(mews)

    assert "the observer's own fault" in caplog.text
    assert "Doe" not in caplog.text


async def test_a_request_that_cannot_be_read_back_for_it_is_sent_all_the_same(
    httpx_mock: HTTPXMock, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreadable(_: bytes) -> tuple[UUID, ...]:
        raise RecursionError

    monkeypatch.setattr(_call, "enterprises_of", unreadable)
    play(httpx_mock, succeeds())

    async with virtual_client(observer=Diary()) as mews:
        await write(mews)

    assert "was not told of payments/addExternal" in caplog.text


async def test_calls_at_the_same_time_do_not_meet(httpx_mock: HTTPXMock) -> None:
    seen: list[str] = []

    async def see(request: httpx.Request) -> httpx.Response:
        await asyncio.sleep(1)
        seen.append(_where.get())
        return await succeeds()(request)

    httpx_mock.add_callback(see, is_reusable=True)
    async with virtual_client(observer=Diary(), rate_limit=RateLimit(2, 1)) as mews:
        await asyncio.gather(write(mews), write(mews), write(mews))
    assert seen == ["the call's attempt"] * 3


async def test_one_that_has_to_be_awaited_is_refused() -> None:
    async def observe(_: CallBegun | AttemptBegun) -> None:
        return None

    with pytest.raises(errors.ConfigurationError, match="observer"):
        virtual_client(observer=observe)
