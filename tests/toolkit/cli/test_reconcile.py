"""`mews reconcile`: the days of a hotel, in each form."""

from __future__ import annotations

import asyncio
import csv
import io
from datetime import date
from decimal import Decimal

import pytest
from msgspec import structs

from mews_connector import MewsClient
from mews_toolkit.sandbox import (
    ACCESS_TOKEN,
    CLIENT_TOKEN,
    PORTFOLIO_ACCESS_TOKEN,
    Sandbox,
    Server,
    Status,
)
from mews_toolkit.workflows import Reconciliation, reconcile
from support.command import Mews

OCTOBER = ("reconcile", "--from", "2026-10-01", "--to", "2026-10-31")


PARIS = ("--enterprise", "9a415000-0000-4000-8000-000000000002")


@pytest.fixture
def october(server: Server) -> Reconciliation:
    """What the workflow says of the same days."""

    async def reconciled() -> Reconciliation:
        async with MewsClient(
            environment=server.url,
            client_token=CLIENT_TOKEN,
            access_token=ACCESS_TOKEN,
            client="Specification 1.0",
        ) as client:
            return await reconcile(client, date(2026, 10, 1), date(2026, 10, 31), "Europe/London")

    return asyncio.run(reconciled())


@pytest.fixture
def code(october: Reconciliation) -> int:
    return 12 if october.unbalanced else 0


def test_it_shows_the_table_of_the_hotels_own_days(
    mews: Mews, october: Reconciliation, code: int
) -> None:
    shown = mews(*OCTOBER, "--table")

    assert (shown.code, shown.out) == (code, october.table() + "\n")
    assert shown.err == "mews: days are those of Europe/London\n"


def test_days_can_be_those_of_another_zone(mews: Mews) -> None:
    shown = mews(*OCTOBER, "--tz", "Asia/Tokyo", "--table")

    assert "2026-09-30T15:00:00Z to 2026-10-31T15:00:00Z" in shown.out
    assert shown.err == ""


def test_csv_has_every_figure_with_every_digit(mews: Mews, october: Reconciliation) -> None:
    rows = list(csv.DictReader(io.StringIO(mews(*OCTOBER, "--csv").out)))

    figures = [Decimal(row["received"]) for row in rows if row["section"] == "received"]
    assert figures == list(october.received.values())
    assert len(rows) == len(october.rows())


def test_json_has_numbers_and_no_texts_for_them(mews: Mews, october: Reconciliation) -> None:
    shown = mews(*OCTOBER, "--json")

    assert len(shown.rows) == len(october.rows())
    assert '"received":"' not in shown.out


def test_a_bill_that_does_not_balance_is_told_by_the_exit_code(
    mews: Mews, sandbox: Sandbox, october: Reconciliation
) -> None:
    # given a payment that is cancelled after its bill was closed
    assert not october.unbalanced
    payment = next(
        it
        for it in sandbox.payments
        if it.closed_utc and october.start_utc <= it.closed_utc < october.end_utc
    )
    sandbox.payments.put(structs.replace(payment, state="Canceled"))

    # when
    try:
        told = mews(*OCTOBER)
    finally:
        sandbox.payments.put(payment)

    assert told.code == 12
    assert any(row["section"] == "unbalanced" for row in told.rows)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--from", "2026-10-02", "--to", "2026-10-01"), "--from: 2026-10-02 is after --to"),
        (("--from", "October", "--to", "2026-10-01"), "is no day; write it as 2026-01-31"),
        (("--to", "2026-10-01"), "Missing option '--from'"),
        (("--from", "0001-01-01", "--to", "2026-10-01"), "--from: in UTC it may be outside"),
        (("--from", "2026-10-01", "--to", "2026-10-02", *PARIS), "say --portfolio\n"),
    ],
)
def test_what_cannot_be_reconciled_is_told_in_one_line(
    arguments: tuple[str, ...], said: str, mews: Mews
) -> None:
    told = mews("reconcile", *arguments)

    assert told.code == 2
    assert said in told.err


def test_of_a_portfolio_an_enterprise_is_named(
    mews: Mews, october: Reconciliation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MEWS_ACCESS_TOKEN", PORTFOLIO_ACCESS_TOKEN)

    unnamed = mews(*OCTOBER, "--portfolio", "--tz", "Europe/London")
    named = mews(
        *OCTOBER, "--portfolio", "--tz", "Europe/London", "--table",
        "--enterprise", str(october.enterprise_id),
    )  # fmt: skip

    assert unnamed.code == 2
    assert unnamed.err.endswith("one enterprise is reconciled at a time; pass --enterprise\n")
    assert named.out == october.table() + "\n"


def test_a_read_that_fails_ends_it_as_that_failure_would(mews: Mews, sandbox: Sandbox) -> None:
    sandbox.faults.add(Status(401), operation="orderItems/getAll", times=None)

    told = mews(*OCTOBER, "--tz", "Europe/London")

    assert told.code == 4
    assert "order_items: UnauthorizedError" in told.err
    assert told.out == ""
