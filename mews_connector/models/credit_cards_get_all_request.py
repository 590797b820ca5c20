from typing import ClassVar
from uuid import UUID

from attrs import field, frozen
from mews_runtime import AnyOf, Model, Rule

from .time_interval import TimeInterval


@frozen(kw_only=True, eq=False, repr=False)
class CreditCardsGetAllRequest(Model):
    """Which payment cards to list."""

    rules: ClassVar[tuple[Rule, ...]] = (
        AnyOf(
            (
                ("credit_card_ids",),
                ("customer_ids",),
                ("updated_utc",),
            )
        ),
    )

    enterprise_ids: list[UUID] | None = field(
        default=None, metadata={"json": "EnterpriseIds", "min_items": 1, "max_items": 1000}
    )
    """Enterprises to look in; all that the access token reaches when left out. At most 1000
    items."""
    credit_card_ids: list[UUID] | None = field(
        default=None, metadata={"json": "CreditCardIds", "min_items": 1, "max_items": 1000}
    )
    """These payment cards. At most 1000 items."""
    customer_ids: list[UUID] | None = field(
        default=None, metadata={"json": "CustomerIds", "min_items": 1, "max_items": 1000}
    )
    """Payment cards of these customers. At most 1000 items."""
    updated_utc: TimeInterval | None = field(
        default=None, metadata={"json": "UpdatedUtc", "longest": "P3M"}
    )
    """When the payment card last changed. At most 3 months long."""
