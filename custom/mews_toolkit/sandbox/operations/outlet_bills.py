"""outletBills/add."""

from datetime import datetime
from uuid import UUID

from msgspec import Struct

from mews_toolkit.sandbox.entities.outlet import OutletBill, OutletItem
from mews_toolkit.sandbox.entities.vocabulary import OutletItemType
from mews_toolkit.sandbox.money import AmountParameters
from mews_toolkit.sandbox.operations.booking import account_in, amount_in, category_in
from mews_toolkit.sandbox.operations.named import named
from mews_toolkit.sandbox.refusals import invalid
from mews_toolkit.sandbox.store import Store
from mews_toolkit.sandbox.tokens import Caller
from mews_toolkit.sandbox.wire import JsonObject, read

_MOST_UNITS = 2**31


class OutletItemParameters(Struct, frozen=True, kw_only=True, rename="pascal"):
    """One line to report. What older versions called its cost and category is not read."""

    type: OutletItemType
    name: str
    unit_count: int
    unit_amount: AmountParameters
    consumed_utc: datetime
    external_identifier: str | None = None
    notes: str | None = None
    accounting_category_id: UUID | None = None


class OutletBillParameters(Struct, frozen=True, kw_only=True, rename="pascal"):
    """One bill to report. The account is checked, and no answer tells it."""

    outlet_id: UUID
    account_id: UUID | None = None
    number: str
    closed_utc: datetime
    items: list[OutletItemParameters]
    notes: str | None = None


class OutletBillsAdd(Struct, frozen=True, rename="pascal"):
    """What outlets sold."""

    bills: list[OutletBillParameters]


class OutletBillsAdded(Struct, frozen=True, rename="pascal"):
    """Which bills were added, in the order of the request."""

    outlet_bill_ids: list[UUID]


def add(store: Store, caller: Caller, body: JsonObject) -> OutletBillsAdded:
    """Adds all the bills or, when one of them is wrong, none. A bill need not balance."""
    asked = read(OutletBillsAdd, body)
    enterprise_id = caller.enterprise_id(None)
    written = [_bill(store, enterprise_id, it) for it in asked.bills]
    for bill, items in written:
        store.outlet_bills.put(bill)
        for item in items:
            store.outlet_items.put(item)
    return OutletBillsAdded([bill.id for bill, _ in written])


def _bill(
    store: Store, enterprise_id: UUID, asked: OutletBillParameters
) -> tuple[OutletBill, list[OutletItem]]:
    outlet = named(store.outlets, (enterprise_id,), asked.outlet_id, "OutletId")
    if not outlet.is_active:
        raise invalid("OutletId", "The outlet is no longer in use.")
    if asked.account_id is not None:
        account_in(store, enterprise_id, asked.account_id, "AccountId")
    bill = OutletBill(
        id=store.new_id(),
        enterprise_id=enterprise_id,
        outlet_id=outlet.id,
        number=asked.number,
        closed_utc=asked.closed_utc,
        updated_utc=store.now(),
        notes=asked.notes,
    )
    return bill, [_item(store, bill, it) for it in asked.items]


def _item(store: Store, bill: OutletBill, asked: OutletItemParameters) -> OutletItem:
    if asked.unit_count == 0 or not -_MOST_UNITS <= asked.unit_count < _MOST_UNITS:
        raise invalid("UnitCount", "It is none, or too many.")
    return OutletItem(
        id=store.new_id(),
        enterprise_id=bill.enterprise_id,
        bill_id=bill.id,
        accounting_category_id=category_in(store, bill.enterprise_id, asked.accounting_category_id),
        type=asked.type,
        name=asked.name,
        unit_count=asked.unit_count,
        unit_amount=amount_in(store, bill.enterprise_id, asked.unit_amount),
        created_utc=bill.updated_utc,
        updated_utc=bill.updated_utc,
        consumed_utc=asked.consumed_utc,
        external_identifier=asked.external_identifier,
        notes=asked.notes,
    )
