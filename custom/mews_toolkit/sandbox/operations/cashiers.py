"""cashiers/getAll."""

from uuid import UUID

from mews_toolkit.sandbox.activity_listing import ActivityListing
from mews_toolkit.sandbox.entities.cashier import Cashier
from mews_toolkit.sandbox.pages import Page
from mews_toolkit.sandbox.store import Store
from mews_toolkit.sandbox.tokens import Caller
from mews_toolkit.sandbox.wire import JsonObject, read


class CashiersGetAll(ActivityListing, frozen=True, kw_only=True, rename="pascal"):
    """Which cashiers are wanted. Filters narrow each other."""

    ids: list[UUID] | None = None


class CashiersPage(Page, frozen=True, kw_only=True, rename="pascal"):
    """One page of cashiers."""

    cashiers: list[Cashier]


def get_all(store: Store, caller: Caller, body: JsonObject) -> CashiersPage:
    """Lists cashiers, deleted ones included, newest first."""
    asked = read(CashiersGetAll, body)
    found, cursor = asked.found(store.cashiers, caller, asked.wants, row_ids=asked.ids)
    return CashiersPage(cashiers=found, cursor=cursor)
