"""Changing billing automations and which items they move."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from mews_connector import models
from mews_toolkit.sandbox import Sandbox, Server
from mews_toolkit.sandbox.entities.billing_automation import BillingAutomation
from support.billing_automations import (
    ADD,
    ASSIGN,
    ASSIGNMENT,
    LIST,
    NOTHING,
    UNKNOWN,
    UPDATE,
    company,
    of_category,
    opera_season,
    related,
)
from support.documented_caller import DocumentedCaller
from support.sandboxes import sandbox_client

NOW = "2026-11-21T12:00:00Z"


def in_london(sandbox: Sandbox, name: str) -> BillingAutomation:
    """The seeded billing automation of that name."""
    london = sandbox.enterprises[0].id
    found = (it for it in sandbox.billing_automations if it.enterprise_id == london)
    return next(it for it in found if it.name == name)


def change(api: DocumentedCaller, automation_id: UUID | str, /, **changes: Any) -> dict[str, Any]:
    update = {"BillingAutomationId": str(automation_id), **changes}
    result = api.get(UPDATE, BillingAutomationUpdates=[update])
    (changed,) = result["BillingAutomations"]
    found: dict[str, Any] = changed
    return found


@pytest.fixture
def added(api: DocumentedCaller, sandbox: Sandbox) -> dict[str, Any]:
    (automation,) = api.get(ADD, BillingAutomations=[opera_season(sandbox)])["BillingAutomations"]
    found: dict[str, Any] = automation
    return found


def test_what_an_update_leaves_out_stays(api: DocumentedCaller, added: dict[str, Any]) -> None:
    changed = change(api, added["Id"], Name={"Value": "Off season"}, Companies=None)
    assert changed == added | {"Name": "Off season"}
    assert api.drain(*LIST)[0] == changed


async def test_update_values_keep_set_and_clear(server: Server, sandbox: Sandbox) -> None:
    automation = in_london(sandbox, "Prepaid online")
    async with sandbox_client(server) as mews:
        update = models.BillingAutomationUpdateParameters(
            billing_automation_id=automation.id,
            description=models.BillingAutomationDescriptionUpdateValue(value="From Monday on"),
            companies=models.CompanyWithBillingAutomationRelationArrayUpdateValue(value=None),
            prepayment=models.BillingAutomationPrepaymentUpdateValue(
                value=models.BillingAutomationPrepaymentType.ALL
            ),
        )
        await mews.billing_automations.update(billing_automation_updates=[update])
        found = await mews.billing_automations.get_all(
            billing_automation_ids=[automation.id]
        ).collect(limit=10)

    (changed,) = found
    assert changed.name == automation.name
    assert changed.description == "From Monday on"
    assert changed.companies_with_relations == []
    assert changed.prepayment is models.BillingAutomationPrepaymentType.ALL
    assert str(changed.assignment_target_type) == automation.assignment_target_type


def test_an_update_is_stamped(api: DocumentedCaller, sandbox: Sandbox) -> None:
    automation = in_london(sandbox, "Monthly bill by group")
    changed = change(api, automation.id, Description={"Value": None})
    assert changed["Description"] is None
    assert changed["CreatorProfileId"] == str(automation.creator_profile_id)
    assert changed["UpdaterProfileId"] != changed["CreatorProfileId"]
    assert changed["UpdatedUtc"] == NOW > changed["CreatedUtc"]


@pytest.mark.parametrize(
    ("name", "changes", "parameter"),
    [
        (
            "Prepaid online",
            {"BillAggregationType": {"Value": "AggregateAll"}},
            "BillAggregationType",
        ),
        (
            "Room and tax to the company",
            {"AssignmentTargetType": {"Value": "NoCompany"}},
            "BillAggregationType",
        ),
        ("Room and tax to the company", {"Companies": {"Value": None}}, "Companies"),
        ("Room and tax to the company", {"Companies": {"Value": []}}, "Companies"),
        ("Extras to the guest", {"AssignmentTargetType": {"Value": "CompanyAsOwner"}}, "Companies"),
        (
            "Monthly bill by group",
            {"ProcessingStartOffset": {"Value": None}},
            "ProcessingStartOffset",
        ),
        ("Prepaid online", {"Name": {"Value": None}}, "Name"),
        ("Prepaid online", {"Name": {"Value": ""}}, "Name"),
        ("Prepaid online", {"Name": {}}, "Value"),
        ("Prepaid online", {"Name": {"Value": "x" * 256}}, "Value"),
        ("Prepaid online", {"Prepayment": {"Value": "Later"}}, "JSON"),
        ("Prepaid online", {"Companies": {"Value": [related(UNKNOWN)]}}, "CompanyId"),
    ],
)
def test_one_wrong_update_keeps_all_from_being_made(
    api: DocumentedCaller, sandbox: Sandbox, name: str, changes: dict[str, Any], parameter: str
) -> None:
    before = list(sandbox.billing_automations)
    right, wrong = in_london(sandbox, "Extras to the guest"), in_london(sandbox, name)
    updates = [
        {"BillingAutomationId": str(right.id), "Name": {"Value": "Right"}},
        {"BillingAutomationId": str(wrong.id), **changes},
    ]
    refusal = api.refusal(UPDATE, BillingAutomationUpdates=updates)
    assert refusal == (400, f"Invalid {parameter}")
    assert list(sandbox.billing_automations) == before


def test_parts_that_only_go_together_can_change_together(
    api: DocumentedCaller, sandbox: Sandbox
) -> None:
    automation = in_london(sandbox, "Extras to the guest")
    changed = change(
        api,
        automation.id,
        AssignmentTargetType={"Value": "CompanyAsOwner"},
        BillAggregationType={"Value": "AggregateAll"},
        Companies={"Value": [related(company(sandbox))]},
    )
    assert changed["BillAggregationType"] == "AggregateAll"
    assert len(changed["CompaniesWithRelations"]) == 1


def test_several_updates_of_one_automation_follow_each_other(
    api: DocumentedCaller, added: dict[str, Any]
) -> None:
    updates = [
        {"BillingAutomationId": added["Id"], "Name": {"Value": "First"}},
        {"BillingAutomationId": added["Id"], "Description": {"Value": "Second"}},
    ]
    result = api.get(UPDATE, BillingAutomationUpdates=updates)["BillingAutomations"]
    assert result == [added | {"Name": "First", "Description": "Second"}]


def test_assignments_are_changed_removed_and_added_at_once(
    api: DocumentedCaller, added: dict[str, Any], sandbox: Sandbox
) -> None:
    two = api.get(ASSIGN, BillingAutomationId=added["Id"], AssignmentsToAdd=[ASSIGNMENT] * 2)
    first, second, third = two["BillingAutomations"][0]["Assignments"]
    category = next(
        it for it in sandbox.accounting_categories if str(it.enterprise_id) == added["EnterpriseId"]
    )
    update = {
        "BillingAutomationAssignmentId": third["Id"],
        "RoutedItemTypes": {"CityTax": {"Value": True}},
        "ProductIds": {"Value": [UNKNOWN]},
        "AccountingCategories": {"Value": [of_category(category.id)]},
    }
    (changed,) = api.get(
        ASSIGN,
        BillingAutomationId=added["Id"],
        AssignmentsToAdd=[{**ASSIGNMENT, "RateIds": [UNKNOWN]}],
        AssignmentsToUpdate=[update],
        AssignmentIdsToRemove=[second["Id"]],
    )["BillingAutomations"]

    assert [it["Id"] for it in changed["Assignments"][:2]] == [first["Id"], third["Id"]]
    _, updated, new = changed["Assignments"]
    assert updated == third | {
        "RoutedItemTypes": NOTHING | {"CityTax": True},
        "ProductIds": [UNKNOWN],
        "AccountingCategoryAssignments": [of_category(category.id)],
    }
    assert new["RateIds"] == [UNKNOWN]
    assert api.drain(*LIST)[0] == changed

    cleared = {"BillingAutomationAssignmentId": third["Id"], "ProductIds": {"Value": None}}
    (last,) = api.get(ASSIGN, BillingAutomationId=added["Id"], AssignmentsToUpdate=[cleared])[
        "BillingAutomations"
    ]
    assert last["Assignments"][1] == updated | {"ProductIds": None}


def test_twenty_assignments_are_the_most(api: DocumentedCaller, added: dict[str, Any]) -> None:
    body: dict[str, Any] = {
        "BillingAutomationId": added["Id"],
        "AssignmentsToAdd": [ASSIGNMENT] * 20,
    }
    assert api.refusal(ASSIGN, **body) == (400, "Invalid AssignmentsToAdd")

    instead = [added["Assignments"][0]["Id"]]
    result = api.get(ASSIGN, AssignmentIdsToRemove=instead, **body)
    assert len(result["BillingAutomations"][0]["Assignments"]) == 20


@pytest.mark.parametrize(
    ("wrong", "parameter"),
    [
        ({"AssignmentIdsToRemove": [UNKNOWN]}, "AssignmentIdsToRemove"),
        (
            {"AssignmentsToUpdate": [{"BillingAutomationAssignmentId": UNKNOWN}]},
            "BillingAutomationAssignmentId",
        ),
        (
            {
                "AssignmentsToAdd": [
                    {**ASSIGNMENT, "AccountingCategories": [of_category(UNKNOWN)]},
                ]
            },
            "AccountingCategoryId",
        ),
    ],
)
def test_one_wrong_change_of_assignments_keeps_all_from_being_made(
    api: DocumentedCaller,
    sandbox: Sandbox,
    added: dict[str, Any],
    *,
    wrong: dict[str, Any],
    parameter: str,
) -> None:
    before = list(sandbox.billing_automations)
    own = added["Assignments"][0]["Id"]
    update = {"BillingAutomationAssignmentId": own, "RateIds": {"Value": [UNKNOWN]}}
    body = {"BillingAutomationId": added["Id"], "AssignmentsToUpdate": [update]} | wrong
    assert api.refusal(ASSIGN, **body) == (400, f"Invalid {parameter}")
    assert list(sandbox.billing_automations) == before
