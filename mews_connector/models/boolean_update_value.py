from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class BooleanUpdateValue(Model):
    """A new setting. Leave the whole object out to keep the one there is."""

    value: bool = field(metadata={"json": "Value"})
    """The new setting."""
