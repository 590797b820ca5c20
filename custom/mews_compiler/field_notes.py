"""What the templates print beside each property: its limits as data, its meaning as text."""

from mews_compiler.replacements import in_python
from mews_compiler.tree import Object
from mews_compiler.variants import VARIANTS

# Keyword of the document -> keyword of the runtime's `Field`.
LIMITS = {
    "minItems": "min_items",
    "maxItems": "max_items",
    "minLength": "min_length",
    "maxLength": "max_length",
    "x-longest-interval": "longest",
    "x-card-reference": "card_reference",
    "x-obfuscated-card-number": "card_number",
    "x-read-also-as": "older_json",
    "x-required-in": "required_in",
}
UNITS = {"M": "month", "D": "day"}


def field_notes(properties: Object) -> Object:
    """For each property, the metadata of its field and the text that documents it."""
    return {
        name: {
            "metadata": _metadata(name, schema),
            "masked": schema.get("x-masked", False),
            "doc": _doc(schema, _limits(schema)),
            "query_doc": _doc(schema, _sizes(schema)),
        }
        for name, schema in properties.items()
    }


def _metadata(name: str, schema: Object) -> Object:
    limits: Object = {LIMITS[key]: schema[key] for key in LIMITS if key in schema}
    if told := _told(schema):
        limits["deprecated"] = told
    if VARIANTS in schema:
        limits["tagged"] = True
    return {"json": name} | limits


def _doc(schema: Object, limits: list[str]) -> str:
    sentences = [schema["description"].strip(), *limits, *_deprecation(schema)]
    return " ".join(sentences)


def _limits(schema: Object) -> list[str]:
    told: list[str] = []
    if "maxItems" in schema:
        told.append(f"At most {schema['maxItems']} items.")
    if "maxLength" in schema:
        told.append(f"At most {schema['maxLength']} characters.")
    if "x-longest-interval" in schema:
        told.append(f"At most {_longest(schema)} long.")
    return told


def _sizes(schema: Object) -> list[str]:
    """Likewise for a list that is read in pages: what is longer is asked for in parts."""
    if "maxItems" in schema:
        return [f"More than {schema['maxItems']} are asked for in parts."]
    if "x-longest-interval" in schema:
        return [f"What is longer than {_longest(schema)} is asked for in parts."]
    return _limits(schema)


def _longest(schema: Object) -> str:
    longest: str = schema["x-longest-interval"]
    count, unit = longest[1:-1], UNITS[longest[-1]]
    return f"{count} {unit}" if count == "1" else f"{count} {unit}s"


def _deprecation(schema: Object) -> list[str]:
    told = _told(schema)
    return [told[0].upper() + told[1:] + "."] if told else []


def _told(schema: Object) -> str:
    """That a property is deprecated, as far as it is known; nothing if it is not."""
    if not schema.get("deprecated"):
        return ""
    told: Object = schema.get("x-deprecated", {})
    since = f" since {told['since']}" if "since" in told else ""
    until = f", until {told['until']}" if "until" in told else ""
    use = f"; use {in_python(told['use'])}" if "use" in told else ""
    return f"deprecated{since}{until}{use}"
