"""The README as hatchling puts it into what is published. Builds load this file by itself."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

__all__ = ["ReadmeHook", "linked"]

_CODE = r"^```.*?^```$|`[^`\n]+`"
# What a link ends in, if it is neither an address nor a place in the same page.
_FILE = r"\]\((?![a-z][a-z\d+.-]*:|[#/])(?P<file>[^()\s]+)\)"
_CODE_OR_FILE = re.compile(f"{_CODE}|{_FILE}", re.MULTILINE | re.DOTALL | re.IGNORECASE)


class ReadmeHook(MetadataHookInterface):
    """Has the README's links lead to where its files lie, if the project says where that is."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Gives the README."""
        text = Path(self.root, "README.md").read_text(encoding="utf-8")
        source = metadata.get("urls", {}).get("Source")
        if source is not None:
            text = linked(text, f"{source.rstrip('/')}/blob/v{metadata['version']}")
        metadata["readme"] = {"content-type": "text/markdown", "text": text}


def linked(text: str, folder: str) -> str:
    """The text, with its links to files as links into the folder that has this address."""

    def anew(found: re.Match[str]) -> str:
        return f"]({folder}/{found['file']})" if found["file"] else found[0]

    return _CODE_OR_FILE.sub(anew, text)
