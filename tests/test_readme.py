"""Every snippet of README.md passes the type checker, runs, and does what is said about it."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable, Generator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TypeAlias, cast
from uuid import UUID

import pytest

from mews_connector import MewsClient, errors, models
from mews_toolkit.sandbox import (
    ACCESS_TOKEN,
    CLIENT_TOKEN,
    PORTFOLIO_ACCESS_TOKEN,
    Delay,
    Html,
    Sandbox,
    Status,
    serve_in_thread,
)
from mews_toolkit.sandbox.entities.credit_card import CreditCard
from mews_toolkit.workflows import ChargedCard, EnsuredPayment, Refunded
from support.readme import ROOT, Snippet, load, python_snippets
from support.type_checker import complaints

SNIPPETS = python_snippets()
ADD_EXTERNAL = "payments/addExternal"

Body: TypeAlias = Callable[
    [MewsClient, models.TimeInterval, UUID, UUID, UUID], Awaitable[dict[str, object]]
]


class Reader:
    """Somebody who tries the snippets against a sandbox, with the MEWS_* variables set."""

    def __init__(self, sandbox: Sandbox, folder: Path) -> None:
        self.sandbox = sandbox
        self.card: CreditCard | None = None
        self._folder = folder
        end = datetime.now(UTC)
        self._created = models.TimeInterval(start_utc=end - timedelta(days=89), end_utc=end)

    def tries(self, snippet: Snippet) -> dict[str, object]:
        """Runs the snippet and gives the variables that it set."""
        module = load(snippet, self._folder)
        return {} if snippet.is_program else asyncio.run(self._run(module.snippet))

    async def _run(self, body: Body) -> dict[str, object]:
        customer = self.sandbox.customer()
        account_id = customer.id
        automation_id = next(
            it.id
            for it in self.sandbox.billing_automations
            if it.enterprise_id == customer.enterprise_id
        )
        card_id = (self.card or self.sandbox.credit_card()).id
        async with MewsClient.from_env() as mews:
            return await body(mews, self._created, account_id, automation_id, card_id)


@contextmanager
def reading(
    sandbox: Sandbox, folder: Path, environment: pytest.MonkeyPatch, token: str = ACCESS_TOKEN
) -> Generator[Reader]:
    with serve_in_thread(sandbox) as server:
        environment.setenv("MEWS_ENVIRONMENT", server.url)
        environment.setenv("MEWS_CLIENT_TOKEN", CLIENT_TOKEN)
        environment.setenv("MEWS_ACCESS_TOKEN", token)
        environment.setenv("MEWS_CLIENT", "Reader 1.0.0")
        yield Reader(sandbox, folder)


def the_snippet(words: str) -> Snippet:
    [found] = [snippet for snippet in SNIPPETS if words in snippet.code]
    return found


def ids_in_the_sandbox(sandbox: Sandbox, *, since: datetime | None = None) -> set[UUID]:
    """Of the enterprise that the reader's token opens."""
    opened = sandbox.customer().enterprise_id
    return {
        payment.id
        for payment in sandbox.payments
        if payment.enterprise_id == opened and (since is None or payment.created_utc >= since)
    }


def test_the_snippets_pass_the_type_checker(tmp_path: Path) -> None:
    files = [tmp_path / f"{snippet.name}.py" for snippet in SNIPPETS]
    for snippet, file in zip(SNIPPETS, files, strict=True):
        file.write_text(snippet.as_module(), encoding="utf-8")

    assert complaints(*files) == []


@pytest.mark.parametrize("snippet", SNIPPETS, ids=lambda it: f"{it.heading}, line {it.line}")
def test_a_snippet_runs(snippet: Snippet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    token = PORTFOLIO_ACCESS_TOKEN if "portfolio=True" in snippet.code else ACCESS_TOKEN
    monkeypatch.chdir(tmp_path)

    with reading(Sandbox(payments=300), tmp_path, monkeypatch, token) as reader:
        reader.tries(snippet)


def test_the_first_payment_is_recorded_once_beside_those_of_last_week(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    sandbox = Sandbox(payments=300)
    before = len(sandbox.payments)
    of_last_week = ids_in_the_sandbox(sandbox, since=datetime.now(UTC) - timedelta(days=7))

    with reading(sandbox, tmp_path, monkeypatch) as reader:
        printed: list[list[str]] = []
        for _ in range(2):
            reader.tries(the_snippet("till-7/000001"))
            printed.append(capsys.readouterr().out.splitlines())

    *listed, added = printed[0]
    assert {UUID(line.split()[0]) for line in listed} == of_last_week
    recorded, _, was_added = added.partition(" ")
    assert was_added == "was added"
    assert printed[1][-1] == f"{recorded} was there"
    assert len(sandbox.payments) == before + 1


def test_git_ignores_what_the_first_payment_leaves_behind() -> None:
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()

    assert {"/env/", "/first_payment.py"} <= set(ignored)


def test_money_received_is_reported_as_a_negative_amount(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sandbox = Sandbox(payments=0)

    with reading(sandbox, tmp_path, monkeypatch) as reader:
        reader.tries(the_snippet("till-7/000123"))

    [payment] = sandbox.payments
    assert payment.original_amount.gross_value == Decimal(-100)


def test_a_payment_taken_elsewhere_is_recorded_once_however_often_the_snippet_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    sandbox = Sandbox(payments=0)

    with reading(sandbox, tmp_path, monkeypatch) as reader:
        runs = [reader.tries(the_snippet("till-7/000125")) for _ in range(2)]

    [payment] = sandbox.payments
    ensured = [cast("EnsuredPayment", it["ensured"]) for it in runs]
    assert [(it.payment.id, it.found) for it in ensured] == [
        (payment.id, False),
        (payment.id, True),
    ]


def test_what_is_charged_is_waited_for_and_then_given_back_in_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sandbox = Sandbox(payments=0)

    with reading(sandbox, tmp_path, monkeypatch) as reader:
        variables = reader.tries(the_snippet("order 2026-117"))

    assert cast("ChargedCard", variables["charged"]).succeeded is True
    assert cast("Refunded", variables["refunded"]).succeeded is True
    assert {it.original_amount.gross_value for it in sandbox.payments} == {
        Decimal("-25.50"),
        Decimal("5.50"),
    }


def test_a_declined_card_is_told_with_its_reason_and_leaves_no_payment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    sandbox = Sandbox(payments=0)

    with reading(sandbox, tmp_path, monkeypatch) as reader:
        reader.card = sandbox.credit_card(charge="Declined")
        reader.tries(the_snippet("order 2026-117"))

    assert capsys.readouterr().out.startswith("nothing was taken: ")
    assert list(sandbox.payments) == []


def test_a_charge_whose_outcome_is_unknown_is_not_repeated_and_its_candidates_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sandbox = Sandbox(payments=0)
    sandbox.faults.add(Status(500, after_commit=True), operation="creditCards/charge")

    with reading(sandbox, tmp_path, monkeypatch) as reader:
        variables = reader.tries(the_snippet("order 2026-117"))

    [payment] = sandbox.payments
    assert [it.id for it in cast("list[models.Payment]", variables["candidates"])] == [payment.id]


def test_a_reader_that_is_run_again_goes_on_with_the_first_page_that_was_not_stored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sandbox = Sandbox(payments=6000)
    today = datetime.now(UTC)
    wanted = ids_in_the_sandbox(sandbox, since=today - timedelta(days=88))
    # The first page is read, the second one cannot be.
    sandbox.faults.add(Delay(0), operation="payments/getAll")
    sandbox.faults.add(Html(), operation="payments/getAll")
    monkeypatch.chdir(tmp_path)

    with reading(sandbox, tmp_path, monkeypatch) as reader:
        with pytest.raises(errors.InvalidResponseError):
            reader.tries(the_snippet("insert or replace"))
        asked_before = len(sandbox.calls)
        reader.tries(the_snippet("insert or replace"))
        asked = sandbox.calls[asked_before:]
        reader.tries(the_snippet("insert or replace"))

    with closing(sqlite3.connect("payments.db")) as database:
        stored = {UUID(it) for (it,) in database.execute("select id from payment")}
    assert wanted <= stored
    assert all(it.request and it.request["Limitation"].get("Cursor") for it in asked)
    # The third one found that all was done.
    assert sandbox.calls[asked_before:] == asked


def test_a_walk_that_broke_off_is_resumed_without_losing_or_repeating_a_row(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sandbox = Sandbox(payments=6000)
    today = datetime.now(UTC)
    wanted = ids_in_the_sandbox(sandbox, since=today - timedelta(days=88))
    nearly_wanted = ids_in_the_sandbox(sandbox, since=today - timedelta(days=90))
    # The first page is read, the second one cannot be.
    sandbox.faults.add(Delay(0), operation="payments/getAll")
    sandbox.faults.add(Html(), operation="payments/getAll")

    with reading(sandbox, tmp_path, monkeypatch) as reader:
        variables = reader.tries(the_snippet("stored += page.items"))

    assert variables["resume"] is not None
    ids = [payment.id for payment in cast("list[models.Payment]", variables["stored"])]
    assert len(ids) == len(set(ids)) > 1000
    assert wanted <= set(ids) <= nearly_wanted


@pytest.mark.parametrize(
    ("fault", "found", "kept"),
    [
        pytest.param(None, 0, 1, id="answered"),
        pytest.param(Status(500, after_commit=True), 1, 1, id="recorded, then failed"),
        pytest.param(Status(500), 0, 0, id="failed, not recorded"),
    ],
)
def test_a_write_whose_outcome_is_unknown_is_looked_up_and_never_repeated(
    fault: Status | None, found: int, kept: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sandbox = Sandbox(payments=0)
    if fault is not None:
        sandbox.faults.add(fault, operation=ADD_EXTERNAL)

    with reading(sandbox, tmp_path, monkeypatch) as reader:
        variables = reader.tries(the_snippet("recorded = ["))

    assert len(cast("list[object]", variables["recorded"])) == found
    assert len(sandbox.payments) == kept
    assert [call.operation for call in sandbox.calls].count(ADD_EXTERNAL) == 1
