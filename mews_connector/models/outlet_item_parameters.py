from datetime import datetime
from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .accounting_category_parameters import AccountingCategoryParameters
from .cost_parameters import CostParameters
from .outlet_amount_parameters import OutletAmountParameters
from .outlet_item_type import OutletItemType


@frozen(kw_only=True, eq=False, repr=False)
class OutletItemParameters(Model):
    """One line of an outlet bill to add."""

    type_: OutletItemType = field(metadata={"json": "Type"})
    """Whether the item is revenue, something else that was sold, or a payment. Older versions
    let it be left out."""
    name: str = field(metadata={"json": "Name", "min_length": 1})
    """What the item is called on the bill."""
    unit_count: int = field(metadata={"json": "UnitCount"})
    """How many units there are."""
    unit_amount: OutletAmountParameters = field(metadata={"json": "UnitAmount"})
    """Amount of one unit, positive for what was sold and negative for payments."""
    consumed_utc: datetime = field(metadata={"json": "ConsumedUtc"})
    """When the item was consumed."""
    unit_cost: CostParameters | None = field(
        default=None, metadata={"json": "UnitCost", "deprecated": "deprecated; use `unit_amount`"}
    )
    """Amount of one unit in the form of older versions. Deprecated; use `unit_amount`."""
    external_identifier: str | None = field(
        default=None, metadata={"json": "ExternalIdentifier", "max_length": 255}
    )
    """What the caller's own system calls the item. At most 255 characters."""
    notes: str | None = field(default=None, metadata={"json": "Notes"})
    """Free text."""
    accounting_category_id: UUID | None = field(
        default=None, metadata={"json": "AccountingCategoryId"}
    )
    """Accounting category of the item. Without one, reports file it under none."""
    accounting_category: AccountingCategoryParameters | None = field(
        default=None,
        metadata={
            "json": "AccountingCategory",
            "deprecated": "deprecated; use `accounting_category_id`",
        },
    )
    """Accounting category in the form of older versions, by code or name. Deprecated; use
    `accounting_category_id`."""
