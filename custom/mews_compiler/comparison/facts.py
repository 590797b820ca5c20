"""The document against the facts about the API that it was written from."""

import json
from pathlib import Path

from mews_compiler.comparison.accepted import read_accepted, sift
from mews_compiler.comparison.comparing import differences
from mews_compiler.comparison.document_reader import read_document
from mews_compiler.comparison.report import DIFFERENT, SAME, Report, by_operation, unused
from mews_compiler.comparison.table_reader import read_tables
from mews_compiler.faults import CompilerError, Fault
from mews_compiler.tree import Object

PAGES = "operations-2026-08.json"
VENDOR = "vendor-openapi-2025-07.json"
ACCEPTED = Path(__file__).with_name("accepted.yaml")


def check_facts(document: Object, reference: Path, accepted: Path = ACCEPTED) -> Report:
    """Compares the joined document with both files of facts in a folder."""
    if not reference.is_dir():
        return Report(("The facts about the API are not here, so nothing was compared.",), SAME)
    ours = read_document(document)
    sources = {
        "2026-08": read_tables(_read(reference / PAGES)),
        "2025-07": read_document(_read(reference / VENDOR)),
    }
    sifted = sift(differences(ours, sources), read_accepted(accepted))
    lines = [*by_operation(sifted.left), *unused(sifted.unused, accepted.name)]
    if lines:
        return Report((*lines, f"Differences that are not accepted: {len(sifted.left)}"), DIFFERENT)
    return Report((f"Operations that agree with the facts: {len(ours)}",), SAME)


def _read(file: Path) -> Object:
    if not file.is_file():
        raise CompilerError(Fault(file.name, "file", "is missing among the facts"))
    content: Object = json.loads(file.read_text(encoding="utf-8"))
    return content
