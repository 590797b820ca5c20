from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class PreauthorizationsGetAllByCustomersRequest(Model):
    """Whose preauthorizations to list."""

    customer_ids: list[UUID] = field(
        metadata={"json": "CustomerIds", "min_items": 1, "max_items": 1000}
    )
    """Preauthorizations of these customers. At most 1000 items."""
