from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .billing_automation_assignment_target_type_update_value import (
    BillingAutomationAssignmentTargetTypeUpdateValue,
)
from .billing_automation_bill_aggregation_type_update_value import (
    BillingAutomationBillAggregationTypeUpdateValue,
)
from .billing_automation_description_update_value import BillingAutomationDescriptionUpdateValue
from .billing_automation_name_update_value import BillingAutomationNameUpdateValue
from .billing_automation_order_item_consumption_period_type_update_value import (
    BillingAutomationOrderItemConsumptionPeriodTypeUpdateValue,
)
from .billing_automation_prepayment_update_value import BillingAutomationPrepaymentUpdateValue
from .billing_automation_processing_start_offset_update_value import (
    BillingAutomationProcessingStartOffsetUpdateValue,
)
from .company_with_billing_automation_relation_array_update_value import (
    CompanyWithBillingAutomationRelationArrayUpdateValue,
)


@frozen(kw_only=True, eq=False, repr=False)
class BillingAutomationUpdateParameters(Model):
    """What to change about one billing automation. What is left out stays."""

    billing_automation_id: UUID = field(metadata={"json": "BillingAutomationId"})
    """Billing automation to change."""
    name: BillingAutomationNameUpdateValue | None = field(default=None, metadata={"json": "Name"})
    """Its new name."""
    description: BillingAutomationDescriptionUpdateValue | None = field(
        default=None, metadata={"json": "Description"}
    )
    """What the enterprise's staff should know about it from now on."""
    companies: CompanyWithBillingAutomationRelationArrayUpdateValue | None = field(
        default=None, metadata={"json": "Companies"}
    )
    """Companies whose reservations it takes care of from now on."""
    prepayment: BillingAutomationPrepaymentUpdateValue | None = field(
        default=None, metadata={"json": "Prepayment"}
    )
    """Which reservations it takes care of from now on, by whether they are prepaid."""
    assignment_target_type: BillingAutomationAssignmentTargetTypeUpdateValue | None = field(
        default=None, metadata={"json": "AssignmentTargetType"}
    )
    """Whom bills are made out to from now on. `NoCompany` only goes with `AggregateByCustomer`."""
    bill_aggregation_type: BillingAutomationBillAggregationTypeUpdateValue | None = field(
        default=None, metadata={"json": "BillAggregationType"}
    )
    """How many bills items are spread over from now on. All but `AggregateByCustomer` only go
    with `CompanyAsOwner`."""
    order_item_consumption_period: (
        BillingAutomationOrderItemConsumptionPeriodTypeUpdateValue | None
    ) = field(default=None, metadata={"json": "OrderItemConsumptionPeriod"})
    """Of which months a `Recurring` one moves items from now on."""
    processing_start_offset: BillingAutomationProcessingStartOffsetUpdateValue | None = field(
        default=None, metadata={"json": "ProcessingStartOffset"}
    )
    """When a `Recurring` one is to run from now on."""
