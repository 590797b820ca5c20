"""Objects of which a discriminator tells the shape, in the two forms that the API has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, Generic, Self, TypeVar, get_args, overload

import attrs
import msgspec
from attrs import frozen

from . import _json, _wire_view
from ._model import Model
from ._rules import Rule
from ._unknown_variant import UnknownVariant
from .errors import InvalidResponseError

__all__ = ["TaggedProperties", "TaggedValue", "Variant"]

_DataT = TypeVar("_DataT")


class _OnlyTheNamed(msgspec.Struct, frozen=True):
    """Of the properties that a discriminator chooses from, no other than the chosen is given."""

    def faults(self, model: Any) -> Iterator[str]:
        told = _discriminator(model)
        if told not in model.variants:
            return
        others = {*model.variants.values()} - {model.variants[told], None}
        for name in sorted(others):
            if getattr(model, name) is not None:
                yield f"{name} does not go with the discriminator {told}; change one of them"


class _OfTheNamedType(msgspec.Struct, frozen=True):
    """A value has the type that the discriminator beside it tells."""

    def faults(self, model: Any) -> Iterator[str]:
        told, value = _discriminator(model), model.value
        fits = isinstance(value, UnknownVariant) or type(value).__name__ == model.variants.get(told)
        if told in model.variants and value is not None and not fits:
            yield f"value does not go with the discriminator {told}; change one of them"


@frozen(kw_only=True, eq=False, repr=False)
class TaggedProperties(Model):
    """An object whose `discriminator` names the one of its properties that is filled.

    Attributes:
        variants: From each discriminator to that property, or to none where there is no more.
    """

    rules: ClassVar[tuple[Rule, ...]] = (_OnlyTheNamed(),)
    variants: ClassVar[Mapping[str, str | None]]
    _unknown: UnknownVariant | None = attrs.field(default=None, alias="_unknown", repr=False)


class _NoneUnlessSet:
    """A slot that is mostly empty, and that the decoder does not fill."""

    def __init__(self, slot: Any) -> None:
        self._slot = slot

    def __get__(self, instance: object, owner: type[object]) -> Any:
        try:
            return self._slot.__get__(instance, owner)
        except AttributeError:
            return None

    def __set__(self, instance: object, value: object) -> None:
        self._slot.__set__(instance, value)


# In the place of the slot, which attrs makes together with the class.
setattr(TaggedProperties, "_unknown", _NoneUnlessSet(vars(TaggedProperties)["_unknown"]))  # noqa: B010 - to type checkers it is what it was


class Variant(Generic[_DataT]):
    """The attribute of `TaggedProperties` that gives whichever of the others is filled."""

    @overload
    def __get__(self, instance: None, owner: type[object]) -> Self: ...
    @overload
    def __get__(
        self, instance: TaggedProperties, owner: type[object]
    ) -> _DataT | UnknownVariant | None: ...
    def __get__(self, instance: Any, owner: type[object]) -> Any:
        if instance is None:
            return self
        name = instance.variants.get(_discriminator(instance))
        # The two classes are one thing: a descriptor has to stand outside of the class it serves.
        return instance._unknown if name is None else getattr(instance, name)  # noqa: SLF001 - see above


@frozen(kw_only=True, eq=False, repr=False)
class TaggedValue(Model):
    """An object whose `discriminator` tells the type of its `value`.

    Attributes:
        variants: From each discriminator to the name of that type, or to none without a value.
    """

    rules: ClassVar[tuple[Rule, ...]] = (_OfTheNamedType(),)
    variants: ClassVar[Mapping[str, str | None]]

    def __post_init__(self) -> None:
        """Called by the decoder, which leaves the value as text until its type is known."""
        text = bytes(getattr(self, "value") or b"null")  # noqa: B009 - the subclasses have it
        value = None if text == b"null" else self._read(text, _discriminator(self))
        object.__setattr__(self, "value", value)

    def _read(self, text: bytes, discriminator: str | None) -> object:
        name = self.variants.get(discriminator or "")
        if name is None:
            try:
                value = _json.decode_any(text)
            except InvalidResponseError as error:
                raise ValueError(f"{error.message} - at `$.Value`") from error
            return UnknownVariant({"Discriminator": discriminator, "Value": value})
        types = get_args(attrs.fields_dict(type(self))["value"].type)
        [model] = [each for each in types if each.__name__ == name]
        try:
            found: object = _wire_view.decoder(model).decode(text)
        except msgspec.ValidationError as error:
            # The decoder at work adds where this object stands, and `decode` joins the places.
            message, _, place = str(error).partition(" - at `$")
            raise ValueError(f"{message} - at `$.Value{place or '`'}") from error
        except UnicodeDecodeError as error:
            # As a ValueError it would get a place here, and has none elsewhere.
            raise msgspec.DecodeError("the text cannot be read (UnicodeDecodeError)") from error
        return found


def _discriminator(tagged: Any) -> str | None:
    told = tagged.discriminator
    return None if told is None else str(told)
