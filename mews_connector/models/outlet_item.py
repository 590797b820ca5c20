from datetime import datetime
from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .amount import Amount
from .older_currency_value import OlderCurrencyValue
from .outlet_item_type import OutletItemType


@frozen(kw_only=True, eq=False, repr=False)
class OutletItem(Model):
    """One line of an outlet's bill, something sold or a payment."""

    id: UUID = field(metadata={"json": "Id"})
    """Identifier of the outlet item."""
    bill_id: UUID = field(metadata={"json": "BillId"})
    """Outlet bill that the item is on."""
    type_: OutletItemType = field(metadata={"json": "Type"})
    """Whether the item is revenue, something else that was sold, or a payment."""
    unit_count: int = field(metadata={"json": "UnitCount"})
    """How many units there are."""
    unit_amount: Amount = field(metadata={"json": "UnitAmount"})
    """Amount of one unit, converted when the request named a currency. Payments are added with
    negative amounts, yet the published example of this list shows a positive one."""
    consumed_utc: datetime = field(metadata={"json": "ConsumedUtc"})
    """When the item was consumed, or will be."""
    enterprise_id: UUID | None = field(default=None, metadata={"json": "EnterpriseId"})
    """Enterprise that the item belongs to. Older answers leave it out."""
    accounting_category_id: UUID | None = field(
        default=None, metadata={"json": "AccountingCategoryId"}
    )
    """Accounting category of the item."""
    name: str | None = field(default=None, metadata={"json": "Name"})
    """What the item is called on the bill."""
    unit_cost: OlderCurrencyValue | None = field(
        default=None, metadata={"json": "UnitCost", "deprecated": "deprecated; use `unit_amount`"}
    )
    """Amount of one unit in the form of older versions. Deprecated; use `unit_amount`."""
    created_utc: datetime | None = field(default=None, metadata={"json": "CreatedUtc"})
    """When the item was created. Older answers can leave it out."""
    updated_utc: datetime | None = field(default=None, metadata={"json": "UpdatedUtc"})
    """When the item last changed. Older answers leave it out."""
    external_identifier: str | None = field(default=None, metadata={"json": "ExternalIdentifier"})
    """What the system that added the item calls it."""
    notes: str | None = field(default=None, metadata={"json": "Notes"})
    """Free text."""
    payment_card_payment_id: UUID | None = field(
        default=None, metadata={"json": "PaymentCardPaymentId"}
    )
    """Payment by card that stands behind an item of type `Payment`."""
