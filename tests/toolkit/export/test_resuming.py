"""What breaks off leaves whole rows and a place to go on from: none is lost, none comes twice."""

from __future__ import annotations

import asyncio
import os
import shutil
import threading
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mews_connector import MewsClient, errors
from mews_toolkit.export import Begun, Export, Exported, ExportProgress, _store
from mews_toolkit.export._files import temporary
from mews_toolkit.export._working_file import WorkingFile
from support.clients import ACCESS_TOKEN, CLIENT_TOKEN
from support.ledger import Ledger, all_days
from support.pages import Payments

FORMS = [".jsonl", ".csv", ".parquet"]
parquet: Any = import_module("pyarrow.parquet")


def payments(mews: MewsClient) -> Callable[..., Payments]:
    return mews.payments.get_all


async def run(export: Export, mews: MewsClient, days: int, **keywords: Any) -> Exported:
    return await export.run(mews, payments, created_utc=all_days(days), **keywords)


def amounts(days: int) -> list[str]:
    return [f"{day}.10" for day in range(days)]


def ids(file: Path) -> list[str]:
    """Those of the rows, after having read the whole file."""
    if file.suffix == ".parquet":
        found: list[str] = parquet.read_table(file).column("Id").to_pylist()
        return found
    if file.suffix == ".csv":
        rows = file.read_text(encoding="utf-8").split("\n0000")
        assert file.read_bytes().endswith(b"\n")
        return [f"0000{row.partition(',')[0]}" for row in rows[1:]]
    return [line.partition('"Id":"')[2][:36] for line in file.read_text().splitlines()]


def made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def names(folder: Path) -> set[str]:
    return {it.name for it in folder.iterdir()}


def contents(folder: Path) -> bytes:
    return b"".join(it.read_bytes() for it in folder.iterdir())


def expected(days: int) -> list[str]:
    return [f"00000000-0000-0000-0000-{day:012x}" for day in reversed(range(days))]


class Crash:
    """What the disk holds if the process is killed after a page, and a torn row behind it."""

    def __init__(self, folder: Path, *, page: int, torn: bytes, lost: int) -> None:
        self._folder, self._page, self._torn, self._lost = folder, page, torn, lost
        self._pages = 0

    def __call__(self, _: ExportProgress) -> None:
        self._pages += 1
        if self._pages == self._page:
            shutil.copytree(self._folder, self.left)
            [working] = self.left.glob("*.part")
            content = working.read_bytes() + self._torn
            begun = Export(self.left / working.stem).begun()
            assert begun is not None
            # The disk may not have what was not waited for.
            working.write_bytes(content[: max(begun.position, len(content) - self._lost)])

    @property
    def left(self) -> Path:
        return self._folder.with_name("crashed")


@settings(deadline=None, max_examples=20)
@given(
    days=st.integers(1, 9),
    page_size=st.integers(1, 4),
    page=st.integers(1, 9),
    torn=st.binary(max_size=9),
    lost=st.integers(0, 400),
    checkpoint=st.sampled_from([0.0, 3600.0]),
    form=st.sampled_from(FORMS),
)
def test_killed_after_any_row_the_next_run_makes_the_file_as_if_nothing_had_happened(
    *,
    days: int,
    page_size: int,
    page: int,
    torn: bytes,
    lost: int,
    checkpoint: float,
    form: str,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = tmp_path_factory.mktemp("export") / "whole"
    folder.mkdir()
    crash = Crash(folder, page=page, torn=torn, lost=lost)
    file = folder / f"payments{form}"
    export = Export(file, checkpoint=checkpoint, on_progress=crash)

    async def both() -> None:
        async with Ledger(amounts(days)).client() as mews:
            await run(export, mews, days, page_size=page_size)
            if crash.left.exists():
                again = Export(crash.left / file.name, resume=True)
                done = await run(again, mews, days, page_size=page_size)
                assert done.rows == days

    asyncio.run(both())

    assert ids(file) == expected(days)
    if crash.left.exists():
        assert (crash.left / file.name).read_bytes() == file.read_bytes()
        assert {it.suffix for it in crash.left.iterdir()} == {form, ".resume"}


@pytest.mark.parametrize("page", [1, 3, 6])
async def test_windows_read_at_once_are_gone_on_with_as_well(page: int, tmp_path: Path) -> None:
    # given a year, whose four windows come in any order
    crash = Crash(made(tmp_path / "whole"), page=page, torn=b"{", lost=0)
    how = {"page_size": 50, "concurrency": 3, "ordered": False}
    async with Ledger(amounts(365)).client() as mews:
        await run(
            Export(tmp_path / "whole" / "payments.jsonl", checkpoint=0, on_progress=crash),
            mews,
            365,
            **how,
        )

        # when
        file = crash.left / "payments.jsonl"
        done = await run(Export(file, resume=True), mews, 365, **how)

    # then
    assert 0 < done.new_rows < done.rows == 365
    assert sorted(ids(file)) == sorted(expected(365))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("page", [1, 2, 3])
async def test_cancelled_after_any_page_the_file_is_whole_and_is_gone_on_with(
    form: str, page: int, tmp_path: Path
) -> None:
    file = tmp_path / f"payments{form}"

    def cancel(request: int) -> None:
        if request == page + 1:
            walk.cancel()

    ledger = Ledger(amounts(8), before=cancel)
    async with ledger.client() as mews:
        walk = asyncio.create_task(run(Export(file), mews, 8, page_size=2))
        with pytest.raises(asyncio.CancelledError):
            await walk

        begun = Export(file).begun()
        assert begun is not None
        assert begun.rows == 2 * page
        assert ids(file) == expected(8)[: 2 * page]

        done = await run(Export(file, resume=True), mews, 8, page_size=2)

    assert (done.rows, done.new_rows) == (8, 8 - 2 * page)
    assert ids(file) == expected(8)


async def test_cancelled_amid_any_step_on_the_disk_it_takes_that_step_to_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loop = asyncio.get_running_loop()
    sync, synced = os.fsync, 0
    step, specification = 0, asyncio.current_task()
    cancelled = threading.Event()

    def cancel_all() -> None:
        # As the end of a loop does, and it has run on by the time that the disk is done.
        for task in asyncio.all_tasks() - {specification}:
            task.cancel()
        loop.call_soon(lambda: loop.call_soon(lambda: loop.call_soon(cancelled.set)))

    def cancelling(file: int) -> None:
        nonlocal synced
        synced += 1
        if synced == step:
            loop.call_soon_threadsafe(cancel_all)
            cancelled.wait()
        sync(file)

    monkeypatch.setattr(os, "fsync", cancelling)
    async with Ledger(amounts(3)).client() as mews:
        while synced >= step:
            # given
            step, synced = step + 1, 0
            cancelled = threading.Event()
            file = made(tmp_path / str(step)) / "payments.csv"
            walk = asyncio.create_task(run(Export(file, checkpoint=0), mews, 3, page_size=1))

            # when
            with suppress(asyncio.CancelledError):
                await walk
            synced_until_then, synced = synced, step + 1
            await run(Export(file, resume=True), mews, 3, page_size=1)
            synced = synced_until_then

            # then
            assert walk.cancelled() == (synced >= step)
            assert ids(file) == expected(3)
            assert names(file.parent) == {"payments.csv", "payments.csv.resume"}
    assert step > 10


@pytest.mark.parametrize("form", FORMS)
async def test_a_row_that_comes_again_where_it_goes_on_is_in_the_file_once(
    form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / f"payments{form}"

    def fail(request: int) -> None:
        if request == 3:
            raise httpx.ConnectError("the cable")

    monkeypatch.setattr(_store, "_REMEMBERED", 1)
    # given pages of which each begins with the last row of the one before
    async with Ledger(amounts(8), before=fail, overlap=1).client() as mews:
        with pytest.raises(errors.NotSentError):
            await run(Export(file), mews, 8, page_size=3)

        # when
        done = await run(Export(file, resume=True), mews, 8, page_size=3)

    # then
    assert done.rows == 8
    assert ids(file) == expected(8)


async def test_what_a_crash_left_half_made_is_not_left_for_good(tmp_path: Path) -> None:
    file = tmp_path / "payments.csv"
    await break_off(file)
    temporary(file).write_text("half")

    async with Ledger(amounts(6)).client() as mews:
        await run(Export(file, resume=True), mews, 6, page_size=2)

    assert names(tmp_path) == {"payments.csv", "payments.csv.resume"}


async def test_a_resume_file_that_does_not_fit_on_the_disk_is_named_and_nothing_stays_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(file: Path, *_: object, **__: object) -> None:
        file.write_bytes(b"{")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    async with Ledger(amounts(6)).client() as mews:
        with pytest.raises(OSError, match=r"No space left on device: '.*payments\.csv\.resume'"):
            await run(Export(tmp_path / "payments.csv"), mews, 6)

    assert names(tmp_path) == set()


@pytest.mark.parametrize("form", FORMS)
async def test_an_error_leaves_the_rows_before_it(form: str, tmp_path: Path) -> None:
    file = tmp_path / f"payments{form}"

    def fail(request: int) -> None:
        if request == 3:
            raise httpx.ConnectError("the cable")

    async with Ledger(amounts(6), before=fail).client() as mews:
        with pytest.raises(errors.NotSentError):
            await run(Export(file), mews, 6, page_size=2)
        assert ids(file) == expected(6)[:4]

        await run(Export(file, resume=True), mews, 6, page_size=2)

    assert ids(file) == expected(6)


async def test_without_any_row_nothing_is_left(tmp_path: Path) -> None:
    def fail(_: int) -> None:
        raise httpx.ConnectError("the cable")

    async with Ledger(amounts(6), before=fail).client() as mews:
        with pytest.raises(errors.NotSentError):
            await run(Export(tmp_path / "payments.csv"), mews, 6)

    assert names(tmp_path) == set()


async def test_a_partial_file_is_the_users_and_what_he_does_with_it_does_no_harm(
    tmp_path: Path,
) -> None:
    file = tmp_path / "payments.csv"
    await break_off(file)
    file.write_text("edited in a spreadsheet")

    async with Ledger(amounts(6)).client() as mews:
        await run(Export(file, resume=True), mews, 6, page_size=2)

    assert ids(file) == expected(6)


async def test_a_crash_before_the_last_step_is_made_good_without_a_request(tmp_path: Path) -> None:
    # given all rows in the working file, which has not become the file yet
    file = tmp_path / "payments.csv"
    ledger = Ledger(amounts(6))
    async with ledger.client() as mews:
        await run(Export(file), mews, 6)
        file.rename(tmp_path / "payments.csv.part")
        asked = ledger.requests

        done = await run(Export(file, resume=True), mews, 6)

    assert (done.rows, done.new_rows) == (6, 0)
    assert ledger.requests == asked
    assert ids(file) == expected(6)


async def test_a_disk_that_is_full_ends_it_and_the_rows_before_are_gone_on_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "payments.csv"
    written = 0

    def append(self: object, content: bytes) -> None:
        nonlocal written
        written += 1
        if written == 4:
            # Half a row is there.
            plain(self, content[:20])
            raise OSError(28, "No space left on device")
        plain(self, content)

    plain: Any = WorkingFile.append
    async with Ledger(amounts(6)).client() as mews:
        monkeypatch.setattr(WorkingFile, "append", append)
        with pytest.raises(OSError, match="No space"):
            await run(Export(file, checkpoint=0), mews, 6, page_size=1)
        monkeypatch.setattr(WorkingFile, "append", plain)
        assert not file.exists()

        done = await run(Export(file, resume=True), mews, 6, page_size=1)

    assert done.new_rows == 4
    assert ids(file) == expected(6)


async def test_the_disk_has_the_rows_before_the_resume_file_tells_of_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "payments.csv"
    on_disk = 0
    told: list[tuple[int, int]] = []
    sync, write = WorkingFile.sync, Begun.write

    def syncing(self: WorkingFile) -> None:
        nonlocal on_disk
        sync(self)
        on_disk = self.size

    def writing(self: Begun, to: Path) -> None:
        told.append((self.position, on_disk))
        write(self, to)

    monkeypatch.setattr(WorkingFile, "sync", syncing)
    monkeypatch.setattr(Begun, "write", writing)
    async with Ledger(amounts(6)).client() as mews:
        await run(Export(file, checkpoint=0), mews, 6, page_size=2)

    assert len(told) == 5
    assert all(position <= kept for position, kept in told)
    assert told[-1] == (file.stat().st_size, file.stat().st_size)


async def test_no_token_is_in_any_file(tmp_path: Path) -> None:
    file = tmp_path / "payments.csv"
    await break_off(file)

    content = contents(tmp_path)

    assert b'"resume"' in content
    assert CLIENT_TOKEN.encode() not in content
    assert ACCESS_TOKEN.encode() not in content
    assert not temporary(file).exists()


async def break_off(file: Path) -> None:
    def fail(request: int) -> None:
        if request == 2:
            raise httpx.ConnectError("the cable")

    async with Ledger(amounts(6), before=fail).client() as mews:
        with pytest.raises(errors.NotSentError):
            await run(Export(file), mews, 6, page_size=2)
