"""Links between pages of Markdown, and the anchors that they may lead to."""

from __future__ import annotations

import re
from pathlib import Path

__all__ = ["anchors", "links"]

_FENCE = re.compile(r"^( *)(```|~~~).*?^\1\2", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"`[^`\n]*`")
_LINK = re.compile(r"\]\((?!https?:|mailto:)([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (?P<text>.+?)(?: \{(?P<told>[^}]*)\})?$", re.MULTILINE)
_NAMED = re.compile(r"\{ ?#(?P<id>[^\s}]+)")


def links(page: Path) -> list[str]:
    """Where the page leads to, apart from other sites."""
    text = _FENCE.sub("", page.read_text(encoding="utf-8"))
    return _LINK.findall(_CODE.sub("", text))


def anchors(page: Path) -> set[str]:
    """Its headings, as GitHub and the site's builder alike make anchors of them, and own names."""
    text = _FENCE.sub("", page.read_text(encoding="utf-8"))
    told = {it["text"] for it in _HEADING.finditer(text) if "#" not in (it["told"] or "")}
    slugs = {re.sub(r"[^\w\- ]", "", it.lower()).replace(" ", "-") for it in told}
    return slugs | {it["id"] for it in _NAMED.finditer(text)}
