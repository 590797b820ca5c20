"""Docstrings as Markdown."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable

import griffe

from mews_docs.places import Places

__all__ = ["entries", "entry", "first_sentence", "flowing", "text_of"]

_SOURCE = re.compile(r"^Source: (\S+)$", re.MULTILINE)
_HYPHEN = re.compile(r"(?<=\w)-\n\s*(?=\w)")


def flowing(text: str, places: Places) -> str:
    """A text without the line breaks of its source: paragraphs, and blocks as they are."""
    paragraphs = _SOURCE.sub(r"[What Mews says of it](\1)", text.strip()).split("\n\n")
    return "\n\n".join(_paragraph(each, places) for each in paragraphs)


def _paragraph(text: str, places: Places) -> str:
    if text.startswith(("    ", "\t")):
        return f"```text\n{textwrap.dedent(text).rstrip()}\n```"
    # Lines were also broken behind the hyphens of words.
    joined = _HYPHEN.sub("-", text)
    return places.linked(" ".join(joined.split()))


def text_of(it: griffe.Object, places: Places) -> str:
    """What the docstring says before, between and after its lists."""
    if it.docstring is None:
        return ""
    parts = [each.value for each in it.docstring.parsed if isinstance(each.value, str)]
    return "\n\n".join(flowing(each, places) for each in parts)


def first_sentence(it: griffe.Object, places: Places) -> str:
    """The line that says what it is."""
    return text_of(it, places).split("\n\n", 1)[0]


def entry(term: str, kind: str, meaning: str) -> str:
    """A term, of what kind it is, and what it means; without a meaning the kind stands for it."""
    head, told = (f"{term} {kind}".rstrip(), meaning) if meaning else (term, kind)
    first, *rest = told.splitlines() or ["Any."]
    lines = [head, f":   {first}", *(f"    {line}" if line else "" for line in rest)]
    return "\n".join(lines) + "\n"


def entries(all_of_them: Iterable[str]) -> str:
    """Several terms, one after the other."""
    return "\n".join(all_of_them)
