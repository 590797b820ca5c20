"""Calls as spans and figures. The only module that imports OpenTelemetry, and of it the API."""

from __future__ import annotations

import asyncio
import re
import weakref
from collections.abc import Callable
from contextvars import Token
from functools import partial

from opentelemetry import context, trace
from opentelemetry.context import Context
from opentelemetry.metrics import MeterProvider, get_meter
from opentelemetry.trace import Span, SpanKind, Status, StatusCode, TracerProvider
from opentelemetry.util.types import Attributes, AttributeValue

from mews_connector import (
    AttemptBegun,
    AttemptEvent,
    CallBegun,
    CallEvent,
    Event,
    __version__,
)

__all__ = ["OpenTelemetry"]

_SCOPE = "mews_connector"
_WORD_BEGINS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


class OpenTelemetry:
    """Makes a span of each call, with a child for each attempt, and counts.

    Give it to a client as its `observer`; one is enough for any number of them. The span of an
    attempt is the current one while its request is sent, so what instruments httpx goes beneath it.
    Neither spans nor figures hold a token, a body or the text of an error.

    Spans: `mews.payments.get_all`, and beneath it `mews.payments.get_all attempt`. Figures, each by
    `mews.operation`: `mews.client.calls`, `mews.client.errors` (by `error.type` as well),
    `mews.client.cancelled`, `mews.client.retries`, `mews.client.rows`, and the histogram
    `mews.client.wait` in seconds (by `mews.waited_for`: `limiter`, `retry` or `server`).
    """

    def __init__(
        self,
        *,
        tracer_provider: TracerProvider | None = None,
        meter_provider: MeterProvider | None = None,
    ) -> None:
        """Sets it up; `None` is the provider that is set for the whole process."""
        self._tracer = trace.get_tracer(_SCOPE, __version__, tracer_provider)
        meter = get_meter(_SCOPE, __version__, meter_provider)
        self._calls = meter.create_counter("mews.client.calls", "{call}", "Calls that ended")
        self._errors = meter.create_counter("mews.client.errors", "{call}", "Calls that raised")
        self._cancelled = meter.create_counter(
            "mews.client.cancelled", "{call}", "Calls that nobody waited for any more"
        )
        self._retries = meter.create_counter(
            "mews.client.retries", "{request}", "Requests beyond the first one of their call"
        )
        self._rows = meter.create_counter("mews.client.rows", "{row}", "Rows of the pages read")
        self._waits = meter.create_histogram(
            "mews.client.wait", "s", "What a call waited for the limiter, for retries, for answers"
        )

    def __call__(self, beginning: CallBegun | AttemptBegun) -> Callable[[Event], None]:
        """Begins a span and makes it the current one, until what is returned is called."""
        name = span_name(beginning.operation)
        if isinstance(beginning, CallBegun):
            span = self._tracer.start_span(name, attributes=_of_call(beginning))
        else:
            span = self._tracer.start_span(
                f"{name} attempt", kind=SpanKind.CLIENT, attributes=_of_attempt(beginning)
            )
        token = context.attach(trace.set_span_in_context(span))
        return partial(self._end, span, token, _this_task())

    def _end(self, span: Span, token: Token[Context], task: _Task | None, event: Event) -> None:
        # A call that was left behind with its loop ends by garbage collection, wherever that runs.
        if task is not None and task == _this_task():
            context.detach(token)
        try:
            if isinstance(event, CallEvent):
                self._count(event)
            _finish(span, event)
        finally:
            span.end()

    def _count(self, event: CallEvent) -> None:
        operation = {"mews.operation": event.operation}
        self._calls.add(1, operation)
        if event.cancelled:
            self._cancelled.add(1, operation)
        elif event.error is not None:
            self._errors.add(1, {**operation, "error.type": event.error})
        if event.attempts > 1:
            self._retries.add(event.attempts - 1, operation)
        if event.rows is not None:
            self._rows.add(event.rows, operation)
        for what, seconds in (
            ("limiter", event.waited_for_limiter),
            ("retry", event.waited_for_retry),
            ("server", event.waited_for_server),
        ):
            self._waits.record(seconds, {**operation, "mews.waited_for": what})


_Task = weakref.ref["asyncio.Task[object]"]


def _this_task() -> _Task | None:
    try:
        task = asyncio.current_task()
    except RuntimeError:
        # No loop runs here.
        return None
    return None if task is None else weakref.ref(task)


def span_name(operation: str) -> str:
    """`mews.payment_requests.get_all` for `paymentRequests/getAll`: as the method is called."""
    return f"mews.{_WORD_BEGINS.sub('_', operation.replace('/', '.')).lower()}"


def _of_call(call: CallBegun) -> Attributes:
    attributes: dict[str, AttributeValue] = {
        "mews.operation": call.operation,
        "mews.kind": "write" if call.is_write else "read",
    }
    enterprises = [str(it) for it in call.enterprise_ids]
    if len(enterprises) == 1:
        attributes["mews.enterprise_id"] = enterprises[0]
    elif enterprises:
        attributes["mews.enterprise_ids"] = enterprises
    if call.page is not None:
        attributes["mews.page"] = call.page
    return attributes


def _of_attempt(attempt: AttemptBegun) -> Attributes:
    return {"mews.operation": attempt.operation, "mews.attempt": attempt.attempt}


def _finish(span: Span, event: Event) -> None:
    figures: dict[str, AttributeValue | None] = {
        "mews.request_id": event.request_id,
        "mews.waited_for_limiter": event.waited_for_limiter,
        "mews.waited_for_retry": event.waited_for_retry,
        "mews.waited_for_server": event.waited_for_server,
        "http.response.status_code": event.status,
        "error.type": None if event.cancelled else event.error,
        "mews.cancelled": event.cancelled or None,
    }
    if isinstance(event, AttemptEvent):
        figures["mews.attempt"] = event.attempt
    else:
        figures |= {"mews.attempts": event.attempts, "mews.rows": event.rows}
    span.set_attributes({name: it for name, it in figures.items() if it is not None})
    if event.error is not None and not event.cancelled:
        span.set_status(Status(StatusCode.ERROR, event.error))
