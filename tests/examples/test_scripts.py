"""The scripts of examples/, run against a sandbox; demo.py has a test of its own."""

from __future__ import annotations

import csv
import re
from collections.abc import Generator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

import list_payments
import nightly_reconciliation
import several_hotels
from mews_connector import MewsClient
from mews_toolkit.sandbox import (
    ACCESS_TOKEN,
    CLIENT_TOKEN,
    PARIS_ACCESS_TOKEN,
    WASHINGTON_ACCESS_TOKEN,
    Sandbox,
    serve_in_thread,
)

LONDON = ZoneInfo("Europe/London")


@pytest.fixture
def sandbox(monkeypatch: pytest.MonkeyPatch) -> Generator[Sandbox]:
    """One that the MEWS_* variables name."""
    with serve_in_thread(sandbox := Sandbox(payments=300)) as server:
        monkeypatch.setenv("MEWS_ENVIRONMENT", server.url)
        monkeypatch.setenv("MEWS_CLIENT_TOKEN", CLIENT_TOKEN)
        monkeypatch.setenv("MEWS_ACCESS_TOKEN", ACCESS_TOKEN)
        monkeypatch.setenv("MEWS_CLIENT", "Reader 1.0.0")
        yield sandbox


async def test_payments_are_listed_and_added_up(
    sandbox: Sandbox, capsys: pytest.CaptureFixture[str]
) -> None:
    sandbox.given.external_payment("18.00")
    since = datetime.now(UTC) - timedelta(days=7)
    of_the_week = {
        str(it.id)
        for it in sandbox.payments
        if it.created_utc >= since and it.enterprise_id == sandbox.customer().enterprise_id
    }

    await list_payments.main()

    told = capsys.readouterr().out
    assert set(re.findall(r"[0-9a-f-]{36}", told)) == of_the_week
    assert re.search(r" 18\.00 GBP$", told, re.MULTILINE)
    assert re.search(r"^GBP -?\d+\.\d\d$", told, re.MULTILINE)


@pytest.mark.usefixtures("sandbox")
async def test_a_night_leaves_the_books_of_the_hotels_yesterday(tmp_path: Path) -> None:
    # given a folder that is not there yet
    books = tmp_path / "hotel" / "books"

    assert await nightly_reconciliation.main(books) == nightly_reconciliation.BALANCED

    yesterday = datetime.now(LONDON).date() - timedelta(days=1)
    with (books / f"reconciliation-{yesterday}.csv").open(encoding="utf-8") as lines:
        assert {row["section"] for row in csv.DictReader(lines)} >= {"ledgers"}


@pytest.mark.usefixtures("sandbox")
@pytest.mark.parametrize("variable", ["MEWS_ACCESS_TOKEN", "MEWS_ENVIRONMENT"])
async def test_a_night_in_which_nothing_can_be_read_ends_with_a_code_of_its_own(
    variable: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv(variable, "neither here nor there")

    assert await nightly_reconciliation.main(tmp_path / "books") == nightly_reconciliation.UNREAD

    assert re.fullmatch(r"\w+Error: .*\n", capsys.readouterr().err)
    assert not (tmp_path / "books").exists()


@pytest.mark.usefixtures("sandbox")
async def test_a_file_that_cannot_be_written_whole_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # given a disk that fills up
    def full(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(csv.DictWriter, "writerows", full)

    async with MewsClient.from_env() as mews:
        with pytest.raises(OSError, match="no space left"):
            await nightly_reconciliation.run(mews, tmp_path, datetime.now(UTC))

    assert not any(tmp_path.glob("*.csv"))  # noqa: ASYNC240 - a test may wait for a folder


@pytest.mark.usefixtures("sandbox")
async def test_what_fails_in_one_hotel_loses_nothing_of_the_others(
    capsys: pytest.CaptureFixture[str],
) -> None:
    tokens = {
        "London": ACCESS_TOKEN,
        "Paris": PARIS_ACCESS_TOKEN,
        "Washington": WASHINGTON_ACCESS_TOKEN,
        "Nowhere": "a token that opens nothing",
    }

    code = await several_hotels.main(tokens)

    told = capsys.readouterr()
    assert code == 1
    assert [line.split()[0] for line in told.out.splitlines()] == [
        name for name in ("London", "Paris", "Washington") for _ in range(7)
    ]
    assert told.err.startswith("Nowhere: UnauthorizedError: ")
    assert not any(token in told.err for token in tokens.values())
