"""Whether a value of ours can be left out or be null where it is told that it can."""

from collections.abc import Iterator

from mews_compiler.comparison.remark import Remark
from mews_compiler.comparison.shape import Shape
from mews_compiler.comparison.told import Told, in_full


def presence(ours: Shape, told: list[Told], *, reading: bool) -> Iterator[Remark]:
    yield from _presence_read(ours, told) if reading else _presence_sent(ours, told)


def _presence_sent(ours: Shape, told: list[Told]) -> Iterator[Remark]:
    """The newest document says what is required; one that tells of null says what may be null."""
    newest = [each for each in told if each.shape.required is not None][:1]
    for each in newest:
        if ours.required and not each.shape.required:
            yield "required, not optional", each.source
        elif not ours.required and each.shape.required:
            yield "optional, not required", each.source
    for each in in_full(told)[-1:]:
        # To a document that does not require it, null is another way of leaving it out.
        is_left_out = ours.required and not each.shape.required
        if each.shape.nullable and not (ours.nullable or is_left_out):
            yield "never null, not nullable", each.source
        elif ours.nullable and ours.required and not each.shape.nullable:
            yield "nullable, not never null", each.source


def _presence_read(ours: Shape, told: list[Told]) -> Iterator[Remark]:
    """Whatever any document lets be absent or null, may be. To the tables both are `optional`."""
    optional = [each for each in told if each.shape.required is False]
    if optional and ours.required:
        yield "required, not optional", optional[0].source
    null = [each for each in told if each.shape.nullable or _is_optional_outline(each.shape)]
    if null and not ours.nullable:
        yield "never null, not nullable", null[0].source


def _is_optional_outline(shape: Shape) -> bool:
    return shape.is_outline and shape.required is False
