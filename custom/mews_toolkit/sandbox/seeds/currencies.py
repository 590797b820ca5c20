"""The currencies that the API knows: those of the places where hotels are run with it."""

from collections.abc import Mapping

_BY_PRECISION = {
    0: "CLP ISK JPY KRW VND XOF XPF",
    2: (
        "AED AUD AWG BGN BRL CAD CHF CNY CZK DKK EGP EUR GBP GEL HKD HUF IDR ILS INR KES MAD MXN "
        "MYR NOK NZD PEN PHP PLN QAR RON RSD SAR SEK SGD THB TRY TWD UAH USD ZAR"
    ),
    3: "BHD JOD KWD OMR TND",
}

PRECISIONS: Mapping[str, int] = dict(
    sorted(
        (code, precision) for precision, codes in _BY_PRECISION.items() for code in codes.split()
    )
)
"""Decimal places of an amount in each currency, by its ISO 4217 code."""
