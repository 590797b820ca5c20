"""`mews reconcile --plot`: what the picture says, and when there is none."""

from __future__ import annotations

import re
import sys
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations
from pathlib import Path
from uuid import UUID
from xml.etree import ElementTree as ET

import attrs

# Here, before the tests give the command a home of its own in which there is no list of fonts.
import matplotlib as mpl
import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch

from mews_connector import models
from mews_toolkit.cli._complaint import ComplaintError
from mews_toolkit.cli._drawn_panel import colours, draw_panel
from mews_toolkit.cli._exit_code import ExitCode
from mews_toolkit.cli._panels import Panel, Series, panels_of
from mews_toolkit.cli._picture import Picture, figure_of
from mews_toolkit.sandbox import Sandbox, Status
from mews_toolkit.workflows import DayOfPayments, UnevenBill
from support.command import Mews
from support.drawn_month import DAYS, NAME, SAMPLE, a_reconciliation, draw, month

OCTOBER = ("reconcile", "--from", "2026-10-01", "--to", "2026-10-31")
SVG = "{http://www.w3.org/2000/svg}"
PNG = b"\x89PNG\r\n"


@attrs.frozen
class Drawn:
    """An SVG, and all that is written in it."""

    content: bytes
    texts: list[str]

    @property
    def fills(self) -> set[str]:
        return set(re.findall(r"fill: (#[0-9a-f]{6})", self.content.decode()))


def read(file: Path) -> Drawn:
    root = ET.fromstring(file.read_bytes())  # noqa: S314 - our own
    texts = ["".join(it.itertext()).strip() for it in root.iter(f"{SVG}text")]
    return Drawn(file.read_bytes(), texts)


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Drawn:
    file = tmp_path_factory.mktemp("pictures") / "month.svg"
    draw(file, month())
    return read(file)


def test_the_sample_in_the_documentation_is_what_is_drawn(drawn: Drawn) -> None:
    assert drawn.content == SAMPLE.read_bytes(), "python tests/support/drawn_month.py draws it anew"


def test_it_says_whose_which_days_it_shows(drawn: Drawn) -> None:
    title = drawn.texts.index(NAME)
    assert drawn.texts[title + 1] == (
        "Payments by the day of closing, 1 to 31 October 2026, days of Europe/Prague"
    )
    assert drawn.texts[-2] == "Saturdays and Sundays are shaded."
    assert drawn.texts[-1] == (
        "The payment ledger goes by the day of posting and not by that of closing:"
        " a difference as such proves nothing."
    )


def test_its_axes_tell_days_and_round_sums_of_the_currency(drawn: Drawn) -> None:
    days = drawn.texts.index("EUR per day")

    assert {"0", "5,000", "10,000", "15,000", "20,000"} <= set(drawn.texts[:days])
    assert {"Oct", *(str(it) for it in range(1, 32)), "Ledger"} <= set(drawn.texts[days:])


def test_its_legend_names_each_type_with_what_it_comes_to(drawn: Drawn) -> None:
    start = drawn.texts.index("EUR")

    legend = drawn.texts[start:-2]

    told = dict(zip(legend[::2], legend[1::2], strict=True))
    assert list(told) == [
        "EUR",
        "Card payment",
        "Alternative payment",
        "Wire transfer (external)",
        "Cash payment",
        "Gift card (external)",
        "Voucher (external)",
        "2 other types",
        "Net",
        "Payment ledger less net",
    ]
    [panel] = panels_of(month(), DAYS, with_ledger=True)
    figures = [Decimal(it.replace(",", "")) for it in list(told.values())[1:]]
    assert figures == [*(it.total for it in panel.series), panel.total, Decimal(0)]


def test_no_two_types_have_the_same_colour(drawn: Drawn) -> None:
    [panel] = panels_of(month(), DAYS, with_ledger=True)

    seven = colours(panel)

    assert len(set(seven)) == 7
    assert {it.lower() for it in seven} <= drawn.fills


def test_what_goes_back_lies_below_zero_and_types_lie_on_each_other() -> None:
    cash, card = models.PaymentType.CASH_PAYMENT, models.PaymentType.CREDIT_CARD_PAYMENT
    [panel] = panels_of(
        a_reconciliation(
            DayOfPayments(DAYS[0], "EUR", cash, None, 2, Decimal(100), Decimal(-10)),
            DayOfPayments(DAYS[0], "EUR", card, None, 2, Decimal(50), Decimal(-5)),
        ),
        DAYS,
        with_ledger=True,
    )
    axes = Axes(Figure(), (0, 0, 1, 1))

    draw_panel(axes, panel)

    bars = [it.get_path() for it in axes.patches if isinstance(it, PathPatch)]
    heights = [sorted({y for _, y in np.asarray(it.vertices).tolist()}) for it in bars]
    assert heights == [[-10, 0, 100], [-15, -10, 100, 150]]
    [net] = axes.collections
    assert {y for _, y in np.asarray(net.get_paths()[0].vertices).tolist()} == {135}
    lowest, highest = axes.get_ylim()
    assert lowest < -15
    assert highest > 150


def test_it_is_the_same_whenever_and_however_it_is_drawn(
    drawn: Drawn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # given a style that somebody has made the usual one
    monkeypatch.setitem(mpl.rcParams, "axes.facecolor", "red")
    monkeypatch.setitem(mpl.rcParams, "font.size", 30)
    monkeypatch.setitem(mpl.rcParams, "svg.fonttype", "path")
    draw(tmp_path / "again.svg", month())

    assert (tmp_path / "again.svg").read_bytes() == drawn.content
    assert b"dc:date" not in drawn.content


def test_each_currency_is_drawn_apart_and_names_are_taken_literally(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # given sums in two currencies, one of which only went back, and others that have no day
    monkeypatch.setattr("support.drawn_month.NAME", "<b>$\\frac{1}{2}$ & \x1b[1m旅館</b>")
    odd = models.PaymentType("$\\sqrt{2}$ \x1b" + "x" * 60)
    result = a_reconciliation(
        DayOfPayments(DAYS[0], "EUR", odd, None, 2, Decimal("1.5"), Decimal(0)),
        DayOfPayments(DAYS[0], "CZK", None, None, 1, Decimal(0), Decimal(-40)),
        DayOfPayments(None, "U\x1bD", None, None, 1, Decimal(7), Decimal(0)),
    )
    bill = UnevenBill(UUID(int=1), "EUR", closed=Decimal(1), balance=Decimal(1), bill=None)
    result = attrs.evolve(result, unbalanced=(bill, attrs.evolve(bill, currency="CZK")))

    # when
    draw(tmp_path / "three.svg", result, own_zone="Europe/\x1bParis")

    # then
    texts = read(tmp_path / "three.svg").texts
    assert [it for it in texts if it.endswith("per day")] == [
        "EUR per day",
        "CZK per day",
        "U\N{REPLACEMENT CHARACTER}D per day",
    ]
    assert {"<b>$\\frac{1}{2}$ & \N{REPLACEMENT CHARACTER}[1m旅館</b>"} <= set(texts)
    assert any(
        it.startswith("$\\sqrt{2}$ \N{REPLACEMENT CHARACTER}xxx") and it.endswith("…")
        for it in texts
    )
    assert texts[texts.index("Day not told, not drawn") + 1] == "7"
    assert any(
        it.endswith("days are those of Europe/\N{REPLACEMENT CHARACTER}Paris.") for it in texts
    )
    assert "1 bill does not balance; the table names what is missing." in texts
    assert "Ledger" not in texts


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        (date(2026, 10, 3), date(2026, 10, 3), ", 3 October 2026,"),
        (date(2026, 9, 30), date(2026, 10, 1), ", 30 September to 1 October 2026,"),
        (date(2025, 12, 31), date(2026, 1, 1), ", 31 December 2025 to 1 January 2026,"),
    ],
)
def test_a_few_days_have_their_figures_on_them(
    first: date, last: date, told: str, tmp_path: Path
) -> None:
    file = tmp_path / "days.svg"
    row = DayOfPayments(last, "GBP", None, None, 1, Decimal("1234.5"), Decimal("-34.5"))

    draw(file, attrs.evolve(a_reconciliation(row), first_day=first, last_day=last))

    texts = read(file).texts
    assert "net 1,200.0" in texts
    assert any(told in it for it in texts)


def test_figures_that_nobody_could_read_are_left_to_the_legend(tmp_path: Path) -> None:
    file = tmp_path / "days.svg"
    row = DayOfPayments(DAYS[0], "VND", None, None, 1, Decimal("123456789012.34"), Decimal(0))

    draw(file, attrs.evolve(a_reconciliation(row), last_day=DAYS[9]))

    # Beside its type and beside the net of all.
    assert read(file).texts.count("123,456,789,012.34") == 2


@pytest.mark.parametrize(
    ("count", "size"), [(7, "1234567.89"), (10, "39117.62"), (31, "987654321.12")]
)
def test_nothing_that_is_written_lies_across_another_or_beyond_the_edge(
    count: int, size: str
) -> None:
    # given sums of that size, on so many days, of a type and a hotel with long names
    days = [date(2026, 1, 1) + timedelta(days=number) for number in range(count)]
    sums = (Decimal(size),) * count
    back = (Decimal("-0.05"),) * count
    longest = Series("Exchange rounding difference (external)", sums, back)
    panel = Panel("CZK", tuple(days), (longest,), sums, Decimal(size))
    bare = Panel("EUR", tuple(days), (), (None,) * count, Decimal(size))
    picture = Picture(
        title="The Grand Resort and Conference Centre of the Whole Wide World, " * 2,
        subtitle="Payments by the day of closing",
        days=days,
        panels=[panel, bare],
        notes=["Saturdays and Sundays are shaded."],
    )

    # when
    figure = figure_of(picture)
    figure.set_dpi(150)
    figure.draw_without_rendering()

    # then
    texts = [*figure.texts]
    for axes in figure.axes:
        texts += [*axes.texts, axes.yaxis.label, *axes.get_xticklabels()]
    boxes = [(it.get_text(), it.get_window_extent().padded(-1)) for it in texts if it.get_text()]
    inside = figure.bbox.contains
    beyond = [it for it, box in boxes if not (inside(box.x0, box.y0) and inside(box.x1, box.y1))]
    pairs = [
        (one, another) for one, another in combinations(boxes, 2) if one[1].overlaps(another[1])
    ]
    assert (beyond, [(one[0], another[0]) for one, another in pairs]) == ([], [])


def test_days_that_the_ledger_does_not_tell_are_no_days_without_a_difference(
    tmp_path: Path,
) -> None:
    [ledger] = month().ledgers
    file = tmp_path / "half.svg"

    draw(file, attrs.evolve(month(), ledgers=(attrs.evolve(ledger, by_day=ledger.by_day[:12]),)))

    assert "It was told for 12 of 31 days only." in read(file).texts


def test_the_command_draws_what_it_reckons(mews: Mews, tmp_path: Path) -> None:
    file = tmp_path / "october.svg"

    ran = mews(*OCTOBER, "--plot", str(file), "--json")

    [received] = [Decimal(it["received"]) for it in ran.rows if it["section"] == "received"]
    texts = read(file).texts
    assert ran.code == 0
    assert ran.err == "mews: days are those of Europe/London\n"
    assert "Payments by the day of closing, 1 to 31 October 2026, days of Europe/London" in texts
    assert Decimal(texts[texts.index("Net") + 1].replace(",", "")) == received
    assert "The Lantern, London" in texts


def test_days_without_payments_are_drawn_as_such(mews: Mews, tmp_path: Path) -> None:
    file = tmp_path / "none.PNG"

    ran = mews(
        "reconcile", "--from", "2019-05-01", "--to", "2019-05-31", "--tz", "Europe/London",
        "--plot", str(file),
    )  # fmt: skip

    assert ran.code == 0
    assert file.read_bytes().startswith(PNG)


@pytest.mark.parametrize(
    ("name", "code", "said"),
    [
        ("month.pdf", ExitCode.USAGE, "ends neither in .png nor in .svg"),
        ("month", ExitCode.USAGE, "ends neither in .png nor in .svg"),
        ("nowhere/month.svg", ExitCode.SETUP, "nowhere/month.svg: No such file or directory"),
        ("folder.png", ExitCode.SETUP, "folder.png: Is a directory"),
    ],
)
def test_a_file_that_cannot_be_written_is_refused_before_anything_is_sent(  # noqa: PLR0917 - fixtures
    name: str, code: int, said: str, mews: Mews, sandbox: Sandbox, tmp_path: Path
) -> None:
    (tmp_path / "folder.png").mkdir()

    ran = mews(*OCTOBER, "--plot", str(tmp_path / name))

    assert (ran.code, ran.out) == (code, "")
    assert said in ran.err
    assert ran.err.count("\n") == 1
    assert not sandbox.calls


def test_without_matplotlib_the_extra_is_named_before_anything_is_sent(
    mews: Mews, sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)

    ran = mews(*OCTOBER, "--plot", str(tmp_path / "month.svg"))

    assert ran.code == ExitCode.SETUP
    assert "pip install 'mews-connector[plot]'" in ran.err
    assert not sandbox.calls


def test_figures_that_cannot_be_had_leave_the_files_as_they_were(
    mews: Mews, sandbox: Sandbox, tmp_path: Path
) -> None:
    old, new = tmp_path / "old.svg", tmp_path / "new.svg"
    old.write_text("of last month")
    for file in (old, new):
        sandbox.faults.add(Status(401), operation="orderItems/getAll")

        assert mews(*OCTOBER, "--plot", str(file)).code == ExitCode.UNAUTHORIZED

    assert old.read_text() == "of last month"
    assert not new.exists()


def test_a_file_that_cannot_be_written_any_more_is_told(tmp_path: Path) -> None:
    with pytest.raises(ComplaintError, match=r"gone/month\.svg: No such file") as raised:
        draw(tmp_path / "gone" / "month.svg", a_reconciliation())

    assert raised.value.code == ExitCode.SETUP
