"""The backend of examples/: what callers are told of the errors of the library."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from fastapi_app.problems import problem
from mews_connector import errors
from mews_toolkit.sandbox import RateLimited, Reset, Sandbox, Status
from mews_toolkit.sandbox.faults import Fault
from support.backend import Gate, interval, running


def all_of(kind: type[errors.MewsError]) -> Iterator[type[errors.MewsError]]:
    yield kind
    for each in kind.__subclasses__():
        yield from all_of(each)


def test_every_error_has_an_answer() -> None:
    kinds = [it for it in all_of(errors.MewsError) if it.__module__.startswith("mews_")]
    for kind in kinds:
        error = kind.__new__(kind)
        error.message, error.operation, error.request_id = "said", "payments/getAll", "request-7"

        status, body = problem(error)

        assert 400 <= status < 600
        assert body["title"]
        assert body["mews_request_id"] == "request-7"
        # What callers can do nothing about is for the log alone.
        assert ("detail" in body) == (status < 500 or status == 504), kind
        assert ("retry_after" in body) == (status in {429, 503, 504}), kind
    assert len(kinds) > 30


@pytest.mark.parametrize(
    ("fault", "status", "wait"),
    [
        # Longer than the client itself would wait.
        (RateLimited(400), 429, "400"),
        (Reset(), 503, "15"),
        (Status(500), 503, "15"),
        (Status(401), 502, None),
        (Status(403, "The day is closed."), 409, None),
    ],
    ids=repr,
)
async def test_it_says_when_to_come_again(
    tmp_path: Path, fault: Fault, status: int, wait: str | None
) -> None:
    sandbox = Sandbox(payments=0)
    sandbox.faults.add(fault, operation="payments/getAll", times=None)

    async with running(tmp_path, Gate.opened(sandbox).connect) as backend:
        answer = await backend.caller.get("/payments", params=interval())

    assert (answer.status_code, answer.headers.get("retry-after")) == (status, wait)
    assert answer.headers["content-type"] == "application/problem+json"
    assert ("detail" in answer.json()) == (status in {409, 429})
