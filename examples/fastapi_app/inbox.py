"""Events that wait, on the disk, and what became of them."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from typing import Self, TypeVar
from uuid import UUID

from attrs import frozen

from mews_connector import models
from mews_toolkit.webhooks import PaymentUpdated

__all__ = ["Inbox", "Waiting"]

ValueT = TypeVar("ValueT")

_TABLES = """
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
CREATE TABLE IF NOT EXISTS event (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    enterprise_id TEXT NOT NULL,
    integration_id TEXT NOT NULL,
    payment_id TEXT NOT NULL,
    received REAL NOT NULL
);
CREATE INDEX IF NOT EXISTS event_of_payment ON event (payment_id);
CREATE TABLE IF NOT EXISTS payment (
    id TEXT PRIMARY KEY,
    state TEXT NOT NULL,
    updated REAL NOT NULL
);
"""


@frozen
class Waiting:
    """An event that waits, and its place in the order in which they came."""

    number: int
    event: PaymentUpdated


class Inbox:
    """Events that wait to be worked on, and what was fetched of payments, in a file.

    An event is on the disk before `put` returns, and leaves it together with what it led to.
    SQLite blocks whoever waits for it, so it has a thread of its own.

    Attributes:
        news: Set by `put`.
    """

    def __init__(self, path: Path) -> None:
        self.news = asyncio.Event()
        self._path = path
        self._thread = ThreadPoolExecutor(1, "inbox")

    async def put(self, events: Sequence[PaymentUpdated]) -> None:
        """Takes the events in."""
        now = time.time()
        rows = [(str(it.enterprise_id), str(it.integration_id), str(it.id), now) for it in events]

        def work(db: sqlite3.Connection) -> None:
            db.executemany(
                "INSERT INTO event (enterprise_id, integration_id, payment_id, received)"
                " VALUES (?, ?, ?, ?)",
                rows,
            )

        await self._carried_out(work)
        self.news.set()

    async def waiting(self) -> list[Waiting]:
        """All that wait, oldest first."""

        def work(db: sqlite3.Connection) -> list[Waiting]:
            rows = db.execute(
                "SELECT number, enterprise_id, integration_id, payment_id FROM event ORDER BY 1"
            )
            return [Waiting(number, PaymentUpdated(*map(UUID, ids))) for number, *ids in rows]

        return await self._carried_out(work)

    async def has(self, last: int) -> bool:
        """Whether any event up to this number waits."""

        def work(db: sqlite3.Connection) -> bool:
            query = "SELECT EXISTS (SELECT * FROM event WHERE number <= ?)"
            return bool(db.execute(query, (last,)).fetchone()[0])

        return await self._carried_out(work)

    async def keep(self, payments: Sequence[models.Payment], last: int) -> None:
        """Keeps what was fetched; the events up to this number have led to it."""
        states = [(str(it.id), str(it.state), it.updated_utc.timestamp()) for it in payments]
        done = [(id_, last) for id_, *_ in states]

        def work(db: sqlite3.Connection) -> None:
            # Another process may have fetched it later, and been faster.
            db.executemany(
                "INSERT INTO payment VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE"
                " SET state = excluded.state, updated = excluded.updated"
                " WHERE excluded.updated >= updated",
                states,
            )
            db.executemany("DELETE FROM event WHERE payment_id = ? AND number <= ?", done)

        await self._carried_out(work)

    async def give_up(self, last: int, age: timedelta) -> list[UUID]:
        """Lets go of events up to this number that are older, and gives their payments."""
        before = time.time() - age.total_seconds()

        def work(db: sqlite3.Connection) -> list[UUID]:
            rows = db.execute(
                "DELETE FROM event WHERE number <= ? AND received < ? RETURNING payment_id",
                (last, before),
            )
            return [UUID(id_) for (id_,) in rows]

        return await self._carried_out(work)

    async def state_of(self, payment_id: UUID) -> str | None:
        """The state in which a payment was last fetched."""

        def work(db: sqlite3.Connection) -> str | None:
            query = "SELECT state FROM payment WHERE id = ?"
            row = db.execute(query, (str(payment_id),)).fetchone()
            return None if row is None else str(row[0])

        return await self._carried_out(work)

    async def __aenter__(self) -> Self:
        def opened() -> sqlite3.Connection:
            db = sqlite3.connect(self._path)
            db.executescript(_TABLES)
            return db

        self._db = await asyncio.get_running_loop().run_in_executor(self._thread, opened)
        return self

    async def __aexit__(self, *_: object) -> None:
        await asyncio.get_running_loop().run_in_executor(self._thread, self._db.close)
        self._thread.shutdown()

    async def _carried_out(self, work: Callable[[sqlite3.Connection], ValueT]) -> ValueT:
        def transaction() -> ValueT:
            with self._db:
                return work(self._db)

        return await asyncio.get_running_loop().run_in_executor(self._thread, transaction)
