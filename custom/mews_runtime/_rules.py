"""What the properties of one request must fulfil together, as values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol, cast

from msgspec import Struct

__all__ = ["AnyOf", "AtMost", "ExactlyOne", "Rule"]


class Rule(Protocol):
    """A condition on several attributes of one model."""

    def faults(self, model: object) -> Iterator[str]:
        """What is wrong with `model`, and what to do about it."""
        ...


def _given(model: object, name: str) -> bool:
    value: object = getattr(model, name)
    return value is not None


def _or(names: tuple[str, ...]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"


class AnyOf(Struct, frozen=True):
    """At least one of the alternatives is given; each is a set of attributes."""

    alternatives: tuple[tuple[str, ...], ...]

    def faults(self, model: object) -> Iterator[str]:
        if not any(all(_given(model, name) for name in names) for names in self.alternatives):
            yield f"give at least {_or(tuple(' with '.join(names) for names in self.alternatives))}"


class ExactlyOne(Struct, frozen=True):
    """Exactly one of the attributes is given."""

    names: tuple[str, ...]

    def faults(self, model: object) -> Iterator[str]:
        count = sum(_given(model, name) for name in self.names)
        if count != 1:
            yield f"give either {_or(self.names)}, {'not both' if count else 'one is missing'}"


class AtMost(Struct, frozen=True):
    """A list has at most so many items while another attribute is given."""

    name: str
    items: int
    beside: str

    def faults(self, model: object) -> Iterator[str]:
        value: object = getattr(model, self.name)
        count = len(cast("list[object]", value)) if isinstance(value, list | tuple) else 0
        if _given(model, self.beside) and count > self.items:
            yield (
                f"{self.name} takes at most {self.items} beside {self.beside},"
                f" {count} were given; give the other value for several"
            )
