from __future__ import annotations

import csv
from collections.abc import Iterable

__all__ = ["csv_lines"]


def csv_lines(rows: Iterable[Iterable[str]]) -> str:
    """Rows of cells as CSV, which any reader takes apart into the same cells."""
    lines = _Lines()
    # Before Python 3.13 only that is quoted of which the end of a line consists; and a return
    # outside of quotes ends one for whoever reads, be it the last of a cell.
    csv.writer(lines, lineterminator="\r\n").writerows(rows)
    return "".join(lines.text)


class _Lines:
    def __init__(self) -> None:
        self.text: list[str] = []

    def write(self, line: str) -> None:
        self.text.append(f"{line[:-2]}\n")
