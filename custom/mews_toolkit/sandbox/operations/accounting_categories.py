"""accountingCategories/getAll."""

from uuid import UUID

from mews_toolkit.sandbox.entities.accounting_category import AccountingCategory
from mews_toolkit.sandbox.intervals import TimeInterval
from mews_toolkit.sandbox.listing import Listing
from mews_toolkit.sandbox.pages import Page
from mews_toolkit.sandbox.store import Store
from mews_toolkit.sandbox.tokens import Caller
from mews_toolkit.sandbox.wire import JsonObject, read


class AccountingCategoriesGetAll(Listing, frozen=True, kw_only=True, rename="pascal"):
    """Which accounting categories are wanted. Filters narrow each other."""

    accounting_category_ids: list[UUID] | None = None
    updated_utc: TimeInterval | None = None
    activity_states: frozenset[str] | None = None

    def wants(self, category: AccountingCategory) -> bool:
        """Whether the category passes every filter but the one that the walk itself honours."""
        state = "Active" if category.is_active else "Deleted"
        return (self.activity_states is None or state in self.activity_states) and (
            self.updated_utc is None or self.updated_utc.holds(category.updated_utc)
        )


class AccountingCategoriesPage(Page, frozen=True, kw_only=True, rename="pascal"):
    """One page of accounting categories."""

    accounting_categories: list[AccountingCategory]


def get_all(store: Store, caller: Caller, body: JsonObject) -> AccountingCategoriesPage:
    """Lists accounting categories, deleted ones included, newest first."""
    asked = read(AccountingCategoriesGetAll, body)
    found, cursor = asked.found(
        store.accounting_categories, caller, asked.wants, row_ids=asked.accounting_category_ids
    )
    return AccountingCategoriesPage(accounting_categories=found, cursor=cursor)
