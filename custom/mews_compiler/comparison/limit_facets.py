"""How the limits of a value of ours differ from those that are told."""

from collections.abc import Iterator

from mews_compiler.comparison.bounds import WORDS
from mews_compiler.comparison.remark import Remark
from mews_compiler.comparison.shape import ENUM, Shape
from mews_compiler.comparison.told import Told, in_full


def limits(ours: Shape, told: list[Told], *, reading: bool) -> Iterator[Remark]:
    """The newest document that states a limit is right about it."""
    del reading
    for words, name in (
        ("maxItems", "max_items"),
        ("maxLength", "max_length"),
        ("longest interval", "longest"),
    ):
        stated = [each for each in told if getattr(each.shape, name) is not None] or told
        for each in stated[:1]:
            if getattr(ours, name) != getattr(each.shape, name):
                yield (
                    f"{words} {getattr(ours, name)}, not {getattr(each.shape, name)}",
                    each.source,
                )


def least_sizes(ours: Shape, told: list[Told], *, reading: bool) -> Iterator[Remark]:
    for words, name in (("minItems", "min_items"), ("minLength", "min_length")):
        for each in in_full(told)[-1:]:
            mine, theirs = getattr(ours, name) or 0, getattr(each.shape, name) or 0
            if name == "min_length" and _is_never_empty(ours):
                continue
            if mine > theirs or (mine < theirs and not reading):
                yield f"{words} {mine}, not {theirs}", each.source


def bounds(ours: Shape, told: list[Told], *, reading: bool) -> Iterator[Remark]:
    """The facts tell of no bounds but in words, so only those who state one are right about it."""
    for word in WORDS:
        mine = ours.bounds.get(word)
        for each in [it for it in told if word in it.shape.bounds][:1]:
            theirs = each.shape.bounds[word]
            if mine != theirs and not (reading and mine is None):
                yield f"{word} {mine}, not {theirs}", each.source


def _is_never_empty(ours: Shape) -> bool:
    """Whether no text without letters is among what is allowed anyway."""
    return ours.kind == ENUM or ours.format in {"date", "date-time", "uuid"}
