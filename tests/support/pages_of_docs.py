"""The Python of a page in docs/, as the body of a function that is given what the pages use."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

__all__ = ["as_modules"]

_ROOT = Path(__file__).parents[2] / "docs"
_BLOCK = re.compile(r"^```python\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)

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


def as_modules(page: str) -> list[str]:
    """Each block of the page as a module with one function, `snippet`, that gives its variables."""
    text = (_ROOT / page).read_text(encoding="utf-8")
    return [
        _AROUND.format(body=textwrap.indent(block["code"].rstrip(), "    "))
        for block in _BLOCK.finditer(text)
    ]
