"""What the types of cashier transactions mean."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Self

from mews_runtime._open_enum import OpenEnum

from ._catalogue import Info, look_up

__all__ = ["ROWS", "CashierTransactionTypeCatalogue", "CashierTransactionTypeInfo"]


class CashierTransactionTypeInfo(Info, frozen=True, kw_only=True):
    """What is known about one type of cashier transaction. Older transactions have no type.

    Attributes:
        label: The type for people, in English.
        puts_in: Whether cash is put into the cashier, otherwise it is taken out. It does not
            tell the sign of the amount, on which the documentation is silent.

    Source: https://docs.mews.com/connector-api/operations/cashiertransactions#cashier-transaction-type
    """

    puts_in: bool


class CashierTransactionTypeCatalogue(OpenEnum):
    """How cash moves in and out of a cashier."""

    @property
    def info(self) -> CashierTransactionTypeInfo:
        """What is known about the type.

        Raises:
            LookupError: This version does not know the type.
        """
        return look_up(self, ROWS)

    @classmethod
    def putting_in(cls) -> tuple[Self, ...]:
        """The types by which cash is put into the cashier."""
        return tuple(each for each in cls if each.info.puts_in)

    @classmethod
    def taking_out(cls) -> tuple[Self, ...]:
        """The types by which cash is taken out of the cashier."""
        return tuple(each for each in cls if not each.info.puts_in)


ROWS: Mapping[str, CashierTransactionTypeInfo] = MappingProxyType(
    {
        "CashIn": CashierTransactionTypeInfo(label="Cash in", puts_in=True),
        "CashOut": CashierTransactionTypeInfo(label="Cash out", puts_in=False),
        "CashOutTip": CashierTransactionTypeInfo(label="Cash out for a tip", puts_in=False),
        "CashOutExpense": CashierTransactionTypeInfo(
            label="Cash out for an expense", puts_in=False
        ),
        "CashOutFloatAdjustment": CashierTransactionTypeInfo(
            label="Cash out to adjust the float", puts_in=False
        ),
    }
)
