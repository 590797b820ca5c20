"""What is there already is never lost, and nothing is asked of the API for what cannot be."""

from __future__ import annotations

import asyncio
import csv
import fcntl
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest

from mews_connector import Clock, MewsClient, errors, models
from mews_toolkit.export import Column, Export, Exported, ExportError, _asked, columns_of
from mews_toolkit.export._asked import Asked
from mews_toolkit.export._formats import format_for
from mews_toolkit.export._store import Store
from support.ledger import Ledger, all_days
from support.pages import Payments

AMOUNTS = [f"{day}.10" for day in range(6)]


@pytest.fixture
def ledger() -> Ledger:
    return Ledger(AMOUNTS)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "payments.csv"


def payments(mews: MewsClient) -> Callable[..., Payments]:
    return mews.payments.get_all


async def run(export: Export, mews: MewsClient, days: int = 6, **keywords: Any) -> Exported:
    return await export.run(mews, payments, created_utc=all_days(days), page_size=2, **keywords)


def written(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def amounts_in(file: Path) -> list[str]:
    with file.open(encoding="utf-8", newline="") as text:
        return [row["Amount.GrossValue"] for row in csv.DictReader(text)]


def take_away(file: Path) -> None:
    file.unlink()


def names(folder: Path) -> set[str]:
    return {it.name for it in folder.iterdir()}


async def break_off(file: Path, after: int = 1) -> None:
    """Leaves an export that was cancelled after so many pages."""

    def cancel(request: int) -> None:
        if request == after + 1:
            walk.cancel()

    async with Ledger(AMOUNTS, before=cancel).client() as mews:
        walk = asyncio.create_task(run(Export(file), mews))
        await asyncio.wait([walk])


async def refused(export: Export, ledger: Ledger, told: str, **keywords: Any) -> None:
    """It is, before anything is sent, and everything stays as it was."""
    asked = ledger.requests
    before = {it: it.read_bytes() for it in export.out.parent.iterdir()}
    async with ledger.client() as mews:
        with pytest.raises(ExportError, match=told):
            await run(export, mews, **keywords)
    assert ledger.requests == asked
    assert {it: it.read_bytes() for it in export.out.parent.iterdir()} == before


async def test_what_is_finished_says_so(ledger: Ledger, file: Path) -> None:
    async with ledger.client() as mews:
        await run(Export(file), mews)

    await refused(Export(file), ledger, "is finished, with 6 rows; overwrite it to begin anew")


async def test_to_go_on_with_what_is_finished_is_to_do_nothing(ledger: Ledger, file: Path) -> None:
    async with ledger.client() as mews:
        first = await run(Export(file), mews)
        asked, content = ledger.requests, written(file)
        again = await run(Export(file, resume=True), mews)

    assert (first.new_rows, again.rows, again.new_rows) == (6, 6, 0)
    assert ledger.requests == asked
    assert written(file) == content


async def test_what_is_finished_and_was_taken_away_is_made_again_but_not_by_going_on(
    ledger: Ledger, file: Path
) -> None:
    async with ledger.client() as mews:
        await run(Export(file), mews)
        take_away(file)
        await refused(Export(file, resume=True), ledger, "taken away since")
    async with Ledger(AMOUNTS).client() as mews:
        assert (await run(Export(file), mews)).new_rows == 6


async def test_what_broke_off_is_not_begun_anew_unasked(ledger: Ledger, file: Path) -> None:
    await break_off(file)

    await refused(Export(file), ledger, "broken off after 2 rows; resume it, or overwrite it")


async def test_overwriting_begins_anew_whatever_there_is(ledger: Ledger, file: Path) -> None:
    await break_off(file)
    file.with_name("payments.csv.resume").write_text("not ours")

    async with ledger.client() as mews:
        done = await run(Export(file, overwrite=True), mews)

    assert (done.rows, done.new_rows) == (6, 6)
    assert amounts_in(file) == AMOUNTS[::-1]


@pytest.mark.parametrize("name", ["payments.csv", "payments.csv.part"])
@pytest.mark.parametrize("resume", [False, True])
async def test_the_file_of_somebody_else_is_not_touched(
    name: str, ledger: Ledger, file: Path, *, resume: bool
) -> None:
    file.with_name(name).write_text("my thesis")

    await refused(Export(file, resume=resume), ledger, "no payments.csv.resume says what it is")


@pytest.mark.parametrize(
    ("keywords", "told"),
    [
        ({"days": 5}, "with another query: created_utc$"),
        ({"states": [models.PaymentState.CHARGED]}, "another query: states"),
    ],
)
async def test_another_query_is_not_mixed_in(
    keywords: dict[str, Any], told: str, ledger: Ledger, file: Path
) -> None:
    await break_off(file)

    await refused(Export(file, resume=True), ledger, told, **keywords)


async def test_nor_is_another_environment_or_enterprise(file: Path) -> None:
    await break_off(file)

    async with Ledger(AMOUNTS).client(environment="https://other.test") as mews:
        with pytest.raises(ExportError, match="environment"):
            await run(Export(file, resume=True), mews)


async def test_the_client_refuses_the_place_of_another_query_as_well(
    ledger: Ledger, file: Path
) -> None:
    # given somebody who made the resume file say what it should
    await break_off(file)
    resume = file.with_name("payments.csv.resume")
    told = json.loads(resume.read_text())
    told["query"]["created_utc"] = told["query"]["created_utc"].replace("-07T", "-06T")
    resume.write_text(json.dumps(told))

    async with ledger.client() as mews:
        with pytest.raises(errors.InvalidRequestError, match="belongs to another query"):
            await run(Export(file, resume=True), mews, days=5)

    assert ledger.requests == 0


async def test_how_rows_are_read_may_change_on_the_way(ledger: Ledger, file: Path) -> None:
    await break_off(file)

    async with ledger.client() as mews:
        done = await Export(file, resume=True).run(
            mews,
            lambda it: it.payments.get_all,
            created_utc=all_days(6),
            page_size=3,
            prefetch=True,
        )

    assert (done.rows, done.new_rows) == (6, 4)


async def test_rows_that_the_working_file_has_lost_are_noticed(ledger: Ledger, file: Path) -> None:
    await break_off(file)
    working = file.with_name("payments.csv.part")
    working.write_bytes(working.read_bytes()[:-1])

    await refused(Export(file, resume=True), ledger, "has lost rows")


@pytest.mark.parametrize("form", [".csv", ".parquet"])
async def test_columns_of_another_version_are_not_mixed_in(
    form: str, ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / f"payments{form}"
    await break_off(file)
    columns = columns_of(models.Payment)
    columns.append(attrs.evolve(columns[0], path=("Sender",)))

    def newer(_: type[Any]) -> list[Column]:
        return columns

    monkeypatch.setattr(_asked, "columns_of", newer)

    await refused(Export(file, resume=True), ledger, "by a version that has other columns")


def test_what_is_no_method_of_the_client_is_refused(tmp_path: Path, ledger: Ledger) -> None:
    def strange(**_: Any) -> Any:
        return None

    async def ask() -> None:
        async with ledger.client() as mews:
            await Export(tmp_path / "payments.csv").run(mews, lambda _: strange)

    with pytest.raises(errors.ConfigurationError, match="give a paginated method"):
        asyncio.run(ask())


@pytest.mark.parametrize("text", ["", "{}", '{"version": 2}', '{"version": 1, "rows": -1}'])
async def test_a_resume_file_that_makes_no_sense_is_refused(
    text: str, ledger: Ledger, file: Path
) -> None:
    file.with_name("payments.csv.resume").write_text(text)

    await refused(Export(file, resume=True), ledger, "no resume file of this version")


@pytest.mark.parametrize(
    "edited", [{"position": 0}, {"position": 1.5}, {"rows": "2"}, {"is_finished": True}]
)
async def test_a_resume_file_that_contradicts_itself_is_refused(
    edited: dict[str, object], ledger: Ledger, file: Path
) -> None:
    await break_off(file)
    resume = file.with_name("payments.csv.resume")
    resume.write_text(json.dumps(json.loads(resume.read_text()) | edited))

    await refused(Export(file, resume=True), ledger, "no resume file of this version")


@pytest.mark.skipif(sys.platform == "win32", reason="files are not locked there")
async def test_of_two_at_once_the_second_is_refused(file: Path) -> None:
    raised: list[BaseException] = []

    async def second() -> None:
        async with Ledger(AMOUNTS).client() as mews:
            try:
                await run(Export(file, overwrite=True), mews)
            except ExportError as error:
                raised.append(error)

    def between(request: int) -> None:
        if request == 2:
            others.append(asyncio.create_task(second()))

    others: list[asyncio.Task[None]] = []
    async with Ledger(AMOUNTS, before=between).client() as mews:
        done = await run(Export(file), mews)
    await asyncio.gather(*others)

    assert done.rows == 6
    assert amounts_in(file) == AMOUNTS[::-1]
    assert all("is being written by another export" in str(it) for it in raised)


@pytest.mark.skipif(sys.platform == "win32", reason="files are not locked there")
async def test_one_that_finds_the_file_of_another_that_just_ended_leaves_it_alone(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # given that the working file, just opened, takes its final name before it is locked
    plain = fcntl.flock

    def flock(handle: int, how: int) -> None:
        working = file.with_name("payments.csv.part")
        if not file.exists():
            working.write_text("rows of another")
            working.rename(file)
        plain(handle, how)

    monkeypatch.setattr(fcntl, "flock", flock)
    before: list[str] = []

    def look(_: int) -> None:
        before.append(written(file))

    async with Ledger(AMOUNTS, before=look).client() as mews:
        done = await run(Export(file, overwrite=True), mews)

    assert set(before) == {"rows of another"}
    assert done.rows == 6
    assert amounts_in(file) == AMOUNTS[::-1]


async def test_one_that_was_overtaken_before_it_began_is_refused(
    ledger: Ledger, file: Path
) -> None:
    async with ledger.client() as mews:
        asked = Asked.of(mews, payments(mews), {"created_utc": all_days(6)}, source="")
        slow = Store(file, asked, format_for(file)(asked.columns), every=0, clock=Clock())
        slow.look(resume=True, overwrite=False)
        await run(Export(file), mews)

    with pytest.raises(ExportError, match="was just changed by another export"):
        slow.open(overwrite=False)

    assert amounts_in(file) == AMOUNTS[::-1]
    assert names(file.parent) == {"payments.csv", "payments.csv.resume"}


async def test_what_is_wrong_with_the_filters_is_told_before_a_file_is_made(
    ledger: Ledger, tmp_path: Path
) -> None:
    async with ledger.client() as mews:
        with pytest.raises(errors.InvalidRequestError, match="give at least"):
            await Export(tmp_path / "payments.csv").run(mews, lambda it: it.payments.get_all)
        with pytest.raises(errors.InvalidRequestError, match="resume: the export itself"):
            await run(Export(tmp_path / "payments.csv"), mews, resume="2.0")
        with pytest.raises(errors.InvalidRequestError, match="states"):
            await run(Export(tmp_path / "payments.csv"), mews, states={"Charged"})

    assert names(tmp_path) == set()


def test_a_name_says_the_form() -> None:
    with pytest.raises(errors.ConfigurationError, match="xlsx ends in none of"):
        Export("payments.xlsx")


def test_to_go_on_and_to_begin_anew_contradict_each_other() -> None:
    with pytest.raises(errors.ConfigurationError, match="contradict"):
        Export("payments.csv", resume=True, overwrite=True)


def test_without_its_extra_parquet_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)

    with pytest.raises(errors.ConfigurationError, match=r"pip install 'mews-connector\[parquet\]'"):
        Export("payments.parquet")
