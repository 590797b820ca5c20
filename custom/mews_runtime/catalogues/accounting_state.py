"""What the accounting states of items and payments mean."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Self

from ._cancellable import Cancellable
from ._catalogue import Info, look_up

__all__ = ["ROWS", "AccountingStateCatalogue", "AccountingStateInfo"]


class AccountingStateInfo(Info, frozen=True, kw_only=True):
    """What is known about one accounting state of an item or payment.

    Attributes:
        label: The state for people, in English.
        carries_value: Whether the item is worth something; None where it may or may not.
        closed: Whether the item has been closed on a bill or invoice; None where the
            documentation does not say.
        may_become: States that are known to follow, perhaps not all; None where the
            documentation does not say.

    Source: https://docs.mews.com/connector-api/operations/orderitems#order-item-accounting-state
    """

    carries_value: bool | None
    closed: bool | None
    may_become: tuple[str, ...] | None


class AccountingStateCatalogue(Cancellable):
    """Where items and payments stand in the books."""

    @property
    def info(self) -> AccountingStateInfo:
        """What is known about the state.

        Raises:
            LookupError: This version does not know the state.
        """
        return look_up(self, ROWS)

    @classmethod
    def carrying_value(cls) -> tuple[Self, ...]:
        """The states whose items are surely worth something, as a report of the books asks for."""
        return tuple(each for each in cls if each.info.carries_value)


ROWS: Mapping[str, AccountingStateInfo] = MappingProxyType(
    {
        "Open": AccountingStateInfo(
            label="Open", carries_value=True, closed=False, may_become=("Closed", "Canceled")
        ),
        "Closed": AccountingStateInfo(
            label="Closed", carries_value=True, closed=True, may_become=None
        ),
        # Worth nothing, of an optional reservation, or a payment that is pending or has failed.
        "Inactive": AccountingStateInfo(
            label="Inactive", carries_value=None, closed=None, may_become=("Open", "Canceled")
        ),
        "Canceled": AccountingStateInfo(
            label="Cancelled", carries_value=None, closed=None, may_become=None
        ),
    }
)
