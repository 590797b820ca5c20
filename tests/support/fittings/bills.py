"""bills."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mews_toolkit.sandbox import Sandbox
from mews_toolkit.sandbox.entities.bill import Bill
from mews_toolkit.sandbox.operations.bill_contents import Contents, contents
from support.billing_automations import company
from support.fittings.fitting import Changes, Fitting, lately, london, of_london, only

__all__ = ["FITTINGS"]


def _list(sandbox: Sandbox) -> Changes:
    extent = {"Items": True}
    return only("bills/getAll", "State", CreatedUtc=lately(sandbox), Extent=extent)


def _print(sandbox: Sandbox) -> Changes:
    bill = of_london(sandbox, sandbox.bills, lambda it: it.state == "Closed")
    return {"BillId": bill.id}


def _add(sandbox: Sandbox) -> Changes:
    return {**london(sandbox), "Bills": [{"AccountId": sandbox.customer().id}]}


def _update(sandbox: Sandbox) -> Changes:
    bill, _ = next(_open(sandbox))
    update = {
        "BillId": bill.id,
        "AccountId": {"Value": company(sandbox)},
        "AssociatedAccountIds": {"Value": [sandbox.customer().id]},
    }
    return {**london(sandbox), "BillsUpdates": [update]}


def _delete(sandbox: Sandbox) -> Changes:
    empty = next(bill for bill, on_bill in _open(sandbox) if on_bill.is_empty)
    return {**london(sandbox), "BillIds": [empty.id]}


def _close(sandbox: Sandbox) -> Changes:
    balanced = next(
        bill
        for bill, on_bill in _open(sandbox)
        if not on_bill.balance and bill.correction_type is None
    )
    counter = of_london(sandbox, sandbox.store.counters, lambda it: it.type == "BillCounter")
    named = {"BillId": balanced.id, "BillCounterId": counter.id}
    # The bill names its owner only.
    return {**london(sandbox), **named, "AssociatedAccountData": None}


def _open(sandbox: Sandbox) -> Iterator[tuple[Bill, Contents]]:
    enterprise_id = sandbox.customer().enterprise_id
    bills = [it for it in sandbox.bills if it.enterprise_id == enterprise_id and it.state == "Open"]
    on_bills = contents(sandbox.store, {it.id for it in bills})
    return ((it, on_bills[it.id]) for it in bills)


FITTINGS: Mapping[str, Fitting] = {
    "bills/add": _add,
    "bills/close": _close,
    "bills/delete": _delete,
    "bills/getAll": _list,
    "bills/getPdf": _print,
    "bills/update": _update,
}
