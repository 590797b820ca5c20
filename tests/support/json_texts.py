"""JSON of a model's shape, made up from its fields, and spoilt at places if wanted."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from random import Random
from typing import Any, get_args, get_origin
from uuid import UUID

import attrs
from attrs import field, frozen

from mews_runtime import UnknownVariant
from mews_runtime._fields import Field, fields_of

__all__ = ["JsonTexts"]

# What stands where something else belongs.
_ODD = [
    *("null", "true", "false", "{}", "[]", "[null]", '[{"A": 1}]', '{"Deep": [{"Er": {}}]}'),
    *("0", "-0", "-0.0", "1.50", "1e400", "-1E-400", "1e99999999999999999999", "9" * 400),
    *("18446744073709551616", "-9223372036854775809", "9" * 4_400, "1.0", "7e2"),
    *('""', '"x"', '"1.5"', '" 7 "', '"1_0"', '"NaN"', '"-Infinity"', '" snan1 "', '"i_nf"'),
    *('"\\u0031"', '"\u00e9"', '"\\ud83d\\ude00"', '"\\ud800"', '"\\udfffx"', '"\\\\ud800"'),
    *("NaN", "-Infinity", "01", "1.", ".5", "+1", "'x'", "tru", "", '"\t"', '"\\x"', "//"),
    *('"2026-02-30T00:00:00Z"', '"2026-03-01T12:00:00"', '"2026-03-01 12:00:00.1234565+0130"'),
    *('"2026-03-01T12:00:00.Z"', '"9999-12-31T23:59:59.9999999Z"', '"2026-03-01T24:00:00Z"'),
    *('"9999-12-31T23:59:59.9999995Z"', '"0001-01-01T00:00:00.0000004-23:59"', '"2026-03-01"'),
    *('"F631394594C14E27B402031C2A8C989F"', '"{f6313945-94c1-4e27-b402-031c2a8c989f}"'),
    *('"f631394594c1-4e27-b402-031c2a8c989f"', '"Unheard"', '{"Discriminator": "Unheard"}'),
    *('{"Discriminator": "Unheard", "Value": [1.50, {"A": 1e999}]}', '{"Discriminator": null}'),
]


@frozen
class JsonTexts:
    """Makes texts.

    Attributes:
        chance: Decides everything.
        odd: How often something odd stands in place of a value, from 0 to 1.
    """

    chance: Random
    odd: float = field(default=0.0)

    def of(self, annotation: Any) -> str:
        """A text of the type."""
        if self._happens(self.odd):
            return self.chance.choice(_ODD)
        origin, arguments = get_origin(annotation), get_args(annotation)
        if origin is list:
            count = self.chance.choice((0, 1, 1, 2, 3))
            return "[" + ", ".join(self.of(arguments[0]) for _ in range(count)) + "]"
        if origin is dict:
            return self._object([(name, self.of(arguments[1])) for name in ("EUR", "cs-CZ")])
        if attrs.has(annotation):
            return self._object(list(self._properties(annotation)))
        return self._value(annotation)

    def _object(self, properties: list[tuple[str, str]]) -> str:
        self.chance.shuffle(properties)
        if properties and self._happens(self.odd):
            name, _ = self.chance.choice(properties)
            properties.append((name, self.chance.choice(_ODD)))
        return "{" + ", ".join(f"{json.dumps(name)}: {text}" for name, text in properties) + "}"

    def _properties(self, model: Any) -> Iterator[tuple[str, str]]:
        variants: dict[str, str | None] = getattr(model, "variants", {})
        told = self.chance.choice([*variants, *([] if not self.odd else ["Unheard"])] or [None])
        for each in fields_of(model):
            if each.name == "discriminator" and told is not None:
                yield each.json, json.dumps(told)
            elif each.tagged:
                yield each.json, self._tagged(each, variants.get(told or ""))
            elif self._happens(1 - self.odd / 2 if each.required else 0.6):
                yield each.json, self._nullable(each)
            if each.older_json is not None and self._happens(0.3):
                yield each.older_json, self._nullable(each)
        if self._happens(0.2):
            yield "NotYetKnown", self.chance.choice(_ODD) if self.odd else '{"Any": [1]}'

    def _nullable(self, each: Field) -> str:
        return "null" if each.nullable and self._happens(0.2) else self.of(each.type)

    def _tagged(self, each: Field, name: str | None) -> str:
        for kind in get_args(each.type):
            if kind is not UnknownVariant and kind.__name__ == name:
                return self.of(kind)
        return self.chance.choice(_ODD) if self.odd else '{"Any": [1.50, null]}'

    def _value(self, kind: type[Any]) -> str:
        chance = self.chance
        if issubclass(kind, Enum):
            members: list[str] = [it.value for it in kind]
            return json.dumps(chance.choice([*members, "Unheard"]))
        if kind is Decimal:
            return chance.choice(("0", "-12.30", "0.10", "1e3", str(chance.random()), "100"))
        if kind is bool:
            return chance.choice(("true", "false"))
        if kind is int:
            return str(chance.randrange(-5, 5000))
        return json.dumps(self._text(kind))

    def _text(self, kind: type[Any]) -> str:
        chance = self.chance
        if kind is UUID:
            return str(UUID(int=chance.getrandbits(128)))
        month, number = chance.randrange(1, 13), chance.randrange(1, 29)
        day = f"{chance.randrange(2000, 2030)}-{month:02}-{number:02}"
        if kind is date:
            return day
        if kind is datetime:
            fraction = chance.choice(("", ".5", ".123", f".{chance.randrange(10**7):07}"))
            return (
                f"{day}T23:59:{chance.randrange(60):02}{fraction}{chance.choice(('Z', '+02:00'))}"
            )
        return chance.choice(("", "Room 5", "caf\u00e9", 'a "quoted" \\ text\n', "\U0001f600"))

    def _happens(self, share: float) -> bool:
        return self.chance.random() < share
