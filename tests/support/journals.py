"""Audit journals for tests."""

from __future__ import annotations

import asyncio

from attrs import define, field

from mews_connector import JournalRecord

__all__ = ["BrokenJournal", "ListJournal", "SlowJournal"]


@define
class ListJournal:
    """Keeps the records in a list, at once."""

    records: list[JournalRecord] = field(factory=list[JournalRecord])

    async def write(self, record: JournalRecord) -> None:
        self.records.append(record)


@define
class SlowJournal(ListJournal):
    """Takes a while for each record, and has it at the end of that."""

    seconds: float = 1.0

    async def write(self, record: JournalRecord) -> None:
        await asyncio.sleep(self.seconds)
        self.records.append(record)


@define
class BrokenJournal(ListJournal):
    """Takes so many records and no more."""

    takes: int = 0

    async def write(self, record: JournalRecord) -> None:
        if len(self.records) == self.takes:
            raise OSError("no space left on the device")
        self.records.append(record)
