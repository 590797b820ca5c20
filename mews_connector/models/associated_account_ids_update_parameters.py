from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class AssociatedAccountIdsUpdateParameters(Model):
    """Accounts for a bill to name beside its owner. Leave the whole object out to keep those
    there are; a `Value` of null clears them."""

    value: list[UUID] | None = field(metadata={"json": "Value", "max_items": 1})
    """The account, or null for none. There cannot be more than one. At most 1 items."""
