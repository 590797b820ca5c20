"""What the law of an enterprise's country demands of a request, beyond what the API checks."""

from __future__ import annotations

from collections.abc import Iterator

from ._fields import fields_of
from ._model import Model

__all__ = ["legal_faults"]


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
        if value is None:
            yield f"{field.name} is required {there}"
        elif value in law.get("refused", ()):
            yield f"{field.name}: {value} is refused {there}"
