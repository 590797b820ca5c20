"""The page that a package index makes of the README."""

from __future__ import annotations

import re
from email import message_from_bytes
from pathlib import Path
from zipfile import ZipFile

from readme_renderer import markdown

__all__ = ["dead_links", "description", "faults"]

_LINK = re.compile(r'<a[^>]* href="([^"]*)"')
_NOT_PROSE = re.compile(r"<(pre|code)\b.*?</\1>|<[^>]+>", re.DOTALL)
# Where one was to be made of it, and none was.
_LINK_AS_WRITTEN = re.compile(r"[^\s\[]*\] ?[(\[][^\s)\]]*")
_ALIVE = re.compile(r"#|https?://|mailto:")
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
    no_links = _LINK_AS_WRITTEN.findall(_NOT_PROSE.sub("", shown))
    return found + [f"README: this is shown as it is written, and no link: {it}" for it in no_links]


def dead_links(text: str) -> list[str]:
    """Those to files, which an index does not have."""
    shown = markdown.render(text) or ""
    return sorted({it for it in _LINK.findall(shown) if not _ALIVE.match(it)})
