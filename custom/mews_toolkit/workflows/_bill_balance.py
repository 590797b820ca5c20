from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from uuid import UUID

from attrs import frozen

from mews_connector import MewsClient, models
from mews_toolkit.money import by_currency, gross, smallest_unit
from mews_toolkit.workflows._errors import UnknownAccountingStateError
from mews_toolkit.workflows._states import is_final

__all__ = ["BillBalance", "counts_on_bill", "read_balance"]


@frozen
class BillBalance:
    """What is unpaid on a bill.

    Attributes:
        unpaid: Per currency; negative where too much was paid. Currencies that come out are left
            out.
        under_way: The payments on it that have no outcome yet. They do not count.
    """

    unpaid: Mapping[str, Decimal]
    under_way: tuple[UUID, ...]

    @property
    def is_paid(self) -> bool:
        """Whether a receipt can be made of it."""
        return not self.unpaid and not self.under_way


async def read_balance(mews: MewsClient, bill_id: UUID) -> BillBalance:
    """Adds up what is on the bill: items that are worth something, and payments that succeeded.

    Raises:
        UnknownAccountingStateError: This version does not know the state of an item.
    """
    values = [
        gross(item.amount)
        async for item in mews.order_items.get_all(bill_ids=[bill_id])
        if counts_on_bill(item)
    ]
    under_way: list[UUID] = []
    async for payment in mews.payments.get_all(bill_ids=[bill_id]):
        if not is_final(payment.state):
            under_way.append(payment.id)
        elif counts_on_bill(payment):
            values.append(gross(payment.amount))
    sums = by_currency(values)
    return BillBalance(
        {code: value for code, value in sums.items() if not _is_nothing(code, value)},
        tuple(under_way),
    )


def counts_on_bill(row: models.OrderItem | models.Payment) -> bool:
    """Whether it is part of its bill's balance: an item worth something, a payment that succeeded.

    Raises:
        UnknownAccountingStateError: It is an item in a state that this version does not know.
    """
    if isinstance(row, models.OrderItem):
        if not row.accounting_state.is_known:
            raise UnknownAccountingStateError(row)
        return row.accounting_state.info.carries_value is True
    return is_final(row.state) and row.state.info.succeeded is True


def _is_nothing(currency: str, value: Decimal) -> bool:
    # Values reckoned from net prices may have digits that no coin can pay.
    return not value or value.copy_abs() < smallest_unit(currency)
