from __future__ import annotations

from decimal import Decimal

from mews_connector import errors, models

__all__ = ["plain_sum"]


def plain_sum(value: object, name: str) -> models.CurrencyValue:
    """The value, which has to be a sum that nothing needs to be said about.

    Raises:
        InvalidRequestError: It is something else, or holds no finite Decimal.
    """
    if not isinstance(value, models.CurrencyValue):
        raise errors.InvalidRequestError(
            f"{name}: only a CurrencyValue is a plain sum, and no {type(value).__name__}; say with"
            " gross, net or tax which value of an amount is meant"
        )
    if not _is_finite_decimal(value.value):
        raise errors.InvalidRequestError(
            f"{name}: a sum has a finite Decimal for its value, such as Decimal('10.50')"
        )
    return value


def _is_finite_decimal(number: object) -> bool:
    return isinstance(number, Decimal) and number.is_finite()
