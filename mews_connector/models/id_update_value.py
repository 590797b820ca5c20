from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class IdUpdateValue(Model):
    """Something else to refer to. Leave the whole object out to keep what there is; it cannot
    be cleared."""

    value: UUID = field(metadata={"json": "Value"})
    """Identifier of what to refer to."""
