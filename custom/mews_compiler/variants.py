"""Objects of which a discriminator tells the shape, as models are made of them.

In one form the discriminator names the property that is filled; in the other it tells which of
several schemas `Value` follows. Either way `x-variants` leads from each value of the discriminator
to that property or schema, or to null where there is none.
"""

from mews_compiler.python_names import python_name
from mews_compiler.tree import Object, child

VARIANTS = "x-variants"
VALUE = "Value"


def variants_of(schema: Object) -> Object:
    """What the model's class is told: its base, and from each discriminator to what it means."""
    if VARIANTS in schema:
        named = {told: name and python_name(name) for told, name in schema[VARIANTS].items()}
        return {"base": "TaggedProperties", "variants": named}
    value = child(schema, "properties", VALUE)
    if VARIANTS in value:
        return {"base": "TaggedValue", "variants": value[VARIANTS]}
    return {}
