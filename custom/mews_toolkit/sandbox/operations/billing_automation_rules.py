"""What a billing automation has to be, however it came to be so."""

from collections.abc import Sequence
from uuid import UUID

from msgspec import Struct

from mews_toolkit.sandbox.entities.billing_automation import (
    Assignment,
    BillingAutomation,
    CategoryAssignment,
    CompanyWithRelations,
    RoutedItemTypes,
)
from mews_toolkit.sandbox.operations.booking import account_in
from mews_toolkit.sandbox.operations.named import named
from mews_toolkit.sandbox.refusals import invalid
from mews_toolkit.sandbox.store import Store


class AssignmentParameters(Struct, frozen=True, kw_only=True, rename="pascal"):
    """An assignment to make. The sandbox takes any service, rate and product on trust."""

    service_id: UUID
    routed_item_types: RoutedItemTypes
    rate_ids: tuple[UUID, ...] | None = None
    product_category_ids: tuple[UUID, ...] | None = None
    product_ids: tuple[UUID, ...] | None = None
    accounting_categories: tuple[CategoryAssignment, ...] | None = None

    def assigned(self, store: Store, automation_id: UUID) -> Assignment:
        """The assignment made."""
        return Assignment(
            id=store.new_id(),
            billing_automation_id=automation_id,
            service_id=self.service_id,
            routed_item_types=self.routed_item_types,
            rate_ids=self.rate_ids,
            product_category_ids=self.product_category_ids,
            product_ids=self.product_ids,
            accounting_category_assignments=self.accounting_categories,
        )


class BillingAutomationsChanged(Struct, frozen=True, rename="pascal"):
    """The billing automations that were made or changed, as they are now."""

    billing_automations: list[BillingAutomation]


def automation_in(
    store: Store, enterprise_id: UUID, automation_id: UUID, parameter: str = "BillingAutomationId"
) -> BillingAutomation:
    """The billing automation, which must be the enterprise's."""
    return named(store.billing_automations, (enterprise_id,), automation_id, parameter)


def check(store: Store, automation: BillingAutomation, companies: str) -> None:
    """Raises a `Refusal` unless its parts go together; `companies` is the request's name of them.

    `NoCompany` needs no rule of its own: it is not `CompanyAsOwner` either.
    """
    is_owned = automation.assignment_target_type == "CompanyAsOwner"
    if automation.bill_aggregation_type != "AggregateByCustomer" and not is_owned:
        raise invalid("BillAggregationType", "It only goes with CompanyAsOwner.")
    if is_owned and not automation.companies_with_relations:
        raise invalid(companies, "CompanyAsOwner needs some.")
    if automation.trigger_type == "Recurring":
        if automation.order_item_consumption_period is None:
            raise invalid("OrderItemConsumptionPeriod", "Recurring needs it.")
        if not automation.processing_start_offset:
            raise invalid("ProcessingStartOffset", "Recurring needs it.")
    _check_companies(store, automation.enterprise_id, automation.companies_with_relations)
    _check_categories(store, automation)


def _check_companies(
    store: Store, enterprise_id: UUID, companies: Sequence[CompanyWithRelations]
) -> None:
    for it in companies:
        if account_in(store, enterprise_id, it.company_id, "CompanyId").type != "Company":
            raise invalid("CompanyId", "The account is not a company.")


def _check_categories(store: Store, automation: BillingAutomation) -> None:
    for assignment in automation.assignments:
        for it in assignment.accounting_category_assignments or ():
            named(
                store.accounting_categories,
                (automation.enterprise_id,),
                it.accounting_category_id,
                "AccountingCategoryId",
            )
