"""Update values: what an update leaves out stays, what it holds takes its place, null included."""

from typing import Generic, TypeVar

from msgspec import Struct

CurrentT = TypeVar("CurrentT")
NewT = TypeVar("NewT")


class UpdateValue(Struct, Generic[NewT], frozen=True, rename="pascal"):
    """`{"Value": ...}` in an update."""

    value: NewT


def updated(current: CurrentT, update: UpdateValue[NewT] | None) -> CurrentT | NewT:
    """The new value, or the current one when the update says nothing about it."""
    return current if update is None else update.value
