"""The formats of cards, by name."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from mews_runtime._open_enum import OpenEnum

from ._catalogue import Info, look_up

__all__ = ["ROWS", "CreditCardFormatCatalogue", "CreditCardFormatInfo"]


class CreditCardFormatInfo(Info, frozen=True, kw_only=True):
    """What is known about one format: the documentation gives no more than its name.

    Source: https://docs.mews.com/connector-api/operations/creditcards#credit-card-format
    """


class CreditCardFormatCatalogue(OpenEnum):
    """Physical and virtual cards."""

    @property
    def info(self) -> CreditCardFormatInfo:
        """What is known about the format.

        Raises:
            LookupError: This version does not know the format.
        """
        return look_up(self, ROWS)


ROWS: Mapping[str, CreditCardFormatInfo] = MappingProxyType(
    {
        "Physical": CreditCardFormatInfo(label="Physical card"),
        "Virtual": CreditCardFormatInfo(label="Virtual card"),
    }
)
