"""accountingItems/update."""

from typing import TypeVar
from uuid import UUID

from msgspec import Struct, structs

from mews_toolkit.sandbox.entities.account import Account
from mews_toolkit.sandbox.entities.order_item import OrderItem
from mews_toolkit.sandbox.entities.payment import Payment
from mews_toolkit.sandbox.operations.accounting_shapes import (
    AccountingOrderItem,
    PaymentItem,
    order_item_shown,
    payment_shown,
)
from mews_toolkit.sandbox.operations.booking import account_in, check_bill
from mews_toolkit.sandbox.refusals import invalid
from mews_toolkit.sandbox.store import Store
from mews_toolkit.sandbox.tokens import Caller
from mews_toolkit.sandbox.update_values import UpdateValue, updated
from mews_toolkit.sandbox.wire import JsonObject, read

ItemT = TypeVar("ItemT", OrderItem, Payment)


class AccountingItemUpdate(Struct, frozen=True, kw_only=True, rename="pascal"):
    """An order item or a payment, and where it goes. Without an account it stays with its own."""

    accounting_item_id: UUID
    account_id: UpdateValue[UUID] | None = None
    bill_id: UpdateValue[UUID]


class AccountingItemsUpdate(Struct, frozen=True, kw_only=True, rename="pascal"):
    """What to move, in this order."""

    enterprise_id: UUID | None = None
    accounting_item_updates: list[AccountingItemUpdate]


class AccountingItemsUpdated(Struct, frozen=True, rename="pascal"):
    """The order items and the payments that were moved, as they are now."""

    order_items: list[AccountingOrderItem]
    payment_items: list[PaymentItem]


def update(store: Store, caller: Caller, body: JsonObject) -> AccountingItemsUpdated:
    """Moves all the items or, when one of them has to stay, none."""
    asked = read(AccountingItemsUpdate, body)
    enterprise_id = caller.enterprise_id(asked.enterprise_id)
    sold: dict[UUID, OrderItem] = {}
    paid: dict[UUID, Payment] = {}
    for it in asked.accounting_item_updates:
        item_id = it.accounting_item_id
        item = sold.get(item_id) or store.order_items.get(item_id)
        payment = paid.get(item_id) or store.payments.get(item_id)
        if item is not None and item.enterprise_id == enterprise_id:
            sold[item_id] = _moved(store, item, it)
        elif payment is not None and payment.enterprise_id == enterprise_id:
            paid[item_id] = _moved(store, payment, it)
        else:
            raise invalid("AccountingItemId", "The enterprise has no such item.")
    for item in sold.values():
        store.order_items.put(item)
    for payment in paid.values():
        store.payments.put(payment)
    rates = store.settings[enterprise_id].tax_rates
    return AccountingItemsUpdated(
        [order_item_shown(it, rates) for it in sold.values()],
        [payment_shown(it, rates) for it in paid.values()],
    )


def _moved(store: Store, item: ItemT, asked: AccountingItemUpdate) -> ItemT:
    if not _is_movable(item):
        raise invalid("AccountingItemId", "The item is not open.")
    bill = None if item.bill_id is None else store.bills.get(item.bill_id)
    if bill is not None and bill.state != "Open":
        raise invalid("AccountingItemId", "The item is on a closed bill.")
    account = _account(store, item, asked)
    check_bill(store, account, asked.bill_id.value)
    return structs.replace(
        item,
        account_id=account.id,
        account_type=account.type,
        bill_id=asked.bill_id.value,
        updated_utc=store.now(),
    )


def _is_movable(item: OrderItem | Payment) -> bool:
    # The documentation says that payments have to be pending, and elsewhere moves a charged one.
    is_pending = isinstance(item, Payment) and item.state == "Pending"
    return is_pending or item.accounting_state == "Open"


def _account(store: Store, item: OrderItem | Payment, asked: AccountingItemUpdate) -> Account:
    """Where the item goes. A bill of another account takes it only when that is named, too."""
    bill = store.bills.get(asked.bill_id.value)
    if (
        asked.account_id is None
        and bill is not None
        and bill.enterprise_id == item.enterprise_id
        and bill.account_id != item.account_id
    ):
        raise invalid("AccountId", "The bill is another account's.")
    account_id = updated(item.account_id, asked.account_id)
    return account_in(store, item.enterprise_id, account_id, "AccountId")
