"""The document is held to both files of facts, where they are at hand."""

import json
from pathlib import Path
from typing import Any

import pytest

from mews_compiler.__main__ import main
from mews_compiler.comparison.facts import PAGES, VENDOR, check_facts
from mews_compiler.comparison.report import Report
from support.told import NAME, pages, row, short_document, written_document

Json = dict[str, Any]

TEXT: Json = {"type": "string"}


class Facts:
    """A folder with facts about one operation, and a list of what is accepted."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.accepted = folder / "accepted.yaml"
        self.accept()

    def tell(self, tables: Json, vendor: Json) -> None:
        (self.folder / PAGES).write_text(json.dumps(tables), encoding="utf-8")
        (self.folder / VENDOR).write_text(json.dumps(vendor), encoding="utf-8")

    def accept(self, *entries: Json) -> None:
        self.accepted.write_text(json.dumps(entries), encoding="utf-8")

    def check(self, document: Json) -> Report:
        return check_facts(document, self.folder, self.accepted)


@pytest.fixture
def about_text(tmp_path: Path) -> Facts:
    """Facts that know a request with a text and an empty response."""
    facts = Facts(tmp_path)
    facts.tell(pages(request={"Text": row()}), short_document(request={"Text": TEXT}))
    return facts


def test_a_document_that_says_the_same_passes(about_text: Facts) -> None:
    report = about_text.check(written_document(request={"Text": TEXT}))

    assert report == Report(("Operations that agree with the facts: 1",), 0)


def test_a_difference_fails_and_is_told_below_its_operation(about_text: Facts) -> None:
    report = about_text.check(written_document())

    assert report.lines[:2] == (NAME, "  request.Text: missing (2026-08)")
    assert report.status == 1


def test_an_operation_that_only_the_older_facts_have_is_missed(about_text: Facts) -> None:
    about_text.tell({"operations": [], "objects": {}}, short_document())

    report = about_text.check({"paths": {}})

    assert report.lines[:2] == (NAME, "  operation: missing (2025-07)")


def test_an_accepted_difference_passes(about_text: Facts) -> None:
    about_text.accept(
        {"operation": NAME, "where": "request.Text", "what": "missing", "because": "Not for us."}
    )

    assert about_text.check(written_document()).status == 0


def test_an_accepted_difference_that_is_gone_fails(about_text: Facts) -> None:
    about_text.accept(
        {"operation": NAME, "where": "request.Text", "what": "missing", "because": "Not for us."}
    )

    report = about_text.check(written_document(request={"Text": TEXT}))

    assert "request.Text: missing: matches no difference any more" in report.lines[0]
    assert report.status == 1


def test_without_the_facts_the_check_says_so_and_passes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = main(["facts", "--reference", str(tmp_path / "nowhere")])

    assert status == 0
    assert (
        capsys.readouterr().out
        == "The facts about the API are not here, so nothing was compared.\n"
    )


def test_a_list_that_cannot_be_read_fails(
    about_text: Facts, capsys: pytest.CaptureFixture[str]
) -> None:
    about_text.accept({"operation": NAME})

    status = main(
        ["facts", "--reference", str(about_text.folder), "--accepted", str(about_text.accepted)]
    )

    assert status == 1
    assert "accepted.yaml: entry 1" in capsys.readouterr().err


def test_half_of_the_facts_is_none(about_text: Facts, capsys: pytest.CaptureFixture[str]) -> None:
    (about_text.folder / VENDOR).unlink()

    assert main(["facts", "--reference", str(about_text.folder)]) == 1
    assert f"{VENDOR}: file: is missing among the facts" in capsys.readouterr().err
