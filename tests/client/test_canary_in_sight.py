"""The tokens are in nothing by which work can be seen: journal, spans, figures, lists, logs."""

from __future__ import annotations

import contextlib
import json
import logging
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any

import httpx
import pytest
from attrs import field, frozen
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from pytest_httpx import HTTPXMock

from mews_connector import (
    AttemptBegun,
    CallBegun,
    JournalRecord,
    JsonLinesJournal,
    MewsClient,
    RateLimit,
    RetryPolicy,
    errors,
    models,
)
from mews_toolkit.observability import CallRecorder, OpenTelemetry
from mews_toolkit.sandbox import Sandbox, serve_in_thread
from support.clients import ACCESS_TOKEN, CLIENT_TOKEN, virtual_client
from support.journals import BrokenJournal, ListJournal
from support.pages import ACCOUNT
from support.secrecy import escaped, keeps, shown_of_error, shown_of_record, shown_of_value

VISA = "4111 1111 1111 1111"
BOTH = f"{CLIENT_TOKEN} and {ACCESS_TOKEN}"
ECHO = {"Message": BOTH, "RequestId": ACCESS_TOKEN, "Details": {ACCESS_TOKEN: CLIENT_TOKEN}}

# Looked up by name: as arguments of a test, these texts would be locals in its traceback.
ANSWERS: dict[str, dict[str, Any]] = {
    **{
        str(status): {"status_code": status, "json": ECHO, "headers": {"Request-Id": BOTH}}
        for status in (200, 307, 400, 401, 403, 408, 409, 429, 500)
    },
    "a page": {"status_code": 502, "html": f"<pre>{BOTH}</pre>"},
    "escaped": {"status_code": 400, "text": f'{{"Message": {escaped(BOTH)}}}'},
}
EXCEPTIONS: dict[str, Exception] = {
    "connect": httpx.ConnectError(BOTH),
    "read": httpx.ReadTimeout(BOTH),
    "anything": ValueError(BOTH),
}


@frozen
class Sights:
    """Everything by which work can be seen, and all that it shows."""

    journal: ListJournal = field(factory=ListJournal)
    recorder: CallRecorder = field(factory=CallRecorder)
    spans: InMemorySpanExporter = field(factory=InMemorySpanExporter)
    figures: InMemoryMetricReader = field(factory=InMemoryMetricReader)
    begun: list[CallBegun | AttemptBegun] = field(factory=list[CallBegun | AttemptBegun])

    def keywords(self) -> dict[str, Any]:
        tracers = TracerProvider()
        tracers.add_span_processor(SimpleSpanProcessor(self.spans))
        telemetry = OpenTelemetry(
            tracer_provider=tracers,
            meter_provider=MeterProvider(metric_readers=[self.figures]),
        )

        def observe(beginning: CallBegun | AttemptBegun) -> Any:
            self.begun.append(beginning)
            return telemetry(beginning)

        return {"journal": self.journal, "observer": observe, "on_event": self.recorder}

    def show_nothing(self) -> bool:
        assert self.begun
        for each in (*self.journal.records, *self.begun, *self.recorder.operations()):
            assert keeps(shown_of_value(each))
        assert keeps(record.to_json().decode() for record in self.journal.records)
        assert keeps([self.recorder.to_json(), self.recorder.to_markdown()])
        assert keeps(span.to_json() for span in self.spans.get_finished_spans())
        data = self.figures.get_metrics_data()
        assert data is not None
        return keeps([data.to_json()])


async def write(mews: MewsClient) -> object:
    return await mews.payments.add_external(
        account_id=ACCOUNT,
        amount=models.AmountParameters(currency="GBP", gross_value=Decimal("12.30")),
        external_identifier="till-7/000123",
        notes="for the room at the end",
    )


@pytest.mark.virtual_time
@pytest.mark.parametrize("answer", [*ANSWERS, *EXCEPTIONS])
async def test_what_a_server_or_the_transport_repeats_is_not_seen(
    httpx_mock: HTTPXMock, caplog: pytest.LogCaptureFixture, answer: str
) -> None:
    caplog.set_level(logging.DEBUG)
    if answer in ANSWERS:
        httpx_mock.add_response(**ANSWERS[answer])
    else:
        httpx_mock.add_exception(EXCEPTIONS[answer])
    sights = Sights()

    async with virtual_client(retry=RetryPolicy(attempts=1), **sights.keywords()) as mews:
        with contextlib.suppress(errors.MewsError):
            await write(mews)

    assert len(sights.journal.records) == 2
    assert sights.show_nothing()
    for record in caplog.records:
        assert keeps(shown_of_record(record))


@pytest.mark.virtual_time
async def test_a_token_that_somebody_uses_as_an_identifier_is_masked(
    httpx_mock: HTTPXMock,
) -> None:
    httpx_mock.add_response(json={})
    sights = Sights()

    async with virtual_client(**sights.keywords()) as mews:
        await mews.call(
            "payments/addExternal",
            {
                "ExternalIdentifier": f"till-7 {ACCESS_TOKEN.lower()}",
                "Amount": {"Currency": CLIENT_TOKEN, "Value": Decimal(1)},
                f"{CLIENT_TOKEN}Value": 1,
            },
        )

    assert sights.journal.records[0].external_identifiers == ("till-7 ***",)
    assert sights.show_nothing()


@pytest.mark.virtual_time
@pytest.mark.parametrize("takes", [0, 1])
async def test_a_journal_that_breaks_tells_nothing(
    httpx_mock: HTTPXMock, caplog: pytest.LogCaptureFixture, takes: int
) -> None:
    caplog.set_level(logging.DEBUG)
    if takes:
        httpx_mock.add_response(status_code=403, json=ECHO)

    async with virtual_client(journal=BrokenJournal(takes=takes)) as mews:
        with pytest.raises(errors.MewsError) as caught:
            await write(mews)

    assert keeps(shown_of_error(caught.value))
    for record in caplog.records:
        assert keeps(shown_of_record(record))


@pytest.mark.virtual_time
async def test_no_free_text_and_no_card_number_is_seen(httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json={"ExternalPaymentId": str(ACCOUNT)})
    sights = Sights()

    async with virtual_client(**sights.keywords()) as mews:
        await write(mews)
        with pytest.raises(errors.InvalidRequestError):
            await mews.call("payments/addExternal", {"ExternalIdentifier": VISA})

    said = repr(sights.journal.records) + "".join(
        span.to_json() for span in sights.spans.get_finished_spans()
    )
    assert "till-7/000123" in said
    assert "room at the end" not in said
    assert VISA not in said


@asynccontextmanager
async def canary_client(url: str, file: Path) -> AsyncGenerator[MewsClient]:
    async with MewsClient(
        environment=url,
        client_token=CLIENT_TOKEN,
        access_token=ACCESS_TOKEN,
        client="Specification 1.0",
        rate_limit=RateLimit(1_000_000),
        retry=RetryPolicy(attempts=1),
        journal=JsonLinesJournal(file),
    ) as mews:
        yield mews


async def test_the_file_of_a_journal_holds_none(tmp_path: Path) -> None:
    # Given a server that knows neither token
    file = tmp_path / "journal.jsonl"
    with serve_in_thread(Sandbox(payments=0)) as server:
        async with canary_client(server.url, file) as mews:
            # When
            with pytest.raises(errors.UnauthorizedError):
                await write(mews)

    # Then
    text = file.read_text(encoding="utf-8")
    assert [json.loads(line)["outcome"] for line in text.splitlines()] == [None, "refused"]
    assert keeps([text])


class HoldsTheClient:
    """What a careless journal could keep."""

    def __init__(self) -> None:
        self.mews: MewsClient | None = None

    async def write(self, record: JournalRecord) -> None:
        raise RuntimeError(f"{self.mews!r} {record!r}")


@pytest.mark.virtual_time
async def test_a_careless_journal_finds_no_token_to_tell() -> None:
    journal = HoldsTheClient()
    async with virtual_client(journal=journal) as mews:
        journal.mews = mews
        with pytest.raises(errors.JournalError) as caught:
            await write(mews)

    assert keeps(shown_of_error(caught.value))
