"""Which parameter a broken schema rule is about, as the API would name it."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, groupby
from typing import Any, cast

from jsonschema import ValidationError

from mews_toolkit.sandbox.refusals import Refusal, invalid


def refusal(errors: Iterable[ValidationError]) -> Refusal | None:
    """The refusal that these errors come to, if there are any.

    An unknown enum value makes the API report the whole JSON as invalid, so it goes first.
    Then errors at a property go before those at the request as a whole.
    """
    causes = [cause for error in errors for cause in _causes(error)]
    if any(cause.validator == "enum" for cause in causes):
        return invalid("JSON", "A value is not one of those that the document lists.")
    if not causes:
        return None
    first = min(causes, key=lambda cause: not cause.absolute_path)
    return invalid(_parameter(first), _details(first))


def _causes(error: ValidationError) -> Iterator[ValidationError]:
    """Looks through `anyOf: [a reference, null]` at what is wrong with the value itself."""
    branches = [
        list(branch) for _, branch in groupby(error.context or (), key=lambda it: it.schema_path[0])
    ]
    fitting = [branch for branch in branches if not any(_is_other_type(it) for it in branch)]
    if error.validator in ("anyOf", "oneOf") and len(fitting) == 1 < len(branches):
        for cause in fitting[0]:
            yield from _causes(cause)
    else:
        yield error


def _is_other_type(error: ValidationError) -> bool:
    return error.validator == "type" and not error.relative_path


def _parameter(error: ValidationError) -> str:
    named = [step for step in error.absolute_path if isinstance(step, str)]
    return _demanded(error) or (named[-1] if named else "Request")


def _demanded(error: ValidationError) -> str | None:
    """The property whose absence broke the rule.

    Of several ways to keep it, those that the request has begun on go before the others. Where
    nothing is absent because two exclude each other, it is the first.
    """
    rule: Any = error.validator_value
    value: object = error.instance
    given: Mapping[str, object] = {}
    if isinstance(value, dict):
        given = cast("Mapping[str, object]", value)
    demanded: Iterable[str] = ()
    if error.validator == "required":
        demanded = (name for name in rule if name not in given)
    elif error.validator == "dependentRequired":
        companions = (names for name, names in rule.items() if name in given)
        demanded = (name for names in companions for name in names if name not in given)
    elif error.validator in ("anyOf", "oneOf"):
        ways: list[list[str]] = [alternative.get("required", []) for alternative in rule]
        begun = [way for way in ways if any(given.get(name) is not None for name in way)]
        absent = (name for way in begun or ways for name in way if given.get(name) is None)
        demanded = chain(absent, *ways)
    return next(iter(demanded), None)


def _details(error: ValidationError) -> str:
    # Never the value: it may be what must not be repeated, such as a card number.
    place = "$" + "".join(
        f"[{it}]" if isinstance(it, int) else f".{it}" for it in error.absolute_path
    )
    rule = f" {error.validator_value}" if isinstance(error.validator_value, str | int) else ""
    return f"{place} breaks {error.validator}{rule}"
