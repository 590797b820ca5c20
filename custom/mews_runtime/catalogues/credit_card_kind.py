"""What the kinds of stored cards mean."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Self

from mews_runtime._open_enum import OpenEnum

from ._catalogue import Info, look_up

__all__ = ["ROWS", "CreditCardKindCatalogue", "CreditCardKindInfo"]


class CreditCardKindInfo(Info, frozen=True, kw_only=True):
    """What is known about one kind of stored card.

    Attributes:
        label: The kind for people, in English.
        chargeable: Whether the stored card can be charged, which takes a gateway.

    Source: https://docs.mews.com/connector-api/operations/creditcards#credit-card-kind
    """

    chargeable: bool


class CreditCardKindCatalogue(OpenEnum):
    """Whether a stored card belongs to a terminal or to a gateway."""

    @property
    def info(self) -> CreditCardKindInfo:
        """What is known about the kind.

        Raises:
            LookupError: This version does not know the kind.
        """
        return look_up(self, ROWS)

    @classmethod
    def chargeable(cls) -> tuple[Self, ...]:
        """The kinds of cards that can be charged."""
        return tuple(each for each in cls if each.info.chargeable)


ROWS: Mapping[str, CreditCardKindInfo] = MappingProxyType(
    {
        "Terminal": CreditCardKindInfo(label="Payment terminal", chargeable=False),
        "Gateway": CreditCardKindInfo(label="Payment gateway", chargeable=True),
    }
)
