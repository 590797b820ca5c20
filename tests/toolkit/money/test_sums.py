"""Adding money: one currency, every digit, and never a value that nobody named."""

from __future__ import annotations

from decimal import Decimal, localcontext
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mews_connector import errors, models
from mews_toolkit.money import (
    InexactSumError,
    MixedCurrenciesError,
    by_currency,
    exact_sum,
    gross,
    gross_parameters,
    net,
    net_parameters,
    tax,
    total,
)


def value(text: str, currency: str = "GBP") -> models.CurrencyValue:
    return models.CurrencyValue(currency=currency, value=Decimal(text))


AMOUNT = models.Amount(
    currency="GBP",
    gross_value=Decimal("-12.60"),
    net_value=Decimal("-10.00"),
    tax_values=[
        models.TaxValue(code="UK-S", value=Decimal("-2.00")),
        models.TaxValue(code="UK-R", value=Decimal("-0.60")),
    ],
)


def test_sums_of_one_currency_are_added() -> None:
    assert total([value("0.10"), value("0.20"), value("-0.05")]) == value("0.25")


def test_sums_of_different_currencies_are_refused() -> None:
    with pytest.raises(MixedCurrenciesError, match="EUR, GBP cannot be added") as raised:
        total([value("1"), value("1", "EUR")])

    assert raised.value.currencies == ("EUR", "GBP")
    assert isinstance(raised.value, errors.MewsError)


def test_a_currency_can_be_demanded() -> None:
    assert total([value("1")], "GBP") == value("1")
    with pytest.raises(MixedCurrenciesError):
        total([value("1")], "EUR")


def test_plain_numbers_are_added_with_every_digit() -> None:
    with localcontext(prec=3):
        assert exact_sum(Decimal("123456.78"), Decimal("-0.001")) == Decimal("123456.779")
    assert exact_sum() == 0
    with pytest.raises(InexactSumError):
        exact_sum(Decimal("1e300"), Decimal("1e-300"))


def test_nothing_adds_up_to_nothing_of_a_currency_that_is_named() -> None:
    assert total([], "JPY") == value("0", "JPY")
    with pytest.raises(errors.InvalidRequestError, match="name one"):
        total([])


def test_sums_can_be_told_per_currency() -> None:
    sums = by_currency([value("1"), value("2", "EUR"), value("3")])

    assert list(sums.items()) == [("GBP", Decimal(4)), ("EUR", Decimal(2))]


@given(st.lists(st.decimals(allow_nan=False, allow_infinity=False, places=3), max_size=30))
def test_no_digit_goes_lost_whatever_the_context(values: list[Decimal]) -> None:
    with localcontext(prec=3):
        [sum_] = by_currency([value("0"), *(value(str(it)) for it in values)]).values()

    with localcontext(prec=500):
        assert sum_ == sum(values, Decimal(0))


def test_what_no_sum_could_hold_is_an_error() -> None:
    with pytest.raises(InexactSumError):
        total([value("1E+500"), value("0.01")])


def test_an_amount_is_no_sum_until_somebody_says_which_value() -> None:
    with pytest.raises(errors.InvalidRequestError, match="gross, net or tax"):
        total(cast("Any", [AMOUNT]))

    assert gross(AMOUNT) == value("-12.60")
    assert net(AMOUNT) == value("-10.00")
    assert tax(AMOUNT) == value("-2.60")


@pytest.mark.parametrize(
    "number", [Decimal("NaN"), Decimal("sNaN"), Decimal("Infinity"), 1.5, 1, "1", None], ids=repr
)
def test_only_finite_decimals_are_added(number: Any) -> None:
    with pytest.raises(errors.InvalidRequestError, match="finite Decimal"):
        total([value("1"), models.CurrencyValue(currency="GBP", value=number)])


@pytest.mark.parametrize("which", [gross, net, tax])
@pytest.mark.parametrize(
    "amount",
    [models.AmountParameters(currency="GBP", gross_value=Decimal(5)), value("5"), None],
    ids=lambda each: type(each).__name__,
)
def test_only_an_answers_amount_has_values_to_choose_from(which: Any, amount: Any) -> None:
    # that of a request counts the other way round
    with pytest.raises(errors.InvalidRequestError, match=f"no {type(amount).__name__}$"):
        which(amount)


@pytest.mark.parametrize("as_sent", [gross_parameters, net_parameters])
@pytest.mark.parametrize("sum_", [AMOUNT, Decimal(5), value("NaN")], ids=repr)
def test_only_a_plain_sum_becomes_an_amount_to_send(as_sent: Any, sum_: Any) -> None:
    with pytest.raises(errors.InvalidRequestError, match=r"^value: "):
        as_sent(sum_)


@pytest.mark.parametrize("which", [gross, net, tax])
def test_a_value_that_the_answer_left_out_is_not_made_up(which: Any) -> None:
    with pytest.raises(errors.InvalidRequestError, match="ExtendedAmount in GBP has no"):
        which(models.ExtendedAmount(currency="GBP"))


def test_a_sum_says_as_what_it_is_sent() -> None:
    assert gross_parameters(value("5"), "UK-S") == models.AmountParameters(
        currency="GBP", gross_value=Decimal(5), tax_codes=["UK-S"]
    )
    assert net_parameters(value("5"), "US-A", "US-B") == models.AmountParameters(
        currency="GBP", net_value=Decimal(5), tax_codes=["US-A", "US-B"]
    )
    assert gross_parameters(value("5")).tax_codes is None
    assert net_parameters(value("5")).tax_codes is None
