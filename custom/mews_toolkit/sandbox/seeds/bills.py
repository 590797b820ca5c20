"""The bills that tabs become."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from msgspec import structs

from mews_toolkit.sandbox.bill_parties import enterprise_data, owner_data
from mews_toolkit.sandbox.entities.bill import Bill, BillOptions, BillOwnerData
from mews_toolkit.sandbox.entities.counter import Counter
from mews_toolkit.sandbox.entities.enterprise import AccountingConfiguration
from mews_toolkit.sandbox.entities.vocabulary import CounterType
from mews_toolkit.sandbox.numbering import default, drawn
from mews_toolkit.sandbox.seeds.tabs import Tab

_DUE_AFTER = timedelta(days=14)
_PAID_AFTER = timedelta(days=9)
_TRACKED = BillOptions(track_receivable=True)


class Binder:
    """Turns the tabs of one enterprise into bills and numbers the closed ones as they were closed.

    Attributes:
        counters: Its counters, those drawn from as they stand afterwards.
    """

    def __init__(
        self,
        now: datetime,
        accounting: AccountingConfiguration,
        counters: Sequence[Counter],
        dice: Random,
    ) -> None:
        self.counters: dict[UUID, Counter] = {it.id: it for it in counters}
        self._now = now
        self._dice = dice
        self._enterprise = enterprise_data(accounting)
        self._owners: dict[UUID, BillOwnerData] = {}

    def bills(self, tabs: Iterable[Tab]) -> list[Bill]:
        """One bill for each tab."""
        in_order = sorted(tabs, key=lambda it: it.closed or self._now)
        return [
            self._open(it) if it.closed is None else self._closed(it, it.closed) for it in in_order
        ]

    def _open(self, tab: Tab) -> Bill:
        account = tab.account
        owner = self._owners.get(account.id)
        if owner is None:
            owner = self._owners[account.id] = owner_data(account)
        changes = [it.created_utc for it in tab.payments]
        changes += [it.created_utc for it in tab.items]
        return Bill(
            id=tab.id,
            enterprise_id=account.enterprise_id,
            account_id=account.id,
            account_type=account.type,
            customer_id=account.id if account.type == "Customer" else None,
            created_utc=tab.opened,
            updated_utc=max(changes, default=tab.opened),
            owner_data=owner,
            enterprise_data=self._enterprise,
            correction_state="Bill" if tab.corrects is None else "CorrectiveBill",
            correction_type=None if tab.corrects is None else "CreditNote",
            corrected_bill_id=None if tab.corrects is None else tab.corrects.id,
        )

    def _closed(self, tab: Tab, closed: datetime) -> Bill:
        paid: datetime | None = closed
        reminder = None
        if tab.is_invoice:
            paid = closed + _PAID_AFTER + timedelta(hours=int(self._dice.random() * 400))
            if paid >= self._now or self._dice.random() < 0.1:
                paid = None
            reminder = _reminder(closed, paid, self._now)
        kind: CounterType = "BillCounter" if tab.corrects is None else "CreditNoteBillCounter"
        counter, number = drawn(default(self.counters.values(), kind), closed)
        self.counters[counter.id] = counter
        return structs.replace(
            self._open(tab),
            state="Closed",
            type="Invoice" if tab.is_invoice else "Receipt",
            counter_id=counter.id,
            number=number,
            variable_symbol=str(counter.value) if tab.is_invoice else None,
            issued_utc=closed,
            taxed_utc=closed,
            paid_utc=paid,
            due_utc=closed + _DUE_AFTER if tab.is_invoice else None,
            last_reminder_date_utc=reminder,
            updated_utc=max(it for it in (closed, paid, reminder) if it is not None),
            options=_TRACKED if tab.is_invoice else BillOptions(),
        )


def _reminder(closed: datetime, paid: datetime | None, now: datetime) -> datetime | None:
    reminded = closed + _DUE_AFTER + timedelta(days=3)
    return reminded if reminded < (paid or now) else None
