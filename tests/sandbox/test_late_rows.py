"""Rows that are made at the first look at them."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from time import sleep
from uuid import uuid4

import pytest

from mews_toolkit.sandbox.entities.account import Account
from mews_toolkit.sandbox.late_rows import LateRows

NOW = datetime(2026, 11, 21, tzinfo=UTC)


def account(number: int) -> Account:
    return Account(
        id=uuid4(),
        enterprise_id=uuid4(),
        type="Customer",
        name=f"Ada {number}",
        created_utc=NOW - timedelta(days=number),
    )


@pytest.fixture
def made() -> list[int]:
    """Grows each time that the rows are made."""
    return []


@pytest.fixture
def rows(made: list[int]) -> LateRows[Account]:
    def make() -> Iterator[Account]:
        made.append(1)
        sleep(0.01)
        yield from (account(number) for number in range(3))

    return LateRows(make)


def test_nothing_is_made_before_the_first_look(rows: LateRows[Account], made: list[int]) -> None:
    assert made == []
    assert [it.name for it in rows] == ["Ada 0", "Ada 1", "Ada 2"]
    assert (len(rows), rows.changes, made) == (3, 0, [1])


def test_what_is_put_first_finds_the_others_there(rows: LateRows[Account], made: list[int]) -> None:
    rows.put(account(-1))
    assert [it.name for it in rows] == ["Ada -1", "Ada 0", "Ada 1", "Ada 2"]
    assert (rows.changes, made) == (1, [1])


def test_whoever_looks_at_the_same_time_sees_the_same(
    rows: LateRows[Account], made: list[int]
) -> None:
    with ThreadPoolExecutor(8) as pool:
        looks = [pool.submit(lambda: tuple(it.id for it in rows)) for _ in range(8)]
    assert len({look.result() for look in looks}) == 1
    assert made == [1]


def test_what_rows_do_not_have_is_no_reason_to_make_them(
    rows: LateRows[Account], made: list[int]
) -> None:
    assert not hasattr(rows, "soup")
    assert made == []
