from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .billing_automation_accounting_category_assignment import (
    BillingAutomationAccountingCategoryAssignment,
)
from .billing_automation_item_types_parameters import BillingAutomationItemTypesParameters


@frozen(kw_only=True, eq=False, repr=False)
class BillingAutomationAssignmentAddParameters(Model):
    """Which items of one service a billing automation is to move."""

    service_id: UUID = field(metadata={"json": "ServiceId"})
    """Service whose items are moved."""
    routed_item_types: BillingAutomationItemTypesParameters = field(
        metadata={"json": "RoutedItemTypes"}
    )
    """Kinds of items to move."""
    rate_ids: list[UUID] | None = field(
        default=None, metadata={"json": "RateIds", "max_items": 100}
    )
    """Rates that a reservation must have for its items to be moved. At most 100 items."""
    product_category_ids: list[UUID] | None = field(
        default=None, metadata={"json": "ProductCategoryIds", "max_items": 100}
    )
    """Categories whose products are moved. At most 100 items."""
    product_ids: list[UUID] | None = field(
        default=None, metadata={"json": "ProductIds", "max_items": 100}
    )
    """Products that are moved. At most 100 items."""
    accounting_categories: list[BillingAutomationAccountingCategoryAssignment] | None = field(
        default=None, metadata={"json": "AccountingCategories", "max_items": 100}
    )
    """Accounting categories whose items are moved. Answers call them
    `AccountingCategoryAssignments`. At most 100 items."""
