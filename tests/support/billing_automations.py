"""Billing automations as JSON, their operations, and what they refer to in a sandbox."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from mews_toolkit.sandbox import Sandbox

__all__ = [
    "ADD",
    "ASSIGN",
    "ASSIGNMENT",
    "DELETE",
    "LIST",
    "NOTHING",
    "UNKNOWN",
    "UPDATE",
    "company",
    "of_category",
    "opera_season",
    "related",
]

LIST = ("billingAutomations/getAll", "BillingAutomations")
ADD = "billingAutomations/add"
UPDATE = "billingAutomations/update"
ASSIGN = "billingAutomations/updateAssignments"
DELETE = "billingAutomations/delete"
UNKNOWN = "3fa85f64-5717-4562-b3fc-2c963f66afa6"
NOTHING = {
    "SpaceOrder": False,
    "CityTax": False,
    "AllProducts": False,
    "Deposits": False,
    "AdditionalExpenses": False,
    "AllCustomItems": False,
}
ASSIGNMENT: dict[str, Any] = {"ServiceId": UNKNOWN, "RoutedItemTypes": NOTHING}


def company(sandbox: Sandbox, enterprise: int = 0) -> str:
    """A company of the enterprise, London by default."""
    enterprise_id = sandbox.enterprises[enterprise].id
    found = (it for it in sandbox.accounts if it.enterprise_id == enterprise_id)
    return next(str(it.id) for it in found if it.type == "Company")


def related(company_id: str) -> dict[str, Any]:
    """The company as one that reservations are made for."""
    return {
        "CompanyId": company_id,
        "CompanyRelations": {"PartnerCompany": True, "TravelAgency": False},
    }


def of_category(category_id: UUID | str) -> dict[str, Any]:
    """The products of the accounting category."""
    kinds = {"Products": True, "CustomItems": False}
    return {"AccountingCategoryId": str(category_id), "ItemTypes": kinds}


def opera_season(sandbox: Sandbox) -> dict[str, Any]:
    """A billing automation to add to London's."""
    return {
        "Name": "Opera season",
        "CompaniesWithRelations": [related(company(sandbox))],
        "Prepayment": "All",
        "AssignmentTargetType": "CompanyAsOwner",
        "TriggerType": "Continuous",
        "BillAggregationType": "AggregateAll",
        "Assignments": [ASSIGNMENT],
    }
