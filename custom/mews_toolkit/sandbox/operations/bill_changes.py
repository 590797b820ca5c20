"""bills/add, bills/update and bills/delete."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from msgspec import Struct, structs

from mews_toolkit.sandbox.bill_parties import associated_data, enterprise_data, owner_data
from mews_toolkit.sandbox.entities.account import Account
from mews_toolkit.sandbox.entities.bill import Bill
from mews_toolkit.sandbox.operations.bill_contents import contents, open_bill_in
from mews_toolkit.sandbox.operations.booking import account_in
from mews_toolkit.sandbox.operations.done import Done
from mews_toolkit.sandbox.refusals import forbidden, invalid
from mews_toolkit.sandbox.store import Store
from mews_toolkit.sandbox.tokens import Caller
from mews_toolkit.sandbox.update_values import UpdateValue
from mews_toolkit.sandbox.wire import JsonObject, read


class BillParameters(Struct, frozen=True, kw_only=True, rename="pascal"):
    """Whom a new bill belongs to, and whom it names beside them."""

    account_id: UUID
    associated_account_id: UUID | None = None
    name: str | None = None


class BillsAdd(Struct, frozen=True, kw_only=True, rename="pascal"):
    """Bills to open."""

    enterprise_id: UUID | None = None
    bills: list[BillParameters]


class BillUpdate(Struct, frozen=True, kw_only=True, rename="pascal"):
    """What to change about a bill."""

    bill_id: UUID
    account_id: UpdateValue[UUID] | None = None
    associated_account_ids: UpdateValue[list[UUID] | None] | None = None


class BillsUpdate(Struct, frozen=True, kw_only=True, rename="pascal"):
    """Bills to change."""

    enterprise_id: UUID | None = None
    bills_updates: list[BillUpdate]


class BillsDelete(Struct, frozen=True, kw_only=True, rename="pascal"):
    """Bills to delete."""

    enterprise_id: UUID | None = None
    bill_ids: list[UUID]


class BillsChanged(Struct, frozen=True, rename="pascal"):
    """The bills as they are now."""

    bills: list[Bill]


def add(store: Store, caller: Caller, body: JsonObject) -> BillsChanged:
    """Opens all the bills or, when one of them is wrong, none."""
    asked = read(BillsAdd, body)
    enterprise_id = caller.enterprise_id(asked.enterprise_id)
    added = [opened(store, enterprise_id, it) for it in asked.bills]
    for bill in added:
        store.bills.put(bill)
    return BillsChanged(added)


def update(store: Store, caller: Caller, body: JsonObject) -> BillsChanged:
    """Changes all the bills or, when one of them is wrong, none."""
    asked = read(BillsUpdate, body)
    enterprise_id = caller.enterprise_id(asked.enterprise_id)
    changed: dict[UUID, Bill] = {}
    for it in asked.bills_updates:
        bill = changed.get(it.bill_id) or open_bill_in(store, enterprise_id, it.bill_id)
        changed[bill.id] = _updated(store, bill, it)
    for bill in changed.values():
        store.bills.put(bill)
    _hand_over(store, changed)
    return BillsChanged(list(changed.values()))


def _hand_over(store: Store, bills: Mapping[UUID, Bill]) -> None:
    """What is on a bill belongs to whom the bill belongs to."""
    for bill_id, on_bill in contents(store, bills).items():
        owner = bills[bill_id]
        account = {"account_id": owner.account_id, "account_type": owner.account_type}
        for item in on_bill.items:
            if item.account_id != owner.account_id:
                store.order_items.put(structs.replace(item, **account, updated_utc=store.now()))
        for payment in on_bill.payments:
            if payment.account_id != owner.account_id:
                store.payments.put(structs.replace(payment, **account, updated_utc=store.now()))


def delete(store: Store, caller: Caller, body: JsonObject) -> Done:
    """Deletes all the bills or, when one of them has to stay, none."""
    asked = read(BillsDelete, body)
    enterprise_id = caller.enterprise_id(asked.enterprise_id)
    bills = [open_bill_in(store, enterprise_id, it) for it in dict.fromkeys(asked.bill_ids)]
    if not all(it.is_empty for it in contents(store, {it.id for it in bills}).values()):
        raise forbidden("Only an empty bill can be deleted.")
    for bill in bills:
        store.bills.remove(bill)
    return Done()


def opened(store: Store, enterprise_id: UUID, asked: BillParameters) -> Bill:
    """A new bill, not yet written."""
    now = store.now()
    account = account_in(store, enterprise_id, asked.account_id, "AccountId")
    bill = Bill(
        id=store.new_id(),
        name=asked.name,
        enterprise_id=enterprise_id,
        account_id=account.id,
        account_type=account.type,
        customer_id=None,
        created_utc=now,
        updated_utc=now,
        owner_data=owner_data(account),
        enterprise_data=enterprise_data(store.settings[enterprise_id].accounting),
    )
    beside = () if asked.associated_account_id is None else (asked.associated_account_id,)
    return _naming(store, bill, account, beside, "AssociatedAccountId")


def _updated(store: Store, bill: Bill, asked: BillUpdate) -> Bill:
    account_id = bill.account_id if asked.account_id is None else asked.account_id.value
    account = account_in(store, bill.enterprise_id, account_id, "AccountId")
    beside: Sequence[UUID] = bill.associated_account_ids
    if asked.associated_account_ids is not None:
        beside = asked.associated_account_ids.value or ()
    bill = structs.replace(bill, updated_utc=store.now())
    return _naming(store, bill, account, beside, "AssociatedAccountIds")


def _naming(
    store: Store, bill: Bill, owner: Account, beside: Sequence[UUID], parameter: str
) -> Bill:
    """The bill with that owner, and those accounts beside them."""
    if owner.id in beside:
        raise invalid(parameter, "The account is the bill's owner already.")
    accounts = [account_in(store, bill.enterprise_id, it, parameter) for it in beside]
    return structs.replace(
        bill,
        account_id=owner.id,
        account_type=owner.type,
        customer_id=owner.id if owner.type == "Customer" else None,
        company_id=next((it.id for it in accounts if it.type == "Company"), None),
        associated_account_ids=tuple(beside),
        owner_data=owner_data(owner),
        associated_account_data=tuple(associated_data(it) for it in accounts),
    )
