"""Listing accounting categories."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from mews_toolkit.sandbox import Sandbox
from support.documented_caller import DocumentedCaller, document

OPERATION = ("accountingCategories/getAll", "AccountingCategories")
UNKNOWN = "3fa85f64-5717-4562-b3fc-2c963f66afa6"


@pytest.mark.parametrize("count", [1, 5, 16, 1000])
def test_a_walk_finds_every_category_of_the_enterprise_newest_first(
    api: DocumentedCaller, sandbox: Sandbox, count: int
) -> None:
    london = sandbox.enterprises[0].id
    found = api.drain(*OPERATION, count)
    assert [it["Id"] for it in found] == [
        str(it.id) for it in sandbox.accounting_categories if it.enterprise_id == london
    ]


def test_every_enterprise_has_categories_of_every_classification(
    portfolio: DocumentedCaller, sandbox: Sandbox
) -> None:
    known = document()["components"]["schemas"]["AccountingCategoryClassification"]["enum"]
    for enterprise in sandbox.enterprises:
        found = portfolio.drain(*OPERATION, EnterpriseIds=[str(enterprise.id)])
        assert {it["Classification"] for it in found} == {*known, None}
        assert {it["EnterpriseId"] for it in found} == {str(enterprise.id)}
        assert all(it["LedgerAccountCode"] for it in found)
        assert len({it["Code"] for it in found}) == len(found)


def test_a_portfolio_token_reads_all_enterprises_unless_some_are_named(
    portfolio: DocumentedCaller, sandbox: Sandbox
) -> None:
    everywhere = portfolio.drain(*OPERATION, 7)
    assert len(everywhere) == len(sandbox.accounting_categories)
    assert portfolio.drain(*OPERATION, EnterpriseIds=[UNKNOWN]) == []


def test_categories_are_called_by_their_names_in_the_country(
    portfolio: DocumentedCaller, sandbox: Sandbox
) -> None:
    names = [
        next(
            it["Name"]
            for it in portfolio.drain(*OPERATION, EnterpriseIds=[str(enterprise.id)])
            if it["Classification"] == "Accommodation"
        )
        for enterprise in sandbox.enterprises
    ]
    assert names == ["Accommodation", "Hébergement", "Accommodation"]


@pytest.mark.parametrize(
    ("states", "occurring"),
    [
        (["Active"], {True}),
        (["Deleted"], {False}),
        (["Active", "Deleted"], {True, False}),
        (None, {True, False}),
        ([], set[bool]()),
    ],
)
def test_deleted_categories_are_listed_unless_only_active_ones_are_asked_for(
    api: DocumentedCaller, states: list[str] | None, occurring: set[bool]
) -> None:
    found = api.drain(*OPERATION, ActivityStates=states)
    assert {it["IsActive"] for it in found} == occurring


def test_one_category_was_deleted_lately(api: DocumentedCaller, now: datetime) -> None:
    interval = {
        "StartUtc": (now - timedelta(days=60)).isoformat(),
        "EndUtc": now.isoformat(),
    }
    found = api.drain(*OPERATION, UpdatedUtc=interval)
    assert [it["IsActive"] for it in found] == [False]

    changed = found[0]["UpdatedUtc"]
    instant = {"StartUtc": changed, "EndUtc": changed}
    until = {"StartUtc": interval["StartUtc"], "EndUtc": changed}
    assert api.drain(*OPERATION, UpdatedUtc=instant) == found
    assert api.drain(*OPERATION, UpdatedUtc=until) == []


def test_filters_narrow_each_other(api: DocumentedCaller, sandbox: Sandbox) -> None:
    deleted, active = api.drain(*OPERATION)[:2]
    elsewhere = next(
        it
        for it in sandbox.accounting_categories
        if str(it.enterprise_id) != active["EnterpriseId"]
    )
    ids = [deleted["Id"], active["Id"], str(elsewhere.id), UNKNOWN]
    assert api.drain(*OPERATION, AccountingCategoryIds=ids) == [deleted, active]
    assert api.drain(*OPERATION, AccountingCategoryIds=ids, ActivityStates=["Active"]) == [active]


@pytest.mark.parametrize(
    ("wrong", "parameter"),
    [
        ({"Limitation": None}, "Limitation"),
        ({"Limitation": {"Count": 1001}}, "Count"),
        ({"AccountingCategoryIds": []}, "AccountingCategoryIds"),
        ({"AccountingCategoryIds": [UNKNOWN] * 1001}, "AccountingCategoryIds"),
        ({"EnterpriseIds": [UNKNOWN] * 1001}, "EnterpriseIds"),
        ({"ActivityStates": ["Asleep"]}, "JSON"),
        (
            {"UpdatedUtc": {"StartUtc": "2026-01-01T00:00:00Z", "EndUtc": "2026-04-01T00:00:01Z"}},
            "UpdatedUtc",
        ),
    ],
)
def test_what_the_document_forbids_is_refused(
    api: DocumentedCaller, wrong: dict[str, Any], parameter: str
) -> None:
    body = {"Limitation": {"Count": 10}} | wrong
    assert api.refusal(OPERATION[0], **body) == (400, f"Invalid {parameter}")
