from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class BillingAutomationNameUpdateValue(Model):
    """A new name. Leave the whole object out to keep the name; a `Value` of null clears it."""

    value: str | None = field(metadata={"json": "Value", "max_length": 255})
    """The new name, or null for none. At most 255 characters."""
