"""Differences that are known and right, each with the reason."""

import re
from collections.abc import Iterable
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from mews_compiler.comparison.difference import Difference
from mews_compiler.faults import CompilerError, Fault
from mews_compiler.tree import is_list, is_object

WORDS = ("operation", "where", "what", "because")


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Which differences are right; `*` stands for any text."""

    operation: str
    where: str
    what: str
    because: str

    def covers(self, difference: Difference) -> bool:
        patterns = (self.operation, self.where, self.what)
        return all(
            _matches(pattern, text)
            for pattern, text in zip(patterns, astuple(difference)[:3], strict=True)
        )

    def __str__(self) -> str:
        return f"{self.operation}: {self.where}: {self.what}"


@dataclass(frozen=True, slots=True)
class Sifted:
    """What is left to do about differences, and the acceptances that nothing needs any more."""

    left: list[Difference]
    unused: list[Acceptance]


def sift(differences: Iterable[Difference], accepted: list[Acceptance]) -> Sifted:
    used: set[Acceptance] = set()
    left: list[Difference] = []
    for difference in differences:
        covering = [each for each in accepted if each.covers(difference)]
        used.update(covering)
        if not covering:
            left.append(difference)
    return Sifted(left, [each for each in accepted if each not in used])


def read_accepted(file: Path) -> list[Acceptance]:
    """Raises CompilerError if an entry is incomplete, which it is above all without a reason."""
    yaml: Any = YAML(typ="safe", pure=True)
    try:
        entries: object = yaml.load(file.read_text(encoding="utf-8")) or []
    except YAMLError as error:
        raise CompilerError(Fault(file.name, "file", f"is no YAML: {error}")) from None
    if not is_list(entries):
        raise CompilerError(Fault(file.name, "file", "make it a list"))
    faults = [
        Fault(file.name, f"entry {number}", f"give it exactly {', '.join(WORDS)}, each a text")
        for number, entry in enumerate(entries, start=1)
        if not _is_complete(entry)
    ]
    if faults:
        raise CompilerError(*faults)
    return [Acceptance(**entry) for entry in entries]


def _is_complete(entry: object) -> bool:
    return (
        is_object(entry)
        and entry.keys() == set(WORDS)
        and all(isinstance(text, str) and text.strip() for text in entry.values())
    )


def _matches(pattern: str, text: str) -> bool:
    return re.fullmatch(".*".join(map(re.escape, pattern.split("*"))), text) is not None
