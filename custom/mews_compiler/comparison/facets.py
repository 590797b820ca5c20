"""In what respects a value of ours can differ from what is told about it.

What is read may be laxer than what is told, since real answers are: optional, nullable, without
least sizes. What is sent has to be exact, or the client would refuse or let through too much.
"""

from collections.abc import Callable, Iterator

from mews_compiler.comparison.limit_facets import bounds, least_sizes, limits
from mews_compiler.comparison.presence_facets import presence
from mews_compiler.comparison.remark import Remark
from mews_compiler.comparison.shape import Shape
from mews_compiler.comparison.told import Told
from mews_compiler.comparison.type_facets import kind, text_format, values

# With `reading=True` for what is read.
Facet = Callable[..., Iterator[Remark]]


def deprecation(ours: Shape, told: list[Told], *, reading: bool) -> Iterator[Remark]:
    """What the newest document deprecates is deprecated; what an older one does, may be."""
    del reading
    for each in told[:1]:
        if each.shape.deprecated and not ours.deprecated:
            yield "not deprecated, but deprecated", each.source
        elif ours.deprecated and not any(it.shape.deprecated for it in told):
            yield "deprecated, not in use", each.source


def replacement(ours: Shape, told: list[Told], *, reading: bool) -> Iterator[Remark]:
    """What is told to use instead is named in our words about it too."""
    del reading
    for each in [it for it in told if it.shape.replacements][:1] if ours.deprecated else []:
        unnamed = sorted(each.shape.replacements - ours.named)
        if unnamed:
            yield f"{' and '.join(unnamed)} not named as replacement", each.source


FACETS: tuple[Facet, ...] = (
    kind,
    text_format,
    values,
    presence,
    limits,
    least_sizes,
    bounds,
    deprecation,
    replacement,
)
