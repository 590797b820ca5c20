"""Rows for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from attrs import asdict

from benchmarks.row import Row

__all__ = ["as_json", "as_text"]

_VERDICTS = {True: "holds", False: "falls short", None: ""}


def as_text(title: str, rows: Sequence[Row]) -> str:
    """A table with the columns aligned."""
    return "\n".join(_lines(title, rows))


def as_json(suites: dict[str, list[Row]]) -> str:
    """Every figure, by the title of its table."""
    return json.dumps(
        {
            title: [asdict(row) | {"holds": row.holds} for row in rows]
            for title, rows in suites.items()
        },
        indent=2,
    )


def _lines(title: str, rows: Sequence[Row]) -> Iterator[str]:
    width = max(len(title), *(len(row.what) for row in rows))
    yield f"{title:{width}}  {'ms':>8}  {'ratio':>6}  {'budget':>6}"
    for row in rows:
        budget = "" if row.budget is None else f"{row.budget:.2f}"
        line = f"{row.what:{width}}  {row.median_ms:8.1f}  {row.ratio:6.2f}  {budget:>6}"
        yield f"{line}  {_VERDICTS[row.holds]}".rstrip()
