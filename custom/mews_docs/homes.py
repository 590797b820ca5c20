"""Which resource a model or enum belongs to: the one whose fragment has its schema."""

from __future__ import annotations

import re
from pathlib import Path

__all__ = ["homes"]

_CAPITAL = re.compile(r"(?=[A-Z])")
# Read as text: to parse all fragments takes seconds, and they are formatted alike.
_SCHEMAS = re.compile(r"^  schemas:\n(?P<schemas>(?:    .*\n|\n)+)", re.MULTILINE)
_NAME = re.compile(r"^    (?P<name>\w+):$", re.MULTILINE)


def homes(document: Path) -> dict[str, str]:
    """The name of the resource for the name of each schema."""
    return {
        found["name"]: _CAPITAL.sub("_", fragment.stem).lower()
        for fragment in sorted(document.glob("*.yaml"))
        for block in _SCHEMAS.finditer(fragment.read_text(encoding="utf-8"))
        for found in _NAME.finditer(block["schemas"])
    }
