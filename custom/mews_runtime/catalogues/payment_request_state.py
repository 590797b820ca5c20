"""What the states of payment requests mean."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Self

from ._catalogue import look_up
from ._outcome import Outcome, OutcomeInfo

__all__ = ["ROWS", "PaymentRequestStateCatalogue", "PaymentRequestStateInfo"]


class PaymentRequestStateInfo(OutcomeInfo, frozen=True, kw_only=True):
    """What is known about one state of a payment request.

    Attributes:
        cancelable: Whether the request can be withdrawn.

    Source: https://docs.mews.com/connector-api/operations/paymentrequests#payment-request-state
    """

    cancelable: bool


class PaymentRequestStateCatalogue(Outcome):
    """States of payment requests."""

    @property
    def info(self) -> PaymentRequestStateInfo:
        """What is known about the state.

        Raises:
            LookupError: This version does not know the state.
        """
        return look_up(self, ROWS)

    @classmethod
    def cancelable(cls) -> tuple[Self, ...]:
        """The states in which a request can be withdrawn."""
        return tuple(each for each in cls if each.info.cancelable)


ROWS: Mapping[str, PaymentRequestStateInfo] = MappingProxyType(
    {
        "Pending": PaymentRequestStateInfo(
            label="Waiting for the payer",
            final=False,
            succeeded=None,
            may_become=("Completed", "Canceled", "Expired"),
            cancelable=True,
        ),
        "Completed": PaymentRequestStateInfo(
            label="Completed", final=True, succeeded=True, may_become=(), cancelable=False
        ),
        "Canceled": PaymentRequestStateInfo(
            label="Cancelled", final=True, succeeded=False, may_become=(), cancelable=False
        ),
        "Expired": PaymentRequestStateInfo(
            label="Expired", final=True, succeeded=False, may_become=(), cancelable=False
        ),
    }
)
