from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .accounting_category_routed_item_types import AccountingCategoryRoutedItemTypes


@frozen(kw_only=True, eq=False, repr=False)
class BillingAutomationAccountingCategoryAssignment(Model):
    """Which items of one accounting category are moved."""

    accounting_category_id: UUID = field(metadata={"json": "AccountingCategoryId"})
    """The accounting category."""
    item_types: AccountingCategoryRoutedItemTypes = field(metadata={"json": "ItemTypes"})
    """Kinds of its items that are moved."""
