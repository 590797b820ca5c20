"""Differences are accepted one by one, for a reason, and for as long as they exist."""

from pathlib import Path

import pytest

from mews_compiler.comparison import drift, facts
from mews_compiler.comparison.accepted import Acceptance, read_accepted, sift
from mews_compiler.comparison.difference import Difference
from mews_compiler.faults import CompilerError

CURSOR = Difference("notes/add", "response.Cursor", "missing", "2025-07")
ITEM = Difference("notes/add", "response.Notes[].Text", "string, not enum", "2026-08")


def accepting(operation: str = "*", where: str = "*", what: str = "*") -> Acceptance:
    return Acceptance(operation, where, what, "It is right.")


@pytest.mark.parametrize(
    ("acceptance", "covered"),
    [
        (accepting("notes/add", "response.Cursor", "missing"), [CURSOR]),
        (accepting("notes/*", "response.Notes[]*", "string*"), [ITEM]),
        (accepting(), [CURSOR, ITEM]),
        (accepting("notes/ad"), []),
        (accepting(where="response.Notes*.Cursor"), []),
        (accepting(what="extra"), []),
    ],
)
def test_an_entry_covers_what_it_names(acceptance: Acceptance, covered: list[Difference]) -> None:
    sifted = sift([CURSOR, ITEM], [acceptance])

    assert [it for it in (CURSOR, ITEM) if it not in sifted.left] == covered
    assert sifted.unused == ([] if covered else [acceptance])


@pytest.mark.parametrize(
    "entry",
    [
        "{operation: a, where: b, what: c}",
        "{operation: a, where: b, what: c, because: ' '}",
        "{operation: a, where: b, what: 1, because: d}",
        "{operation: a, where: b, what: c, because: d, since: e}",
        "because",
    ],
)
def test_an_entry_without_a_reason_or_with_something_else_is_refused(
    entry: str, tmp_path: Path
) -> None:
    file = tmp_path / "accepted.yaml"
    file.write_text(f"- {entry}", encoding="utf-8")

    with pytest.raises(CompilerError, match="entry 1"):
        read_accepted(file)


def test_a_file_that_reads_wrongly_is_told_of(tmp_path: Path) -> None:
    file = tmp_path / "accepted.yaml"
    file.write_text("- because: two: colons", encoding="utf-8")

    with pytest.raises(CompilerError, match=r"accepted\.yaml.*is no YAML"):
        read_accepted(file)


def test_the_list_is_a_list(tmp_path: Path) -> None:
    file = tmp_path / "accepted.yaml"
    file.write_text("operation: a", encoding="utf-8")

    with pytest.raises(CompilerError, match="make it a list"):
        read_accepted(file)


@pytest.mark.parametrize("file", [facts.ACCEPTED, drift.ACCEPTED], ids=lambda it: it.name)
def test_no_entry_of_ours_stands_twice(file: Path) -> None:
    entries = [str(it) for it in read_accepted(file)]

    assert sorted(set(entries)) == sorted(entries)
