"""The page that a package index makes of the README."""

from __future__ import annotations

import re
from email import message_from_bytes
from pathlib import Path
from zipfile import ZipFile

from readme_renderer import markdown

__all__ = ["description", "faults"]

_CODE = re.compile(r"^```\w*\n.*?^```$", re.MULTILINE | re.DOTALL)
# Each kind of block, as it is written and as it is shown.
_BLOCKS = {
    "headings": (re.compile(r"^#{1,6} ", re.MULTILINE), re.compile(r"<h[1-6]")),
    "blocks of code": (_CODE, re.compile(r"<pre")),
    "tables": (re.compile(r"^\|[ :|-]+\|$", re.MULTILINE), re.compile(r"<table")),
}


def description(wheel: Path) -> str:
    """The README, as the wheel has it."""
    with ZipFile(wheel) as archive:
        [name] = [it for it in archive.namelist() if it.endswith(".dist-info/METADATA")]
        metadata = message_from_bytes(archive.read(name))
    payload = metadata.get_payload(decode=True)
    return payload.decode() if isinstance(payload, bytes) else ""


def faults(text: str) -> list[str]:
    """What is written and not shown."""
    shown = markdown.render(text)
    if shown is None:
        return ["README: it does not render"]
    prose = _CODE.sub("", text)
    found: list[str] = []
    for kind, (source, made) in _BLOCKS.items():
        written = len(source.findall(text if source is _CODE else prose))
        if written != len(made.findall(shown)):
            found.append(f"README: {written} {kind} are written, {len(made.findall(shown))} shown")
    return found
