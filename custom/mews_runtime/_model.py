from __future__ import annotations

from reprlib import recursive_repr
from typing import ClassVar, Self

import attrs
from attrs import frozen

from . import _json
from ._rules import Rule

__all__ = ["Model"]


# Of what attrs can write for a class, generated models ask for `__init__` alone: the rest is
# written once, here, since making it anew for each class took longer than all else about it.
@frozen(eq=False, repr=False)
class Model:
    """A JSON object of the API: immutable, snake_case attributes, exact values.

    Absent and null are the same to the API, so both are `None` here. Properties that this
    version does not know are ignored.
    """

    rules: ClassVar[tuple[Rule, ...]] = ()

    def to_json(self) -> bytes:
        """The object as the API writes it: its own property names, every digit, UTC with Z."""
        return _json.encode(self)

    @classmethod
    def from_json(cls, text: bytes | str) -> Self:
        """Reads one object of this type.

        Raises:
            InvalidResponseError: It is no such object; `.path` says where.
        """
        return _json.decode(cls, text.encode() if isinstance(text, str) else text)

    def faults(self) -> list[str]:
        """What is wrong with it as (a part of) a request: a client would not send it.

        No value is repeated: it may be secret. What depends on the client, such as its legal
        environment, is left out.
        """
        from ._checks import model_faults  # noqa: PLC0415 - it knows models itself

        return list(model_faults(self))

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return all(
            getattr(self, each.name) == getattr(other, each.name)
            for each in attrs.fields(type(self))
            if each.eq
        )

    def __hash__(self) -> int:
        model = type(self)
        return hash((model, *(getattr(self, each.name) for each in attrs.fields(model) if each.eq)))

    @recursive_repr()
    def __repr__(self) -> str:
        shown = ", ".join(
            f"{each.name}={(each.repr if callable(each.repr) else repr)(getattr(self, each.name))}"
            for each in attrs.fields(type(self))
            if each.repr
        )
        return f"{type(self).__name__}({shown})"
