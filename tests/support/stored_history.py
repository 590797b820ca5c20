"""Payments in a database of the reader's own, each page stored with where to go on after it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import aclosing
from pathlib import Path
from typing import Any
from uuid import UUID

from mews_connector import models
from support.pages import Payments

__all__ = ["StoredHistory"]


class StoredHistory:
    """A file that survives whoever writes it.

    Args:
        file: Where it is.
        dies: What happens in the middle of a page, for a reader that is not to see its end.
        after: So many rows later; None for never.
    """

    def __init__(
        self, file: Path, *, dies: Callable[[], object] | None = None, after: int = 0
    ) -> None:
        self._database = sqlite3.connect(file)
        self._dies = dies
        self._left = after
        with self._database:
            self._database.execute("create table if not exists payment (id text primary key)")
            self._database.execute("create table if not exists walk (resume text)")

    def close(self) -> None:
        """Lets go of the file, and of what was not stored to its end."""
        self._database.close()

    def ids(self) -> list[UUID]:
        """The payments in the order in which they were stored."""
        return [
            UUID(it) for (it,) in self._database.execute("select id from payment order by rowid")
        ]

    @property
    def is_complete(self) -> bool:
        """Whether a walk has come to its end."""
        return self._place() == (None,)

    async def take(self, query: Callable[[str | None], Payments]) -> None:
        """Goes on with the walk where the last page that was stored has left it.

        A row that is stored for a second time is an error.
        """
        if self.is_complete:
            return
        [resume] = self._place() or (None,)
        async with aclosing(query(resume).pages()) as pages:
            async for page in pages:
                with self._database:
                    self._database.executemany(
                        "insert into payment values (?)", self._mortal(page.items)
                    )
                    self._database.execute("delete from walk")
                    self._database.execute("insert into walk values (?)", (page.resume,))

    def _place(self) -> tuple[Any, ...] | None:
        place: tuple[Any, ...] | None = self._database.execute("select resume from walk").fetchone()
        return place

    def _mortal(self, payments: Iterable[models.Payment]) -> Iterable[tuple[str]]:
        for payment in payments:
            yield (str(payment.id),)
            self._left -= 1
            if self._left == 0 and self._dies is not None:
                self._dies()
