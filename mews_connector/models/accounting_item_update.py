from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .id_update_value import IdUpdateValue


@frozen(kw_only=True, eq=False, repr=False)
class AccountingItemUpdate(Model):
    """An order item or a payment and where it goes."""

    accounting_item_id: UUID = field(metadata={"json": "AccountingItemId"})
    """Order item or payment to move."""
    bill_id: IdUpdateValue = field(metadata={"json": "BillId"})
    """Bill that the item goes to."""
    account_id: IdUpdateValue | None = field(default=None, metadata={"json": "AccountId"})
    """Customer or company that the item goes to. Needed when the bill belongs to another
    account."""
