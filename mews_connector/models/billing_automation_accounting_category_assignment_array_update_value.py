from attrs import field, frozen
from mews_runtime import Model

from .billing_automation_accounting_category_assignment import (
    BillingAutomationAccountingCategoryAssignment,
)


@frozen(kw_only=True, eq=False, repr=False)
class BillingAutomationAccountingCategoryAssignmentArrayUpdateValue(Model):
    """Accounting categories in place of all there are. Leave the whole object out to keep
    those; a `Value` of null clears them."""

    value: list[BillingAutomationAccountingCategoryAssignment] | None = field(
        metadata={"json": "Value", "max_items": 100}
    )
    """All accounting categories from now on, or null for none. At most 100 items."""
