from attrs import field, frozen
from mews_runtime import Model

from .boolean_update_value import BooleanUpdateValue


@frozen(kw_only=True, eq=False, repr=False)
class BillingAutomationItemTypesUpdateParameters(Model):
    """Kinds of items of which to begin or cease moving. Those left out stay as they are."""

    space_order: BooleanUpdateValue | None = field(default=None, metadata={"json": "SpaceOrder"})
    """Whether the nights or other time of the stay is moved."""
    city_tax: BooleanUpdateValue | None = field(default=None, metadata={"json": "CityTax"})
    """Whether the city tax is moved."""
    all_products: BooleanUpdateValue | None = field(default=None, metadata={"json": "AllProducts"})
    """Whether products are moved, whichever they are."""
    deposits: BooleanUpdateValue | None = field(default=None, metadata={"json": "Deposits"})
    """Whether deposits are moved."""
    additional_expenses: BooleanUpdateValue | None = field(
        default=None, metadata={"json": "AdditionalExpenses"}
    )
    """Whether additional expenses are moved."""
    all_custom_items: BooleanUpdateValue | None = field(
        default=None, metadata={"json": "AllCustomItems"}
    )
    """Whether custom items are moved, whichever they are."""
