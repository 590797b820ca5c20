from __future__ import annotations

from collections.abc import Iterator
from decimal import Context, Decimal, DecimalException, Inexact, InvalidOperation
from typing import TypeAlias

from mews_connector import errors, models
from mews_toolkit.money._exponent import smallest_unit

__all__ = ["check_sendable", "rounded_exactly"]

Sendable: TypeAlias = models.AmountParameters | models.CurrencyValue

# More digits than any sum has; the traps tell what the context of the thread would hide.
_EXACT = Context(prec=60, traps=[Inexact, InvalidOperation])


def rounded_exactly(value: Decimal, currency: str) -> Decimal:
    """The value with exactly the decimal places of its currency, if no digit but 0 goes lost.

    `10` pounds become `10.00`, and `10.00` yen become `10`.

    Raises:
        InvalidRequestError: It has more places than the currency, such as 10.5 yen, or it is no
            finite Decimal; or the currency has no smallest unit.
        ConfigurationError: The package `iso4217` is not installed.
    """
    if problem := _fault("value", value, currency):
        raise errors.InvalidRequestError(problem)
    return value.quantize(smallest_unit(currency), context=_EXACT)


def check_sendable(amount: Sendable, name: str = "amount", *, signed: bool = False) -> None:
    """Refuses what is no positive sum of whole smallest units, before it is sent.

    Args:
        amount: What is to be sent. Requests count money received as positive.
        name: What the error calls it.
        signed: Whether a negative sum will do as well, as money given back may be recorded. None
            may be zero.

    Raises:
        InvalidRequestError: A value has the wrong sign or more places than its currency, or there
            is none, or it is nothing that is sent.
        ConfigurationError: The package `iso4217` is not installed.
    """
    values = list(_values(amount, name))
    if not values:
        raise errors.InvalidRequestError(f"{name}: has neither a gross_value nor a net_value")
    problems = [
        problem
        for attribute, value in values
        if (problem := _unsendable(f"{name}.{attribute}", value, amount.currency, signed=signed))
    ]
    if problems:
        raise errors.InvalidRequestError(*problems)


def _values(amount: object, name: str) -> Iterator[tuple[str, Decimal]]:
    if not isinstance(amount, models.AmountParameters | models.CurrencyValue):
        raise errors.InvalidRequestError(
            f"{name}: AmountParameters or a CurrencyValue is sent, and no {type(amount).__name__}"
        )
    for attribute in ("gross_value", "net_value", "value"):
        value: Decimal | None = getattr(amount, attribute, None)
        if value is not None:
            yield attribute, value


def _unsendable(name: str, value: Decimal, currency: str, *, signed: bool) -> str | None:
    if problem := _fault(name, value, currency):
        return problem
    if signed:
        return None if value else f"{name}: must not be zero"
    return None if value > 0 else f"{name}: must be positive, and is {value}"


def _fault(name: str, value: object, currency: str) -> str | None:
    if not isinstance(value, Decimal) or not value.is_finite():
        return f"{name}: pass a finite Decimal, such as Decimal('10.50')"
    unit = smallest_unit(currency)
    try:
        value.quantize(unit, context=_EXACT)
    except DecimalException:
        return f"{name}: {value} {currency} is not a whole number of {unit} {currency}"
    return None
