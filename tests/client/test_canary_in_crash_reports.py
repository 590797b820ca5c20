"""What tells of a crash with every variable, and asyncio at its most talkative, tell no token."""

from __future__ import annotations

import asyncio
import faulthandler
import gc
import io
import json
import logging
import re
import sys
import tempfile
import traceback
import warnings
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
import structlog
from pytest_httpx import HTTPXMock
from rich.console import Console
from rich.traceback import Traceback

from mews_connector import MewsClient, RateLimit, RetryPolicy, errors, models
from mews_toolkit.sandbox import Sandbox, serve_in_thread
from support.clients import ACCESS_TOKEN, CLIENT_TOKEN, virtual_client
from support.journals import ListJournal
from support.pages import ACCOUNT, page, payments
from support.secrecy import keeps, shown_of_record

BOTH = f"{CLIENT_TOKEN} and {ACCESS_TOKEN}"
ECHO = {"Message": BOTH, "RequestId": ACCESS_TOKEN, "Details": {ACCESS_TOKEN: CLIENT_TOKEN}}
ASKED = {"AccountIds": [str(ACCOUNT)]}
# Quotes may stand within others.
IN_A_BODY = re.compile(r"""AccountIds?\\*":""")


async def write(mews: MewsClient) -> object:
    return await mews.payments.add_external(
        account_id=ACCOUNT,
        amount=models.AmountParameters(currency="GBP", gross_value=Decimal("12.30")),
    )


async def read(mews: MewsClient) -> object:
    return await mews.call("payments/getAll", ASKED, kind="read")


async def walk(mews: MewsClient) -> object:
    return await payments(mews).collect()


async def crash(httpx_mock: HTTPXMock) -> errors.MewsError:
    httpx_mock.add_response(status_code=500, json=ECHO)
    async with virtual_client() as mews:
        with pytest.raises(errors.OutcomeUnknownError) as caught:
            await write(mews)
    return caught.value


def by_the_standard_library(error: BaseException) -> str:
    return "".join(traceback.TracebackException.from_exception(error, capture_locals=True).format())


def by_rich(error: BaseException) -> str:
    told = Traceback.from_exception(
        type(error),
        error,
        error.__traceback__,
        width=1000,
        show_locals=True,
        locals_max_length=sys.maxsize,
        locals_max_string=sys.maxsize,
        locals_hide_dunder=False,
    )
    console = Console(file=io.StringIO(), width=1000)
    console.print(told)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def by_structlog(formatter: Callable[[], Any]) -> Callable[[BaseException], str]:
    def told(error: BaseException) -> str:
        output = io.StringIO()
        log = structlog.wrap_logger(
            structlog.PrintLogger(output),
            processors=[formatter(), structlog.processors.JSONRenderer()],
        )
        log.error("it crashed", exc_info=error)
        return output.getvalue()

    return told


def in_dicts() -> Any:
    return structlog.processors.ExceptionRenderer(
        structlog.tracebacks.ExceptionDictTransformer(
            show_locals=True, locals_max_string=sys.maxsize, locals_max_length=sys.maxsize
        )
    )


def in_the_console(error: BaseException) -> str:
    output = io.StringIO()
    log = structlog.wrap_logger(
        structlog.PrintLogger(output),
        processors=[
            structlog.dev.ConsoleRenderer(
                exception_formatter=structlog.dev.RichTracebackFormatter(
                    show_locals=True, width=1000
                )
            )
        ],
    )
    log.error("it crashed", exc_info=error)
    return output.getvalue()


REPORTS: dict[str, Callable[[BaseException], str]] = {
    "traceback": by_the_standard_library,
    "rich": by_rich,
    "structlog as JSON": by_structlog(in_dicts),
    "structlog on a console": in_the_console,
}


@pytest.mark.virtual_time
@pytest.mark.parametrize("report", REPORTS)
async def test_a_crash_report_with_all_locals_shows_none(
    httpx_mock: HTTPXMock, report: str
) -> None:
    error = await crash(httpx_mock)

    told = REPORTS[report](error)

    assert "OutcomeUnknownError" in told
    assert "1f5e8a10-5c8f-4f4d-9a3e-6a2b7d1c0e55" in told, "it shows the locals"
    assert keeps([told])


@pytest.mark.virtual_time
@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("use", [write, read, walk], ids=lambda it: it.__name__)
async def test_a_crash_report_shows_no_body_of_a_request(
    httpx_mock: HTTPXMock, use: Callable[[MewsClient], Any], report: str
) -> None:
    httpx_mock.add_response(status_code=500)
    async with virtual_client(retry=RetryPolicy(attempts=1), journal=ListJournal()) as mews:
        with pytest.raises(errors.MewsError) as caught:
            await use(mews)

    told = REPORTS[report](caught.value)

    assert type(caught.value).__name__ in told
    assert not IN_A_BODY.search(told)


async def test_a_dump_of_all_threads_shows_none() -> None:
    with tempfile.TemporaryFile() as file, serve_in_thread(Sandbox(payments=0)) as server:
        async with canary_client(server.url) as mews:
            with pytest.raises(errors.UnauthorizedError):
                await write(mews)
            writing = asyncio.create_task(write(mews))
            await asyncio.sleep(0)
            faulthandler.dump_traceback(file, all_threads=True)
            with pytest.raises(errors.UnauthorizedError):
                await writing
        file.seek(0)
        told = file.read().decode()

    assert "test_a_dump_of_all_threads_shows_none" in told
    assert keeps([told])


def canary_client(url: str) -> MewsClient:
    return MewsClient(
        environment=url,
        client_token=CLIENT_TOKEN,
        access_token=ACCESS_TOKEN,
        client="Specification 1.0",
        rate_limit=RateLimit(1_000_000),
        retry=RetryPolicy(attempts=1),
    )


async def test_asyncio_in_its_debug_mode_shows_none(caplog: pytest.LogCaptureFixture) -> None:
    # given: every callback counts as slow, and is logged with its arguments
    caplog.set_level(logging.DEBUG)
    loop = asyncio.get_running_loop()
    loop.set_debug(True)
    loop.slow_callback_duration = 0.0
    told: list[str] = []
    with serve_in_thread(Sandbox(payments=0)) as server:
        async with canary_client(server.url) as mews:
            # when: one is seen at each step, one fails and is forgotten, one is never awaited
            writing = asyncio.create_task(write(mews))
            while not writing.done():
                told += [repr(it) for it in asyncio.all_tasks()]
                told += _stacks()
                await asyncio.sleep(0.001)
            assert isinstance(writing.exception(), errors.UnauthorizedError)
            forgotten = asyncio.create_task(write(mews))
            await asyncio.wait([forgotten])
            del forgotten
            with warnings.catch_warnings(record=True) as warned:
                warnings.simplefilter("always")
                never_awaited: Any = write(mews)
                told.append(repr(never_awaited))
                del never_awaited
                gc.collect()

    # then
    said = [record.getMessage() for record in caplog.records if record.name == "asyncio"]
    assert any(it.startswith("Executing <") for it in said)
    assert any("exception was never retrieved" in it for it in said)
    assert ["was never awaited" in str(it.message) for it in warned] == [True]
    assert told
    assert keeps([*told, *(str(vars(it)) for it in warned)])
    assert keeps(said)
    for record in caplog.records:
        if record.exc_info:
            assert keeps(shown_of_record(record))


def _stacks() -> list[str]:
    told: list[str] = []
    # The one that runs stands on what runs the tests, which knows the names of all of them.
    for task in asyncio.all_tasks() - {asyncio.current_task()}:
        output = io.StringIO()
        task.print_stack(file=output)
        told.append(output.getvalue())
        told += [repr(frame.f_locals) for frame in task.get_stack()]
    return told


@pytest.mark.virtual_time
async def test_what_a_walk_is_resumed_from_tells_neither_a_token_nor_what_was_asked(
    httpx_mock: HTTPXMock,
) -> None:
    # given
    httpx_mock.add_response(json=page(9, cursor=9))
    httpx_mock.add_response(status_code=500, json=ECHO)

    # when
    async with virtual_client(retry=RetryPolicy(attempts=1)) as mews:
        with pytest.raises(errors.ServerError) as caught:
            await payments(mews).collect()

    # then
    resume = str(caught.value.resume)
    assert keeps([resume])
    assert str(ACCOUNT) not in resume
    assert ACCOUNT.hex not in resume
    assert json.dumps(resume) == f'"{resume}"'
