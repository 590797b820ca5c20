"""What properties are called in Python, and the names that are taken there."""

from collections.abc import Iterable, Iterator

from openapi_python_client.strings import PythonIdentifier

# Of the runtime's `Model`, and what a model's module imports and its class body goes on to use.
IN_MODELS = {"to_json", "from_json", "faults", "rules", "field", "variant", "variants"}
# Modules that a method reads. `self` needs no entry: the generator writes `self_`.
IN_METHODS = {"api", "models"}
# What the modules of models import under these names.
IMPORTED = {
    *("AnyOf", "AtMost", "Date", "Decimal", "ExactlyOne", "Model", "OpenEnum", "UUID"),
    *("TaggedProperties", "TaggedValue", "UnknownVariant", "Variant"),
    *("Any", "None", "True", "False"),
}
IN_PAGED_METHODS = IN_METHODS | {"page_size", "resume", "prefetch", "concurrency", "ordered"}


def python_name(property_: str) -> str:
    """`AccountId` becomes `account_id`, as the generator has it."""
    return str(PythonIdentifier(property_, "field_"))


def namesakes(properties: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each property that comes out like an earlier one, after that one."""
    first: dict[str, str] = {}
    for name in properties:
        earlier = first.setdefault(python_name(name), name)
        if earlier != name:
            yield earlier, name


def taken(properties: Iterable[str], names: set[str]) -> Iterator[tuple[str, str]]:
    """Each property that comes out as one of some names, with that name."""
    for name in properties:
        if python_name(name) in names:
            yield name, python_name(name)
