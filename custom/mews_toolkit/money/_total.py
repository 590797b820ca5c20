from __future__ import annotations

from collections.abc import Iterable
from decimal import Context, Decimal

from mews_connector import errors, models
from mews_toolkit.money._errors import MixedCurrenciesError
from mews_toolkit.money._exact import exactly
from mews_toolkit.money._plain_sum import plain_sum

__all__ = ["by_currency", "total"]


def total(
    values: Iterable[models.CurrencyValue], currency: str | None = None
) -> models.CurrencyValue:
    """The sum of sums of one currency, every digit kept.

    Args:
        values: What to add.
        currency: The currency that all of them have to be in, and that an empty sum is in.

    Raises:
        MixedCurrenciesError: They are in more than one currency.
        InvalidRequestError: There is nothing to add and no currency is named, or something is no
            plain, finite sum: `gross`, `net` and `tax` make one of an amount.
        InexactSumError: They lie too far apart to be added with every digit.
    """
    sums = by_currency(values)
    currencies = set(sums) if currency is None else {*sums, currency}
    if len(currencies) > 1:
        raise MixedCurrenciesError(currencies)
    if not currencies:
        raise errors.InvalidRequestError(
            "values: there are none, so the sum has no currency; name one"
        )
    only = currencies.pop()
    return models.CurrencyValue(currency=only, value=sums.get(only, Decimal(0)))


def by_currency(values: Iterable[models.CurrencyValue]) -> dict[str, Decimal]:
    """The sums per currency, every digit kept, in the order in which currencies first come.

    Raises:
        InvalidRequestError: Something is no plain, finite sum: `gross`, `net` and `tax` make one
            of an amount.
        InexactSumError: They lie too far apart to be added with every digit.
    """

    def added(exact: Context) -> dict[str, Decimal]:
        sums: dict[str, Decimal] = {}
        for each in values:
            value = plain_sum(each, "values")
            sums[value.currency] = exact.add(sums.get(value.currency, Decimal(0)), value.value)
        return sums

    return exactly(added)
