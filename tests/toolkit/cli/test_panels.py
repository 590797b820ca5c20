"""What a picture of a reconciliation shows: decided and reckoned before anything is drawn."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import attrs
import pytest

from mews_connector import models
from mews_toolkit.cli._day_ticks import day_ticks, shaded
from mews_toolkit.cli._panels import Panel, panels_of
from mews_toolkit.cli._written import on_axis, written
from mews_toolkit.workflows import DayOfPayments, LedgerChange
from support.drawn_month import DAYS, a_reconciliation

FIRST, SECOND = DAYS[:2]


def a_day(  # noqa: PLR0917 - a row as it is read
    day: date | None,
    came_in: str,
    went_back: str = "0",
    type_: str | None = "CashPayment",
    external: str | None = None,
    currency: str = "EUR",
    count: int = 1,
) -> DayOfPayments:
    return DayOfPayments(
        day,
        currency,
        None if type_ is None else models.PaymentType(type_),
        None if external is None else models.ExternalPaymentType(external),
        count,
        Decimal(came_in),
        Decimal(went_back),
    )


def a_ledger(
    *moved: str, type_: models.LedgerType = models.LedgerType.PAYMENT, currency: str = "EUR"
) -> LedgerChange:
    zero = Decimal(0)
    by_day = tuple(zip(DAYS, map(Decimal, moved), strict=False))
    return LedgerChange(type_, currency, FIRST, SECOND, len(moved), zero, zero, None, by_day)


def panels(
    *rows: DayOfPayments, ledgers: tuple[LedgerChange, ...] = (), with_ledger: bool = True
) -> tuple[Panel, ...]:
    return panels_of(a_reconciliation(*rows, ledgers=ledgers), DAYS, with_ledger=with_ledger)


def test_every_day_and_type_has_its_exact_sums() -> None:
    [panel] = panels(
        a_day(FIRST, "12345678901234567890.01", "-0.02"), a_day(SECOND, "5", type_="Payment")
    )

    cash, other = panel.series
    assert cash.came_in == (Decimal("12345678901234567890.01"), *[0] * 30)
    assert cash.went_back == (Decimal("-0.02"), *[0] * 30)
    assert other.came_in == (0, Decimal(5), *[0] * 29)
    assert panel.net == (Decimal("12345678901234567889.99"), 5, *[0] * 29)
    assert panel.total == Decimal("12345678901234567894.99")


def test_each_currency_has_its_own_panel_and_the_busiest_comes_first() -> None:
    few, many = panels(
        a_day(FIRST, "9000", currency="CZK", count=2), a_day(FIRST, "1", currency="EUR", count=3)
    )[::-1]

    assert (few.currency, few.total) == ("CZK", Decimal(9000))
    assert (many.currency, many.total) == ("EUR", Decimal(1))


def test_types_are_in_the_order_of_their_figures() -> None:
    [panel] = panels(
        # More money moved by the first one, and less of it stayed.
        a_day(FIRST, "100", "-95"), a_day(FIRST, "50", type_="Payment")
    )  # fmt: skip

    assert [it.total for it in panel.series] == [50, 5]


def test_more_types_than_colours_are_drawn_together() -> None:
    kinds = list(models.ExternalPaymentType)[:9]
    rows = [
        a_day(FIRST, str(100 - n), "-1", "ExternalPayment", kind) for n, kind in enumerate(kinds)
    ]

    [panel] = panels(*rows)

    assert len(panel.series) == 7
    assert panel.series[-1].label == "3 other types"
    assert panel.series[-1].came_in[0] == 94 + 93 + 92
    assert panel.series[-1].went_back[0] == -3
    assert panel.total == sum(range(92, 101)) - 9


@pytest.mark.parametrize(
    ("type_", "external", "label"),
    [
        ("CreditCardPayment", None, "Card payment"),
        ("ExternalPayment", "WireTransfer", "Wire transfer (external)"),
        ("Telepathy", None, "Telepathy"),
        ("ExternalPayment", "Seashells", "Seashells (external)"),
        (None, None, "No type told"),
    ],
)
def test_types_have_names(type_: str | None, external: str | None, label: str) -> None:
    [panel] = panels(a_day(FIRST, "1", "0", type_, external))

    assert [it.label for it in panel.series] == [label]


def test_the_payment_ledger_is_compared_day_by_day_in_its_currency() -> None:
    ledgers = (
        a_ledger("10.01", "0"),
        a_ledger("7", currency="USD"),
        a_ledger("5", type_=models.LedgerType.REVENUE),
    )

    euros, dollars = panels(a_day(FIRST, "12", "-2"), ledgers=ledgers)

    # The ledger tells of two days only.
    assert euros.ledger == (Decimal("0.01"), 0, *[None] * 29)
    assert (euros.differs, euros.difference) == (True, Decimal("0.01"))
    assert dollars.ledger[0] == 7
    assert dollars.series == ()


def test_a_ledger_that_agrees_is_not_drawn() -> None:
    [panel] = panels(a_day(FIRST, "12", "-2"), ledgers=(a_ledger("10"),))

    assert not panel.differs


def test_days_of_another_zone_are_not_compared_with_the_ledger() -> None:
    [panel] = panels(a_day(FIRST, "12"), ledgers=(a_ledger("10"),), with_ledger=False)

    assert not panel.differs


def test_what_has_no_day_is_told_beside_the_days() -> None:
    [panel] = panels(a_day(None, "3.5", "-1"), a_day(FIRST, "2"))

    assert (panel.undated, panel.total) == (Decimal("2.5"), Decimal(2))


def test_without_payments_there_is_no_panel() -> None:
    assert panels() == ()


def labels(count: int, first: date = FIRST) -> list[str]:
    return [it.label for it in day_ticks([first + timedelta(days=n) for n in range(count)])]


@pytest.mark.parametrize(
    ("count", "named"),
    [
        (1, ["Thu\n1 Oct"]),
        (3, ["Thu\n1 Oct", "Fri\n2 Oct", "Sat\n3 Oct"]),
        (33, ["1\nOct", *map(str, range(2, 32)), "1\nNov", "2"]),
        (45, ["5 Oct", "12 Oct", "19 Oct", "26 Oct", "2 Nov", "9 Nov"]),
        (140, ["Oct\n2026", "Nov", "Dec", "Jan\n2027", "Feb"]),
    ],
)
def test_an_axis_names_as_many_days_as_it_has_room_for(count: int, named: list[str]) -> None:
    assert labels(count) == named


@pytest.mark.parametrize("years", [1, 3, 20])
def test_years_are_named_as_well_without_becoming_a_crowd(years: int) -> None:
    assert 3 <= len(labels(366 * years)) <= 25


def test_a_tick_stands_at_its_day() -> None:
    places = [it.place for it in day_ticks([FIRST + timedelta(days=n) for n in range(45)])]

    assert places == [4, 11, 18, 25, 32, 39]


def test_the_ends_of_weeks_are_shaded_where_they_can_be_seen() -> None:
    assert shaded(DAYS[:9]) == [2, 3]
    assert shaded([FIRST] * 200) == []


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("1234567.5", "1,234,567.50"),
        ("-1234.005", "\N{MINUS SIGN}1,234.005"),
        ("12345678901234567890.01", "12,345,678,901,234,567,890.01"),
        ("1E+3", "1,000.00"),
    ],
)
def test_figures_have_thousands_set_apart_and_every_digit(value: str, text: str) -> None:
    assert written(Decimal(value), 2) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (20000.0, "20,000"),
        (2.5, "2.5"),
        (-0.0, "0"),
        (-1000.0, "\N{MINUS SIGN}1,000"),
        (0.1, "0.1"),
    ],
)
def test_an_axis_has_no_more_digits_than_it_needs(value: float, text: str) -> None:
    assert on_axis(value) == text


def test_a_panel_has_places_for_all_its_totals() -> None:
    [panel] = panels(a_day(FIRST, "1.5"), a_day(FIRST, "2.125", type_="Payment"))

    assert panel.places == 3
    assert attrs.evolve(panel, series=()).places == 0
