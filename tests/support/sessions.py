"""A page of docs/ as what it is to its reader: code that is typed in, and what is printed then."""

from __future__ import annotations

import ast
import asyncio
import inspect
import os
import re
from codeop import CommandCompiler
from collections.abc import Iterator
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from types import CodeType
from typing import Any
from unittest.mock import patch

from attrs import frozen

__all__ = ["DOCS", "Step", "carry_out", "steps"]

DOCS = Path(__file__).parents[2] / "docs"

_STEP = re.compile(
    r"^## (?P<heading>[^\n]+)$"
    r"|^```python\n(?P<code>.*?)^```$(?:\n+```text\n(?P<printed>.*?)^```$)?",
    re.MULTILINE | re.DOTALL,
)


@frozen
class Step:
    """One block of Python, the heading above it, and what the page says that it prints."""

    place: str
    line: int
    heading: str
    code: str
    printed: str


def steps(page: Path) -> Iterator[Step]:
    """The blocks of Python of a page, in order; one without a block of text prints nothing."""
    text = page.read_text(encoding="utf-8")
    heading = ""
    for found in _STEP.finditer(text):
        if found["heading"]:
            heading = found["heading"]
        else:
            line = text.count("\n", 0, found.start()) + 2
            yield Step(page.name, line, heading, found["code"], found["printed"] or "")


def carry_out(typed: list[Step]) -> list[str]:
    """Types the blocks into one session of `python -m asyncio`, and gives what each one printed."""
    with patch.dict(os.environ):
        return asyncio.run(_session(typed))


async def _session(typed: list[Step]) -> list[str]:
    names: dict[str, Any] = {"__name__": "__main__"}
    return [await _printed(step, names) for step in typed]


async def _printed(step: Step, names: dict[str, Any]) -> str:
    compiled = CommandCompiler()
    compiled.compiler.flags |= ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
    begun: list[str] = []
    with redirect_stdout(StringIO()) as said:
        # Enter is pressed once more after the last line.
        for number, line in enumerate([*step.code.splitlines(), ""], start=step.line):
            begun.append(line)
            try:
                code = compiled("\n".join(begun), step.place, "single")
                if code is not None:
                    begun.clear()
                    await _run(code, names)
            except Exception as error:
                error.add_note(f"docs: {step.place}, line {number}")
                raise
    assert not begun, f"{step.place}, line {step.line}: a statement is not finished"
    return said.getvalue()


async def _run(code: CodeType, names: dict[str, Any]) -> None:
    awaited = eval(code, names)  # noqa: S307 - the project's own pages
    if inspect.iscoroutine(awaited):
        await awaited
