from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .outlet_bill import OutletBill
from .outlet_item import OutletItem


@frozen(kw_only=True, eq=False, repr=False)
class OutletItemsGetAllResult(Model):
    """One page of outlet items and the bills they are on."""

    outlet_items: list[OutletItem] = field(metadata={"json": "OutletItems"})
    """The outlet items found, newest first."""
    outlet_bills: list[OutletBill] = field(metadata={"json": "OutletBills"})
    """The bills of this page's items, each of them once. Other pages can repeat them."""
    cursor: UUID | None = field(default=None, metadata={"json": "Cursor"})
    """Identifier of the last and oldest outlet item of this page, to ask for the next one. Null
    when the page is empty."""
