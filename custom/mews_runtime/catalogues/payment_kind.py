"""What the kinds of payments mean."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, Self

from mews_runtime._open_enum import OpenEnum

from ._catalogue import Info, look_up

__all__ = ["ROWS", "PaymentKindCatalogue", "PaymentKindInfo"]


class PaymentKindInfo(Info, frozen=True, kw_only=True):
    """What is known about one kind of payment.

    The documentation gives kinds to what Mews itself processes; other payments are seen with
    and without one.

    Attributes:
        label: The kind for people, in English.
        returns_money: Whether money goes back to the payer.
        disputed: Whether it belongs to a disputed payment.
        sign: The sign of the payment's amounts: -1 below zero, 1 above, None where that is not
            known. What was recorded by hand can differ: the amount itself decides.
        sign_documented: Whether the documentation gives that sign; otherwise it was observed.

    Source: https://docs.mews.com/connector-api/operations/payments#payment-kind
    """

    returns_money: bool
    disputed: bool
    sign: Literal[-1, 1] | None = None
    sign_documented: bool = False


class PaymentKindCatalogue(OpenEnum):
    """Whether money came in, went back, or was disputed."""

    @property
    def info(self) -> PaymentKindInfo:
        """What is known about the kind.

        Raises:
            LookupError: This version does not know the kind.
        """
        return look_up(self, ROWS)

    @classmethod
    def returning_money(cls) -> tuple[Self, ...]:
        """The kinds by which money goes back to the payer."""
        return tuple(each for each in cls if each.info.returns_money)

    @classmethod
    def disputed(cls) -> tuple[Self, ...]:
        """The kinds that belong to a disputed payment."""
        return tuple(each for each in cls if each.info.disputed)


ROWS: Mapping[str, PaymentKindInfo] = MappingProxyType(
    {
        "Payment": PaymentKindInfo(
            label="Payment", returns_money=False, disputed=False, sign=-1, sign_documented=True
        ),
        "Chargeback": PaymentKindInfo(label="Chargeback", returns_money=True, disputed=True),
        "ChargebackReversal": PaymentKindInfo(
            label="Chargeback reversed", returns_money=False, disputed=True
        ),
        "Refund": PaymentKindInfo(label="Refund", returns_money=True, disputed=False, sign=1),
    }
)
