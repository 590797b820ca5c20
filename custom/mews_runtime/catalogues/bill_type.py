"""What the types of closed bills mean."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Self

from mews_runtime._open_enum import OpenEnum

from ._catalogue import Info, look_up

__all__ = ["ROWS", "BillTypeCatalogue", "BillTypeInfo"]


class BillTypeInfo(Info, frozen=True, kw_only=True):
    """What is known about one type of bill.

    The type of a bill means something only once the bill is closed.

    Attributes:
        label: The type for people, in English.
        paid_in_full: Whether the balance is zero when the bill is closed; otherwise what is
            not paid becomes a receivable.
        has_due_date: Whether it takes a due date, a date of taxation and a variable symbol.

    Source: https://docs.mews.com/connector-api/operations/bills#bill-type
    """

    paid_in_full: bool
    has_due_date: bool


class BillTypeCatalogue(OpenEnum):
    """Types of closed bills."""

    @property
    def info(self) -> BillTypeInfo:
        """What is known about the type.

        Raises:
            LookupError: This version does not know the type.
        """
        return look_up(self, ROWS)

    @classmethod
    def closing(cls, *, paid_in_full: bool) -> tuple[Self, ...]:
        """The types that a bill is closed as, paid in full or not."""
        return tuple(each for each in cls if each.info.paid_in_full is paid_in_full)


ROWS: Mapping[str, BillTypeInfo] = MappingProxyType(
    {
        "Receipt": BillTypeInfo(label="Receipt", paid_in_full=True, has_due_date=False),
        "Invoice": BillTypeInfo(label="Invoice", paid_in_full=False, has_due_date=True),
    }
)
