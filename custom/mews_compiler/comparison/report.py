"""What a comparison says in the end."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from mews_compiler.comparison.accepted import Acceptance
from mews_compiler.comparison.difference import Difference

SAME = 0
DIFFERENT = 1
UNREADABLE = 2


@dataclass(frozen=True, slots=True)
class Report:
    """Lines to print, and the status to leave with."""

    lines: tuple[str, ...]
    status: int


def by_operation(differences: Iterable[Difference]) -> Iterator[str]:
    for operation, found in groupby(differences, key=lambda it: it.operation):
        yield operation
        yield from (f"  {difference}" for difference in found)


def unused(acceptances: Iterable[Acceptance], file: str) -> Iterator[str]:
    for acceptance in acceptances:
        yield f"{file}: {acceptance}: matches no difference any more; take it out"
