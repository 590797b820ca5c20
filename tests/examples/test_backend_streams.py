"""The backend of examples/: a list that is given as it is read."""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from starlette.requests import ClientDisconnect
from starlette.types import Message

from fastapi_app.rows import PaymentLines
from mews_toolkit.sandbox import Delay, Html, Sandbox, Status
from support.backend import Gate, interval, lines, running
from support.sandboxes import until

GET_ALL = "payments/getAll"


def ids(found: list[tuple[str, Any]]) -> list[UUID]:
    return [UUID(value["id"]) for name, value in found if name == "payment"]


async def test_every_payment_comes_and_the_last_line_says_that_it_is_all(tmp_path: Path) -> None:
    async with running(tmp_path, Gate.opened(sandbox := Sandbox(payments=4500)).connect) as backend:
        answer = await backend.caller.get("/payments", params=interval())

    found = lines(answer.text)
    rows = ids(found)
    assert answer.headers["content-type"] == "application/x-ndjson"
    assert len(set(rows)) == len(rows) > 1000
    assert found[-1] == ("end", {"rows": len(rows)})
    [newest] = [it for it in sandbox.payments if it.id == rows[0]]
    assert found[0][1] == {
        "id": str(newest.id),
        "created_utc": newest.created_utc.isoformat(),
        "state": newest.state,
        "gross_value": str(newest.original_amount.gross_value),
        "currency": newest.original_amount.currency,
    }


async def test_a_list_without_rows_is_complete_too(tmp_path: Path) -> None:
    async with running(tmp_path, Gate.opened(Sandbox(payments=0)).connect) as backend:
        answer = await backend.caller.get("/payments", params=interval())

    assert lines(answer.text) == [("end", {"rows": 0})]


async def test_a_page_that_fails_midway_is_told_and_the_rest_can_be_had(tmp_path: Path) -> None:
    # given a second page that cannot be read
    sandbox = Sandbox(payments=4500)
    sandbox.faults.add(Delay(0), operation=GET_ALL)
    sandbox.faults.add(Html(), operation=GET_ALL)
    span = interval()

    async with running(tmp_path, Gate.opened(sandbox).connect) as backend:
        broken = lines((await backend.caller.get("/payments", params=span)).text)
        [resume] = [value for name, value in broken if name == "resume"]
        rest = lines((await backend.caller.get("/payments", params=span | {"resume": resume})).text)
        whole = lines((await backend.caller.get("/payments", params=span)).text)

    # then
    names = [name for name, _ in broken]
    assert (names[-1], "end" in names) == ("error", False)
    assert broken[-1][1]["status"] == 502
    assert rest[-1][0] == whole[-1][0] == "end"
    assert ids(broken) + ids(rest) == ids(whole)


async def test_a_first_page_that_fails_is_told_by_the_status(tmp_path: Path) -> None:
    sandbox = Sandbox(payments=0)
    sandbox.faults.add(Status(401), operation=GET_ALL)

    async with running(tmp_path, Gate.opened(sandbox).connect) as backend:
        answer = await backend.caller.get("/payments", params=interval())
        backwards = await backend.caller.get(
            "/payments", params={"start": interval()["end"], "end": interval()["start"]}
        )

    assert answer.status_code == 502
    assert backwards.status_code == 422
    assert backwards.json()["title"] == "Mews would not take this"


async def test_a_reader_who_hangs_up_ends_the_reading(tmp_path: Path) -> None:
    # given a second page for which the backend waits
    sandbox = Sandbox(payments=4500)
    gate = Gate.opened(sandbox)
    async with running(tmp_path, gate.connect) as backend:
        request = backend.caller.stream("GET", "/payments", params=interval())
        async with request as answer:
            gate.is_open.clear()
            gate.arrived.clear()
            async for _ in answer.aiter_lines():
                break
            async with asyncio.timeout(5):
                await gate.arrived.wait()
            asked = len(sandbox.calls)
            assert backend.under_way == 1

        # when the reader is gone, then nobody waits any more, nor reads on
        await until(lambda: not backend.under_way)
        gate.is_open.set()
        await backend.caller.get("/payments/" + str(UUID(int=1)))
        assert len(sandbox.calls) == asked


async def test_told_to_stop_it_brings_the_list_that_is_under_way_to_its_end(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "uvicorn.error")
    # given a list whose second page is waited for
    payment = (sandbox := Sandbox(payments=0)).given.card_payment("20.00")
    gate = Gate(sandbox)
    async with running(tmp_path, gate.connect) as backend, asyncio.timeout(10):
        listing = asyncio.create_task(backend.caller.get("/payments", params=interval()))
        await gate.arrived.wait()
        gate.arrived.clear()
        gate.is_open.set()
        gate.is_open.clear()
        await gate.arrived.wait()

        # when it is told to stop, and waits for nothing else any more
        backend.server.should_exit = True
        await until(lambda: "Waiting for connections to close" in caplog.text)
        gate.is_open.set()
        found = lines((await listing).text)

    assert ids(found) == [payment.id]
    assert found[-1] == ("end", {"rows": 1})


async def test_a_server_that_cannot_send_any_more_ends_the_reading_too() -> None:
    async def send(_: Message) -> None:
        raise OSError

    async def receive() -> Message:
        return {"type": "http.disconnect"}

    # given two pages
    ids = [(sandbox := Sandbox(payments=0)).given.card_payment(it).id for it in ("20.00", "30.00")]
    async with Gate.opened(sandbox).connect() as mews:
        pages = mews.payments.get_all(payment_ids=ids, page_size=1).pages()
        answer = await PaymentLines.begun(pages)

        with pytest.raises(ClientDisconnect):
            await answer({"type": "http", "asgi": {"spec_version": "2.4"}}, receive, send)

        assert await anext(pages, None) is None
