"""Each promise of docs/guarantees.md, security.md and faults.md names tests, and they are there."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = {name: ROOT / "docs" / name for name in ("guarantees.md", "security.md", "faults.md")}

_NAMED = re.compile(r"`(tests/[^`]+)`")


def tables(page: Path) -> Iterator[list[list[str]]]:
    """The cells of each table, heading first."""
    for block in page.read_text(encoding="utf-8").split("\n\n"):
        lines = block.strip().splitlines()
        if lines and lines[0].startswith("|"):
            rows = [[cell.strip() for cell in line[1:-1].split("|")] for line in lines]
            yield [rows[0], *rows[2:]]


def rows(page: Path) -> list[list[str]]:
    return [row for table in tables(page) for row in table[1:]]


@cache
def collected(file: str) -> frozenset[str]:
    """What pytest collects of a file: `test_x` and `TestY::test_x`."""
    found: set[str] = set()
    for node in ast.parse((ROOT / file).read_text(encoding="utf-8")).body:
        inner = node.body if isinstance(node, ast.ClassDef) else [node]
        before = f"{node.name}::" if isinstance(node, ast.ClassDef) else ""
        found |= {
            before + it.name
            for it in inner
            if isinstance(it, ast.FunctionDef | ast.AsyncFunctionDef)
            and it.name.startswith("test_")
            and (not before or before.startswith("Test"))
        }
    return frozenset(found)


@pytest.mark.parametrize("page", PAGES)
def test_every_row_names_a_test_in_its_last_column(page: str) -> None:
    headings = [table[0][-1] for table in tables(PAGES[page])]

    assert headings
    assert set(headings) == {"Test"}
    assert [row for row in rows(PAGES[page]) if not _NAMED.search(row[-1])] == []
    widths = [len(row) == len(table[0]) for table in tables(PAGES[page]) for row in table]
    assert all(widths)


@pytest.mark.parametrize("page", PAGES)
def test_every_test_that_is_named_is_there(page: str) -> None:
    named = [name for row in rows(PAGES[page]) for name in _NAMED.findall(row[-1])]

    missing: list[str] = []
    for name in named:
        file, _, test = name.partition("::")
        if not (ROOT / file).is_file() or test not in collected(file):
            missing.append(name)

    assert missing == []


@pytest.mark.parametrize("page", PAGES)
def test_no_test_is_named_outside_of_the_tables(page: str) -> None:
    text = PAGES[page].read_text(encoding="utf-8")
    in_tables = [name for row in rows(PAGES[page]) for name in _NAMED.findall(row[-1])]

    assert sorted(_NAMED.findall(text)) == sorted(in_tables)


@pytest.mark.parametrize(
    ("file", "name", "there"),
    [
        ("tests/test_promises.py", "test_every_test_that_is_named_is_there", True),
        ("tests/test_promises.py", "rows", False),
        ("tests/redis/test_window.py", "TestClients::test_redis_is_told_a_hash_and_no_token", True),
        ("tests/redis/test_window.py", "test_redis_is_told_a_hash_and_no_token", False),
    ],
)
def test_a_name_is_looked_up_as_pytest_would(file: str, name: str, *, there: bool) -> None:
    assert (name in collected(file)) is there
