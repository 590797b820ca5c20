"""billingAutomations/update and billingAutomations/updateAssignments."""

from uuid import UUID

from msgspec import Struct, structs

from mews_toolkit.sandbox.entities.billing_automation import (
    Assignment,
    AssignmentTarget,
    BillAggregation,
    BillingAutomation,
    CategoryAssignment,
    CompanyWithRelations,
    ConsumptionPeriod,
    Prepayment,
    RoutedItemTypes,
)
from mews_toolkit.sandbox.operations.billing_automation_rules import (
    AssignmentParameters,
    BillingAutomationsChanged,
    automation_in,
    check,
)
from mews_toolkit.sandbox.refusals import invalid
from mews_toolkit.sandbox.store import Store
from mews_toolkit.sandbox.tokens import INTEGRATION_PROFILE, Caller
from mews_toolkit.sandbox.update_values import UpdateValue, updated
from mews_toolkit.sandbox.wire import JsonObject, read

_MOST_ASSIGNMENTS = 20


class BillingAutomationUpdate(Struct, frozen=True, kw_only=True, rename="pascal"):
    """What to change about one billing automation."""

    billing_automation_id: UUID
    name: UpdateValue[str | None] | None = None
    description: UpdateValue[str | None] | None = None
    companies: UpdateValue[tuple[CompanyWithRelations, ...] | None] | None = None
    prepayment: UpdateValue[Prepayment] | None = None
    assignment_target_type: UpdateValue[AssignmentTarget] | None = None
    bill_aggregation_type: UpdateValue[BillAggregation] | None = None
    order_item_consumption_period: UpdateValue[ConsumptionPeriod] | None = None
    processing_start_offset: UpdateValue[str | None] | None = None

    def applied(self, to: BillingAutomation) -> BillingAutomation:
        """The billing automation with these changes."""
        name = updated(to.name, self.name)
        if not name:
            # The document lets a name be cleared, and no billing automation be without one.
            raise invalid("Name", "A billing automation needs one.")
        return structs.replace(
            to,
            name=name,
            description=updated(to.description, self.description),
            companies_with_relations=updated(to.companies_with_relations, self.companies) or (),
            prepayment=updated(to.prepayment, self.prepayment),
            assignment_target_type=updated(to.assignment_target_type, self.assignment_target_type),
            bill_aggregation_type=updated(to.bill_aggregation_type, self.bill_aggregation_type),
            order_item_consumption_period=updated(
                to.order_item_consumption_period, self.order_item_consumption_period
            ),
            processing_start_offset=updated(
                to.processing_start_offset, self.processing_start_offset
            ),
        )


class BillingAutomationsUpdate(Struct, frozen=True, kw_only=True, rename="pascal"):
    """The changes; of several to one billing automation each goes on from the one before."""

    enterprise_id: UUID | None = None
    billing_automation_updates: list[BillingAutomationUpdate]


class RoutedItemTypesUpdate(Struct, frozen=True, kw_only=True, rename="pascal"):
    """Kinds of items of which to begin or cease moving."""

    space_order: UpdateValue[bool] | None = None
    city_tax: UpdateValue[bool] | None = None
    all_products: UpdateValue[bool] | None = None
    deposits: UpdateValue[bool] | None = None
    additional_expenses: UpdateValue[bool] | None = None
    all_custom_items: UpdateValue[bool] | None = None

    def applied(self, to: RoutedItemTypes) -> RoutedItemTypes:
        """The kinds with these changes."""
        return RoutedItemTypes(
            space_order=updated(to.space_order, self.space_order),
            city_tax=updated(to.city_tax, self.city_tax),
            all_products=updated(to.all_products, self.all_products),
            deposits=updated(to.deposits, self.deposits),
            additional_expenses=updated(to.additional_expenses, self.additional_expenses),
            all_custom_items=updated(to.all_custom_items, self.all_custom_items),
        )


class AssignmentUpdate(Struct, frozen=True, kw_only=True, rename="pascal"):
    """What to change about one assignment."""

    billing_automation_assignment_id: UUID
    routed_item_types: RoutedItemTypesUpdate | None = None
    rate_ids: UpdateValue[tuple[UUID, ...] | None] | None = None
    product_category_ids: UpdateValue[tuple[UUID, ...] | None] | None = None
    product_ids: UpdateValue[tuple[UUID, ...] | None] | None = None
    accounting_categories: UpdateValue[tuple[CategoryAssignment, ...] | None] | None = None

    def applied(self, to: Assignment) -> Assignment:
        """The assignment with these changes."""
        types = self.routed_item_types or RoutedItemTypesUpdate()
        return structs.replace(
            to,
            routed_item_types=types.applied(to.routed_item_types),
            rate_ids=updated(to.rate_ids, self.rate_ids),
            product_category_ids=updated(to.product_category_ids, self.product_category_ids),
            product_ids=updated(to.product_ids, self.product_ids),
            accounting_category_assignments=updated(
                to.accounting_category_assignments, self.accounting_categories
            ),
        )


class BillingAutomationsUpdateAssignments(Struct, frozen=True, kw_only=True, rename="pascal"):
    """What to change about the assignments of one billing automation."""

    enterprise_id: UUID | None = None
    billing_automation_id: UUID
    assignments_to_add: list[AssignmentParameters] | None = None
    assignments_to_update: list[AssignmentUpdate] | None = None
    assignment_ids_to_remove: frozenset[UUID] | None = None


def update(store: Store, caller: Caller, body: JsonObject) -> BillingAutomationsChanged:
    """Makes all the changes or, when one of them is wrong, none."""
    asked = read(BillingAutomationsUpdate, body)
    enterprise_id = caller.enterprise_id(asked.enterprise_id)
    changed: dict[UUID, BillingAutomation] = {}
    for change in asked.billing_automation_updates:
        automation_id = change.billing_automation_id
        current = changed.get(automation_id) or automation_in(store, enterprise_id, automation_id)
        changed[automation_id] = change.applied(current)
    return _written(store, list(changed.values()))


def update_assignments(store: Store, caller: Caller, body: JsonObject) -> BillingAutomationsChanged:
    """Changes, then removes, then adds assignments, or none of it."""
    asked = read(BillingAutomationsUpdateAssignments, body)
    enterprise_id = caller.enterprise_id(asked.enterprise_id)
    automation = automation_in(store, enterprise_id, asked.billing_automation_id)
    assignments = {it.id: it for it in automation.assignments}
    for change in asked.assignments_to_update or ():
        assignment_id = change.billing_automation_assignment_id
        if assignment_id not in assignments:
            raise invalid("BillingAutomationAssignmentId", "There is no such assignment.")
        assignments[assignment_id] = change.applied(assignments[assignment_id])
    for assignment_id in asked.assignment_ids_to_remove or ():
        if assignments.pop(assignment_id, None) is None:
            raise invalid("AssignmentIdsToRemove", "There is no such assignment.")
    added = [it.assigned(store, automation.id) for it in asked.assignments_to_add or ()]
    if len(assignments) + len(added) > _MOST_ASSIGNMENTS:
        raise invalid("AssignmentsToAdd", f"There can be {_MOST_ASSIGNMENTS} assignments at most.")
    all_of_them = (*assignments.values(), *added)
    return _written(store, [structs.replace(automation, assignments=all_of_them)])


def _written(store: Store, changed: list[BillingAutomation]) -> BillingAutomationsChanged:
    now = store.now()
    stamped = [
        structs.replace(it, updated_utc=now, updater_profile_id=INTEGRATION_PROFILE)
        for it in changed
    ]
    for automation in stamped:
        check(store, automation, "Companies")
    for automation in stamped:
        store.billing_automations.put(automation)
    return BillingAutomationsChanged(stamped)
