"""The pages of docs/, and the Python on them as something to run."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

__all__ = ["DOCS", "as_modules", "is_program", "pages", "python_blocks"]

DOCS = Path(__file__).parents[2] / "docs"

_BLOCK = re.compile(r"^```python\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)
# What a page may take for granted.
_AROUND = """
from decimal import Decimal
from uuid import UUID

from mews_connector import MewsClient, errors, models


async def snippet(
    mews: MewsClient, created: models.TimeInterval, account_id: UUID, credit_card_id: UUID
) -> dict[str, object]:
{body}
    return dict(locals())
"""


def pages() -> list[str]:
    """The path of every page."""
    return sorted(it.relative_to(DOCS).as_posix() for it in DOCS.rglob("*.md"))


def python_blocks(page: str) -> list[str]:
    """The blocks of Python of the page, in order."""
    return _BLOCK.findall((DOCS / page).read_text(encoding="utf-8"))


def is_program(code: str) -> bool:
    """Whether it brings a client and an event loop of its own."""
    return "asyncio.run(" in code


def as_modules(page: str) -> list[str]:
    """Each block of the page as a module: a program as it is, anything else as one function.

    That is `snippet`, and gives its variables.
    """
    return [
        it if is_program(it) else _AROUND.format(body=textwrap.indent(it.rstrip(), "    "))
        for it in python_blocks(page)
    ]
