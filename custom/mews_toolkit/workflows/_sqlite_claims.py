from __future__ import annotations

import asyncio
import os
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from mews_connector import Clock, errors
from mews_toolkit.workflows._claims import Claim, Done, Fresh, InProgress, TakenOver
from mews_toolkit.workflows._payment_errors import ClaimsUnavailableError
from mews_toolkit.workflows._to_its_end import to_its_end

__all__ = ["SqliteClaims"]

ValueT = TypeVar("ValueT")

_PAUSE = 0.01
_TABLE = """
CREATE TABLE IF NOT EXISTS claims (
    key TEXT PRIMARY KEY,
    owner TEXT NOT NULL,
    since REAL NOT NULL,
    until REAL NOT NULL,
    payment_id TEXT
) WITHOUT ROWID
"""


class SqliteClaims:
    """Claims in a file, shared by the processes of one machine.

    What is claimed is on the disk before anything is written to the API, so it outlives the
    processes and the machine's power. The file holds hashes, times and ids of payments, no token,
    no identifier and no amount; it is made for its owner alone (mode 0600), and one that is there
    keeps its permissions. It must be on a local disk, and is never to be deleted while a claim in
    it may be of use. Rows are kept for good, some 200 bytes each.

    Leases go by the machine's wall clock, as it is the only one that survives a restart: set far
    ahead while somebody has a claim, it would let another one take that over too early.
    """

    def __init__(
        self,
        path: str | os.PathLike[str],
        *,
        patience: timedelta = timedelta(seconds=10),
        clock: Clock | None = None,
    ) -> None:
        """Nothing is opened before the first claim.

        Args:
            path: The file; it is made when it is not there, its folder is not. A relative one
                goes by the folder that is the current one now, and stays the same file.
            patience: How long to wait while other processes are at the file.
            clock: Where the time comes from.

        Raises:
            ConfigurationError: The path names no file.
        """
        named = os.fspath(path)
        if not named or named.startswith((":memory:", "file:")):
            raise errors.ConfigurationError("path must be that of a file: claims have to last")
        self._path = str(Path(named).absolute())
        self._patience = patience.total_seconds()
        self._clock = clock or Clock()

    async def claim(self, key: str, owner: str, lease: timedelta) -> Claim:
        """As `Claims.claim`."""

        def work(db: sqlite3.Connection) -> Claim:
            now = self._now()
            row = db.execute(
                "SELECT owner, since, until, payment_id FROM claims WHERE key = ?", (key,)
            ).fetchone()
            if row is not None:
                holder, since, until, payment_id = row
                if payment_id is not None:
                    return Done(UUID(payment_id))
                if until > now and holder != owner:
                    return InProgress(_instant(since))
            since = now if row is None else row[1]
            db.execute(
                "INSERT OR REPLACE INTO claims VALUES (?, ?, ?, ?, NULL)",
                (key, owner, since, now + lease.total_seconds()),
            )
            return Fresh() if row is None else TakenOver(_instant(since))

        return await self._carried_out(work)

    async def renew(self, key: str, owner: str, lease: timedelta) -> bool:
        """As `Claims.renew`."""

        def work(db: sqlite3.Connection) -> bool:
            done = db.execute(
                "UPDATE claims SET until = ? WHERE key = ? AND owner = ? AND payment_id IS NULL",
                (self._now() + lease.total_seconds(), key, owner),
            )
            return done.rowcount == 1

        return await self._carried_out(work)

    async def done(self, key: str, payment_id: UUID) -> None:
        """As `Claims.done`."""

        def work(db: sqlite3.Connection) -> None:
            now = self._now()
            db.execute(
                "INSERT INTO claims VALUES (?, '', ?, ?, ?) ON CONFLICT (key) DO UPDATE"
                " SET payment_id = coalesce(payment_id, excluded.payment_id)",
                (key, now, now, str(payment_id)),
            )

        await self._carried_out(work)

    async def release(self, key: str, owner: str, *, written: bool) -> None:
        """As `Claims.release`."""

        def work(db: sqlite3.Connection) -> None:
            if written:
                db.execute(
                    "UPDATE claims SET until = ?"
                    " WHERE key = ? AND owner = ? AND payment_id IS NULL",
                    (self._now(), key, owner),
                )
            else:
                db.execute(
                    "DELETE FROM claims WHERE key = ? AND owner = ? AND payment_id IS NULL",
                    (key, owner),
                )

        await self._carried_out(work)

    async def _carried_out(self, work: Callable[[sqlite3.Connection], ValueT]) -> ValueT:
        running = asyncio.get_running_loop().run_in_executor(None, self._transact, work)
        # A thread cannot be cancelled, and what comes next must find it ended.
        return await to_its_end(running)

    def _transact(self, work: Callable[[sqlite3.Connection], ValueT]) -> ValueT:
        try:
            is_new = not Path(self._path).exists()
            # One connection each: it suits any thread, loop and fork, and leaves nothing open.
            with closing(
                sqlite3.connect(self._path, timeout=self._patience, isolation_level=None)
            ) as db:
                if is_new:
                    # By name and still empty: closing a descriptor of our own would give up the
                    # locks of the process, and SQLite's other files get the mode of this one.
                    Path(self._path).chmod(0o600)
                self._prepare(db)
                db.execute("BEGIN IMMEDIATE")
                try:
                    db.execute(_TABLE)
                    value = work(db)
                    db.execute("COMMIT")
                except BaseException:
                    if db.in_transaction:
                        db.execute("ROLLBACK")
                    raise
                return value
        except (sqlite3.Error, OSError) as error:
            raise ClaimsUnavailableError(f"the file of claims cannot be used: {error}") from error

    def _prepare(self, db: sqlite3.Connection) -> None:
        # Otherwise the last commits before a power cut could be lost.
        db.execute("PRAGMA synchronous = FULL")
        ends = time.monotonic() + self._patience
        while True:
            try:
                db.execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError:
                # SQLite itself does not wait here for others who open the file for the first time.
                if time.monotonic() >= ends:
                    raise
                time.sleep(_PAUSE)
            else:
                return

    def _now(self) -> float:
        return self._clock.utc().timestamp()

    def __repr__(self) -> str:
        return f"SqliteClaims({self._path!r})"


def _instant(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
