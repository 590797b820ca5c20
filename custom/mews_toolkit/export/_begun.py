"""What is known of an export beside its file: the resume file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Self

from attrs import asdict, field, frozen

from mews_toolkit.export._errors import ExportError
from mews_toolkit.export._files import replacing

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
        last: What tells the last 1,000 rows from others, such as their ids, in their order.
        windows_done: How many windows are read to their end.
        is_finished: Whether all rows were read.
    """

    query: Mapping[str, str]
    rows: int = 0
    position: int = 0
    resume: str | None = None
    last: tuple[str, ...] = field(default=(), repr=False)
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
        numbers = [told[name] for name in ("rows", "position", "windows_done")]
        if any(not isinstance(it, int) or it < 0 for it in numbers):
            raise ValueError
        query, last = dict(told.pop("query")), tuple(told.pop("last"))
        begun = cls(query=query, last=last, **told)
        if (begun.rows and not begun.position) or (begun.is_finished and begun.resume):
            raise ValueError
        return begun

    def write(self, file: Path) -> None:
        """Puts it in the place of what the resume file said, in one piece."""
        with replacing(file) as new:
            new.write_text(
                json.dumps({"version": _VERSION, **asdict(self)}, indent=1), encoding="ascii"
            )
