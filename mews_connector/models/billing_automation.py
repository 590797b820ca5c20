from datetime import datetime
from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .billing_automation_assignment import BillingAutomationAssignment
from .billing_automation_assignment_target_type import BillingAutomationAssignmentTargetType
from .billing_automation_bill_aggregation_type import BillingAutomationBillAggregationType
from .billing_automation_order_item_consumption_period_type import (
    BillingAutomationOrderItemConsumptionPeriodType,
)
from .billing_automation_prepayment_type import BillingAutomationPrepaymentType
from .billing_automation_trigger_type import BillingAutomationTriggerType
from .company_with_billing_automation_relation import CompanyWithBillingAutomationRelation


@frozen(kw_only=True, eq=False, repr=False)
class BillingAutomation(Model):
    """A rule that puts what reservations cost onto bills by itself."""

    id: UUID = field(metadata={"json": "Id"})
    """Identifier of the billing automation."""
    enterprise_id: UUID = field(metadata={"json": "EnterpriseId"})
    """Enterprise that the billing automation belongs to."""
    name: str = field(metadata={"json": "Name", "min_length": 1})
    """Name of the billing automation."""
    companies_with_relations: list[CompanyWithBillingAutomationRelation] = field(
        metadata={"json": "CompaniesWithRelations", "max_items": 1000}
    )
    """Companies whose reservations it takes care of. At most 1000 items."""
    prepayment: BillingAutomationPrepaymentType = field(metadata={"json": "Prepayment"})
    """Which reservations it takes care of, by whether they are prepaid."""
    assignment_target_type: BillingAutomationAssignmentTargetType = field(
        metadata={"json": "AssignmentTargetType"}
    )
    """Whom the bills are made out to."""
    trigger_type: BillingAutomationTriggerType = field(metadata={"json": "TriggerType"})
    """What sets it off."""
    bill_aggregation_type: BillingAutomationBillAggregationType = field(
        metadata={"json": "BillAggregationType"}
    )
    """How many bills the items are spread over."""
    created_utc: datetime = field(metadata={"json": "CreatedUtc"})
    """When it was made."""
    description: str | None = field(default=None, metadata={"json": "Description"})
    """What the enterprise's staff noted about it."""
    updated_utc: datetime | None = field(default=None, metadata={"json": "UpdatedUtc"})
    """When it last changed."""
    creator_profile_id: UUID | None = field(default=None, metadata={"json": "CreatorProfileId"})
    """User who made it."""
    updater_profile_id: UUID | None = field(default=None, metadata={"json": "UpdaterProfileId"})
    """User who last changed it."""
    processing_start_offset: str | None = field(
        default=None, metadata={"json": "ProcessingStartOffset"}
    )
    """From when on a `Recurring` one runs, as text. Its form is not documented."""
    order_item_consumption_period: BillingAutomationOrderItemConsumptionPeriodType | None = field(
        default=None, metadata={"json": "OrderItemConsumptionPeriod"}
    )
    """Of which months a `Recurring` one moves items."""
    assignments: list[BillingAutomationAssignment] | None = field(
        default=None, metadata={"json": "Assignments", "max_items": 20}
    )
    """Which items it moves, service by service. At most 20 items."""
