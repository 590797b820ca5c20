from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .billing_automation_accounting_category_assignment_array_update_value import (
    BillingAutomationAccountingCategoryAssignmentArrayUpdateValue,
)
from .billing_automation_item_types_update_parameters import (
    BillingAutomationItemTypesUpdateParameters,
)
from .ids_update_value import IdsUpdateValue


@frozen(kw_only=True, eq=False, repr=False)
class BillingAutomationAssignmentUpdateParameters(Model):
    """What to change about one assignment. What is left out stays."""

    billing_automation_assignment_id: UUID = field(
        metadata={"json": "BillingAutomationAssignmentId"}
    )
    """Assignment to change."""
    routed_item_types: BillingAutomationItemTypesUpdateParameters | None = field(
        default=None, metadata={"json": "RoutedItemTypes"}
    )
    """Kinds of items to move from now on."""
    rate_ids: IdsUpdateValue | None = field(default=None, metadata={"json": "RateIds"})
    """Rates that a reservation must have from now on for its items to be moved."""
    product_category_ids: IdsUpdateValue | None = field(
        default=None, metadata={"json": "ProductCategoryIds"}
    )
    """Categories whose products are moved from now on."""
    product_ids: IdsUpdateValue | None = field(default=None, metadata={"json": "ProductIds"})
    """Products that are moved from now on."""
    accounting_categories: BillingAutomationAccountingCategoryAssignmentArrayUpdateValue | None = (
        field(default=None, metadata={"json": "AccountingCategories"})
    )
    """Accounting categories whose items are moved from now on."""
