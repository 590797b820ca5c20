from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache

from mews_connector import errors

__all__ = ["exponent", "smallest_unit"]


def exponent(currency: str) -> int:
    """How many decimal places the currency has, per ISO 4217: 2 for GBP, 0 for JPY, 3 for KWD.

    The table is that of the package `iso4217`, which is the one that the standard's maintenance
    agency publishes and carries its date in its version. CLDR's, which most libraries have, tells
    what people usually write: it differs, for IQD among others.

    Raises:
        InvalidRequestError: The table has no such code in use, or none with a smallest unit, as
            those of gold and of testing have none.
        ConfigurationError: The package is not installed.
    """
    places = _table().get(currency)
    if places is None:
        raise errors.InvalidRequestError(
            f"currency: ISO 4217 knows no smallest unit of {currency!r}; for a currency that is"
            " new, renew the package iso4217"
        )
    return places


def smallest_unit(currency: str) -> Decimal:
    """The smallest sum of the currency: 0.01 for GBP, 1 for JPY, 0.001 for KWD.

    Raises:
        InvalidRequestError: The table has no such code in use, or none with a smallest unit.
        ConfigurationError: The package is not installed.
    """
    return Decimal((0, (1,), -exponent(currency)))


@cache
def _table() -> Mapping[str, int]:
    try:
        # Takes 40 ms and an extra: only who sends money pays for it.
        from iso4217 import Currency  # noqa: PLC0415 - see above
    except ModuleNotFoundError as missing:
        if missing.name != "iso4217":
            raise
        raise errors.ConfigurationError(
            "sums are checked by ISO 4217, which needs: pip install mews-connector[workflows]"
        ) from None
    return {each.code: each.exponent for each in Currency if each.exponent is not None}
