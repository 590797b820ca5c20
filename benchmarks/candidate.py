"""A program to measure, as a value."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

__all__ = ["Candidate"]


@frozen(kw_only=True)
class Candidate:
    """A run of one of the programs in `programs/`, which prints what it measured of itself.

    Attributes:
        what: Its name in the tables.
        program: The program's file, without its ending.
        arguments: What the program is given.
        brief: What it is given where only that it runs matters; the same if none.
        python: Who runs it: the interpreter with the client installed, or a plain one, in which
            there is no more than httpx and attrs.
    """

    what: str
    program: str
    arguments: tuple[str, ...] = ()
    brief: tuple[str, ...] | None = None
    python: Literal["client", "plain"] = "client"
