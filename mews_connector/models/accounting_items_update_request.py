from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .accounting_item_update import AccountingItemUpdate


@frozen(kw_only=True, eq=False, repr=False)
class AccountingItemsUpdateRequest(Model):
    """Which order items and payments to move, and where to."""

    accounting_item_updates: list[AccountingItemUpdate] = field(
        metadata={"json": "AccountingItemUpdates"}
    )
    """The items and where they go."""
    enterprise_id: UUID | None = field(default=None, metadata={"json": "EnterpriseId"})
    """Enterprise that the items belong to. Needed with a portfolio token, ignored otherwise."""
