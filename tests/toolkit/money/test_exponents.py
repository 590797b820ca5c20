"""Decimal places per ISO 4217, and sums that no coin can pay."""

from __future__ import annotations

import sys
from decimal import Decimal, localcontext
from typing import Any, cast

import pytest

from mews_connector import errors, models
from mews_toolkit.money import _exponent as module
from mews_toolkit.money import check_sendable, exponent, rounded_exactly, smallest_unit


@pytest.mark.parametrize(
    ("currency", "places", "unit"),
    [
        ("GBP", 2, "0.01"),
        ("JPY", 0, "1"),
        ("ISK", 0, "1"),
        ("KWD", 3, "0.001"),
        # where CLDR differs
        ("IQD", 3, "0.001"),
        ("HUF", 2, "0.01"),
        ("CLF", 4, "0.0001"),
    ],
)
def test_a_currency_has_its_decimal_places(currency: str, places: int, unit: str) -> None:
    assert exponent(currency) == places
    assert str(smallest_unit(currency)) == unit


@pytest.mark.parametrize("currency", ["XAU", "XXX", "gbp", "HRK", "", "Pounds"])
def test_what_has_no_smallest_unit_is_refused(currency: str) -> None:
    with pytest.raises(errors.InvalidRequestError, match="no smallest unit"):
        exponent(currency)


@pytest.mark.parametrize(
    ("given", "currency", "rounded"),
    [
        ("10", "GBP", "10.00"),
        ("10.5", "GBP", "10.50"),
        ("10.5000", "GBP", "10.50"),
        ("10.00", "JPY", "10"),
        ("1E+3", "JPY", "1000"),
        ("-0.125", "KWD", "-0.125"),
    ],
)
def test_digits_are_added_and_noughts_removed(given: str, currency: str, rounded: str) -> None:
    with localcontext(prec=2):
        assert str(rounded_exactly(Decimal(given), currency)) == rounded


@pytest.mark.parametrize(
    ("given", "currency"),
    [("10.5", "JPY"), ("0.001", "GBP"), ("0.0005", "KWD"), ("1E-30", "GBP"), ("1E+70", "GBP")],
)
def test_nothing_is_rounded_away(given: str, currency: str) -> None:
    with pytest.raises(errors.InvalidRequestError, match="not a whole number"):
        rounded_exactly(Decimal(given), currency)


@pytest.mark.parametrize("given", [10.5, 10, "10", True, Decimal("NaN"), Decimal("Infinity")])
def test_only_finite_decimals_are_sums(given: object) -> None:
    with pytest.raises(errors.InvalidRequestError, match="finite Decimal"):
        rounded_exactly(cast("Any", given), "GBP")


def test_all_faults_of_what_is_to_be_sent_are_told() -> None:
    amount = models.AmountParameters(
        currency="JPY", gross_value=Decimal("10.5"), net_value=Decimal(-1)
    )

    with pytest.raises(errors.InvalidRequestError) as raised:
        check_sendable(amount, "price")

    assert [it.partition(":")[0] for it in raised.value.problems] == [
        "price.gross_value",
        "price.net_value",
    ]


@pytest.mark.parametrize("value", ["0", "-0.01"])
def test_only_what_is_positive_is_sent(value: str) -> None:
    with pytest.raises(errors.InvalidRequestError, match="must be positive"):
        check_sendable(models.CurrencyValue(currency="GBP", value=Decimal(value)))


def test_where_money_may_go_either_way_only_nothing_is_refused() -> None:
    check_sendable(models.CurrencyValue(currency="GBP", value=Decimal("-0.01")), signed=True)

    with pytest.raises(errors.InvalidRequestError, match="must not be zero"):
        check_sendable(models.CurrencyValue(currency="GBP", value=Decimal("0.00")), signed=True)
    with pytest.raises(errors.InvalidRequestError, match="not a whole number"):
        check_sendable(models.CurrencyValue(currency="JPY", value=Decimal("-0.5")), signed=True)


@pytest.mark.parametrize(
    ("amount", "problem"),
    [
        (None, "no NoneType"),
        (Decimal(5), "no Decimal"),
        (models.Amount(currency="GBP", gross_value=Decimal(5), tax_values=[]), "no Amount"),
        (models.AmountParameters(currency="GBP"), "neither a gross_value nor a net_value"),
    ],
    ids=["nothing", "a number", "of an answer", "without a value"],
)
def test_what_is_never_sent_does_not_pass(amount: Any, problem: str) -> None:
    with pytest.raises(errors.InvalidRequestError, match=problem):
        check_sendable(amount)


def test_what_can_be_sent_passes() -> None:
    check_sendable(models.AmountParameters(currency="JPY", gross_value=Decimal(10)))
    check_sendable(models.CurrencyValue(currency="KWD", value=Decimal("0.125")))


def test_without_the_extra_nothing_is_sent_unchecked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "iso4217", cast("Any", None))
    module._table.cache_clear()  # pyright: ignore[reportPrivateUsage] - read anew

    with pytest.raises(errors.ConfigurationError, match=r"mews-connector\[workflows\]"):
        check_sendable(models.CurrencyValue(currency="GBP", value=Decimal(1)))
