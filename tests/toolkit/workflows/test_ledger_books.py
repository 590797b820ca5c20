"""Ledgers over some days: the first opening and the last closing of each, currency by currency."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

import pytest

from mews_connector import models
from mews_toolkit.workflows import LedgerChange, LedgerCurrenciesError
from mews_toolkit.workflows._ledger_changes import LedgerBooks

FIRST, LAST = date(2022, 12, 30), date(2023, 1, 2)
CITY = models.LedgerType.CITY


def amount(told: str) -> models.Amount:
    value, currency = told.split()
    return models.Amount(currency=currency, gross_value=Decimal(value), tax_values=[])


def a_day(day: date, opening: str, closing: str) -> models.LedgerBalance:
    return models.LedgerBalance(
        enterprise_id=UUID(int=1),
        date=day,
        ledger_type=CITY,
        opening_balance=amount(opening),
        closing_balance=amount(closing),
    )


def changes(*days: models.LedgerBalance) -> tuple[LedgerChange, ...]:
    books = LedgerBooks(FIRST, LAST)
    for each in days:
        books.add(each)
    return books.changes({})


def test_a_day_that_changes_the_currency_is_an_error_and_no_figure() -> None:
    day = a_day(LAST, "753.45 HRK", "100 EUR")

    with pytest.raises(LedgerCurrenciesError, match=r"City .* HRK .* EUR") as raised:
        changes(a_day(FIRST, "1 HRK", "753.45 HRK"), day)

    assert raised.value.balance is day


def test_each_currency_of_a_ledger_has_its_own_days_and_figures() -> None:
    croatian, european = changes(
        a_day(LAST, "100 EUR", "103 EUR"),
        a_day(FIRST, "700 HRK", "710 HRK"),
        a_day(FIRST + timedelta(days=1), "710 HRK", "753.45 HRK"),
    )[::-1]

    assert (croatian.currency, croatian.change, croatian.days) == ("HRK", Decimal("53.45"), 2)
    assert (european.currency, european.change, european.days) == ("EUR", Decimal(3), 1)
    assert (european.first_day, european.last_day) == (LAST, LAST)
    assert croatian.by_day == (
        (FIRST, Decimal(10)),
        (FIRST + timedelta(days=1), Decimal("43.45")),
    )
    assert european.by_day == ((LAST, Decimal(3)),)


def test_days_that_were_not_asked_for_are_left_out() -> None:
    one = timedelta(days=1)

    [city] = changes(
        a_day(LAST + one, "3 EUR", "999 EUR"),
        a_day(LAST, "2 EUR", "3 EUR"),
        a_day(FIRST, "1 EUR", "2 EUR"),
        a_day(FIRST - one, "888 EUR", "1 EUR"),
    )

    assert (city.first_day, city.last_day, city.days) == (FIRST, LAST, 2)
    assert (city.opening, city.closing) == (Decimal(1), Decimal(3))


def test_a_day_that_is_told_twice_is_one_day() -> None:
    [city] = changes(a_day(FIRST, "1 EUR", "2 EUR"), a_day(FIRST, "1 EUR", "2 EUR"))

    assert (city.days, city.change) == (1, Decimal(1))
