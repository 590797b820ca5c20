from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class AccountingCategoryRoutedItemTypes(Model):
    """Kinds of items of an accounting category that are moved onto the bill."""

    products: bool = field(metadata={"json": "Products"})
    """Whether its products are moved."""
    custom_items: bool = field(metadata={"json": "CustomItems"})
    """Whether its custom items are moved."""
