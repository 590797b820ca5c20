"""The backend of examples/: what webhooks name is fetched, once, and never lost."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import Awaitable, Callable, Mapping
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import attrs
import pytest

from fastapi_app import fetching
from fastapi_app.inbox import Inbox
from mews_connector import models
from mews_toolkit.sandbox import Sandbox, Status
from support.backend import WEBHOOK_TOKEN, Gate, running, told

GET_ALL = "payments/getAll"


def fetched(sandbox: Sandbox) -> list[str]:
    """The payments that were asked for, request by request."""
    asked: list[Mapping[str, Any]] = [it.request or {} for it in sandbox.calls.to(GET_ALL)]
    # The last page of a list is asked for as well, and is empty.
    firsts = [it for it in asked if not it["Limitation"].get("Cursor")]
    return [payment_id for it in firsts for payment_id in it["PaymentIds"]]


def kept(folder: Path) -> list[str]:
    """The payments of the events that wait on the disk."""
    with closing(sqlite3.connect(folder / "inbox.sqlite")) as db:
        return [id_ for (id_,) in db.execute("SELECT payment_id FROM event ORDER BY number")]


async def eventually(known: Callable[[], Awaitable[object]]) -> None:
    """Waits until the backend knows it."""
    async with asyncio.timeout(5):
        while await known() is None:  # noqa: ASYNC110 - it is known by asking alone
            await asyncio.sleep(0.001)


async def test_what_counts_is_what_mews_says_then(tmp_path: Path) -> None:
    sandbox = Sandbox(payments=0)
    payment = sandbox.given.card_payment("20.00", state="Pending")

    async with running(tmp_path, Gate.opened(sandbox).connect) as backend:
        assert await backend.tell(payment.id) == 204
        await eventually(lambda: backend.state_of(payment.id))

        assert await backend.state_of(payment.id) == "Pending"


@pytest.mark.alone
async def test_mews_has_its_answer_within_a_second_however_long_the_fetch_takes(
    tmp_path: Path,
) -> None:
    gate = Gate(Sandbox(payments=0))
    async with running(tmp_path, gate.connect) as backend:
        for number in range(3):
            async with asyncio.timeout(1):
                assert await backend.tell(UUID(int=number)) == 204

        assert gate.arrived.is_set()


async def test_the_same_webhook_twice_is_fetched_once(tmp_path: Path) -> None:
    # given a fetch that is under way, so that others wait
    sandbox = Sandbox(payments=0)
    first, second = (sandbox.given.card_payment(it) for it in ("20.00", "30.00"))
    gate = Gate(sandbox)
    async with running(tmp_path, gate.connect) as backend:
        await backend.tell(first.id)
        await gate.arrived.wait()

        # when
        for _ in range(2):
            assert await backend.tell(second.id, second.id) == 204
        assert kept(tmp_path) == [str(first.id), str(second.id)]
        gate.is_open.set()
        await eventually(lambda: backend.state_of(second.id))

    # then
    assert fetched(sandbox) == [str(first.id), str(second.id)]


async def test_a_change_during_the_fetch_is_fetched_again(tmp_path: Path) -> None:
    sandbox = Sandbox(payments=0)
    payment = sandbox.given.card_payment("20.00")
    gate = Gate(sandbox)
    async with running(tmp_path, gate.connect) as backend:
        await backend.tell(payment.id)
        await gate.arrived.wait()
        await backend.tell(payment.id)
        gate.is_open.set()
        async with asyncio.timeout(5):
            while len(fetched(sandbox)) < 2:  # noqa: ASYNC110 - the sandbox has no event for it
                await asyncio.sleep(0.001)


async def test_what_another_process_has_fetched_meanwhile_is_not_undone(tmp_path: Path) -> None:
    # given the answer to an older question, which comes later
    sandbox = Sandbox(payments=0)
    payment = sandbox.given.card_payment("20.00")
    async with Gate.opened(sandbox).connect() as mews:
        [now] = await mews.payments.get_all(payment_ids=[payment.id]).collect()
    before = attrs.evolve(
        now,
        state=models.PaymentState.PENDING,
        updated_utc=now.updated_utc - timedelta(seconds=1),
    )

    async with Inbox(tmp_path / "inbox.sqlite") as inbox:
        for each in (before, now, before):
            await inbox.keep([each], last=0)

        assert await inbox.state_of(payment.id) == now.state == "Charged"


async def test_a_backend_that_stops_during_a_fetch_loses_nothing(tmp_path: Path) -> None:
    # given one that stops while it waits for Mews
    sandbox = Sandbox(payments=0)
    payment = sandbox.given.card_payment("20.00")
    gate = Gate(sandbox)
    async with running(tmp_path, gate.connect) as backend:
        await backend.tell(payment.id)
        await gate.arrived.wait()

    # when the next one starts, then nobody has to tell it
    gate.is_open.set()
    async with running(tmp_path, gate.connect) as backend:
        await eventually(lambda: backend.state_of(payment.id))
    assert fetched(sandbox) == [str(payment.id)]


async def test_a_fetch_that_fails_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(fetching, "_PAUSE", 0.001)
    sandbox = Sandbox(payments=0)
    payment = sandbox.given.card_payment("20.00")
    sandbox.faults.add(Status(401), operation=GET_ALL, times=2)

    async with running(tmp_path, Gate.opened(sandbox).connect) as backend:
        await backend.tell(payment.id)
        await eventually(lambda: backend.state_of(payment.id))

    assert caplog.text.count("the events in the inbox will be tried again: payments/getAll: ") == 2
    assert "Traceback" not in caplog.text


async def test_a_payment_that_is_listed_late_is_looked_up_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "_PAUSE", 0.001)
    sandbox = Sandbox(payments=0)
    payment = sandbox.given.card_payment("20.00")
    sandbox.payments.remove(payment)

    async with running(tmp_path, Gate.opened(sandbox).connect) as backend:
        await backend.tell(payment.id)
        async with asyncio.timeout(5):
            while len(fetched(sandbox)) < 2:  # noqa: ASYNC110 - the sandbox has no event for it
                await asyncio.sleep(0.001)
        sandbox.store.payments.have(payment)
        await eventually(lambda: backend.state_of(payment.id))


async def test_a_payment_that_was_made_up_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(fetching, "_LISTED_WITHIN", timedelta(seconds=-1))
    made_up = UUID(int=7)
    async with running(tmp_path, Gate.opened(sandbox := Sandbox(payments=0)).connect) as backend:
        await backend.tell(made_up)
        async with asyncio.timeout(5):
            while "does not list" not in caplog.text:  # noqa: ASYNC110 - a log has no event
                await asyncio.sleep(0.001)

        assert await backend.state_of(made_up) is None
    assert fetched(sandbox) == [str(made_up)]


async def test_what_nothing_is_done_about_is_logged_in_one_line(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "backend")
    body = told(UUID(int=7)).replace(b"PaymentUpdated", rb"New\nERROR all is lost")

    async with running(tmp_path, Gate.opened(sandbox := Sandbox(payments=0)).connect) as backend:
        answer = await backend.caller.post(f"/webhooks/{WEBHOOK_TOKEN}", content=body)

    assert answer.status_code == 204
    assert r"nothing is done about: 'New\nERROR all is lost'" in caplog.text
    assert sandbox.calls == []


async def test_strangers_and_strange_bodies_are_refused(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with running(tmp_path, Gate.opened(sandbox := Sandbox(payments=0)).connect) as backend:
        assert await backend.tell(UUID(int=7), token="a-guess") == 404
        strange = await backend.caller.post(f"/webhooks/{WEBHOOK_TOKEN}", content=b'{"Events": 1}')

    assert strange.status_code == 400
    assert sandbox.calls == []
    assert WEBHOOK_TOKEN not in caplog.text
