from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .accounting_category import AccountingCategory


@frozen(kw_only=True, eq=False, repr=False)
class AccountingCategoriesGetAllResult(Model):
    """One page of accounting categories."""

    accounting_categories: list[AccountingCategory] = field(
        metadata={"json": "AccountingCategories"}
    )
    """The accounting categories found, newest first."""
    cursor: UUID | None = field(default=None, metadata={"json": "Cursor"})
    """Identifier of the last and oldest accounting category of this page, to ask for the next
    one. Null when the page is empty."""
