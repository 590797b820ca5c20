from __future__ import annotations

from pathlib import Path

from attrs import frozen

__all__ = ["Exported"]


@frozen(kw_only=True)
class Exported:
    """A finished export.

    Attributes:
        file: The file, with all rows.
        rows: How many rows it has.
        new_rows: How many of them were read now; none if it was finished before.
    """

    file: Path
    rows: int
    new_rows: int
