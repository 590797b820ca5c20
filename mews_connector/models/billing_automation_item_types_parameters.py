from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class BillingAutomationItemTypesParameters(Model):
    """Kinds of items that are moved onto the bill."""

    space_order: bool = field(metadata={"json": "SpaceOrder"})
    """Whether the nights or other time of the stay is moved."""
    city_tax: bool = field(metadata={"json": "CityTax"})
    """Whether the city tax is moved."""
    all_products: bool = field(metadata={"json": "AllProducts"})
    """Whether products are moved, whichever they are."""
    deposits: bool = field(metadata={"json": "Deposits"})
    """Whether deposits are moved."""
    additional_expenses: bool = field(metadata={"json": "AdditionalExpenses"})
    """Whether additional expenses are moved."""
    all_custom_items: bool = field(metadata={"json": "AllCustomItems"})
    """Whether custom items are moved, whichever they are."""
