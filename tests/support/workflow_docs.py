"""The Python of a page of docs/workflows, as a coroutine function to run."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

__all__ = ["promised_tests", "snippets"]

_DOCS = Path(__file__).parents[2] / "docs" / "workflows"
_BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_TEST = re.compile(r"`(test_\w+)`")
# What a page may take for granted.
_AROUND = """
from uuid import UUID

from mews_connector import MewsClient, models


async def snippet(mews: MewsClient, account_id: UUID) -> dict[str, object]:
{body}
    return dict(locals())
"""


def snippets(page: str) -> list[str]:
    """Each block of Python of the page as a module with the function `snippet`."""
    blocks = _BLOCK.findall((_DOCS / page).read_text(encoding="utf-8"))
    return [_AROUND.format(body=textwrap.indent(it.rstrip(), "    ")) for it in blocks]


def promised_tests(page: str) -> list[str]:
    """The names of the tests that the page refers to."""
    return _TEST.findall((_DOCS / page).read_text(encoding="utf-8"))
