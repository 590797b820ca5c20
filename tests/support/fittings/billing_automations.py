"""billingAutomations and billingAutomationPaymentPlans."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from mews_toolkit.sandbox import Sandbox
from mews_toolkit.sandbox.entities.billing_automation import BillingAutomation
from support.billing_automations import company, related
from support.fittings.fitting import Changes, Fitting, customer, example, of_london, only

__all__ = ["FITTINGS"]


def _list(sandbox: Sandbox) -> Changes:
    [named, *_] = _of_companies(sandbox).companies_with_relations
    return only("billingAutomations/getAll", CompanyIds=[named.company_id])


def _add(sandbox: Sandbox) -> Changes:
    [published] = example("billingAutomations/add")["BillingAutomations"]
    companies = [related(company(sandbox))]
    return {"BillingAutomations": [{**published, "CompaniesWithRelations": companies}]}


def _update(sandbox: Sandbox) -> Changes:
    [published] = example("billingAutomations/update")["BillingAutomationUpdates"]
    return {"BillingAutomationUpdates": [{**published, **_named(_of_companies(sandbox))}]}


def _update_assignments(sandbox: Sandbox) -> Changes:
    [published] = example("billingAutomations/updateAssignments")["AssignmentsToUpdate"]
    automation = _of_companies(sandbox)
    named = {"BillingAutomationAssignmentId": automation.assignments[0].id}
    return {**_named(automation), "AssignmentsToUpdate": [{**published, **named}]}


def _delete(sandbox: Sandbox) -> Changes:
    return {"BillingAutomationIds": [_of_companies(sandbox).id]}


def _plan(sandbox: Sandbox) -> Changes:
    published = example("billingAutomationPaymentPlans/add")["PaymentRequest"]
    expiration = sandbox.now() + timedelta(days=7)
    return {
        **_named(_of_companies(sandbox)),
        **customer(sandbox),
        "PaymentRequest": {**published, "ExpirationDateUtc": expiration},
        "StartMonth": f"{sandbox.now() + timedelta(days=40):%Y-%m}",
    }


def _of_companies(sandbox: Sandbox) -> BillingAutomation:
    """One that can be told to make companies the owners of bills."""
    return of_london(
        sandbox, sandbox.billing_automations, lambda it: bool(it.companies_with_relations)
    )


def _named(automation: BillingAutomation) -> Changes:
    return {"BillingAutomationId": automation.id}


FITTINGS: Mapping[str, Fitting] = {
    "billingAutomationPaymentPlans/add": _plan,
    "billingAutomations/add": _add,
    "billingAutomations/delete": _delete,
    "billingAutomations/getAll": _list,
    "billingAutomations/update": _update,
    "billingAutomations/updateAssignments": _update_assignments,
}
