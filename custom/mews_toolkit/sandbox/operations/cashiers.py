"""cashiers/getAll."""

from uuid import UUID

from mews_toolkit.sandbox.entities.cashier import Cashier
from mews_toolkit.sandbox.intervals import TimeInterval
from mews_toolkit.sandbox.listing import Listing
from mews_toolkit.sandbox.pages import Page
from mews_toolkit.sandbox.store import Store
from mews_toolkit.sandbox.tokens import Caller
from mews_toolkit.sandbox.wire import JsonObject, read


class CashiersGetAll(Listing, frozen=True, kw_only=True, rename="pascal"):
    """Which cashiers are wanted. Filters narrow each other."""

    ids: list[UUID] | None = None
    updated_utc: TimeInterval | None = None
    activity_states: frozenset[str] | None = None

    def wants(self, cashier: Cashier) -> bool:
        """Whether the cashier passes every filter but those that the walk itself honours."""
        state = "Active" if cashier.is_active else "Deleted"
        return (self.activity_states is None or state in self.activity_states) and (
            self.updated_utc is None or self.updated_utc.holds(cashier.updated_utc)
        )


class CashiersPage(Page, frozen=True, kw_only=True, rename="pascal"):
    """One page of cashiers."""

    cashiers: list[Cashier]


def get_all(store: Store, caller: Caller, body: JsonObject) -> CashiersPage:
    """Lists cashiers, deleted ones included, newest first."""
    asked = read(CashiersGetAll, body)
    found, cursor = asked.found(store.cashiers, caller, asked.wants, row_ids=asked.ids)
    return CashiersPage(cashiers=found, cursor=cursor)
