from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click
from attrs import frozen

from mews_toolkit.export import Column

__all__ = ["Records"]


@frozen
class Records:
    """What rows are made of.

    Attributes:
        columns: Their cells.
        as_json: A whole row as one line of JSON.
        are_chosen: Whether the user chose the columns, and their order.
    """

    columns: list[Column]
    as_json: Callable[[Any], str]
    are_chosen: bool = False

    def only(self, names: str) -> Records:
        """These columns alone, which are parted by commas.

        Raises:
            click.UsageError: There is no such column.
        """
        known = {each.name.lower(): each for each in self.columns}
        asked = [name.strip().lower() for name in names.split(",")]
        unknown = [name for name in asked if name not in known]
        if unknown:
            there = ", ".join(each.name for each in self.columns)
            raise click.UsageError(f"No column {', '.join(unknown)}; there are {there}")
        return Records([known[name] for name in asked], self.as_json, are_chosen=True)
