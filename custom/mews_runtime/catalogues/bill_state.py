"""What the states of bills mean."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Self

from mews_runtime._open_enum import OpenEnum

from ._catalogue import Info, look_up

__all__ = ["ROWS", "BillStateCatalogue", "BillStateInfo"]


class BillStateInfo(Info, frozen=True, kw_only=True):
    """What is known about one state of a bill.

    Attributes:
        label: The state for people, in English.
        editable: Whether items, payments and particulars can still change. To be deleted, a
            bill has to be empty as well.
        may_become: States that are known to follow. What was closed is corrected by another
            bill.

    Source: https://docs.mews.com/connector-api/operations/bills#bill-state
    """

    editable: bool
    may_become: tuple[str, ...]


class BillStateCatalogue(OpenEnum):
    """States of bills."""

    @property
    def info(self) -> BillStateInfo:
        """What is known about the state.

        Raises:
            LookupError: This version does not know the state.
        """
        return look_up(self, ROWS)

    @classmethod
    def editable(cls) -> tuple[Self, ...]:
        """The states in which a bill can still change."""
        return tuple(each for each in cls if each.info.editable)


ROWS: Mapping[str, BillStateInfo] = MappingProxyType(
    {
        "Open": BillStateInfo(label="Open", editable=True, may_become=("Closed",)),
        "Closed": BillStateInfo(label="Closed", editable=False, may_become=()),
    }
)
