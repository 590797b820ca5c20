from __future__ import annotations

import inspect
import re
from collections.abc import Mapping

from attrs import frozen

__all__ = ["Docstring", "read_docstring"]

_SECTION = re.compile(r"^(Args|Raises|Returns|Attributes|Source):", re.MULTILINE)
_ARGUMENT = re.compile(r"^    (\w+): (.*(?:\n {8}.*)*)", re.MULTILINE)


@frozen
class Docstring:
    """What a docstring tells of a function and of its arguments."""

    summary: str
    description: str
    arguments: Mapping[str, str]


def read_docstring(described: object) -> Docstring:
    """The docstring of a method of the client, taken apart."""
    text = inspect.getdoc(described) or ""
    prose, _, rest = text.partition("\nArgs:\n")
    summary, _, description = _SECTION.split(prose, maxsplit=1)[0].strip().partition("\n\n")
    arguments = _SECTION.split(rest, maxsplit=1)[0]
    return Docstring(
        summary=" ".join(summary.split()),
        description=description.strip(),
        arguments={name: " ".join(told.split()) for name, told in _ARGUMENT.findall(arguments)},
    )
