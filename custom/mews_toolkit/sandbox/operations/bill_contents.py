"""What is on bills, and finding those that can still change."""

from collections.abc import Collection
from decimal import Decimal
from functools import reduce
from uuid import UUID

from attrs import field, frozen

from mews_toolkit.sandbox.entities.bill import Bill
from mews_toolkit.sandbox.entities.order_item import OrderItem
from mews_toolkit.sandbox.entities.payment import Payment
from mews_toolkit.sandbox.money import added
from mews_toolkit.sandbox.operations.named import named
from mews_toolkit.sandbox.refusals import invalid
from mews_toolkit.sandbox.store import Store


@frozen
class Contents:
    """The items and payments of one bill, newest first."""

    items: list[OrderItem] = field(factory=list[OrderItem])
    payments: list[Payment] = field(factory=list[Payment])

    @property
    def is_empty(self) -> bool:
        """Whether nothing was ever on it."""
        return not self.items and not self.payments

    @property
    def is_under_way(self) -> bool:
        """Whether a payment on it has no outcome yet; on a closed bill it could not get one."""
        return any(it.state in ("Pending", "Verifying") for it in self.payments)

    @property
    def balance(self) -> Decimal:
        """What is unpaid, in the enterprise's own currency. Only charged payments count."""
        owed = [it.amount.gross_value for it in self.items]
        paid = [it.amount.gross_value for it in self.payments if it.state == "Charged"]
        return reduce(added, [*owed, *paid], Decimal(0))


def contents(store: Store, bill_ids: Collection[UUID]) -> dict[UUID, Contents]:
    """What is on each of these bills."""
    found = {it: Contents() for it in bill_ids}
    for item in store.order_items:
        if item.bill_id is not None and item.bill_id in found:
            found[item.bill_id].items.append(item)
    for payment in store.payments:
        if payment.bill_id is not None and payment.bill_id in found:
            found[payment.bill_id].payments.append(payment)
    return found


def bill_in(store: Store, enterprise_ids: Collection[UUID], bill_id: UUID) -> Bill:
    """The bill, which must be an enterprise's of these."""
    return named(store.bills, enterprise_ids, bill_id, "BillId")


def open_bill_in(store: Store, enterprise_id: UUID, bill_id: UUID) -> Bill:
    """The bill, which must be an open one of the enterprise."""
    bill = bill_in(store, (enterprise_id,), bill_id)
    if bill.state != "Open":
        raise invalid("BillId", "The bill is closed.")
    return bill
