from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from mews_toolkit.workflows._reconciliation_rows import COLUMNS, SECTIONS, Cell, rows

if TYPE_CHECKING:
    from mews_toolkit.workflows._reconciliation import Reconciliation

__all__ = ["table"]


def table(result: Reconciliation) -> Iterator[str]:
    """The lines of a text that shows every row of it."""
    yield f"Enterprise {result.enterprise_id}"
    yield f"Closed from {result.first_day} to {result.last_day}, both included:"
    yield f"{result.start_utc:%Y-%m-%dT%H:%M:%SZ} to {result.end_utc:%Y-%m-%dT%H:%M:%SZ}"
    every = list(rows(result))
    for section, title in SECTIONS.items():
        yield ""
        yield title
        shown = [row for row in every if row["section"] == section]
        for line in _aligned(shown) if shown else ["none"]:
            yield f"  {line}"


def _aligned(shown: Sequence[dict[str, Cell]]) -> Iterator[str]:
    """Numbers to the right, columns without any cell left out."""
    names = [it for it in COLUMNS[1:] if any(row[it] is not None for row in shown)]
    texts = [names, *([_text(row[name]) for name in names] for row in shown)]
    widths = [max(map(len, column)) for column in zip(*texts, strict=True)]
    numeric = [any(isinstance(row[name], int | Decimal) for row in shown) for name in names]
    for cells in texts:
        aligned = zip(cells, widths, numeric, strict=True)
        line = "  ".join(it.rjust(wide) if right else it.ljust(wide) for it, wide, right in aligned)
        yield line.rstrip()


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    return f"{cell:f}" if isinstance(cell, Decimal) else _visible(str(cell))


def _visible(text: str) -> str:
    """What others wrote, without orders to a terminal."""
    return "".join(
        it if it.isprintable() else it.encode("unicode_escape").decode("ascii") for it in text
    )
