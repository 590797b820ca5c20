from __future__ import annotations

from decimal import Decimal
from uuid import UUID

from mews_connector import models
from mews_toolkit.money import exact_sum, gross, received
from mews_toolkit.workflows._bill_balance import counts_on_bill

__all__ = ["BillSums"]


class BillSums:
    """What items and payments leave unpaid on their bills, while they come in.

    A bill whose rows come out at zero is forgotten, until another row of it comes: so what is held
    is the bills of which the one half has come and the other has not.
    """

    def __init__(self) -> None:
        self._sums: dict[tuple[UUID | None, str], Decimal] = {}

    def add(self, row: models.OrderItem | models.Payment) -> None:
        """One more item or payment; None is the bill of what is on none.

        Raises:
            UnknownPaymentStateError: It is a payment in a state that this version does not know.
            UnknownAccountingStateError: It is an item in such a state.
        """
        if isinstance(row, models.Payment):
            # Refuses the unknown state, which would not count.
            received(row)
        if not counts_on_bill(row):
            return
        value = gross(row.amount)
        key = row.bill_id, value.currency
        sum_ = exact_sum(self._sums.get(key, Decimal(0)), value.value)
        if sum_:
            self._sums[key] = sum_
        else:
            self._sums.pop(key, None)

    def of(self, bill_id: UUID, currency: str) -> Decimal:
        """What is unpaid on it in that currency."""
        return self._sums.get((bill_id, currency), Decimal(0))

    def of_no_bill(self) -> dict[str, Decimal]:
        """What is on no bill, per currency, where that does not come to zero."""
        sums = sorted(self._sums.items(), key=lambda it: it[0][1])
        return {currency: sum_ for (bill_id, currency), sum_ in sums if bill_id is None}

    def uneven(self) -> list[tuple[UUID, str]]:
        """The bills and currencies that do not come to zero."""
        return sorted(
            (bill_id, currency) for bill_id, currency in self._sums if bill_id is not None
        )
