"""The ledgers, by name."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from mews_runtime._open_enum import OpenEnum

from ._catalogue import Info, look_up

__all__ = ["ROWS", "LedgerTypeCatalogue", "LedgerTypeInfo"]


class LedgerTypeInfo(Info, frozen=True, kw_only=True):
    """What is known about one ledger: the documentation gives no more than its name.

    Source: https://docs.mews.com/connector-api/operations/ledgerbalances#accounting-ledger-type
    """


class LedgerTypeCatalogue(OpenEnum):
    """The ledgers that balances are kept in."""

    @property
    def info(self) -> LedgerTypeInfo:
        """What is known about the ledger.

        Raises:
            LookupError: This version does not know the ledger.
        """
        return look_up(self, ROWS)


ROWS: Mapping[str, LedgerTypeInfo] = MappingProxyType(
    {
        "Revenue": LedgerTypeInfo(label="Revenue ledger"),
        "Tax": LedgerTypeInfo(label="Tax ledger"),
        "Payment": LedgerTypeInfo(label="Payment ledger"),
        "Deposit": LedgerTypeInfo(label="Deposit ledger"),
        "Guest": LedgerTypeInfo(label="Guest ledger"),
        "City": LedgerTypeInfo(label="City ledger"),
        "NonRevenue": LedgerTypeInfo(label="Non-revenue ledger"),
    }
)
