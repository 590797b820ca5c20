"""A server that keeps payments by the time, and is as strict as the API about what is too long."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any, TypeAlias
from uuid import UUID

import httpx
from attrs import frozen
from pytest_httpx import HTTPXMock

from support.pages import ACCOUNT, page

__all__ = ["QUARTERS", "YEAR", "Archive", "Asked", "Kept", "Refusals", "by_day", "day"]

_MOST_ACCOUNTS = 100
_MOST_DAYS = 92
_FIRST_DAY = datetime(2025, 1, 1, tzinfo=UTC)

YEAR = 365
# The windows in which a year is read, in its days.
QUARTERS: list[tuple[float, float]] = [(273, 365), (181, 273), (90, 181), (0, 90)]


def day(number: float) -> datetime:
    """The beginning of a day of 2025, from 0."""
    return _FIRST_DAY + timedelta(days=number)


@frozen
class Kept:
    """A payment of the archive."""

    number: int
    created: datetime
    account: UUID = ACCOUNT


def by_day(*days: int) -> list[Kept]:
    """Payments at the beginning of these days, known by the day's number."""
    return [Kept(number, day(number)) for number in days]


@frozen
class Asked:
    """What a request asked for, and when it came."""

    start: datetime
    end: datetime
    accounts: tuple[UUID, ...]
    count: int
    cursor: int | None
    at: float

    @property
    def window(self) -> tuple[float, float]:
        """The interval in days of the year."""
        return _in_days(self.start), _in_days(self.end)

    @property
    def length(self) -> float:
        """How many days it is long."""
        return _in_days(self.end) - _in_days(self.start)


Refusals: TypeAlias = Callable[[Asked], int | None]


def _nothing(_: Asked) -> None:
    return


class Archive:
    """Answers `payments/getAll` by `CreatedUtc`, `UpdatedUtc` (the same here) and `AccountIds`.

    Attributes:
        rows: What it keeps, newest first.
        asked: What it was asked for so far.
        closed_ends: Whether it takes the end of an interval to belong to it.
        takes: How many seconds each answer takes.
        refuses: The status to answer a request with, None for the rows.
    """

    def __init__(
        self,
        httpx_mock: HTTPXMock,
        rows: list[Kept],
        *,
        closed_ends: bool = False,
        takes: Callable[[Asked], float] = lambda _: 0.0,
        refuses: Refusals = _nothing,
    ) -> None:
        self.rows = sorted(rows, key=lambda row: (row.created, row.number), reverse=True)
        self.asked: list[Asked] = []
        self.closed_ends = closed_ends
        self.takes = takes
        self.refuses: Refusals = refuses
        httpx_mock.add_callback(self._answer, is_reusable=True, is_optional=True)

    def relents(self) -> None:
        """From now on nothing is refused."""
        self.refuses = _nothing

    @property
    def numbers(self) -> list[int]:
        """All that it keeps, newest first."""
        return [row.number for row in self.rows]

    @property
    def windows(self) -> list[tuple[float, float]]:
        """The intervals that were asked for, in days of the year, each once."""
        return list(dict.fromkeys(each.window for each in self.asked))

    @property
    def parts(self) -> list[tuple[UUID, ...]]:
        """The lists of accounts that were asked for, each once."""
        return list(dict.fromkeys(each.accounts for each in self.asked))

    async def _answer(self, request: httpx.Request) -> httpx.Response:
        body = json.loads(request.content)
        limitation = body["Limitation"]
        cursor = limitation.get("Cursor")
        intervals = [body[name] for name in ("CreatedUtc", "UpdatedUtc") if name in body]
        bounds = [(_read(it["StartUtc"]), _read(it["EndUtc"])) for it in intervals]
        asked = Asked(
            start=max((start for start, _ in bounds), default=day(0)),
            end=min((end for _, end in bounds), default=day(YEAR)),
            accounts=tuple(UUID(each) for each in body.get("AccountIds", ())),
            count=limitation["Count"],
            cursor=None if cursor is None else UUID(cursor).int,
            at=asyncio.get_running_loop().time(),
        )
        self.asked.append(asked)
        await asyncio.sleep(self.takes(asked))
        if status := self.refuses(asked):
            return httpx.Response(status)
        assert all(end - start <= timedelta(days=_MOST_DAYS) for start, end in bounds)
        assert len(asked.accounts) <= _MOST_ACCOUNTS
        return httpx.Response(200, json=self._page(asked))

    def _page(self, asked: Asked) -> dict[str, Any]:
        rows = list(self._found(asked))[: asked.count]
        found = page(*(row.number for row in rows), cursor=rows[-1].number if rows else None)
        for row, payment in zip(rows, found["Payments"], strict=True):
            payment["CreatedUtc"] = row.created.isoformat()
            payment["AccountId"] = str(row.account)
        return found

    def _found(self, asked: Asked) -> Iterator[Kept]:
        is_further_on = asked.cursor is None
        for row in self.rows:
            if is_further_on and self._holds(asked, row):
                yield row
            is_further_on = is_further_on or row.number == asked.cursor

    def _holds(self, asked: Asked, row: Kept) -> bool:
        is_end = row.created == asked.end and (self.closed_ends or asked.start == asked.end)
        return (asked.start <= row.created < asked.end or is_end) and (
            not asked.accounts or row.account in asked.accounts
        )


def _read(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _in_days(moment: datetime) -> float:
    return (moment - _FIRST_DAY) / timedelta(days=1)
