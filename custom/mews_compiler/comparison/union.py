"""What holds for a value that has one of several shapes."""

from collections.abc import Hashable, Iterable, Sequence
from typing import TypeVar

from mews_compiler.comparison.bounds import Bounds
from mews_compiler.comparison.shape import ANY, Shape

T = TypeVar("T", bound=Hashable)


def unite(shapes: Sequence[Shape]) -> Shape:
    """One shape whose parts are those of all; each part as those that have it agree on it."""
    if not shapes:
        return Shape()
    if len(set(map(id, shapes))) == 1:
        return shapes[0]
    return Shape(
        kind=_agreed(shape.kind for shape in shapes) or ANY,
        format=_agreed(shape.format for shape in shapes),
        required=all(shape.required for shape in shapes),
        nullable=any(shape.nullable for shape in shapes),
        values=frozenset[str]().union(*(shape.values for shape in shapes)),
        min_items=_agreed(shape.min_items for shape in shapes),
        max_items=_agreed(shape.max_items for shape in shapes),
        min_length=_agreed(shape.min_length for shape in shapes),
        max_length=_agreed(shape.max_length for shape in shapes),
        bounds=_bounds(shapes),
        longest=_agreed(shape.longest for shape in shapes),
        deprecated=all(shape.deprecated for shape in shapes),
        replacements=frozenset[str]().union(*(shape.replacements for shape in shapes)),
        named=frozenset[str]().union(*(shape.named for shape in shapes)),
        is_outline=any(shape.is_outline for shape in shapes),
        parts=_parts(shapes),
    )


def _parts(shapes: Sequence[Shape]) -> dict[str, Shape]:
    names = dict.fromkeys(name for shape in shapes for name in shape.parts)
    united: dict[str, Shape] = {}
    for name in names:
        found = [shape.parts[name] for shape in shapes if name in shape.parts]
        united[name] = unite(found)
    return united


def _bounds(shapes: Sequence[Shape]) -> Bounds:
    first, *others = (shape.bounds.items() for shape in shapes)
    return dict(set(first).intersection(*others))


def _agreed(values: Iterable[T | None]) -> T | None:
    """The value that all have, or none."""
    different = set(values)
    return different.pop() if len(different) == 1 else None
