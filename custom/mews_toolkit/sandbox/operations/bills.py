"""bills/getAll, in today's form and in that of 2019."""

from collections.abc import Iterator
from datetime import datetime
from typing import Literal
from uuid import UUID

from msgspec import Struct, structs

from mews_toolkit.sandbox.entities.bill import Bill
from mews_toolkit.sandbox.intervals import TimeInterval
from mews_toolkit.sandbox.listing import Listing
from mews_toolkit.sandbox.older_interval import older_interval
from mews_toolkit.sandbox.operations.accounting_items_of_2019 import (
    AccountingItemOf2019,
    order_item_of_2019,
    payment_of_2019,
)
from mews_toolkit.sandbox.operations.accounting_shapes import (
    AccountingOrderItem,
    PaymentItem,
    order_item_shown,
    payment_shown,
)
from mews_toolkit.sandbox.operations.bill_contents import Contents, contents
from mews_toolkit.sandbox.pages import Page
from mews_toolkit.sandbox.store import Store
from mews_toolkit.sandbox.tokens import Caller
from mews_toolkit.sandbox.wire import JsonObject, read


class Extent(Struct, frozen=True, rename="pascal"):
    """What to tell beside the bills."""

    items: bool


class BillsGetAll(Listing, frozen=True, kw_only=True, rename="pascal"):
    """Which bills are wanted. Filters narrow each other.

    The older interval is about the creation where no `TimeFilter` says otherwise.
    """

    bill_ids: list[UUID] | None = None
    customer_ids: frozenset[UUID] | None = None
    issued_utc: TimeInterval | None = None
    paid_utc: TimeInterval | None = None
    due_utc: TimeInterval | None = None
    created_utc: TimeInterval | None = None
    updated_utc: TimeInterval | None = None
    closed_utc: TimeInterval | None = None
    time_filter: Literal["Created", "Closed", "Paid", "DueDate"] | None = None
    start_utc: datetime | None = None
    end_utc: datetime | None = None
    state: str | None = None
    type: str | None = None
    correction_state: frozenset[str] | None = None
    extent: Extent | None = None

    def wants(self, bill: Bill, older: TimeInterval | None) -> bool:
        """Whether the bill passes every filter but those that the walk itself honours."""
        return (
            (self.state in (None, bill.state))
            and (self.type in (None, bill.type))
            and self._wants_corrections(bill)
            and (self.customer_ids is None or bill.customer_id in self.customer_ids)
            and (self.issued_utc is None or self.issued_utc.holds(bill.issued_utc))
            and (self.closed_utc is None or self.closed_utc.holds(bill.issued_utc))
            and (self.paid_utc is None or self.paid_utc.holds(bill.paid_utc))
            and (self.due_utc is None or self.due_utc.holds(bill.due_utc))
            and (self.updated_utc is None or self.updated_utc.holds(bill.updated_utc))
            and (older is None or older.holds(self._moment(bill)))
        )

    def _wants_corrections(self, bill: Bill) -> bool:
        if self.correction_state is None:
            return self.bill_ids is not None or bill.correction_state == "Bill"
        return bill.correction_state in self.correction_state

    def _moment(self, bill: Bill) -> datetime | None:
        match self.time_filter:
            case "Closed":
                return bill.issued_utc
            case "Paid":
                return bill.paid_utc
            case "DueDate":
                return bill.due_utc
            case _:
                return bill.created_utc


class DetailedBill(Bill, frozen=True, gc=False, kw_only=True, rename="pascal"):
    """A bill with what is on it, in today's form and in that of 2019."""

    revenue: list[AccountingItemOf2019]
    payments: list[AccountingItemOf2019]
    order_items: list[AccountingOrderItem]
    payment_items: list[PaymentItem]


class BillsPage(Page, frozen=True, kw_only=True, rename="pascal"):
    """One page of bills."""

    bills: list[Bill]


def get_all(store: Store, caller: Caller, body: JsonObject) -> BillsPage:
    """Lists bills, newest first."""
    asked = read(BillsGetAll, body)
    older = older_interval(asked.start_utc, asked.end_utc)
    found, cursor = asked.found(
        store.bills,
        caller,
        lambda bill: asked.wants(bill, older),
        row_ids=asked.bill_ids,
        created=asked.created_utc,
    )
    if asked.extent is not None and asked.extent.items:
        found = list(_detailed(store, found))
    return BillsPage(bills=found, cursor=cursor)


def _detailed(store: Store, bills: list[Bill]) -> Iterator[Bill]:
    on_bills = contents(store, {it.id for it in bills})
    for bill in bills:
        yield _with(bill, on_bills[bill.id], store)


def _with(bill: Bill, on_bill: Contents, store: Store) -> DetailedBill:
    rates = store.settings[bill.enterprise_id].tax_rates
    return DetailedBill(
        **structs.asdict(bill),
        revenue=[order_item_of_2019(it, rates) for it in on_bill.items],
        payments=[payment_of_2019(it, rates) for it in on_bill.payments],
        order_items=[order_item_shown(it, rates) for it in on_bill.items],
        payment_items=[payment_shown(it, rates) for it in on_bill.payments],
    )
