"""A value of a request or response, in the same words whichever document tells of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from mews_compiler.comparison.bounds import Bounds

ANY: Final = "any"
ARRAY: Final = "array"
ENUM: Final = "enum"
MAP: Final = "map"
OBJECT: Final = "object"

# Names of parts that are no properties: what an array and a map hold.
ITEM: Final = "[]"
ENTRY: Final = "{}"

Parts = Mapping[str, "Shape"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What is known about a value. A limit of None is one that is not stated."""

    kind: str = ANY
    format: str | None = None
    # None where it is not told.
    required: bool | None = None
    nullable: bool = False
    values: frozenset[str] = frozenset()
    min_items: int | None = None
    max_items: int | None = None
    min_length: int | None = None
    max_length: int | None = None
    bounds: Bounds = field(default_factory=dict[str, float | str])
    longest: str | None = None
    deprecated: bool = False
    # What a document says to use instead, and the names in all that is said about the value.
    replacements: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    older_name: str | None = None
    # A table on a web page says nothing about formats, null and least sizes.
    is_outline: bool = False
    parts: Parts = field(default_factory=dict[str, "Shape"])

    @property
    def base(self) -> str:
        """The kind, where an enum counts as the string that it is."""
        return "string" if self.kind == ENUM else self.kind
