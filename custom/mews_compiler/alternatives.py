"""Values of one shape or another: a reference or null, or several references."""

from mews_compiler.tree import is_list, is_object


def is_nullable_reference(branches: object) -> bool:
    """Whether an `anyOf` is one reference, then null."""
    return is_list(branches) and len(branches) == 2 and _reference_count(branches) == 1


def is_alternative(branches: object) -> bool:
    """Whether an `anyOf` is several references, with or without null after them."""
    return is_list(branches) and _reference_count(branches) > 1


def _reference_count(branches: list[object]) -> int:
    """How many references there are; none if there is anything but references, then null."""
    references = branches[:-1] if branches[-1:] == [{"type": "null"}] else branches
    fits = all(is_object(branch) and branch.keys() == {"$ref"} for branch in references)
    return len(references) if fits else 0
