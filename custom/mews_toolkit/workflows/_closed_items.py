from __future__ import annotations

from decimal import Decimal
from typing import TypeAlias

from attrs import frozen

from mews_connector import models
from mews_toolkit.money import gross, net, tax
from mews_toolkit.workflows._tally import Tally

__all__ = ["ClosedItems", "ItemTotal"]

_Key: TypeAlias = tuple[str, models.OrderItemType, models.AccountingState]


@frozen
class ItemTotal:
    """Order items of one currency, type and accounting state together.

    What an account owes is positive, a rebate negative.

    Attributes:
        currency: The currency of the figures.
        type_: What was sold, or what else they are for.
        accounting_state: Where they stand in the books.
        count: How many they are.
        gross: With taxes.
        net: Without taxes.
        tax: The taxes within, added and not reckoned from gross and net.
    """

    currency: str
    type_: models.OrderItemType
    accounting_state: models.AccountingState
    count: int
    gross: Decimal
    net: Decimal
    tax: Decimal

    @property
    def counts(self) -> bool:
        """Whether they were sold; what is cancelled or inactive is told, and part of no sum."""
        return self.accounting_state in models.AccountingState.carrying_value()


class ClosedItems:
    """Adds order items up while they come in."""

    def __init__(self) -> None:
        self._tally = Tally[_Key]()

    def add(self, item: models.OrderItem) -> None:
        """One more item.

        Raises:
            InvalidRequestError: Its amount has no net value.
        """
        amount = item.amount
        self._tally.add(
            (amount.currency, item.type_, item.accounting_state),
            *(part(amount).value for part in (gross, net, tax)),
        )

    def totals(self) -> tuple[ItemTotal, ...]:
        """What they come to."""
        return tuple(ItemTotal(*key, count, *sums) for key, count, sums in self._tally)
