"""outletItems/getAll."""

from datetime import datetime
from uuid import UUID

from mews_toolkit.sandbox.entities.outlet import OutletBill, OutletItem
from mews_toolkit.sandbox.intervals import TimeInterval, given
from mews_toolkit.sandbox.listing import Listing
from mews_toolkit.sandbox.older_interval import older_interval
from mews_toolkit.sandbox.operations.conversion import check_exchangeable, outlet_item_in
from mews_toolkit.sandbox.pages import Page
from mews_toolkit.sandbox.store import Store
from mews_toolkit.sandbox.tokens import Caller
from mews_toolkit.sandbox.wire import JsonObject, read


class OutletItemsGetAll(Listing, frozen=True, kw_only=True, rename="pascal"):
    """Which outlet items are wanted. Filters narrow each other."""

    ids: list[UUID] | None = None
    consumed_utc: TimeInterval | None = None
    updated_utc: TimeInterval | None = None
    closed_utc: TimeInterval | None = None
    currency: str | None = None
    time_filter: str | None = None
    start_utc: datetime | None = None
    end_utc: datetime | None = None

    @property
    def consumption(self) -> list[TimeInterval]:
        """All that the request says about when an item was consumed."""
        return given(self.consumed_utc, None if self._is_by_closing else self._older)

    @property
    def closing(self) -> list[TimeInterval]:
        """All that the request says about when the bill of an item was closed."""
        return given(self.closed_utc, self._older if self._is_by_closing else None)

    @property
    def change(self) -> list[TimeInterval]:
        """All that the request says about when the bill of an item last changed."""
        return given(self.updated_utc)

    @property
    def _older(self) -> TimeInterval | None:
        return older_interval(self.start_utc, self.end_utc)

    @property
    def _is_by_closing(self) -> bool:
        return self.time_filter == "Closed"


class OutletItemsPage(Page, frozen=True, kw_only=True, rename="pascal"):
    """One page of outlet items, and the bills that they are on."""

    outlet_items: list[OutletItem]
    outlet_bills: list[OutletBill]


def get_all(store: Store, caller: Caller, body: JsonObject) -> OutletItemsPage:
    """Lists outlet items, newest first, and each of their bills once."""
    asked = read(OutletItemsGetAll, body)
    check_exchangeable(asked.currency)
    consumption, closing, change = asked.consumption, asked.closing, asked.change

    def wanted(item: OutletItem) -> bool:
        bill = bill_of(store, item)
        return (
            all(it.holds(item.consumed_utc) for it in consumption)
            and all(it.holds(bill.closed_utc) for it in closing)
            and all(it.holds(bill.updated_utc) for it in change)
        )

    found, cursor = asked.found(store.outlet_items, caller, wanted, row_ids=asked.ids)
    bills = {it.bill_id: bill_of(store, it) for it in found}
    shown = [outlet_item_in(it, asked.currency) for it in found]
    return OutletItemsPage(outlet_items=shown, outlet_bills=list(bills.values()), cursor=cursor)


def bill_of(store: Store, item: OutletItem) -> OutletBill:
    """The bill that the item is on: there is none without."""
    bill = store.outlet_bills.get(item.bill_id)
    if bill is None:
        raise LookupError(item.bill_id)
    return bill
