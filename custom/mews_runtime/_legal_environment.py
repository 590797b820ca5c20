"""What the law of an enterprise's country demands of a request, beyond what the API checks."""

from __future__ import annotations

from collections.abc import Iterator

from ._fields import fields_of
from ._model import Model

__all__ = ["FRANCE", "check_legal_environment", "legal_faults"]

FRANCE = "FR"

_KNOWN = (FRANCE,)


def check_legal_environment(code: str | None) -> None:
    """Passes None and the codes whose rules are known.

    An unknown one is never taken for one without rules: it could be a misspelt known one.

    Raises:
        ValueError: No rules are known for the code.
    """
    if code is not None and code not in _KNOWN:
        known = ", ".join(repr(each) for each in _KNOWN)
        raise ValueError(
            f"no rules are known for the legal environment {code!r}, only for {known};"
            " leave it out where none of these applies"
        )


def legal_faults(request: Model, country: str | None) -> Iterator[str]:
    """What is missing or refused in a country, with the reason that the document gives."""
    if country is None:
        return
    for field in fields_of(type(request)):
        law = field.required_in.get(country)
        if law is None:
            continue
        value: object = getattr(request, field.name)
        there = f"in the legal environment {country}: {law['because']}"
        if value is None or (isinstance(value, str) and not value.strip()):
            yield f"{field.name} is required {there}"
        elif value in law.get("refused", ()):
            yield f"{field.name}: {value} is refused {there}"
