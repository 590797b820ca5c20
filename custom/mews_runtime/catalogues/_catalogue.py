from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from msgspec import Struct

from mews_runtime._open_enum import OpenEnum

__all__ = ["Info", "look_up"]


# A msgspec struct and no attrs class: every enum that is used loads one of these, and an attrs
# class costs thirty times as much to make.
class Info(Struct, frozen=True, kw_only=True):
    """What is known about one value of an enum.

    Attributes:
        label: The value for people, in English.
    """

    label: str


InfoT = TypeVar("InfoT", bound=Info)


def look_up(value: OpenEnum, rows: Mapping[str, InfoT]) -> InfoT:
    """The row of a value.

    Raises:
        LookupError: This version does not know the value.
    """
    row = rows.get(value.value)
    if row is None:
        raise LookupError(
            f"this version knows no {type(value).__name__} {value.value!r}, and nothing about it;"
            " ask is_known before info, and decide what a value means that came later"
        )
    return row
