from attrs import field, frozen
from mews_runtime import Model

from .billing_automation_assignment_add_parameters import BillingAutomationAssignmentAddParameters
from .billing_automation_assignment_target_type import BillingAutomationAssignmentTargetType
from .billing_automation_bill_aggregation_type import BillingAutomationBillAggregationType
from .billing_automation_order_item_consumption_period_type import (
    BillingAutomationOrderItemConsumptionPeriodType,
)
from .billing_automation_prepayment_type import BillingAutomationPrepaymentType
from .billing_automation_trigger_type import BillingAutomationTriggerType
from .company_with_billing_automation_relation import CompanyWithBillingAutomationRelation


@frozen(kw_only=True, eq=False, repr=False)
class BillingAutomationAddParameters(Model):
    """One billing automation to make."""

    name: str = field(metadata={"json": "Name", "min_length": 1, "max_length": 255})
    """Name of the billing automation. At most 255 characters."""
    prepayment: BillingAutomationPrepaymentType = field(metadata={"json": "Prepayment"})
    """Which reservations it takes care of, by whether they are prepaid."""
    assignment_target_type: BillingAutomationAssignmentTargetType = field(
        metadata={"json": "AssignmentTargetType"}
    )
    """Whom the bills are made out to. `NoCompany` only goes with `AggregateByCustomer`."""
    trigger_type: BillingAutomationTriggerType = field(metadata={"json": "TriggerType"})
    """What sets it off."""
    bill_aggregation_type: BillingAutomationBillAggregationType = field(
        metadata={"json": "BillAggregationType"}
    )
    """How many bills the items are spread over. All but `AggregateByCustomer` only go with
    `CompanyAsOwner`."""
    assignments: list[BillingAutomationAssignmentAddParameters] = field(
        metadata={"json": "Assignments", "min_items": 1, "max_items": 20}
    )
    """Which items it moves, service by service. At most 20 items."""
    description: str | None = field(
        default=None, metadata={"json": "Description", "max_length": 1000}
    )
    """What the enterprise's staff should know about it. At most 1000 characters."""
    companies_with_relations: list[CompanyWithBillingAutomationRelation] | None = field(
        default=None, metadata={"json": "CompaniesWithRelations", "max_items": 1000}
    )
    """Companies whose reservations it takes care of. Needed for `CompanyAsOwner`. At most 1000
    items."""
    order_item_consumption_period: BillingAutomationOrderItemConsumptionPeriodType | None = field(
        default=None, metadata={"json": "OrderItemConsumptionPeriod"}
    )
    """Of which months a `Recurring` one moves items; such a one needs it."""
    processing_start_offset: str | None = field(
        default=None, metadata={"json": "ProcessingStartOffset", "max_length": 20}
    )
    """From when on a `Recurring` one runs, as text; such a one needs it. Its form is not
    documented. At most 20 characters."""
