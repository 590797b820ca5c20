"""billingAutomations/getAll, billingAutomations/add and billingAutomations/delete."""

from uuid import UUID

from msgspec import Struct

from mews_toolkit.sandbox.entities.billing_automation import (
    AssignmentTarget,
    BillAggregation,
    BillingAutomation,
    CompanyWithRelations,
    ConsumptionPeriod,
    Prepayment,
    Trigger,
)
from mews_toolkit.sandbox.listing import Listing
from mews_toolkit.sandbox.operations.billing_automation_rules import (
    AssignmentParameters,
    BillingAutomationsChanged,
    automation_in,
    check,
)
from mews_toolkit.sandbox.operations.done import Done
from mews_toolkit.sandbox.pages import Page
from mews_toolkit.sandbox.store import Store
from mews_toolkit.sandbox.tokens import INTEGRATION_PROFILE, Caller
from mews_toolkit.sandbox.wire import JsonObject, read


class BillingAutomationsGetAll(Listing, frozen=True, kw_only=True, rename="pascal"):
    """Which billing automations are wanted. Filters narrow each other."""

    company_ids: frozenset[UUID] | None = None
    billing_automation_ids: list[UUID] | None = None

    def wants(self, automation: BillingAutomation) -> bool:
        """Whether the automation passes every filter but the one that the walk itself honours."""
        return self.company_ids is None or any(
            it.company_id in self.company_ids for it in automation.companies_with_relations
        )


class BillingAutomationParameters(Struct, frozen=True, kw_only=True, rename="pascal"):
    """A billing automation to make."""

    name: str
    description: str | None = None
    companies_with_relations: tuple[CompanyWithRelations, ...] | None = None
    prepayment: Prepayment
    assignment_target_type: AssignmentTarget
    trigger_type: Trigger
    bill_aggregation_type: BillAggregation
    order_item_consumption_period: ConsumptionPeriod | None = None
    processing_start_offset: str | None = None
    assignments: list[AssignmentParameters]


class BillingAutomationsAdd(Struct, frozen=True, kw_only=True, rename="pascal"):
    """The billing automations to make. The sandbox has no reservations for them to work on."""

    enterprise_id: UUID | None = None
    billing_automations: list[BillingAutomationParameters]


class BillingAutomationsDelete(Struct, frozen=True, kw_only=True, rename="pascal"):
    """The billing automations to forget."""

    enterprise_id: UUID | None = None
    billing_automation_ids: list[UUID]


class BillingAutomationsPage(Page, frozen=True, kw_only=True, rename="pascal"):
    """One page of billing automations."""

    billing_automations: list[BillingAutomation]


def get_all(store: Store, caller: Caller, body: JsonObject) -> BillingAutomationsPage:
    """Lists billing automations, newest first."""
    asked = read(BillingAutomationsGetAll, body)
    found, cursor = asked.found(
        store.billing_automations, caller, asked.wants, row_ids=asked.billing_automation_ids
    )
    return BillingAutomationsPage(billing_automations=found, cursor=cursor)


def add(store: Store, caller: Caller, body: JsonObject) -> BillingAutomationsChanged:
    """Makes all the billing automations or, when one of them is wrong, none."""
    asked = read(BillingAutomationsAdd, body)
    enterprise_id = caller.enterprise_id(asked.enterprise_id)
    added = [_added(store, enterprise_id, it) for it in asked.billing_automations]
    for automation in added:
        check(store, automation, "CompaniesWithRelations")
    for automation in added:
        store.billing_automations.put(automation)
    return BillingAutomationsChanged(added)


def delete(store: Store, caller: Caller, body: JsonObject) -> Done:
    """Forgets all the billing automations or, when one of them is not there, none."""
    asked = read(BillingAutomationsDelete, body)
    enterprise_id = caller.enterprise_id(asked.enterprise_id)
    deleted = {
        it: automation_in(store, enterprise_id, it, "BillingAutomationIds")
        for it in asked.billing_automation_ids
    }
    for automation in deleted.values():
        store.billing_automations.remove(automation)
    return Done()


def _added(
    store: Store, enterprise_id: UUID, asked: BillingAutomationParameters
) -> BillingAutomation:
    now = store.now()
    automation_id = store.new_id()
    return BillingAutomation(
        id=automation_id,
        enterprise_id=enterprise_id,
        name=asked.name,
        description=asked.description,
        companies_with_relations=asked.companies_with_relations or (),
        prepayment=asked.prepayment,
        assignment_target_type=asked.assignment_target_type,
        trigger_type=asked.trigger_type,
        bill_aggregation_type=asked.bill_aggregation_type,
        created_utc=now,
        updated_utc=now,
        creator_profile_id=INTEGRATION_PROFILE,
        updater_profile_id=INTEGRATION_PROFILE,
        processing_start_offset=asked.processing_start_offset,
        order_item_consumption_period=asked.order_item_consumption_period,
        assignments=tuple(it.assigned(store, automation_id) for it in asked.assignments),
    )
