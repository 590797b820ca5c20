"""What is known of an export beside its file: the resume file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Self

from attrs import asdict, frozen

from mews_toolkit.export._errors import ExportError
from mews_toolkit.export._files import put

__all__ = ["Begun"]

_VERSION = 1


@frozen(kw_only=True)
class Begun:
    """An export that was begun, and how far it came by what is safely on the disk.

    Attributes:
        query: What is exported: the method, where it is asked, each filter as text.
        rows: How many rows the working file has.
        position: How many bytes of the working file they take.
        resume: Where the paginator goes on; None before the first page and after the last one.
        windows_done: How many windows are read to their end.
        is_finished: Whether all rows were read.
    """

    query: Mapping[str, str]
    rows: int = 0
    position: int = 0
    resume: str | None = None
    windows_done: int = 0
    is_finished: bool = False

    @classmethod
    def read(cls, file: Path) -> Self | None:
        """What the resume file says; None if there is none.

        Raises:
            ExportError: It is no resume file, or one of another version.
        """
        try:
            text = file.read_bytes()
        except FileNotFoundError:
            return None
        try:
            return cls._of(json.loads(text))
        except (ValueError, TypeError, KeyError, AttributeError):
            raise ExportError(f"{file} is no resume file of this version") from None

    @classmethod
    def _of(cls, told: dict[str, Any]) -> Self:
        if told.pop("version") != _VERSION:
            raise ValueError
        if any(told[name] < 0 for name in ("rows", "position", "windows_done")):
            raise ValueError
        query = dict(told.pop("query"))
        return cls(query=query, **told)

    def write(self, file: Path) -> None:
        """Puts it in the place of what the resume file said, in one piece."""
        put(json.dumps({"version": _VERSION, **asdict(self)}, indent=1).encode(), file)
