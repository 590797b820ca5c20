"""What documents tell about one place, the newest document first."""

from dataclasses import dataclass
from typing import TypeVar

from mews_compiler.comparison.shape import ANY, Shape

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Told:
    """What one document tells about a place."""

    source: str
    shape: Shape

    @property
    def lists_parts(self) -> bool:
        """Whether a part that it does not name is one that does not exist."""
        return self.shape.kind != ANY

    def part(self, name: str) -> "Told | None":
        shape = self.shape.parts.get(name)
        return None if shape is None else Told(self.source, shape)


def parts(told: list[Told], name: str) -> list[Told]:
    """What those who know a part tell about it."""
    return [part for part in (each.part(name) for each in told) if part]


def in_full(told: list[Told]) -> list[Told]:
    """Those that tell of formats, null and least sizes too."""
    return [each for each in told if not each.shape.is_outline]
