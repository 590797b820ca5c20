"""What the states of payments mean."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ._catalogue import look_up
from ._outcome import Outcome, OutcomeInfo

__all__ = ["ROWS", "PaymentStateCatalogue", "PaymentStateInfo"]


class PaymentStateInfo(OutcomeInfo, frozen=True, kw_only=True):
    """What is known about one state of a payment.

    A refund or chargeback does not change the state of what it gives back: it is a payment of
    its own. What is recorded as `Charged` from outside of Mews can be seen cancelled later.

    Source: https://docs.mews.com/connector-api/operations/payments#payment-state
    """


class PaymentStateCatalogue(Outcome):
    """States of payments, refunds among them."""

    @property
    def info(self) -> PaymentStateInfo:
        """What is known about the state.

        Raises:
            LookupError: This version does not know the state.
        """
        return look_up(self, ROWS)


ROWS: Mapping[str, PaymentStateInfo] = MappingProxyType(
    {
        # What was recorded from outside of Mews has been seen canceled later; nobody documents it.
        "Charged": PaymentStateInfo(
            label="Charged", final=True, succeeded=True, may_become=("Canceled",)
        ),
        "Canceled": PaymentStateInfo(label="Cancelled", final=True, succeeded=False, may_become=()),
        "Pending": PaymentStateInfo(
            label="Pending",
            final=False,
            succeeded=None,
            may_become=("Charged", "Canceled", "Failed"),
        ),
        "Failed": PaymentStateInfo(label="Failed", final=True, succeeded=False, may_become=()),
        "Verifying": PaymentStateInfo(
            label="Being verified", final=False, succeeded=None, may_become=None
        ),
    }
)
