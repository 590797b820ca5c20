"""What people read: a table that fits, or rows from top to bottom where it cannot."""

from __future__ import annotations

import pytest

from mews_connector import models
from mews_toolkit.cli._records import Records
from mews_toolkit.cli._settings import Settings
from mews_toolkit.cli._table import Table
from mews_toolkit.export import columns_of, row_as_json, text_of
from support.command import Mews

SPAN = ("payments", "list", "--since", "2026-01-01", "--until", "2026-04-01", "--table")


def outlet(name: str) -> models.Outlet:
    return models.Outlet.from_json(
        f'{{"Id": "00000000-0000-4000-8000-000000000001", "Name": "{name}",'
        ' "EnterpriseId": "00000000-0000-4000-8000-000000000002", "IsActive": true,'
        ' "CreatedUtc": "2026-01-01T00:00:00Z", "UpdatedUtc": "2026-01-01T00:00:00Z"}'
    )


def shown(capsys: pytest.CaptureFixture[str], *pages: list[models.Outlet]) -> str:
    table = Table(Settings(), Records(columns_of(models.Outlet), row_as_json))
    for page in pages:
        table.write(page)
    return capsys.readouterr().out


@pytest.mark.parametrize("width", [80, 130, 200])
def test_a_row_is_one_line_that_fits(
    width: int, mews: Mews, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))

    listed = mews(*SPAN)

    lines = listed.out.splitlines()
    assert lines[1].split()[:4] == ["Id", "Currency", "GrossValue", "State"]
    assert len(lines) > 10
    assert max(map(len, lines)) <= width
    assert "more columns: --columns chooses, --csv has all" in listed.err


def test_the_wider_the_more_columns(mews: Mews, monkeypatch: pytest.MonkeyPatch) -> None:
    headings: list[int] = []
    for width in (90, 130, 200):
        monkeypatch.setenv("COLUMNS", str(width))
        headings.append(len(mews(*SPAN).out.splitlines()[1].split()))

    assert headings == sorted(set(headings))


def test_where_it_is_too_narrow_every_value_has_its_line(
    mews: Mews, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")

    lines = mews(*SPAN, "--limit", "1").out.splitlines()

    assert lines[0].startswith("Id: ")
    assert "Amount.Currency: GBP" in lines


def test_free_text_that_is_too_long_is_cut_visibly(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "150")

    text = shown(capsys, [outlet("bar " * 20)])

    assert "bar bar bar…" in text
    assert "00000000-0000-4000-8000-000000000001" in text


def test_a_wide_sign_takes_two_places(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "150")

    wide, plain = shown(capsys, [outlet("酒吧"), outlet("bar1")]).splitlines()[1:]

    assert wide.index("2026") == plain.index("2026") - 2


def test_a_text_cannot_give_the_terminal_orders(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "150")

    text = shown(capsys, [outlet("a\\u001b[2J\\nb")])

    assert "\x1b" not in text
    assert len(text.splitlines()) == 2


def test_a_later_page_keeps_the_columns_of_the_first(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "150")

    text = shown(capsys, [outlet("bar")], [], [outlet("spa")])

    assert len(text.splitlines()) == 3


def test_what_has_no_parts_is_text_and_what_has_is_json() -> None:
    account = models.AmountParameters(currency="GBP")

    assert text_of(["a", 1, None, account]) == '["a",1,null,{"Currency":"GBP"}]'
    assert text_of({"en-GB": "Caf\u00e9"}) == '{"en-GB":"Caf\u00e9"}'
    assert text_of([True]) == "[true]"
    assert text_of(None) == ""
