"""Claims in memory and in a file."""

from __future__ import annotations

import asyncio
import gc
import os
import sqlite3
import stat
import subprocess
import sys
import threading
import warnings
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from mews_connector import Clock, errors
from mews_toolkit.workflows import (
    ClaimsUnavailableError,
    Done,
    Fresh,
    InProgress,
    MemoryClaims,
    RedisClaims,
    SqliteClaims,
    TakenOver,
)
from mews_toolkit.workflows._memory_claims import claims_of_this_process
from support.claims_contract import KEY, LEASE, ClaimsContract, Kept
from support.hand_clock import HandClock
from support.interruption import interrupted


def moving(clock: HandClock, claims: Any) -> Kept:
    async def passes(time: timedelta) -> None:
        clock.seconds += time.total_seconds()

    return Kept(open=claims, passes=passes)


def mode(file: Path) -> int:
    return stat.S_IMODE(file.stat().st_mode)


class TestInMemory(ClaimsContract):
    @pytest.fixture
    def kept(self) -> Kept:
        clock = HandClock()
        claims = MemoryClaims(clock=clock.clock)
        return moving(clock, lambda: claims)

    async def test_it_does_not_grow_for_ever(self) -> None:
        # given many that are done and as many that nobody finished
        clock = HandClock()
        claims = MemoryClaims(clock=clock.clock)
        for number in range(100):
            await claims.done(f"done {number}", UUID(int=number))
            await claims.claim(f"begun {number}", "me", LEASE)

        # when everything that was written has long shown
        clock.seconds = 3700
        await claims.claim(KEY, "me", LEASE)

        # then
        assert repr(claims) == "MemoryClaims(1 keys)"

    def test_calls_without_claims_share_those_of_their_clock(self) -> None:
        clock = Clock()

        assert claims_of_this_process(clock) is claims_of_this_process(clock)
        assert claims_of_this_process(clock) is not claims_of_this_process(Clock())

    async def test_threads_share_it(self) -> None:
        claims = MemoryClaims()
        told: list[object] = []

        def claim(number: int) -> None:
            told.append(asyncio.run(claims.claim(KEY, f"owner {number}", LEASE)))

        threads = [threading.Thread(target=claim, args=(number,)) for number in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        assert told.count(Fresh()) == 1


class TestInAFile(ClaimsContract):
    @pytest.fixture
    def kept(self, tmp_path: Path) -> Kept:
        clock = HandClock()
        path = tmp_path / "claims.sqlite"
        return moving(clock, lambda: SqliteClaims(path, clock=clock.clock))

    async def test_it_outlives_the_process(self, tmp_path: Path) -> None:
        program = (
            "import asyncio, sys, uuid; from datetime import timedelta;"
            "from mews_toolkit.workflows import SqliteClaims;"
            "claims = SqliteClaims(sys.argv[1]);"
            f"asyncio.run(claims.claim('{KEY}', 'gone', timedelta(hours=1)));"
            "asyncio.run(claims.done('done', uuid.UUID(int=7)))"
        )
        path = tmp_path / "claims.sqlite"
        subprocess.run(  # noqa: ASYNC221, S603 - of the test's own making
            [sys.executable, "-c", program, str(path)], check=True
        )

        assert isinstance(await SqliteClaims(path).claim(KEY, "me", LEASE), InProgress)
        assert await SqliteClaims(path).claim("done", "me", LEASE) == Done(UUID(int=7))

    async def test_the_file_holds_the_hash_and_the_owner_in_wal_mode(self, tmp_path: Path) -> None:
        path = tmp_path / "claims.sqlite"
        await SqliteClaims(path).claim(KEY, "me", LEASE)

        with closing(sqlite3.connect(path)) as db:
            [mode] = db.execute("PRAGMA journal_mode").fetchone()
            rows = db.execute("SELECT key, owner FROM claims").fetchall()

        assert (mode, rows) == ("wal", [(KEY, "me")])

    async def test_a_relative_path_stays_the_same_file(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "elsewhere").mkdir()
        monkeypatch.chdir(tmp_path)
        claims = SqliteClaims("claims.sqlite")
        await claims.claim(KEY, "me", LEASE)

        monkeypatch.chdir("elsewhere")

        assert isinstance(await claims.claim(KEY, "you", LEASE), InProgress)

    @pytest.mark.skipif(os.name != "posix", reason="modes are of POSIX")
    async def test_its_files_are_for_their_owner_alone(self, tmp_path: Path) -> None:
        path = tmp_path / "claims.sqlite"
        before = os.umask(0)
        try:
            await SqliteClaims(path).claim(KEY, "me", LEASE)
            with closing(sqlite3.connect(path)) as db:
                # while somebody has it open, SQLite has files beside it
                db.execute("SELECT * FROM claims").fetchall()
                modes = [mode(Path(f"{path}{its}")) for its in ("", "-wal", "-shm")]
        finally:
            os.umask(before)

        assert modes == [0o600] * 3

    @pytest.mark.skipif(os.name != "posix", reason="modes are of POSIX")
    async def test_a_file_that_is_there_keeps_its_permissions(self, tmp_path: Path) -> None:
        path = tmp_path / "claims.sqlite"
        path.touch()
        path.chmod(0o660)

        await SqliteClaims(path).claim(KEY, "me", LEASE)

        assert mode(path) == 0o660

    async def test_many_open_it_for_the_first_time_at_once(self, tmp_path: Path) -> None:
        path = tmp_path / "claims.sqlite"

        told = await asyncio.gather(
            *(SqliteClaims(path).claim(KEY, f"owner {number}", LEASE) for number in range(40))
        )

        assert told.count(Fresh()) == 1

    @pytest.mark.parametrize("at_wakening", [False, True])
    async def test_a_cancelled_one_has_ended_and_leaves_nothing_behind(
        self, tmp_path: Path, *, at_wakening: bool
    ) -> None:
        path = tmp_path / "claims.sqlite"
        at, cancelled = 0, True
        while cancelled:
            at += 1
            claims = SqliteClaims(path)
            # when
            cancelled = await interrupted(
                claims.claim(f"key {at}", "me", LEASE), at, at_wakening=at_wakening
            )

            # then nothing holds the file, and what was claimed can be given up
            await claims.release(f"key {at}", "me", written=False)
            assert await claims.claim(f"key {at}", "you", LEASE) == Fresh()
        assert at > 1

    async def test_no_connection_is_left_open(self, tmp_path: Path) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            await SqliteClaims(tmp_path / "claims.sqlite").claim(KEY, "me", LEASE)
            gc.collect()

    @pytest.mark.parametrize("broken", ["no such folder", "no such name", "no database"])
    async def test_a_file_that_cannot_be_used_is_told(self, tmp_path: Path, broken: str) -> None:
        path = tmp_path / "nowhere" / "claims.sqlite"
        if broken == "no such name":
            path = tmp_path / ("too long" * 100)
        if broken == "no database":
            path = tmp_path / "claims.sqlite"
            path.write_text("soup " * 1000)
        claims = SqliteClaims(path)

        for asking in (
            claims.claim(KEY, "me", LEASE),
            claims.renew(KEY, "me", LEASE),
            claims.done(KEY, UUID(int=1)),
            claims.release(KEY, "me", written=True),
        ):
            with pytest.raises(ClaimsUnavailableError, match="the file of claims cannot be used"):
                await asking

    async def test_a_file_that_somebody_keeps_locked_is_told_in_time(self, tmp_path: Path) -> None:
        path = tmp_path / "claims.sqlite"
        await SqliteClaims(path).claim(KEY, "me", LEASE)
        with closing(sqlite3.connect(path, isolation_level=None)) as db:
            db.execute("BEGIN IMMEDIATE")

            with pytest.raises(ClaimsUnavailableError, match="locked"):
                await SqliteClaims(path, patience=timedelta(milliseconds=50)).renew(
                    KEY, "me", LEASE
                )

    @pytest.mark.parametrize("path", ["", ":memory:", "file:claims?mode=memory"])
    def test_what_does_not_last_is_refused(self, path: str) -> None:
        with pytest.raises(errors.ConfigurationError, match="claims have to last"):
            SqliteClaims(path)

    async def test_its_leases_go_by_the_wall_clock(self, tmp_path: Path) -> None:
        wall = HandClock()
        claims = SqliteClaims(tmp_path / "claims.sqlite", clock=Clock(utc=wall.clock.utc))
        await claims.claim(KEY, "me", LEASE)

        wall.seconds = 1

        assert isinstance(await claims.claim(KEY, "you", LEASE), TakenOver)


class TestInRedis:
    @pytest.mark.parametrize("url", ["http://me:secret@localhost", "soup"])
    def test_a_faulty_url_is_refused_without_being_shown(self, url: str) -> None:
        pytest.importorskip("redis")
        with pytest.raises(errors.ConfigurationError, match="one of Redis") as caught:
            RedisClaims(url)

        assert "secret" not in str(caught.value)
        assert caught.value.__cause__ is None

    async def test_without_redis_it_is_told_and_no_password_is(self) -> None:
        pytest.importorskip("redis")
        claims = RedisClaims("redis://me:secret@127.0.0.1:1/0")

        with pytest.raises(ClaimsUnavailableError) as caught:
            await claims.claim(KEY, "me", LEASE)

        assert "secret" not in f"{caught.value} {caught.value.__cause__} {claims!r}"
