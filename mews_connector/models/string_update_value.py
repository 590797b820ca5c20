from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class StringUpdateValue(Model):
    """A new text. Leave the whole object out to keep the text; a `Value` of null clears it."""

    value: str | None = field(metadata={"json": "Value"})
    """The new text, or null for none."""
