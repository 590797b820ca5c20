"""README.md taken apart: its Python, its shell, its tables."""

from __future__ import annotations

import importlib.util
import re
import textwrap
from pathlib import Path
from types import ModuleType

from attrs import frozen

__all__ = ["ROOT", "TEXT", "Snippet", "load", "python_snippets", "shell_lines", "table"]

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "README.md").read_text(encoding="utf-8")

_BLOCK = re.compile(r"^```(?P<language>\w+)\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)

# What README.md says that its snippets are given.
_AROUND = """
from uuid import UUID

from mews_connector import MewsClient, UnknownVariant, errors, models


async def snippet(
    mews: MewsClient,
    created: models.TimeInterval,
    account_id: UUID,
    automation_id: UUID,
    credit_card_id: UUID,
) -> dict[str, object]:
{body}
    return dict(locals())
"""


@frozen
class Snippet:
    """One block of Python, known by the heading above it and its line in README.md."""

    heading: str
    line: int
    code: str

    @property
    def name(self) -> str:
        return f"readme_line_{self.line}"

    @property
    def is_program(self) -> bool:
        return "asyncio.run(" in self.code

    def as_module(self) -> str:
        """A program as it is; anything else as the body of `snippet`, which gives its variables."""
        if self.is_program:
            return self.code
        return _AROUND.format(body=textwrap.indent(self.code.rstrip(), "    "))


def python_snippets() -> list[Snippet]:
    """The blocks of Python, in order."""
    return [
        Snippet(
            heading=_HEADING.findall(TEXT[: block.start()])[-1],
            line=TEXT.count("\n", 0, block.start()) + 2,
            code=block["code"],
        )
        for block in _BLOCK.finditer(TEXT)
        if block["language"] == "python"
    ]


def shell_lines() -> list[str]:
    """What README.md tells to type, line by line."""
    return [
        line
        for block in _BLOCK.finditer(TEXT)
        if block["language"] == "sh"
        for line in block["code"].splitlines()
    ]


def table(first_heading: str) -> list[list[str]]:
    """The cells of the table whose first column has this heading, without the marks of code."""
    rows = TEXT.split(f"\n| {first_heading} |", 1)[1].split("\n\n", 1)[0].splitlines()[2:]
    return [[cell.strip().strip("`") for cell in row.strip("|").split(" | ")] for row in rows]


def load(snippet: Snippet, folder: Path) -> ModuleType:
    """Imports the snippet, which runs it if it is a program."""
    file = folder / f"{snippet.name}.py"
    file.write_text(snippet.as_module(), encoding="utf-8")
    spec = importlib.util.spec_from_file_location(snippet.name, file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
