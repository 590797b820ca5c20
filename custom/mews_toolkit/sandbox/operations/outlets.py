"""outlets/getAll."""

from uuid import UUID

from mews_toolkit.sandbox.entities.outlet import Outlet
from mews_toolkit.sandbox.intervals import TimeInterval
from mews_toolkit.sandbox.listing import Listing
from mews_toolkit.sandbox.pages import Page
from mews_toolkit.sandbox.store import Store
from mews_toolkit.sandbox.tokens import Caller
from mews_toolkit.sandbox.wire import JsonObject, read


class OutletsGetAll(Listing, frozen=True, kw_only=True, rename="pascal"):
    """Which outlets are wanted. Filters narrow each other."""

    outlet_ids: list[UUID] | None = None
    updated_utc: TimeInterval | None = None

    def wants(self, outlet: Outlet) -> bool:
        """Whether the outlet passes every filter but those that the walk itself honours."""
        return self.updated_utc is None or self.updated_utc.holds(outlet.updated_utc)


class OutletsPage(Page, frozen=True, kw_only=True, rename="pascal"):
    """One page of outlets."""

    outlets: list[Outlet]


def get_all(store: Store, caller: Caller, body: JsonObject) -> OutletsPage:
    """Lists outlets, those no longer in use included, newest first."""
    asked = read(OutletsGetAll, body)
    found, cursor = asked.found(store.outlets, caller, asked.wants, row_ids=asked.outlet_ids)
    return OutletsPage(outlets=found, cursor=cursor)
