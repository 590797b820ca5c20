"""docs/tutorial.md and docs/how-to/ do what they say, typed in from top to bottom."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from support.sessions import DOCS, carry_out, steps
from support.type_checker import complaints

TUTORIAL = list(steps(DOCS / "tutorial.md"))
# What every other page goes on from.
BEGINNING = [step for step in TUTORIAL if step.heading == "A sandbox and a client"]
END = TUTORIAL[-1]
HOW_TO = {
    page.stem: [*BEGINNING, *steps(page), END] for page in sorted((DOCS / "how-to").glob("*.md"))
}
SESSIONS = {"tutorial": TUTORIAL, **HOW_TO}


@pytest.mark.parametrize("page", SESSIONS)
def test_each_step_prints_what_the_page_shows(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    session = SESSIONS[page]

    printed = carry_out(session)

    assert printed == [step.printed for step in session]


@pytest.mark.parametrize("page", SESSIONS)
def test_no_block_is_left_out(page: str) -> None:
    [file] = DOCS.rglob(f"{page}.md")
    text = file.read_text(encoding="utf-8")
    own = [step for step in SESSIONS[page] if step.place == file.name]

    assert len(own) == text.count("```python\n") > 0
    assert sum(bool(step.printed) for step in own) == text.count("```text\n") > 0


def test_the_code_passes_the_type_checker(tmp_path: Path) -> None:
    files = [tmp_path / f"{name.replace('-', '_')}.py" for name in SESSIONS]
    for file, session in zip(files, SESSIONS.values(), strict=True):
        body = "".join(step.code for step in session)
        file.write_text(f"async def session() -> None:\n{textwrap.indent(body, '    ')}")

    # Nowhere but on its own page is an operation used that goes away.
    [deprecated] = complaints(*files)
    assert deprecated.startswith("older_operations.py:")
    assert deprecated.endswith("[deprecated]")
