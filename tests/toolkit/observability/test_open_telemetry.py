"""Calls as spans and figures of OpenTelemetry, as its SDK gets them."""

from __future__ import annotations

import asyncio
import gc
import sys
from collections.abc import Mapping
from typing import Any
from uuid import UUID

import httpx
import pytest
from attrs import field, frozen
from opentelemetry import trace
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import SpanKind, StatusCode
from pytest_httpx import HTTPXMock

from mews_connector import RateLimit, RetryPolicy, errors
from mews_toolkit import observability
from mews_toolkit.observability import OpenTelemetry
from mews_toolkit.observability._open_telemetry import span_name
from support.clients import virtual_client
from support.examples import OPERATIONS
from support.exchanges import answers, play, raises, read_page, slowly, succeeds, write
from support.pages import page, payments
from support.readme import table
from support.virtual_time import VirtualTimeLoop

pytestmark = pytest.mark.virtual_time

ENTERPRISE = UUID("851df8c8-90f2-4c4a-8e01-a4fc46b25178")


@frozen
class Telescope:
    """An OpenTelemetry, and what comes out of it."""

    spans: InMemorySpanExporter = field(factory=InMemorySpanExporter)
    figures: InMemoryMetricReader = field(factory=InMemoryMetricReader)
    tracers: TracerProvider = field(factory=TracerProvider)
    observer: OpenTelemetry = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.tracers.add_span_processor(SimpleSpanProcessor(self.spans))
        meters = MeterProvider(metric_readers=[self.figures])
        observer = OpenTelemetry(tracer_provider=self.tracers, meter_provider=meters)
        object.__setattr__(self, "observer", observer)

    def finished(self) -> list[ReadableSpan]:
        return list(self.spans.get_finished_spans())

    def counted(self) -> dict[str, list[tuple[Mapping[str, Any], Any]]]:
        """Every figure by its name: what it is about, and its number or sum."""
        data = self.figures.get_metrics_data()
        assert data is not None
        return {
            metric.name: [
                (dict(point.attributes or {}), getattr(point, "value", getattr(point, "sum", None)))
                for point in metric.data.data_points
            ]
            for resource in data.resource_metrics
            for scope in resource.scope_metrics
            for metric in scope.metrics
        }


async def test_a_call_is_a_span_with_one_beneath_it_for_each_attempt(
    httpx_mock: HTTPXMock,
) -> None:
    # Given a window of one request in ten seconds, and a server that fails once
    play(
        httpx_mock,
        slowly(3, answers(503, headers={"Request-Id": "first", "Retry-After": "4"})),
        slowly(1, succeeds(**{"Request-Id": "second"})),
    )
    telescope = Telescope()

    # When
    async with virtual_client(rate_limit=RateLimit(1, 10), observer=telescope.observer) as mews:
        await read_page(mews.for_enterprise(ENTERPRISE))

    # Then
    first, second, call = telescope.finished()
    assert [it.name for it in (first, second, call)] == [
        "mews.payments.get_all attempt",
        "mews.payments.get_all attempt",
        "mews.payments.get_all",
    ]
    assert call.parent is None
    assert call.context is not None
    for attempt in (first, second):
        assert attempt.parent is not None
        assert attempt.parent.span_id == call.context.span_id
        assert attempt.kind is SpanKind.CLIENT
    assert dict(first.attributes or {}) == {
        "mews.operation": "payments/getAll",
        "mews.attempt": 1,
        "mews.request_id": "first",
        "mews.waited_for_limiter": 0.0,
        "mews.waited_for_retry": 0.0,
        "mews.waited_for_server": 3.0,
        "http.response.status_code": 503,
        "error.type": "ServerError",
    }
    assert dict(second.attributes or {}) == {
        "mews.operation": "payments/getAll",
        "mews.attempt": 2,
        "mews.request_id": "second",
        "mews.waited_for_limiter": 6.0,
        "mews.waited_for_retry": 4.0,
        "mews.waited_for_server": 1.0,
        "http.response.status_code": 200,
    }
    assert dict(call.attributes or {}) == {
        "mews.operation": "payments/getAll",
        "mews.kind": "read",
        "mews.enterprise_id": str(ENTERPRISE),
        "mews.page": 1,
        "mews.attempts": 2,
        "mews.rows": 0,
        "mews.request_id": "second",
        "mews.waited_for_limiter": 6.0,
        "mews.waited_for_retry": 4.0,
        "mews.waited_for_server": 4.0,
        "http.response.status_code": 200,
    }
    assert [it.status.status_code for it in (first, second, call)] == [
        StatusCode.ERROR,
        StatusCode.UNSET,
        StatusCode.UNSET,
    ]


async def test_calls_are_counted_by_operation(httpx_mock: HTTPXMock) -> None:
    telescope = Telescope()
    httpx_mock.add_response(json=page(9, 8, cursor=8))
    httpx_mock.add_response(json=page(7))
    play(
        httpx_mock,
        slowly(2, answers(429, headers={"Retry-After": "4"})),
        slowly(1, answers(403)),
    )

    async with virtual_client(observer=telescope.observer) as mews:
        await payments(mews).collect()
        with pytest.raises(errors.BusinessRuleError):
            await write(mews)

    reads, writes = (
        {"mews.operation": "payments/getAll"},
        {"mews.operation": "payments/addExternal"},
    )
    counted = telescope.counted()
    assert counted["mews.client.calls"] == [(reads, 2), (writes, 1)]
    assert counted["mews.client.errors"] == [({**writes, "error.type": "BusinessRuleError"}, 1)]
    assert counted["mews.client.retries"] == [(writes, 1)]
    assert counted["mews.client.rows"] == [(reads, 3)]
    waits = {
        (about["mews.operation"], about["mews.waited_for"]): seconds
        for about, seconds in counted["mews.client.wait"]
    }
    assert waits["payments/addExternal", "retry"] == 4.0
    assert waits["payments/addExternal", "server"] == 3.0
    assert waits["payments/getAll", "limiter"] == 0.0


async def test_the_span_of_the_attempt_is_current_while_it_is_sent(httpx_mock: HTTPXMock) -> None:
    telescope = Telescope()
    current: list[trace.Span] = []

    async def see(request: httpx.Request) -> httpx.Response:
        current.append(trace.get_current_span())
        return await succeeds()(request)

    httpx_mock.add_callback(see)
    async with virtual_client(observer=telescope.observer) as mews:
        await write(mews)

    [attempt, _] = telescope.finished()
    assert current[0].get_span_context() == attempt.context
    assert trace.get_current_span() is trace.INVALID_SPAN


async def test_what_the_caller_traces_is_above(httpx_mock: HTTPXMock) -> None:
    play(httpx_mock, succeeds())
    telescope = Telescope()
    tracer = telescope.tracers.get_tracer("checkout")

    async with virtual_client(observer=telescope.observer) as mews:
        with tracer.start_as_current_span("checkout") as checkout:
            await write(mews)
            assert trace.get_current_span() is checkout

    [_, call, _] = telescope.finished()
    assert call.parent == checkout.get_span_context()


@pytest.mark.parametrize("concurrency", [1, 3])
async def test_pages_read_ahead_and_side_by_side_are_siblings(
    httpx_mock: HTTPXMock, concurrency: int
) -> None:
    httpx_mock.add_response(json=page(9, cursor=9))
    httpx_mock.add_response(json=page(8, cursor=8))
    httpx_mock.add_response(json=page(7))
    telescope = Telescope()

    async with virtual_client(observer=telescope.observer) as mews:
        await payments(mews, prefetch=True, concurrency=concurrency).collect()

    calls = [it for it in telescope.finished() if not it.name.endswith("attempt")]
    assert [it.parent for it in calls] == [None] * 3
    assert [(it.attributes or {})["mews.page"] for it in calls] == [1, 2, 3]


async def test_a_span_of_a_failure_has_its_class_and_not_its_words(httpx_mock: HTTPXMock) -> None:
    play(httpx_mock, answers(403, json={"Message": "the guest Ms Doe may not"}))
    telescope = Telescope()

    async with virtual_client(observer=telescope.observer) as mews:
        with pytest.raises(errors.BusinessRuleError):
            await write(mews)

    for span in telescope.finished():
        assert span.status.status_code is StatusCode.ERROR
        assert span.status.description == "BusinessRuleError"
        assert "Doe" not in span.to_json()
        assert span.events == ()


async def test_a_cancelled_call_ends_its_spans(httpx_mock: HTTPXMock) -> None:
    play(httpx_mock, slowly(10, succeeds()))
    telescope = Telescope()

    async with virtual_client(observer=telescope.observer) as mews:
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(5):
                await write(mews)

    for span in telescope.finished():
        assert span.status.status_code is StatusCode.UNSET
        assert (span.attributes or {})["mews.cancelled"] is True
        assert "error.type" not in (span.attributes or {})
    counted = telescope.counted()
    about = {"mews.operation": "payments/addExternal"}
    assert counted["mews.client.cancelled"] == [(about, 1)]
    assert "mews.client.errors" not in counted
    assert trace.get_current_span() is trace.INVALID_SPAN


async def test_each_wait_is_measured_as_what_it_was(httpx_mock: HTTPXMock) -> None:
    # Given a window of one request in ten seconds
    play(httpx_mock, slowly(3, answers(503, headers={"Retry-After": "4"})), slowly(1, succeeds()))
    telescope = Telescope()

    async with virtual_client(rate_limit=RateLimit(1, 10), observer=telescope.observer) as mews:
        await read_page(mews)

    waits = telescope.counted()["mews.client.wait"]
    assert {about["mews.waited_for"]: seconds for about, seconds in waits} == {
        "limiter": 6.0,
        "retry": 4.0,
        "server": 4.0,
    }


async def test_attempts_that_were_never_sent_are_no_retries(httpx_mock: HTTPXMock) -> None:
    play(httpx_mock, raises(httpx.ConnectError), succeeds())
    telescope = Telescope()

    async with virtual_client(observer=telescope.observer) as mews:
        await write(mews)

    assert "mews.client.retries" not in telescope.counted()
    assert (telescope.finished()[-1].attributes or {})["mews.attempts"] == 1


# A task that was left behind cannot tell its loop that it ends, and says so.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_call_left_behind_with_its_loop_ends_its_spans_quietly(
    caplog: pytest.LogCaptureFixture,
) -> None:
    telescope = Telescope()

    async def silent(_: httpx.Request) -> httpx.Response:
        never: asyncio.Future[httpx.Response] = asyncio.get_running_loop().create_future()
        return await never

    async def begin() -> asyncio.Future[Any]:
        http = httpx.AsyncClient(transport=httpx.MockTransport(silent))
        mews = virtual_client(observer=telescope.observer, http_client=http)
        call = asyncio.ensure_future(mews.configuration.get())
        await asyncio.sleep(1)
        return call

    loop = VirtualTimeLoop()
    call = loop.run_until_complete(begin())
    loop.close()
    del loop, call
    gc.collect()

    assert [it.name for it in telescope.finished()] == [
        "mews.configuration.get attempt",
        "mews.configuration.get",
    ]
    assert "Failed to detach" not in caplog.text
    assert trace.get_current_span() is trace.INVALID_SPAN


def test_without_its_extra_it_is_named_all_the_same_and_asks_for_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "opentelemetry", None)
    monkeypatch.delitem(sys.modules, "mews_toolkit.observability._open_telemetry")

    names = {name: getattr(observability, name) for name in observability.__all__}

    with pytest.raises(errors.ConfigurationError, match=r"mews-connector\[otel\]"):
        names["OpenTelemetry"]()


async def test_several_enterprises_are_all_named(httpx_mock: HTTPXMock) -> None:
    play(httpx_mock, succeeds())
    telescope = Telescope()
    both = [ENTERPRISE, UUID(int=1)]

    async with virtual_client(observer=telescope.observer) as mews:
        await mews.call("payments/getAll", {"EnterpriseIds": both}, kind="read")

    call = telescope.finished()[-1]
    assert (call.attributes or {})["mews.enterprise_ids"] == tuple(str(it) for it in both)


async def test_without_a_provider_nothing_is_made(httpx_mock: HTTPXMock) -> None:
    play(httpx_mock, answers(500))

    async with virtual_client(observer=OpenTelemetry(), retry=RetryPolicy(attempts=1)) as mews:
        with pytest.raises(errors.OutcomeUnknownError):
            await write(mews)


async def test_a_span_is_named_as_the_method_is_called() -> None:
    methods = {row[0].split("`")[1]: row[1] for row in table("Operation of the API")}

    assert {name: span_name(name) for name in OPERATIONS} == methods
