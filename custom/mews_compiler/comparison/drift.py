"""The document against a later one of the vendor's."""

from collections.abc import Iterator
from pathlib import Path

from mews_compiler.comparison import facts
from mews_compiler.comparison.accepted import Sifted, read_accepted, sift
from mews_compiler.comparison.comparing import differences
from mews_compiler.comparison.contract import PREFIX, resource
from mews_compiler.comparison.document_reader import (
    Operations,
    check_operations,
    in_full,
    operations,
    read_document,
    read_operations,
)
from mews_compiler.comparison.report import (
    DIFFERENT,
    SAME,
    UNREADABLE,
    Report,
    by_operation,
    unused,
)
from mews_compiler.comparison.unreadable import UnreadableError
from mews_compiler.comparison.vendor_document import load_vendor_document
from mews_compiler.tree import Object

ACCEPTED = Path(__file__).with_name("accepted_drift.yaml")


def check_drift(document: Object, spec: str, accepted: Path = ACCEPTED) -> Report:
    """Compares the joined document with the vendor's, in the resources that ours covers.

    What is accepted about the facts is accepted here too. Unused entries are told, but no reason
    to fail: the vendor's document may have caught up.
    """
    ours = read_document(document)
    covered = {resource(name) for name in ours}
    try:
        vendors = in_full(load_vendor_document(spec))
        named = _named(vendors)
        family = {name: it for name, it in named.items() if resource(name) in covered}
        check_operations(family, vendors)
    except UnreadableError as error:
        return Report((f"{spec} cannot be compared: {error}",), UNREADABLE)
    told = {"vendor": read_operations(family, vendors)}
    # The lists are tried one after the other, so that an entry is unused only if none needs it.
    lasting = sift(differences(ours, told), read_accepted(facts.ACCEPTED))
    sifted = sift(lasting.left, read_accepted(accepted))
    lines = [*_lines(sifted, accepted.name), *_others(sorted(named.keys() - family.keys()))]
    return Report(tuple(lines), DIFFERENT if sifted.left else SAME)


def _named(vendors: Object) -> Operations:
    named = operations(vendors)
    if not named:
        raise UnreadableError(f"it has no operation below {PREFIX}")
    return named


def _lines(sifted: Sifted, accepted: str) -> Iterator[str]:
    yield from by_operation(sifted.left)
    yield from unused(sifted.unused, accepted)
    yield f"Differences that are not accepted: {len(sifted.left)}"


def _others(names: list[str]) -> Iterator[str]:
    yield f"Operations of resources that are not covered: {len(names)}"
    yield from (f"  {name}" for name in names)
