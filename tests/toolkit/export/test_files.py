"""What is in the file: every digit, every instant in UTC, every row, in each of the three forms."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, datetime
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mews_connector import models
from mews_toolkit.export import Export, columns_of, csv_lines, text_of
from mews_toolkit.export._formats import format_for
from support.ledger import FIRST_DAY, Ledger, all_days

FORMS = [".jsonl", ".csv", ".parquet"]
parquet: Any = import_module("pyarrow.parquet")
numbers = st.decimals(allow_nan=False, allow_infinity=False, places=None).filter(
    # What the API could not mean, the client does not read either.
    lambda it: abs(it.adjusted()) < 60
)


def amounts_in(file: Path) -> list[Decimal]:
    """The gross values, read without any float on the way."""
    if file.suffix == ".jsonl":
        lines = file.read_text(encoding="utf-8").splitlines()
        rows = [json.loads(it, parse_float=Decimal, parse_int=Decimal) for it in lines]
        return [row["Amount"]["GrossValue"] for row in rows]
    if file.suffix == ".csv":
        table = csv.DictReader(io.StringIO(file.read_text(encoding="utf-8"), newline=""))
        return [Decimal(row["Amount.GrossValue"]) for row in table]
    column = parquet.read_table(file).column("Amount.GrossValue")
    return [Decimal(it) for it in column.to_pylist()]


async def exported(file: Path, amounts: list[str]) -> Path:
    async with Ledger(amounts).client() as mews:
        await Export(file).run(
            mews, lambda it: it.payments.get_all, created_utc=all_days(len(amounts))
        )
    return file


@pytest.mark.parametrize("form", FORMS)
async def test_every_digit_of_an_amount_is_kept(form: str, tmp_path: Path) -> None:
    amounts = ["-18.50", "0.1", "0.30", "12345678901234567890.123456789012345678", "1e3", "-0.00"]

    file = await exported(tmp_path / f"payments{form}", amounts)

    assert amounts_in(file) == [Decimal(it) for it in reversed(amounts)]


@settings(deadline=None, max_examples=20)
@given(amounts=st.lists(numbers, min_size=1, max_size=4))
# What pyarrow makes other numbers of, if it is asked to read them from texts.
@example(amounts=[Decimal(77980808615436863057565051)])
@example(amounts=[Decimal(2**128), Decimal("1.10")])
@example(amounts=[Decimal("1E+30")])
@example(amounts=[Decimal("0E-30"), Decimal("1." + "10" * 20 + "0" * 20)])
@example(amounts=[Decimal(10) ** 20 - 1, Decimal("1E-18"), Decimal(10) ** 20])
def test_any_amount_is_kept_in_any_form(
    amounts: list[Decimal], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("any")
    columns = columns_of(models.Amount)
    rows = [models.Amount(currency="GBP", gross_value=it, tax_values=[]) for it in amounts]
    for ending in FORMS:
        file = folder / f"amounts{ending}"
        form = format_for(file)(columns)
        working = folder / "working"
        working.write_bytes(form.header + form.encode(rows))

        form.finish(working, file)

        if ending == ".jsonl":
            lines = file.read_text(encoding="utf-8").splitlines()
            kept = [json.loads(it, parse_float=Decimal, parse_int=Decimal) for it in lines]
            assert [row["GrossValue"] for row in kept] == amounts
        elif ending == ".csv":
            table = csv.DictReader(io.StringIO(file.read_text(encoding="utf-8")))
            assert [Decimal(row["GrossValue"]) for row in table] == amounts
        else:
            column = parquet.read_table(file).column("GrossValue").to_pylist()
            assert [Decimal(it) for it in column] == amounts


@settings(deadline=None, max_examples=30)
@given(rows=st.lists(st.lists(st.text(), min_size=1, max_size=3), min_size=1, max_size=3))
# Outside of quotes it ends a line, for whoever reads.
@example(rows=[["till\r7", "18.50"]])
@example(rows=[["\r"], ["", ""]])
def test_whatever_is_in_a_cell_it_comes_back_from_csv(rows: list[list[str]]) -> None:
    text = csv_lines(rows)

    assert list(csv.reader(io.StringIO(text, newline=""))) == rows
    assert text.endswith("\n")
    assert not text.endswith("\r\n")


async def test_parquet_has_amounts_as_exact_numbers_if_they_fit_and_as_texts_if_not(
    tmp_path: Path,
) -> None:
    fits = await exported(tmp_path / "fits.parquet", ["18.50", "-0.000000000000000001"])
    too_long = await exported(tmp_path / "too_long.parquet", ["18.50", "0.0000000000000000001"])

    assert str(parquet.read_schema(fits).field("Amount.GrossValue").type) == "decimal128(38, 18)"
    column = parquet.read_table(too_long).column("Amount.GrossValue")
    assert column.to_pylist() == ["0.0000000000000000001", "18.50"]


async def test_parquet_has_instants_in_utc_and_all_else_as_the_csv_file_has_it(
    tmp_path: Path,
) -> None:
    table = parquet.read_table(await exported(tmp_path / "payments.parquet", ["1", "2"]))
    text = (await exported(tmp_path / "payments.csv", ["1", "2"])).read_text(encoding="utf-8")

    assert str(table.schema.field("CreatedUtc").type) == "timestamp[us, tz=UTC]"
    assert table.column("CreatedUtc").to_pylist()[-1] == FIRST_DAY
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [list(row) for row in rows] == [table.column_names] * 2
    for row, cells in zip(table.to_pylist(), rows, strict=True):
        amounts = {name: it for name, it in row.items() if isinstance(it, Decimal)}
        assert {name: Decimal(cells[name]) for name in amounts} == amounts
        others = row.keys() - amounts.keys()
        assert {it: text_of(row[it]) for it in others} == {it: cells[it] for it in others}


async def test_a_row_of_json_is_the_row_as_the_api_has_it(tmp_path: Path) -> None:
    file = await exported(tmp_path / "payments.jsonl", ["1.50"])

    [line] = file.read_text(encoding="utf-8").splitlines()
    payment = models.Payment.from_json(line)
    assert payment.amount.gross_value == Decimal("1.50")
    assert payment.created_utc == datetime(2026, 1, 1, tzinfo=UTC)
    assert payment.notes == 'day, 0\n"ü"'


@pytest.mark.parametrize("form", FORMS)
async def test_no_rows_are_a_file_without_rows(form: str, tmp_path: Path) -> None:
    async with Ledger([]).client() as mews:
        done = await Export(tmp_path / f"payments{form}").run(
            mews, lambda it: it.payments.get_all, created_utc=all_days(1)
        )

    assert (done.rows, amounts_in(done.file)) == (0, [])


def test_what_has_no_column_of_its_own_type_is_text_in_parquet(tmp_path: Path) -> None:
    file = tmp_path / "categories.parquet"
    columns = columns_of(models.Counter)
    form = format_for(file)(columns)
    text = (
        '{"Id":"1f5e8a10-5c8f-4f4d-9a3e-6a2b7d1c0e55","EnterpriseId":'
        '"8ddea57b-6a5c-4eec-8c4c-24467dce118e","Name":"Invoices",'
        '"IsDefault":true,"Type":"SomethingNew",'
        '"CreatedUtc":"2026-01-01T00:00:00Z","UpdatedUtc":"2026-01-01T00:00:00Z","Value":7}'
    )
    (tmp_path / "working").write_bytes(form.header + form.encode([models.Counter.from_json(text)]))

    form.finish(tmp_path / "working", file)

    [row] = parquet.read_table(file).to_pylist()
    assert row["Type"] == "SomethingNew"
    assert (row["IsDefault"], row["Value"], row["Format"]) == (True, 7, None)
