"""What is known about the brands of cards."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Self

from mews_runtime._open_enum import OpenEnum

from ._catalogue import Info, look_up

__all__ = ["ROWS", "CreditCardTypeCatalogue", "CreditCardTypeInfo"]


class CreditCardTypeInfo(Info, frozen=True, kw_only=True):
    """What is known about one brand of card.

    Attributes:
        label: The brand as its holder knows it.
        recordable: Whether a payment by such a card, taken outside of Mews, can be recorded as
            a card payment.

    Source: https://docs.mews.com/connector-api/operations/creditcards#credit-card-type
    """

    recordable: bool = False


class CreditCardTypeCatalogue(OpenEnum):
    """Brands of cards."""

    @property
    def info(self) -> CreditCardTypeInfo:
        """What is known about the brand.

        Raises:
            LookupError: This version does not know the brand.
        """
        return look_up(self, ROWS)

    @classmethod
    def recordable(cls) -> tuple[Self, ...]:
        """The brands with which a card payment taken outside of Mews can be recorded."""
        return tuple(each for each in cls if each.info.recordable)


ROWS: Mapping[str, CreditCardTypeInfo] = MappingProxyType(
    {
        "MasterCard": CreditCardTypeInfo(label="Mastercard", recordable=True),
        "Visa": CreditCardTypeInfo(label="Visa", recordable=True),
        "Amex": CreditCardTypeInfo(label="American Express", recordable=True),
        "Discover": CreditCardTypeInfo(label="Discover", recordable=True),
        "DinersClub": CreditCardTypeInfo(label="Diners Club", recordable=True),
        "Jcb": CreditCardTypeInfo(label="JCB", recordable=True),
        "Maestro": CreditCardTypeInfo(label="Maestro", recordable=True),
        "UnionPay": CreditCardTypeInfo(label="UnionPay", recordable=True),
        "VPay": CreditCardTypeInfo(label="V Pay"),
        "RuPay": CreditCardTypeInfo(label="RuPay"),
        "Dankort": CreditCardTypeInfo(label="Dankort"),
        "Mir": CreditCardTypeInfo(label="Mir"),
        "Verve": CreditCardTypeInfo(label="Verve"),
        "Troy": CreditCardTypeInfo(label="Troy"),
        "PostFinance": CreditCardTypeInfo(label="PostFinance"),
        "Giro": CreditCardTypeInfo(label="Giro"),
        "Bancomat": CreditCardTypeInfo(label="Bancomat"),
        "Bc": CreditCardTypeInfo(label="BC"),
        "CarteBleue": CreditCardTypeInfo(label="Carte Bleue"),
        "Eftpos": CreditCardTypeInfo(label="eftpos"),
        "Eps": CreditCardTypeInfo(label="eps"),
        "Interac": CreditCardTypeInfo(label="Interac"),
        "Isracard": CreditCardTypeInfo(label="Isracard"),
        "Meps": CreditCardTypeInfo(label="MEPS"),
        "Nets": CreditCardTypeInfo(label="NETS"),
        "Bancontact": CreditCardTypeInfo(label="Bancontact"),
    }
)
