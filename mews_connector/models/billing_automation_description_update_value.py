from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class BillingAutomationDescriptionUpdateValue(Model):
    """A new description. Leave the whole object out to keep the one there is; a `Value` of null
    clears it."""

    value: str | None = field(metadata={"json": "Value", "max_length": 1000})
    """The new description, or null for none. At most 1000 characters."""
