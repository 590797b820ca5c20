from decimal import Decimal

SurchargeFees = dict[str, Decimal]
"""Surcharge in percent of the payment, by brand of card such as `Amex`."""
