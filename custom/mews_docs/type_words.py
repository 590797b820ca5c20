"""Types as people read them: `list[UUID] | None` is a list of UUID, or None."""

from __future__ import annotations

import ast
from typing import TypeGuard

from mews_docs.places import Places

__all__ = ["type_words", "without_none"]

_MODULES = {"_engine", "api", "mews_runtime", "models"}


def type_words(annotation: str, places: Places) -> str:
    """The type in words, each name of the library a link."""
    return _words(_bare(_parsed(annotation)), places)


def without_none(annotation: str) -> str:
    """What can be given beside None, which only says that nothing is given."""
    return " | ".join(ast.unparse(it) for it in _alternatives(_parsed(annotation)) if not _none(it))


def _parsed(annotation: str) -> ast.expr:
    parsed = ast.parse(annotation.strip(), mode="eval").body
    # What is quoted is evaluated later, and means the same.
    if isinstance(parsed, ast.Constant) and isinstance(parsed.value, str):
        return _parsed(parsed.value)
    return parsed


def _words(it: ast.expr, places: Places) -> str:  # noqa: PLR0911 - one for each form
    match it:
        case ast.BinOp(op=ast.BitOr()):
            return " or ".join(_words(each, places) for each in _alternatives(it))
        case ast.Subscript(
            value=ast.Name(id="dict" | "Mapping"), slice=ast.Tuple(elts=[key, value])
        ):
            return f"dict from {_words(key, places)} to {_words(value, places)}"
        case ast.Subscript(
            value=ast.Name(id="Paginator" | "Page" as name), slice=ast.Tuple(elts=[row, _])
        ):
            return f"{places.link(name)} of {_words(row, places)}"
        case ast.Subscript(value=ast.Name(id=name), slice=ast.Tuple(elts=[inner, ast.Constant()])):
            return f"{_plain(name, places)} of {_words(inner, places)}"
        case ast.Subscript(value=ast.Name(id=name), slice=inner) if _is_type(inner):
            return f"{_plain(name, places)} of {_words(inner, places)}"
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return places.link(name)
        case _:
            return f"`{ast.unparse(it)}`"


def _alternatives(it: ast.expr) -> list[ast.expr]:
    if isinstance(it, ast.BinOp) and isinstance(it.op, ast.BitOr):
        return [*_alternatives(it.left), *_alternatives(it.right)]
    return [it]


def _none(it: ast.expr) -> bool:
    return isinstance(it, ast.Constant) and it.value is None


def _plain(name: str, places: Places) -> str:
    return name if name in {"list", "tuple", "set"} else places.link(name)


def _is_type(it: ast.expr) -> TypeGuard[ast.expr]:
    return isinstance(it, ast.Name | ast.Subscript | ast.BinOp)


class _Bare(ast.NodeTransformer):
    """Takes away the modules of ours that names are written with."""

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        if isinstance(node.value, ast.Name) and node.value.id in _MODULES:
            return ast.Name(node.attr)
        return node


def _bare(it: ast.expr) -> ast.expr:
    bare: ast.expr = _Bare().visit(it)
    return bare
