"""Walking through pages."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from attrs import evolve

from mews_toolkit.sandbox import Sandbox, answers
from support.documented_caller import DocumentedCaller


@pytest.fixture
def quarter(now: datetime) -> dict[str, Any]:
    return {
        "UpdatedUtc": {
            "StartUtc": (now - timedelta(days=89)).isoformat(),
            "EndUtc": now.isoformat(),
        }
    }


@pytest.fixture
def rows(sandbox: Sandbox, now: datetime) -> list[str]:
    """The ids of what that asks for."""
    london, start = sandbox.enterprises[0].id, now - timedelta(days=89)
    return [
        str(it.id)
        for it in sandbox.payments
        if it.enterprise_id == london and it.updated_utc >= start
    ]


def test_a_walk_finds_every_row_once_newest_first(
    api: DocumentedCaller, quarter: dict[str, Any], rows: list[str]
) -> None:
    for count in (3, len(rows) // 2, len(rows) - 1, len(rows), 1000):
        found = api.drain("payments/getAll", "Payments", count, **quarter)
        assert [it["Id"] for it in found] == rows
    assert len(rows) > 60


def test_payments_of_the_same_instant_are_told_apart_by_id(sandbox: Sandbox) -> None:
    instants = [it.created_utc for it in sandbox.payments]
    assert len(set(instants)) < len(instants)


def test_the_cursor_is_the_last_rows_id_and_null_only_behind_the_last_row(
    api: DocumentedCaller, quarter: dict[str, Any], rows: list[str]
) -> None:
    page = api.get("payments/getAll", Limitation={"Count": 1000}, **quarter)
    assert len(page["Payments"]) == len(rows)
    assert page["Cursor"] == page["Payments"][-1]["Id"]

    after = api.get(
        "payments/getAll", Limitation={"Count": 1000, "Cursor": page["Cursor"]}, **quarter
    )
    assert after == {"Payments": [], "Cursor": None}


def test_a_cursor_that_no_row_has_is_refused(
    api: DocumentedCaller, quarter: dict[str, Any]
) -> None:
    limitation = {"Count": 10, "Cursor": str(uuid4())}
    refusal = api.refusal("payments/getAll", Limitation=limitation, **quarter)
    assert refusal == (400, "Invalid Cursor")


def test_a_payment_recorded_during_a_walk_neither_hides_nor_repeats_a_row(
    api: DocumentedCaller, sandbox: Sandbox, quarter: dict[str, Any]
) -> None:
    first = api.get("payments/getAll", Limitation={"Count": 10}, **quarter)
    api.get(
        "payments/addExternal",
        AccountId=str(sandbox.customer().id),
        Amount={"Currency": "GBP", "GrossValue": 1},
    )
    second = api.get(
        "payments/getAll", Limitation={"Count": 10, "Cursor": first["Cursor"]}, **quarter
    )
    walked = [it["Id"] for it in first["Payments"] + second["Payments"]]
    assert (
        walked
        == [
            str(it.id)
            for it in sandbox.payments[1:]
            if it.enterprise_id == sandbox.enterprises[0].id
        ][:20]
    )


@pytest.mark.parametrize(
    "prefer", ["return=minimal", "respond-async, return=minimal", "RETURN=Minimal"]
)
def test_an_empty_page_is_left_out_where_a_minimal_answer_is_preferred(
    api: DocumentedCaller, prefer: str
) -> None:
    body: dict[str, Any] = {"PaymentIds": [str(uuid4())], "Limitation": {"Count": 10}}
    response = evolve(api, headers={"Prefer": prefer}).ask("payments/getAll", **body)
    assert (response.status_code, response.content) == (204, b"")
    assert "Content-Type" not in response.headers


@pytest.mark.parametrize(("prefer", "status"), [("return=minimal", 204), (None, 200)])
def test_a_result_with_nothing_in_it_is_left_out_likewise(prefer: str | None, status: int) -> None:
    assert answers.success({}, prefer).status_code == status


def test_a_page_with_rows_comes_whole_however_minimal_the_preference(
    api: DocumentedCaller, quarter: dict[str, Any]
) -> None:
    minimal = evolve(api, headers={"Prefer": "return=minimal"})
    response = minimal.ask("payments/getAll", Limitation={"Count": 1}, **quarter)
    assert response.status_code == 200
    assert len(response.json()["Payments"]) == 1
