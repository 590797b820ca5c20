"""accountingCategories/getAll."""

from uuid import UUID

from mews_toolkit.sandbox.activity_listing import ActivityListing
from mews_toolkit.sandbox.entities.accounting_category import AccountingCategory
from mews_toolkit.sandbox.pages import Page
from mews_toolkit.sandbox.store import Store
from mews_toolkit.sandbox.tokens import Caller
from mews_toolkit.sandbox.wire import JsonObject, read


class AccountingCategoriesGetAll(ActivityListing, frozen=True, kw_only=True, rename="pascal"):
    """Which accounting categories are wanted. Filters narrow each other."""

    accounting_category_ids: list[UUID] | None = None


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
