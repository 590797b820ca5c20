from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class BillingAutomationProcessingStartOffsetUpdateValue(Model):
    """A new offset. Leave the whole object out to keep the one there is; a `Value` of null
    clears it."""

    value: str | None = field(metadata={"json": "Value", "max_length": 20})
    """The new offset, or null for none. At most 20 characters."""
