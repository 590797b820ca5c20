"""The backend of examples/: cash that is recorded exactly once."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from fastapi_app import recordings
from mews_toolkit.sandbox import ACCESS_TOKEN, CLIENT_TOKEN, Sandbox, Status
from support.backend import Gate, running
from support.sandboxes import until

ADD = "payments/addExternal"


def sale(sandbox: Sandbox, amount: str = "18.00") -> dict[str, str]:
    return {
        "account_id": str(sandbox.customer().id),
        "amount": amount,
        "currency": "GBP",
        "external_identifier": "till-7/000123",
    }


async def test_posted_twice_it_is_recorded_once(tmp_path: Path) -> None:
    async with running(tmp_path, Gate.opened(sandbox := Sandbox(payments=0)).connect) as backend:
        first = await backend.caller.post("/payments", json=sale(sandbox))
        second = await backend.caller.post("/payments", json=sale(sandbox))

    assert (first.status_code, second.status_code) == (201, 200)
    assert first.json() == second.json()
    [payment] = sandbox.payments
    assert first.json()["payment_id"] == str(payment.id)


async def test_posted_twice_at_once_to_two_backends_it_is_recorded_once(tmp_path: Path) -> None:
    gate = Gate.opened(sandbox := Sandbox(payments=0))
    async with running(tmp_path, gate.connect) as one, running(tmp_path, gate.connect) as other:
        answers = await asyncio.gather(
            *(it.caller.post("/payments", json=sale(sandbox)) for it in (one, other) * 2)
        )

    assert sorted(it.status_code for it in answers) == [200, 200, 200, 201]
    sandbox.calls.once(ADD)
    assert len({it.json()["payment_id"] for it in answers}) == len(sandbox.payments) == 1
    # and what keeps processes apart is on the disk
    with closing(sqlite3.connect(tmp_path / "claims.sqlite")) as db:
        [(claimed,)] = db.execute("SELECT payment_id FROM claims")
    assert claimed == answers[0].json()["payment_id"]


async def test_an_answer_that_is_lost_is_made_good(tmp_path: Path) -> None:
    sandbox = Sandbox(payments=0)
    sandbox.faults.add(Status(500, after_commit=True), operation=ADD)

    async with running(tmp_path, Gate.opened(sandbox).connect) as backend:
        answer = await backend.caller.post("/payments", json=sale(sandbox))

    assert answer.status_code == 200
    assert len(sandbox.payments) == 1


async def test_what_nobody_knows_yet_is_told_and_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # given a Mews that is slower than the caller is patient
    monkeypatch.setattr(recordings, "_PATIENCE", 0.01)
    gate = Gate(sandbox := Sandbox(payments=0))
    async with running(tmp_path, gate.connect) as backend:
        early = await backend.caller.post("/payments", json=sale(sandbox))
        gate.is_open.set()
        monkeypatch.setattr(recordings, "_PATIENCE", 10)
        late = await backend.caller.post("/payments", json=sale(sandbox))

    assert (early.status_code, early.headers["retry-after"]) == (504, "15")
    assert early.json()["title"] == "Nobody knows yet whether this was carried out"
    assert late.is_success
    sandbox.calls.once(ADD)


async def test_what_becomes_of_it_when_its_caller_has_gone_is_logged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(recordings, "_PATIENCE", 0.01)
    gate = Gate(sandbox := Sandbox(payments=0))
    sandbox.faults.add(Status(401), operation=ADD)
    async with running(tmp_path, gate.connect) as backend:
        await backend.caller.post("/payments", json=sale(sandbox))
        gate.is_open.set()
        await until(lambda: "did not wait for: payments/addExternal" in caplog.text)


async def test_a_backend_that_stops_amid_a_recording_leaves_it_to_the_next_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # given one that recorded it, and waits for the answer
    monkeypatch.setattr(recordings, "_PATIENCE", 0.01)
    gate = Gate(sandbox := Sandbox(payments=0), after=ADD)
    async with running(tmp_path, gate.connect) as backend:
        assert (await backend.caller.post("/payments", json=sale(sandbox))).status_code == 504
        await gate.arrived.wait()

    # when it has stopped, then the next one finds it
    gate.is_open.set()
    monkeypatch.setattr(recordings, "_PATIENCE", 10)
    async with running(tmp_path, gate.connect) as backend:
        assert (await backend.caller.post("/payments", json=sale(sandbox))).status_code == 200
    sandbox.calls.once(ADD)


async def test_another_amount_under_the_identifier_is_refused(tmp_path: Path) -> None:
    async with running(tmp_path, Gate.opened(sandbox := Sandbox(payments=0)).connect) as backend:
        await backend.caller.post("/payments", json=sale(sandbox))
        other = await backend.caller.post("/payments", json=sale(sandbox, "81.00"))

    assert other.status_code == 409
    assert other.json()["title"] == "The identifier belongs to another payment"
    assert len(sandbox.payments) == 1


async def test_an_amount_that_is_none_is_refused(tmp_path: Path) -> None:
    amounts: list[object] = [
        "0.00",
        "18.001",
        "1e3",
        "-5",
        "NaN",
        "\N{ARABIC-INDIC DIGIT THREE}",
        18.1,
    ]
    async with running(tmp_path, Gate.opened(sandbox := Sandbox(payments=0)).connect) as backend:
        answers = [
            await backend.caller.post("/payments", json=sale(sandbox) | {"amount": amount})
            for amount in amounts
        ]

    assert {it.status_code for it in answers} == {422}
    sandbox.calls.never(ADD)


async def test_whoever_does_not_know_the_key_is_turned_away(tmp_path: Path) -> None:
    async with running(tmp_path, Gate.opened(sandbox := Sandbox(payments=0)).connect) as backend:
        wrong = {"Authorization": "Bearer a guess"}
        answer = await backend.caller.post("/payments", json=sale(sandbox), headers=wrong)

    assert answer.status_code == 401
    assert sandbox.calls == []


async def test_no_token_is_in_what_callers_or_the_log_are_told(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    sandbox = Sandbox(payments=0)
    sandbox.faults.add(Status(401, f"{ACCESS_TOKEN} is disabled"), operation=ADD)

    async with running(tmp_path, Gate.opened(sandbox).connect) as backend:
        answer = await backend.caller.post("/payments", json=sale(sandbox))

    assert answer.status_code == 502
    assert answer.json()["mews_request_id"]
    assert "detail" not in answer.json()
    for secret in (ACCESS_TOKEN, CLIENT_TOKEN):
        assert secret not in answer.text + caplog.text
