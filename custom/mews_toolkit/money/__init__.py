"""Money that cannot be mixed up: which value of an amount, which sign, which currency.

A `CurrencyValue` is a plain sum, an `Amount` has taxes: `gross`, `net` and `tax` say which of its
values is meant, `gross_parameters` and `net_parameters` what a sum is to be sent as.

taken = total(received(payment) for payment in payments)  # refuses to add pounds to euros
"""

from mews_toolkit.money._conversions import gross, gross_parameters, net, net_parameters, tax
from mews_toolkit.money._errors import (
    InexactSumError,
    MixedCurrenciesError,
    UnknownPaymentStateError,
)
from mews_toolkit.money._exact import exact_sum
from mews_toolkit.money._exponent import exponent, smallest_unit
from mews_toolkit.money._received import is_refund, received
from mews_toolkit.money._rounding import check_sendable, rounded_exactly
from mews_toolkit.money._total import by_currency, total

__all__ = [
    "InexactSumError",
    "MixedCurrenciesError",
    "UnknownPaymentStateError",
    "by_currency",
    "check_sendable",
    "exact_sum",
    "exponent",
    "gross",
    "gross_parameters",
    "is_refund",
    "net",
    "net_parameters",
    "received",
    "rounded_exactly",
    "smallest_unit",
    "tax",
    "total",
]
