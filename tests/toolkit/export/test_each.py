"""All enterprises at once: a file for each, and one that fails loses nothing of the others."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest

from mews_connector import MewsClient, models
from mews_toolkit.export import Export, ExportError, ExportProgress
from mews_toolkit.sandbox import (
    PORTFOLIO_ACCESS_TOKEN,
    Html,
    Sandbox,
    Server,
    serve_in_thread,
)
from support.ledger import Ledger, all_days
from support.sandboxes import sandbox_client

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
CREATED = models.TimeInterval(
    start_utc=datetime(2026, 10, 1, tzinfo=UTC), end_utc=datetime(2026, 11, 20, tzinfo=UTC)
)


@pytest.fixture
def server() -> Iterator[Server]:
    with serve_in_thread(Sandbox(payments=200, limit=None, now=lambda: NOW)) as server:
        yield server


def portfolio(server: Server) -> MewsClient:
    return sandbox_client(server, access_token=PORTFOLIO_ACCESS_TOKEN, portfolio=True)


def in_file(file: Path) -> list[models.Payment]:
    return [models.Payment.from_json(it) for it in file.read_text(encoding="utf-8").splitlines()]


async def test_each_enterprise_of_a_portfolio_has_its_file(server: Server, tmp_path: Path) -> None:
    told: list[ExportProgress] = []
    export = Export(tmp_path / "payments.jsonl", on_progress=told.append)

    async with portfolio(server) as mews:
        outcomes = await export.run_each(mews, lambda it: it.payments.get_all, created_utc=CREATED)

    done = outcomes.complete()
    assert set(done) == {it.id for it in server.sandbox.enterprises}
    assert {it.source for it in told} == {str(it) for it in done}
    for enterprise, exported in done.items():
        assert exported.file == tmp_path / f"payments.{enterprise}.jsonl"
        assert exported.rows == len(in_file(exported.file)) > 0
        assert {it.enterprise_id for it in in_file(exported.file)} == {enterprise}


async def test_one_that_fails_loses_nothing_and_only_it_is_read_again(
    server: Server, tmp_path: Path
) -> None:
    # given one page that cannot be read
    server.sandbox.faults.add(Html(), operation="payments/getAll")
    out = tmp_path / "payments.jsonl"
    async with portfolio(server) as mews:
        first = await Export(out).run_each(
            mews, lambda it: it.payments.get_all, created_utc=CREATED
        )
        asked = len(server.sandbox.calls)

        # when
        again = await Export(out, resume=True).run_each(
            mews, lambda it: it.payments.get_all, created_utc=CREATED
        )

    # then
    [failed] = first.failures
    assert set(first.results) == set(again.complete()) - {failed}
    assert {it for it, done in again.complete().items() if done.new_rows} == {failed}
    reads = [it for it in server.sandbox.calls[asked:] if it.operation == "payments/getAll"]
    assert {str((it.request or {})["EnterpriseIds"]) for it in reads} == {f"['{failed}']"}


async def test_hotels_with_tokens_of_their_own_have_files_by_their_labels(tmp_path: Path) -> None:
    async with Ledger(["1.10"]).client() as north, Ledger(["2.20"]).client() as south:
        hotels = {"Nord/Süd": north, "Nord%2FSüd": south, "Nord_Süd": south}
        outcomes = await Export(tmp_path / "payments.csv").run_each(
            hotels, lambda it: it.payments.get_all, created_utc=all_days(1)
        )

    files = {label: done.file.name for label, done in outcomes.complete().items()}
    assert files == {
        "Nord/Süd": "payments.Nord%2FSüd.csv",
        "Nord%2FSüd": "payments.Nord%252FSüd.csv",
        "Nord_Süd": "payments.Nord_Süd.csv",
    }
    texts = {label: done.file.read_text() for label, done in outcomes.complete().items()}
    assert "1.10" in texts["Nord/Süd"]
    assert "2.20" in texts["Nord_Süd"]


async def test_an_enterprise_is_told_from_another(tmp_path: Path) -> None:
    file = tmp_path / "payments.csv"
    async with Ledger(["1.10"]).client(portfolio=True) as mews:
        one, other = mews.for_enterprise(UUID(int=1)), mews.for_enterprise(UUID(int=2))
        await Export(file).run(one, lambda it: it.payments.get_all, created_utc=all_days(1))

        with pytest.raises(ExportError, match="another query: enterprise"):
            await Export(file, resume=True).run(
                other, lambda it: it.payments.get_all, created_utc=all_days(1)
            )
