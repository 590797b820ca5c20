"""JSON of any depth, changed from its root to its leaves."""

from __future__ import annotations

from itertools import zip_longest
from typing import Any, cast

__all__ = ["Json", "grafted", "in_order", "without_nulls"]

Json = dict[str, Any]

_ENDS = [("StartUtc", "EndUtc"), ("Start", "End")]


def without_nulls(tree: Any) -> Any:
    """The same without properties that are null."""
    if isinstance(tree, list):
        return [without_nulls(it) for it in _array(tree)]
    if isinstance(tree, dict):
        return {k: without_nulls(it) for k, it in _object(tree).items() if it is not None}
    return tree


def in_order(tree: Any) -> Any:
    """The same with each interval the right way round."""
    if isinstance(tree, list):
        return [in_order(it) for it in _array(tree)]
    if not isinstance(tree, dict):
        return tree
    ordered = {name: in_order(it) for name, it in _object(tree).items()}
    for names in _ENDS:
        ends = [it for name in names if isinstance(it := ordered.get(name), str)]
        if len(ends) == len(names):
            ordered.update(zip(names, sorted(ends), strict=True))
    return ordered


def grafted(graft: Any, stock: Any) -> Any:
    """The stock, and what the graft says beyond it."""
    if isinstance(stock, dict):
        own, more = _object(stock), _object(graft)
        return {**more, **{name: grafted(more.get(name), it) for name, it in own.items()}}
    if isinstance(stock, list):
        items = _array(stock)
        return [grafted(it, item) for it, item in zip_longest(_array(graft)[: len(items)], items)]
    return stock


def _object(value: Any) -> Json:
    return cast("Json", value) if isinstance(value, dict) else {}


def _array(value: Any) -> list[object]:
    return cast("list[object]", value) if isinstance(value, list) else []
