"""Money with its taxes."""

from decimal import Decimal

from msgspec import Struct


class TaxValue(Struct, frozen=True, gc=False, rename="pascal"):
    """One tax within an amount."""

    code: str | None
    value: Decimal


class BreakdownItem(Struct, frozen=True, gc=False, rename="pascal"):
    """The part of an amount that falls under one tax rate."""

    tax_rate_code: str | None
    net_value: Decimal
    tax_value: Decimal


class Breakdown(Struct, frozen=True, gc=False, rename="pascal"):
    """An amount split by tax rate."""

    items: tuple[BreakdownItem, ...]


class Amount(Struct, frozen=True, gc=False, rename="pascal"):
    """Money in one currency.

    Payments are negative and refunds positive, as the API reports them.
    """

    currency: str
    net_value: Decimal
    gross_value: Decimal
    tax_values: tuple[TaxValue, ...]
    breakdown: Breakdown


class CurrencyValue(Struct, frozen=True, gc=False, rename="pascal"):
    """A plain sum of money, taxes aside."""

    currency: str
    value: Decimal


_NOTHING = Decimal(0)


def untaxed(currency: str, value: Decimal) -> Amount:
    """An amount that no tax applies to."""
    items = (BreakdownItem(None, value, _NOTHING),)
    return Amount(currency, value, value, (), Breakdown(items))
