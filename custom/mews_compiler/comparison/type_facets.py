"""How the type of a value of ours differs from what is told about it."""

from collections.abc import Iterator

from mews_compiler.comparison.remark import Remark
from mews_compiler.comparison.shape import ANY, ENUM, Shape
from mews_compiler.comparison.told import Told, in_full


def kind(ours: Shape, told: list[Told], *, reading: bool) -> Iterator[Remark]:
    """The oldest document is the one that types in full; the tables say `string` of anything."""
    del reading
    typed = [each for each in told if each.shape.kind != ANY]
    if typed and typed[-1].shape.base != ours.base:
        yield f"{ours.kind}, not {typed[-1].shape.kind}", typed[-1].source
    elif not typed and ours.kind != ANY and told:
        yield f"{ours.kind}, not any", told[0].source


def text_format(ours: Shape, told: list[Told], *, reading: bool) -> Iterator[Remark]:
    del reading
    for each in in_full(told)[-1:]:
        if each.shape.base == ours.base and each.shape.format != ours.format:
            yield f"format {ours.format}, not {each.shape.format}", each.source


def values(ours: Shape, told: list[Told], *, reading: bool) -> Iterator[Remark]:
    """The newest list of values counts, for what is read as well: unknown values can be read."""
    del reading
    if ours.base != "string":
        return
    lists = [each for each in told if each.shape.kind == ENUM]
    if lists and ours.kind != ENUM:
        yield "string, not enum", lists[0].source
    elif not lists and ours.kind == ENUM:
        yield from (("enum, not string", each.source) for each in told[:1])
    for each in lists[:1] if ours.kind == ENUM else []:
        for value in sorted(each.shape.values - ours.values):
            yield f"value {value} missing", each.source
        for value in sorted(ours.values - each.shape.values):
            yield f"value {value} extra", each.source
