"""Arithmetic with money: taxes and exchange, exact to the cent."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import ROUND_HALF_EVEN, Context, Decimal
from functools import cache

from msgspec import Struct, structs

from mews_toolkit.sandbox.entities.amount import Amount, Breakdown, BreakdownItem, TaxValue, untaxed
from mews_toolkit.sandbox.refusals import invalid

_CENT = Decimal("0.01")
_MOST_DIGITS = 15
_MOST_PLACES = 30
_RATE = Decimal("0.00000001")
EXACT = Context(prec=60, rounding=ROUND_HALF_EVEN)
"""Wide enough for any sum within these bounds times any rate: nothing is rounded but by `_cents`.

The sandbox reckons with it throughout, whatever the context of the process it runs in."""

UNITS_FOR_ONE_EURO: Mapping[str, Decimal] = {
    "EUR": Decimal(1),
    "GBP": Decimal("0.8450"),
    "USD": Decimal("1.0925"),
    "CHF": Decimal("0.9410"),
    "CZK": Decimal("25.105"),
}
"""What the sandbox's exchange rates come from. They never change."""


class AmountParameters(Struct, frozen=True, rename="pascal"):
    """Money to be recorded: a gross value or a net one, as the enterprise prices."""

    currency: str
    gross_value: Decimal | None = None
    net_value: Decimal | None = None
    tax_codes: tuple[str, ...] | None = None


def _cents(value: Decimal) -> Decimal:
    return value.quantize(_CENT, context=EXACT)


def checked(value: Decimal, name: str) -> Decimal:
    """The value, unless it is beyond any sum that the sandbox can reckon with."""
    # Looking at the digits is no arithmetic, which could overflow.
    if value.adjusted() >= _MOST_DIGITS:
        raise invalid(name, "The sum is too large.")
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int) or exponent < -_MOST_PLACES:
        raise invalid(name, f"The sum has more than {_MOST_PLACES} decimal places.")
    return value


@cache
def exchange_rate(source: str, target: str) -> Decimal:
    """What a sum in one currency is multiplied by to get it in another.

    Rounded in each direction by itself, so that one is not the exact inverse of the other.
    """
    quotient = EXACT.divide(UNITS_FOR_ONE_EURO[target], UNITS_FOR_ONE_EURO[source])
    return quotient.quantize(_RATE, context=EXACT)


def exchanged(value: Decimal, source: str, target: str) -> Decimal:
    """The value in another currency. The same currency leaves it as it is."""
    if source == target:
        return value
    return _cents(EXACT.multiply(value, exchange_rate(source, target)))


def converted(amount: Amount, target: str) -> Amount:
    """The amount in another currency, each of its values exchanged by itself."""
    if amount.currency == target:
        return amount

    def exchange(value: Decimal) -> Decimal:
        return exchanged(value, amount.currency, target)

    return _mapped(structs.replace(amount, currency=target), exchange)


def added(total: Decimal, value: Decimal, times: int = 1) -> Decimal:
    """The total with the value added so many times, every digit kept."""
    return EXACT.fma(value, times, total)


def negated(amount: Amount) -> Amount:
    """The amount with the opposite sign, every digit kept."""
    return _mapped(amount, lambda value: value.copy_negate() if value else value)


def amount_of(given: AmountParameters, rates: Mapping[str, Decimal]) -> Amount:
    """The amount with its taxes.

    Raises a `Refusal` for a tax code that the enterprise does not know.
    """
    codes = given.tax_codes or ()
    if any(code not in rates for code in codes):
        raise invalid("TaxCodes", "The enterprise's tax environment does not know the code.")
    if given.gross_value is not None:
        return _from_gross(given.currency, checked(given.gross_value, "GrossValue"), codes, rates)
    if given.net_value is not None:
        return _from_net(given.currency, checked(given.net_value, "NetValue"), codes, rates)
    raise invalid("GrossValue")


def _from_gross(
    currency: str, gross: Decimal, codes: Sequence[str], rates: Mapping[str, Decimal]
) -> Amount:
    if not codes:
        return untaxed(currency, gross)
    net = _cents(EXACT.divide(gross, 1 + rates[codes[0]]))
    return _taxed(currency, net, [(codes[0], EXACT.subtract(gross, net))])


def _from_net(
    currency: str, net: Decimal, codes: Sequence[str], rates: Mapping[str, Decimal]
) -> Amount:
    if not codes:
        return untaxed(currency, net)
    return _taxed(currency, net, [(it, _cents(EXACT.multiply(net, rates[it]))) for it in codes])


def _taxed(currency: str, net: Decimal, taxes: Iterable[tuple[str, Decimal]]) -> Amount:
    values = tuple(TaxValue(code, tax) for code, tax in taxes)
    items = tuple(BreakdownItem(it.code, net, it.value) for it in values)
    gross = net
    for it in values:
        gross = EXACT.add(gross, it.value)
    return Amount(currency, net, gross, values, Breakdown(items))


def _mapped(amount: Amount, change: Callable[[Decimal], Decimal]) -> Amount:
    return Amount(
        amount.currency,
        change(amount.net_value),
        change(amount.gross_value),
        tuple(TaxValue(it.code, change(it.value)) for it in amount.tax_values),
        Breakdown(
            tuple(
                BreakdownItem(it.tax_rate_code, change(it.net_value), change(it.tax_value))
                for it in amount.breakdown.items
            )
        ),
    )
