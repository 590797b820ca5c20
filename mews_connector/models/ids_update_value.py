from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class IdsUpdateValue(Model):
    """Other things to refer to, in place of all there are. Leave the whole object out to keep
    those; a `Value` of null clears them."""

    value: list[UUID] | None = field(metadata={"json": "Value", "max_items": 100})
    """Identifiers of everything to refer to, or null for nothing. At most 100 items."""
