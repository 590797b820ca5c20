"""Finds the differences between our operations and what is told about them."""

from collections.abc import Iterator

from mews_compiler.comparison.contract import Contract, Contracts
from mews_compiler.comparison.difference import Difference
from mews_compiler.comparison.facets import FACETS
from mews_compiler.comparison.remark import Remark
from mews_compiler.comparison.shape import ENTRY, ITEM, Shape
from mews_compiler.comparison.told import Told, parts

# Documents by the name that stands behind a difference, the newest first.
Sources = dict[str, Contracts]
Found = Iterator[tuple[str, Remark]]


def differences(ours: Contracts, sources: Sources) -> Iterator[Difference]:
    """The differences in the operations of either side."""
    for name in sorted({*ours, *(name for told in sources.values() for name in told)}):
        told = {source: it[name] for source, it in sources.items() if name in it}
        if name not in ours:
            yield Difference(name, "operation", "missing", next(iter(told)))
        elif not told:
            yield Difference(name, "operation", "extra", " and ".join(sources))
        else:
            for where, (what, source) in _operation(ours[name], told):
                yield Difference(name, where, what, source)


def _operation(ours: Contract, told: dict[str, Contract]) -> Found:
    newest = next(iter(told))
    if told[newest].deprecated and not ours.deprecated:
        yield "operation", ("not deprecated, but deprecated", newest)
    elif ours.deprecated and not any(each.deprecated for each in told.values()):
        yield "operation", ("deprecated, not in use", newest)
    requests = [Told(source, each.request) for source, each in told.items()]
    responses = [Told(source, each.response) for source, each in told.items()]
    yield from _parts("request", ours.request, requests, reading=False)
    yield from _parts("response", ours.response, responses, reading=True)


def _value(where: str, ours: Shape, told: list[Told], *, reading: bool) -> Found:
    for facet in FACETS:
        for remark in facet(ours, told, reading=reading):
            yield where, remark
    yield from _parts(where, ours, told, reading=reading)


def _parts(where: str, ours: Shape, told: list[Told], *, reading: bool) -> Found:
    """The differences within a value, as told by those who know what it consists of."""
    told = [each for each in told if each.lists_parts and each.shape.base == ours.base]
    if not told:
        return
    names = dict.fromkeys([*ours.parts, *(name for each in told for name in each.shape.parts)])
    older_names = {shape.older_name for shape in ours.parts.values()}
    for name in names:
        place = _below(where, name)
        known = parts(told, name)
        if name not in ours.parts:
            if name not in older_names:
                yield place, ("missing", known[0].source)
        elif not known:
            yield place, ("extra", told[0].source)
        else:
            yield from _value(place, ours.parts[name], known, reading=reading)
            if reading and ours.parts[name].required and name not in told[0].shape.parts:
                yield place, ("required, not optional", told[0].source)


def _below(where: str, name: str) -> str:
    return f"{where}{name}" if name in {ITEM, ENTRY} else f"{where}.{name}"
