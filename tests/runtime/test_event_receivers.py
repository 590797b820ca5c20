"""Those who listen: receivers of events and readers of the log hear no body and spoil no call."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from decimal import Decimal
from uuid import uuid4

import httpx
import pytest
from pytest_httpx import HTTPXMock

from mews_connector import Event, MewsClient, errors, models
from support.clients import virtual_client
from support.exchanges import (
    Behaviour,
    CallOf,
    answers,
    play,
    raises,
    read_page,
    slowly,
    succeeds,
    write,
)

pytestmark = pytest.mark.virtual_time

LOGGER = "mews_connector"
ASKED = "WHAT-THE-GUEST-ASKED"
ANSWERED = "WHAT-THE-SERVER-ANSWERED"


@pytest.mark.parametrize("call", [read_page, write], ids=["read", "write"])
async def test_a_receiver_that_raises_does_not_spoil_a_success(
    httpx_mock: HTTPXMock, caplog: pytest.LogCaptureFixture, call: CallOf
) -> None:
    play(httpx_mock, answers(429), succeeds())
    async with virtual_client(on_event=broken) as mews:
        await call(mews)
    told = [record for record in caplog.records if record.exc_info is not None]
    assert [record.name for record in told] == [LOGGER] * 3
    assert "the receiver's own fault" in caplog.text


@pytest.mark.parametrize(
    ("behaviour", "error"),
    [(answers(403), errors.BusinessRuleError), (answers(500), errors.OutcomeUnknownError)],
)
async def test_a_receiver_that_raises_does_not_hide_an_error(
    httpx_mock: HTTPXMock, behaviour: Behaviour, error: type[errors.MewsError]
) -> None:
    play(httpx_mock, behaviour)
    async with virtual_client(on_event=broken) as mews:
        with pytest.raises(error):
            await write(mews)


async def test_a_receiver_that_raises_does_not_stop_a_cancellation(httpx_mock: HTTPXMock) -> None:
    play(httpx_mock, slowly(10, succeeds()))
    async with virtual_client(on_event=broken) as mews:
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(1):
                await write(mews)


def broken(event: Event) -> None:
    raise LookupError(f"the receiver's own fault on {event.operation}")


async def test_the_logger_says_the_same(
    httpx_mock: HTTPXMock, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    play(httpx_mock, answers(429, headers={"Request-Id": "first"}), succeeds())
    events: list[Event] = []
    async with virtual_client(on_event=events.append) as mews:
        await write(mews)
    records = [record for record in caplog.records if record.name == LOGGER]
    assert [vars(record)["mews_event"] for record in records] == events
    assert [record.levelname for record in records] == ["WARNING", "DEBUG", "DEBUG"]
    assert (
        records[0]
        .getMessage()
        .startswith(
            "payments/addExternal attempt 1: RateLimitedError, status 429, request id first;"
        )
    )
    assert records[2].getMessage().startswith("payments/addExternal done after 2 request(s): ok")


async def test_each_figure_of_an_event_is_a_plain_field_of_its_record(
    httpx_mock: HTTPXMock, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    play(httpx_mock, answers(503, headers={"Request-Id": "first"}), succeeds())
    async with virtual_client() as mews:
        await read_page(mews)

    failed, _, call = (
        {name: it for name, it in vars(record).items() if name.startswith("mews_")}
        for record in caplog.records
        if record.name == LOGGER
    )

    assert failed == {
        "mews_event": failed["mews_event"],
        "mews_operation": "payments/getAll",
        "mews_attempt": 1,
        "mews_status": 503,
        "mews_request_id": "first",
        "mews_error": "ServerError",
        "mews_waited_for_limiter": 0.0,
        "mews_waited_for_retry": 0.0,
        "mews_waited_for_server": 0.0,
        "mews_sent": True,
    }
    assert (call["mews_attempts"], call["mews_page"], call["mews_rows"]) == (2, 1, 0)


async def write_a_note(mews: MewsClient) -> object:
    return await mews.payments.add_external(
        account_id=uuid4(),
        amount=models.AmountParameters(currency="GBP", gross_value=Decimal("12.30")),
        notes=ASKED,
    )


ANSWERS: dict[str, Behaviour] = {
    "success": answers(200, json={"ExternalPaymentId": str(uuid4()), "Notes": ANSWERED}),
    "refusal": answers(403, json={"Message": ANSWERED, "Details": ANSWERED}),
    "page of a proxy": answers(502, html=f"<h1>{ANSWERED}</h1>"),
    "unreadable": answers(200, json={"ExternalPaymentId": ANSWERED}),
    "lost": raises(httpx.ReadTimeout),
}
any_answer = pytest.mark.parametrize("behaviour", ANSWERS.values(), ids=ANSWERS)


@any_answer
async def test_no_event_and_no_record_holds_a_body(
    httpx_mock: HTTPXMock, caplog: pytest.LogCaptureFixture, behaviour: Behaviour
) -> None:
    caplog.set_level(logging.DEBUG)
    events: list[Event] = []
    await meet(httpx_mock, behaviour, virtual_client(on_event=events.append))
    said = everything_in(caplog.records) + repr(events)
    assert "payments/addExternal" in said
    assert ASKED not in said
    assert ANSWERED not in said


@any_answer
async def test_nor_does_the_record_of_a_receiver_that_raises(
    httpx_mock: HTTPXMock, caplog: pytest.LogCaptureFixture, behaviour: Behaviour
) -> None:
    caplog.set_level(logging.DEBUG)
    await meet(httpx_mock, behaviour, virtual_client(on_event=broken))
    said = everything_in(caplog.records)
    assert "the receiver's own fault" in said
    assert ASKED not in said
    assert ANSWERED not in said


async def meet(httpx_mock: HTTPXMock, behaviour: Behaviour, client: MewsClient) -> None:
    play(httpx_mock, behaviour)
    async with client as mews:
        with contextlib.suppress(errors.MewsError):
            await write_a_note(mews)


def everything_in(records: list[logging.LogRecord]) -> str:
    formatter = logging.Formatter()
    return "\n".join(f"{formatter.format(record)} {vars(record)}" for record in records)


async def test_a_logging_that_is_broken_changes_nothing(httpx_mock: HTTPXMock) -> None:
    def broken(_: logging.LogRecord) -> bool:
        raise RuntimeError("the filter broke")

    logger = logging.getLogger("mews_connector")
    logger.addFilter(broken)
    httpx_mock.add_response(json={"Done": True})
    try:
        async with virtual_client() as mews:
            assert await mews.call("payments/updateState", {}) == {"Done": True}
    finally:
        logger.removeFilter(broken)
