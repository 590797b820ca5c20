from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class BillExtent(Model):
    """What to tell beside the bills themselves."""

    items: bool = field(
        metadata={
            "json": "Items",
            "deprecated": "deprecated since 2023-10-20, until 2025-01-10; use orderItems/getAll and payments/getAll with the ids of the bills",
        }
    )
    """Whether to tell the items and payments on each bill. Deprecated since 2023-10-20, until
    2025-01-10; use orderItems/getAll and payments/getAll with the ids of the bills."""
