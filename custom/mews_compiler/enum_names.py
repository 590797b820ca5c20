"""How the values of an enum are called in Python."""

import re

from mews_compiler.tree import Object, child

NAMES = "x-enum-varnames"

_WORD_START = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


def member_name(value: str) -> str:
    """`CreditCardPayment` becomes `CREDIT_CARD_PAYMENT`."""
    return _WORD_START.sub("_", value).upper()


def member_names(schema: Object) -> list[str]:
    """The names of an enum's members; a fragment gives only those that differ from the rule."""
    given = child(schema, NAMES)
    return [given.get(value, member_name(value)) for value in schema["enum"]]


def name_members(schemas: Object) -> None:
    """Writes the complete list of names into every enum, where the generator looks for it."""
    for schema in schemas.values():
        if "enum" in schema:
            schema[NAMES] = member_names(schema)
