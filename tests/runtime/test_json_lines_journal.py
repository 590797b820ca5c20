"""The audit journal in a file: whole lines, on the disk, for its owner alone."""

from __future__ import annotations

import asyncio
import json
import os
import stat
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import attrs
import httpx
import pytest
from pytest_httpx import HTTPXMock

from mews_connector import (
    JournalAmount,
    JournalRecord,
    JsonLinesJournal,
    MewsClient,
    WriteOutcome,
    errors,
    models,
)
from mews_toolkit.sandbox import Sandbox, Status, serve_in_thread
from support.clients import virtual_client
from support.sandboxes import sandbox_client, until

RECORD = JournalRecord(
    call_id=UUID("8ddea57b-6a5c-4eec-8c4c-24467dce118e"),
    instant=datetime(2026, 11, 21, 12, 0, 0, 250_000, tzinfo=UTC),
    operation="payments/refund",
    external_identifiers=("till\n7",),
    amounts=(JournalAmount(path="ValueToRefund", value=Decimal("12.30"), currency=None),),
    ids=(("PaymentId", UUID("177d13d6-25e5-4c83-b96e-0af6a69ab5b6")),),
)


def lines_of(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text().splitlines() if line]


async def test_a_relative_path_stays_the_same_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path)
    journal = JsonLinesJournal("journal.jsonl")
    await journal.write(RECORD)

    monkeypatch.chdir("elsewhere")
    await journal.write(RECORD)

    assert len(lines_of(tmp_path / "journal.jsonl")) == 2


async def test_a_record_is_one_line_that_any_reader_of_json_understands(tmp_path: Path) -> None:
    file = tmp_path / "journal.jsonl"
    journal = JsonLinesJournal(file)

    await journal.write(RECORD)
    await journal.write(
        attrs.evolve(RECORD, outcome=WriteOutcome.REFUSED, attempts=1, error="ConflictError")
    )

    assert file.read_bytes().count(b"\n") == 2
    before, after = lines_of(file)
    assert before == {
        "call_id": "8ddea57b-6a5c-4eec-8c4c-24467dce118e",
        "record": "before",
        "instant": "2026-11-21T12:00:00.250000Z",
        "operation": "payments/refund",
        "external_identifiers": ["till\n7"],
        "amounts": [{"path": "ValueToRefund", "value": "12.30", "currency": None}],
        "ids": {"PaymentId": "177d13d6-25e5-4c83-b96e-0af6a69ab5b6"},
        "outcome": None,
        "request_id": None,
        "attempts": 0,
        "error": None,
    }
    assert after == before | {
        "record": "after",
        "outcome": "refused",
        "attempts": 1,
        "error": "ConflictError",
    }


async def test_the_file_is_its_owners_alone(tmp_path: Path) -> None:
    file = tmp_path / "journal.jsonl"
    os.umask(os.umask(0o022))

    await JsonLinesJournal(str(file)).write(RECORD)

    assert stat.S_IMODE(file.stat().st_mode) == 0o600


async def test_every_record_and_the_name_of_a_new_file_are_brought_to_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[bool] = []

    def sync(file: int) -> None:
        synced.append(stat.S_ISDIR(os.fstat(file).st_mode))

    monkeypatch.setattr(os, "fsync", sync)
    journal = JsonLinesJournal(tmp_path / "journal.jsonl")

    await journal.write(RECORD)
    await journal.write(RECORD)

    assert synced == [True, False, False]


async def test_what_a_crash_left_of_a_line_spoils_no_other(tmp_path: Path) -> None:
    file = tmp_path / "journal.jsonl"
    file.write_bytes(b'{"call_id": "8dde')

    await JsonLinesJournal(file).write(RECORD)

    first, second = file.read_text().splitlines()
    assert first == '{"call_id": "8dde'
    assert json.loads(second)["operation"] == "payments/refund"


async def test_a_disk_that_takes_only_a_part_is_an_error_and_the_next_line_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "journal.jsonl"
    journal = JsonLinesJournal(file)
    write = os.write

    def write_a_part(to: int, line: bytes) -> int:
        return write(to, line[:20])

    with monkeypatch.context() as full:
        full.setattr(os, "write", write_a_part)
        with pytest.raises(OSError, match="part of the record"):
            await journal.write(RECORD)

    await journal.write(RECORD)

    assert len(file.read_text().splitlines()) == 2
    assert json.loads(file.read_text().splitlines()[1])


async def test_many_at_once_do_not_mix_their_lines(tmp_path: Path) -> None:
    # Given two journals of one file, as two processes would have them
    file = tmp_path / "journal.jsonl"
    journals = [JsonLinesJournal(file), JsonLinesJournal(file)]
    file.touch()

    await asyncio.gather(
        *(journals[n % 2].write(attrs.evolve(RECORD, call_id=uuid4())) for n in range(200))
    )

    assert len({line["call_id"] for line in lines_of(file)}) == 200


async def test_a_file_that_is_moved_away_is_begun_anew(tmp_path: Path) -> None:
    file = tmp_path / "journal.jsonl"
    journal = JsonLinesJournal(file)
    await journal.write(RECORD)
    file.rename(tmp_path / "journal.1.jsonl")

    await journal.write(RECORD)

    assert len(lines_of(file)) == 1


async def test_a_cancelled_record_is_whole_or_not_there(tmp_path: Path) -> None:
    file = tmp_path / "journal.jsonl"
    journal = JsonLinesJournal(file)
    task = asyncio.create_task(journal.write(RECORD))
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task

    await until(lambda: file.exists() and file.read_bytes().endswith(b"\n"))

    assert len(lines_of(file)) == 1


def test_it_shows_its_path_and_wants_one() -> None:
    path = Path.cwd() / "journal.jsonl"
    assert repr(JsonLinesJournal("journal.jsonl")) == f"JsonLinesJournal({str(path)!r})"
    with pytest.raises(errors.ConfigurationError, match="path"):
        JsonLinesJournal(5)  # type: ignore[arg-type]  # what a caller without a type checker does


@asynccontextmanager
async def paying(sandbox: Sandbox, file: Path) -> AsyncGenerator[MewsClient]:
    with serve_in_thread(sandbox) as server:
        async with sandbox_client(server, journal=JsonLinesJournal(file)) as mews:
            yield mews


async def pay(mews: MewsClient, sandbox: Sandbox) -> None:
    await mews.payments.add_external(
        account_id=sandbox.customer().id,
        amount=models.AmountParameters(currency="GBP", gross_value=Decimal("12.30")),
        type_=models.ExternalPaymentType.CASH,
        external_identifier="till-7/000123",
    )


async def test_a_client_keeps_it_over_a_real_connection(tmp_path: Path) -> None:
    sandbox = Sandbox(payments=0)
    async with paying(sandbox, tmp_path / "journal.jsonl") as mews:
        await pay(mews, sandbox)
        sandbox.faults.add(Status(500, after_commit=True), operation="payments/addExternal")
        with pytest.raises(errors.OutcomeUnknownError):
            await pay(mews, sandbox)

    lines = lines_of(tmp_path / "journal.jsonl")
    assert [line["outcome"] for line in lines] == [None, "done", None, "unknown"]
    assert lines[0]["call_id"] == lines[1]["call_id"] != lines[2]["call_id"]


async def test_the_disk_has_the_first_record_when_the_request_leaves(
    tmp_path: Path, httpx_mock: HTTPXMock, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Given
    file = tmp_path / "journal.jsonl"
    steps: list[str] = []
    fsync = os.fsync

    def sync(to: int) -> None:
        fsync(to)
        if stat.S_ISREG(os.fstat(to).st_mode):
            steps.append("on the disk")

    def receive(_: httpx.Request) -> httpx.Response:
        steps.append(f"sent after {len(lines_of(file))} record")
        return httpx.Response(200, json={})

    monkeypatch.setattr(os, "fsync", sync)
    httpx_mock.add_callback(receive)

    # When
    async with virtual_client(journal=JsonLinesJournal(file)) as mews:
        await mews.call("payments/addExternal", {})

    # Then
    assert steps == ["on the disk", "sent after 1 record", "on the disk"]


async def test_a_folder_that_is_not_there_keeps_the_payment_from_being_sent(
    tmp_path: Path,
) -> None:
    sandbox = Sandbox(payments=0)
    async with paying(sandbox, tmp_path / "nowhere" / "journal.jsonl") as mews:
        with pytest.raises(errors.JournalError, match="FileNotFoundError"):
            await pay(mews, sandbox)

    assert len(sandbox.payments) == 0
