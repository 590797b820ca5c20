"""Listing, making and deleting billing automations."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from attrs import evolve

from mews_toolkit.sandbox import Sandbox
from support.billing_automations import (
    ADD,
    ASSIGN,
    ASSIGNMENT,
    DELETE,
    LIST,
    UNKNOWN,
    UPDATE,
    company,
    of_category,
    opera_season,
    related,
)
from support.documented_caller import DocumentedCaller, document

NOW = "2026-11-21T12:00:00Z"
RECURRING: dict[str, Any] = {
    "TriggerType": "Recurring",
    "OrderItemConsumptionPeriod": "MonthBefore",
    "ProcessingStartOffset": "P2D",
}

UNFIT: list[tuple[dict[str, Any], str]] = [
    # What does not go together.
    ({"AssignmentTargetType": "NoCompany"}, "BillAggregationType"),
    ({"AssignmentTargetType": "CompanyAsDetails"}, "BillAggregationType"),
    (
        {"AssignmentTargetType": "NoCompany", "BillAggregationType": "OnePerReservation"},
        "BillAggregationType",
    ),
    ({"CompaniesWithRelations": None}, "CompaniesWithRelations"),
    ({"CompaniesWithRelations": []}, "CompaniesWithRelations"),
    (RECURRING | {"OrderItemConsumptionPeriod": None}, "OrderItemConsumptionPeriod"),
    (RECURRING | {"ProcessingStartOffset": None}, "ProcessingStartOffset"),
    # What is not there.
    ({"CompaniesWithRelations": [related(UNKNOWN)]}, "CompanyId"),
    (
        {"Assignments": [{**ASSIGNMENT, "AccountingCategories": [of_category(UNKNOWN)]}]},
        "AccountingCategoryId",
    ),
    # What the document forbids.
    ({"Name": None}, "Name"),
    ({"Name": ""}, "Name"),
    ({"Name": "x" * 256}, "Name"),
    ({"Description": "x" * 1001}, "Description"),
    ({"ProcessingStartOffset": "P" + "1" * 20}, "ProcessingStartOffset"),
    ({"CompaniesWithRelations": [related(UNKNOWN)] * 1001}, "CompaniesWithRelations"),
    ({"CompaniesWithRelations": [{"CompanyId": UNKNOWN}]}, "CompanyRelations"),
    ({"Assignments": []}, "Assignments"),
    ({"Assignments": [ASSIGNMENT] * 21}, "Assignments"),
    ({"Assignments": [{**ASSIGNMENT, "RoutedItemTypes": {}}]}, "SpaceOrder"),
    ({"Assignments": [{**ASSIGNMENT, "RateIds": [UNKNOWN] * 101}]}, "RateIds"),
    ({"TriggerType": "Sometimes"}, "JSON"),
]

FORBIDDEN: list[tuple[str, dict[str, Any], str]] = [
    (LIST[0], {"Limitation": {"Count": 1}, "CompanyIds": [UNKNOWN] * 101}, "CompanyIds"),
    (
        LIST[0],
        {"Limitation": {"Count": 1}, "BillingAutomationIds": [UNKNOWN] * 101},
        "BillingAutomationIds",
    ),
    (LIST[0], {}, "Limitation"),
    (ADD, {"BillingAutomations": []}, "BillingAutomations"),
    (ADD, {"BillingAutomations": [{}] * 101}, "BillingAutomations"),
    (UPDATE, {"BillingAutomationUpdates": []}, "BillingAutomationUpdates"),
    (
        UPDATE,
        {"BillingAutomationUpdates": [{"BillingAutomationId": UNKNOWN}] * 101},
        "BillingAutomationUpdates",
    ),
    (
        UPDATE,
        {"BillingAutomationUpdates": [{"BillingAutomationId": UNKNOWN}]},
        "BillingAutomationId",
    ),
    (ASSIGN, {}, "BillingAutomationId"),
    (ASSIGN, {"BillingAutomationId": UNKNOWN}, "BillingAutomationId"),
    (
        ASSIGN,
        {"BillingAutomationId": UNKNOWN, "AssignmentsToAdd": [ASSIGNMENT] * 21},
        "AssignmentsToAdd",
    ),
    (
        ASSIGN,
        {"BillingAutomationId": UNKNOWN, "AssignmentIdsToRemove": [UNKNOWN] * 101},
        "AssignmentIdsToRemove",
    ),
    (DELETE, {"BillingAutomationIds": [UNKNOWN] * 101}, "BillingAutomationIds"),
    (DELETE, {"BillingAutomationIds": [UNKNOWN]}, "BillingAutomationIds"),
]


@pytest.fixture
def wanted(sandbox: Sandbox) -> dict[str, Any]:
    return opera_season(sandbox)


@pytest.fixture
def added(api: DocumentedCaller, wanted: dict[str, Any]) -> dict[str, Any]:
    (automation,) = api.get(ADD, BillingAutomations=[wanted])["BillingAutomations"]
    found: dict[str, Any] = automation
    return found


@pytest.mark.parametrize("count", [1, 4, 1000])
def test_a_walk_finds_every_automation_of_the_enterprise_newest_first(
    api: DocumentedCaller, sandbox: Sandbox, count: int
) -> None:
    london = sandbox.enterprises[0].id
    known = [str(it.id) for it in sandbox.billing_automations if it.enterprise_id == london]
    assert [it["Id"] for it in api.drain(*LIST, count)] == known
    assert len(known) == 6


@pytest.mark.parametrize(
    ("name", "schema"),
    [
        ("Prepayment", "BillingAutomationPrepaymentType"),
        ("AssignmentTargetType", "BillingAutomationAssignmentTargetType"),
        ("TriggerType", "BillingAutomationTriggerType"),
        ("BillAggregationType", "BillingAutomationBillAggregationType"),
    ],
)
def test_every_enterprise_has_automations_of_every_sort(
    portfolio: DocumentedCaller, sandbox: Sandbox, name: str, schema: str
) -> None:
    known = set(document()["components"]["schemas"][schema]["enum"])
    found = portfolio.drain(*LIST, 5)
    for enterprise in sandbox.enterprises:
        own = [it for it in found if it["EnterpriseId"] == str(enterprise.id)]
        assert {it[name] for it in own} == known


def test_the_same_seed_gives_the_same_automations(now: datetime) -> None:
    first, second = (Sandbox(seed=7, payments=0, now=lambda: now) for _ in range(2))
    assert list(first.billing_automations) == list(second.billing_automations)
    assert list(first.accounting_categories) == list(second.accounting_categories)


def test_a_seeded_automation_could_be_made_anew(api: DocumentedCaller) -> None:
    seeded = api.drain(*LIST)
    parameters = [
        {
            **automation,
            "Assignments": [
                {**it, "AccountingCategories": it["AccountingCategoryAssignments"]}
                for it in automation["Assignments"]
            ],
        }
        for automation in seeded
    ]
    made = api.get(ADD, BillingAutomations=parameters)["BillingAutomations"]
    new = ("Id", "CreatedUtc", "UpdatedUtc", "CreatorProfileId", "UpdaterProfileId", "Assignments")
    for before, after in zip(seeded, made, strict=True):
        assert after == before | {name: after[name] for name in new}


def test_automations_can_be_narrowed(
    api: DocumentedCaller, portfolio: DocumentedCaller, sandbox: Sandbox
) -> None:
    everything = portfolio.drain(*LIST)
    first, second, *_ = api.drain(*LIST)
    by_id = [second["Id"], first["Id"], UNKNOWN]
    one = second["CompaniesWithRelations"][0]["CompanyId"]
    paris = [str(sandbox.enterprises[1].id)]

    assert api.drain(*LIST, BillingAutomationIds=by_id) == [first, second]
    assert portfolio.drain(*LIST, EnterpriseIds=paris) == [
        it for it in everything if it["EnterpriseId"] == paris[0]
    ]
    assert portfolio.drain(*LIST, EnterpriseIds=paris, BillingAutomationIds=by_id) == []
    with_company = portfolio.drain(*LIST, CompanyIds=[one])
    assert second in with_company
    assert with_company == [
        it
        for it in everything
        if one in (relation["CompanyId"] for relation in it["CompaniesWithRelations"])
    ]


def test_an_added_automation_is_found_again(
    api: DocumentedCaller, added: dict[str, Any], wanted: dict[str, Any], sandbox: Sandbox
) -> None:
    assert added == wanted | {
        "Id": added["Id"],
        "EnterpriseId": str(sandbox.enterprises[0].id),
        "Description": None,
        "CreatedUtc": NOW,
        "UpdatedUtc": NOW,
        "CreatorProfileId": added["CreatorProfileId"],
        "UpdaterProfileId": added["CreatorProfileId"],
        "ProcessingStartOffset": None,
        "OrderItemConsumptionPeriod": None,
        "Assignments": [
            {
                **ASSIGNMENT,
                "Id": added["Assignments"][0]["Id"],
                "BillingAutomationId": added["Id"],
                "RateIds": None,
                "ProductCategoryIds": None,
                "ProductIds": None,
                "AccountingCategoryAssignments": None,
            }
        ],
    }
    assert api.drain(*LIST)[0] == added


@pytest.mark.parametrize(
    "sort",
    [
        RECURRING,
        {"AssignmentTargetType": "NoCompany", "BillAggregationType": "AggregateByCustomer"},
        {"AssignmentTargetType": "CompanyAsDetails", "BillAggregationType": "AggregateByCustomer"},
        {"BillAggregationType": "AggregateByCustomer"},
        {"BillAggregationType": "AggregatePerReservationGroup"},
        {"BillAggregationType": "OnePerReservation", "TriggerType": "Legacy"},
    ],
)
def test_parts_that_go_together_are_taken(
    api: DocumentedCaller, wanted: dict[str, Any], sort: dict[str, str]
) -> None:
    (added,) = api.get(ADD, BillingAutomations=[wanted | sort])["BillingAutomations"]
    assert {name: added[name] for name in sort} == sort


@pytest.mark.parametrize(("wrong", "parameter"), UNFIT)
def test_one_wrong_automation_keeps_all_from_being_made(
    api: DocumentedCaller,
    sandbox: Sandbox,
    wanted: dict[str, Any],
    wrong: dict[str, Any],
    parameter: str,
) -> None:
    before = list(sandbox.billing_automations)
    refusal = api.refusal(ADD, BillingAutomations=[wanted, wanted | wrong])
    assert refusal == (400, f"Invalid {parameter}")
    assert list(sandbox.billing_automations) == before


@pytest.mark.parametrize("elsewhere", ["customer", "company"])
def test_only_companies_of_the_enterprise_count(
    api: DocumentedCaller, sandbox: Sandbox, wanted: dict[str, Any], elsewhere: str
) -> None:
    ids = {"customer": str(sandbox.customer().id), "company": company(sandbox, enterprise=1)}
    wanted["CompaniesWithRelations"] = [related(ids[elsewhere])]
    assert api.refusal(ADD, BillingAutomations=[wanted]) == (400, "Invalid CompanyId")


@pytest.mark.parametrize(("operation", "body", "parameter"), FORBIDDEN)
def test_what_the_document_forbids_is_refused(
    api: DocumentedCaller, operation: str, body: dict[str, Any], parameter: str
) -> None:
    assert api.refusal(operation, **body) == (400, f"Invalid {parameter}")


def test_deleted_automations_are_gone(api: DocumentedCaller) -> None:
    first, second, *others = api.drain(*LIST)
    ids = [first["Id"], second["Id"], first["Id"]]
    assert api.get(DELETE, BillingAutomationIds=ids) == {}
    assert api.drain(*LIST) == others
    assert api.refusal(DELETE, BillingAutomationIds=ids) == (400, "Invalid BillingAutomationIds")
    update = [{"BillingAutomationId": first["Id"]}]
    refusal = api.refusal(UPDATE, BillingAutomationUpdates=update)
    assert refusal == (400, "Invalid BillingAutomationId")


def test_one_unknown_automation_keeps_all_from_being_deleted(
    api: DocumentedCaller, added: dict[str, Any]
) -> None:
    refusal = api.refusal(DELETE, BillingAutomationIds=[added["Id"], UNKNOWN])
    assert refusal == (400, "Invalid BillingAutomationIds")
    assert api.drain(*LIST)[0] == added


def test_nothing_is_said_of_a_deletion_where_a_minimal_answer_is_preferred(
    api: DocumentedCaller, added: dict[str, Any]
) -> None:
    minimal = evolve(api, headers={"Prefer": "return=minimal"})
    response = minimal.ask(DELETE, BillingAutomationIds=[added["Id"]])
    assert (response.status_code, response.content) == (204, b"")


def test_a_portfolio_token_writes_where_it_says(
    portfolio: DocumentedCaller, sandbox: Sandbox, wanted: dict[str, Any]
) -> None:
    london, paris = (str(it.id) for it in sandbox.enterprises[:2])
    wanted["CompaniesWithRelations"] = [related(company(sandbox, enterprise=1))]
    body = {"BillingAutomations": [wanted]}
    assert portfolio.refusal(ADD, **body) == (400, "Invalid EnterpriseId")

    (added,) = portfolio.get(ADD, EnterpriseId=paris, **body)["BillingAutomations"]
    assert added["EnterpriseId"] == paris
    for operation, parameter, rest in (
        (
            UPDATE,
            "BillingAutomationId",
            {"BillingAutomationUpdates": [{"BillingAutomationId": added["Id"]}]},
        ),
        (ASSIGN, "BillingAutomationId", {"BillingAutomationId": added["Id"]}),
        (DELETE, "BillingAutomationIds", {"BillingAutomationIds": [added["Id"]]}),
    ):
        refusal = portfolio.refusal(operation, EnterpriseId=london, **rest)
        assert refusal == (400, f"Invalid {parameter}")
        portfolio.get(operation, EnterpriseId=paris, **rest)
