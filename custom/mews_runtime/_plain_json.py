"""JSON as a tree that leaves nothing of the text out: repeated properties, every digit."""

from __future__ import annotations

import json
import re
from decimal import Decimal, InvalidOperation
from typing import Any, Never

from ._read_fault import ReadFault, UnreadableText

__all__ = ["Fraction", "Integer", "Object", "plain_text", "plain_values", "tree_of", "whole_number"]


class Integer(str):
    """The text of a number without point and exponent."""

    __slots__ = ()


class Fraction(str):
    """The text of any other number."""

    __slots__ = ()


class Object(tuple[tuple[str, Any], ...]):
    """Names and values in their order."""

    __slots__ = ()


# What is left of a text without these has a backslash only where half a character is escaped.
_ESCAPES = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\(?!u[dD][89a-fA-F])."
)


def _no_number(name: str) -> Never:
    raise UnreadableText(f"JSON is malformed: {name} is no number")


_decoder = json.JSONDecoder(
    parse_int=Integer,
    parse_float=Fraction,
    parse_constant=_no_number,
    object_pairs_hook=Object,
)


def tree_of(body: bytes) -> Any:
    """The tree of a text.

    Bytes that are no UTF-8 matter only where they are used: `plain_text` refuses them.

    Raises:
        UnreadableText: It is no JSON.
    """
    text = body.decode("utf-8", "surrogateescape")
    try:
        tree = _decoder.decode(text)
    except ValueError as error:
        raise UnreadableText(f"JSON is malformed: {error}") from error
    except RecursionError as error:
        raise UnreadableText("the text cannot be read (RecursionError)") from error
    if "\\" in text and "\\" in _ESCAPES.sub("", text):
        raise UnreadableText("JSON is malformed: half of a surrogate pair")
    return tree


def plain_text(text: str) -> str:
    """The same text, if it came as UTF-8.

    Raises:
        UnreadableText: It did not.
    """
    if not text.isascii():
        try:
            text.encode()
        except UnicodeEncodeError as error:
            raise UnreadableText("the text cannot be read (UnicodeDecodeError)") from error
    return text


def whole_number(text: str) -> int:
    """The number that the digits make.

    Raises:
        ReadFault: They are more than Python takes.
    """
    try:
        return int(text)
    except ValueError as error:
        raise ReadFault("Integer value out of range") from error


def plain_values(tree: Any) -> Any:
    """The tree as dicts, lists, texts, int and `Decimal`.

    Raises:
        ReadFault: A number is too large.
        UnreadableText: A text came not as UTF-8.
    """
    if isinstance(tree, Object):
        return {plain_text(name): plain_values(value) for name, value in tree}
    if isinstance(tree, list):
        return [plain_values(value) for value in tree]  # pyright: ignore[reportUnknownVariableType] - JSON
    if isinstance(tree, Integer):
        return whole_number(tree)
    if isinstance(tree, Fraction):
        try:
            return Decimal(tree)
        except InvalidOperation as error:
            raise ReadFault("a number is too large even for Decimal") from error
    return plain_text(tree) if isinstance(tree, str) else tree
