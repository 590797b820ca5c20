"""Each test that a page of docs/workflows names is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from support.pages_of_docs import DOCS

PAGES = sorted((DOCS / "workflows").glob("*.md"))
NAMED = re.compile(r"`(test_\w+)`")


@pytest.mark.parametrize("page", PAGES, ids=lambda it: it.stem)
def test_each_test_that_a_page_names_is_there(page: Path) -> None:
    files = Path(__file__).parents[1].rglob("test_*.py")
    here = "".join(it.read_text(encoding="utf-8") for it in files)
    names = NAMED.findall(page.read_text(encoding="utf-8"))

    assert names
    assert [name for name in names if f"def {name}(" not in here] == []
