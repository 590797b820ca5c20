"""What each enterprise sells, at its country's taxes.

Prices are gross in London and Paris and net in Washington, as the enterprises price.
"""

from collections.abc import Mapping

from attrs import frozen

from mews_toolkit.sandbox.entities.vocabulary import OrderItemType, RevenueType


@frozen
class Good:
    """Something to sell, so many units at a time.

    `tax` is the tax code, `category` the code of its accounting category, and `price` that of one
    unit. One without a price costs what is left to pay.
    """

    name: str
    tax: str | None
    category: str
    price: str | None = None
    count: int = 1
    type: OrderItemType = "ProductOrder"
    revenue: RevenueType = "Product"


@frozen(kw_only=True)
class Menu:
    """All that an enterprise sells.

    `small` takes the place of a night where little is left to pay. `levy` is due for each night;
    `gratuity` takes the odd cents that no net price comes to.
    """

    night: Good
    small: Good
    extras: tuple[Good, ...]
    levy: Good | None = None
    gratuity: Good | None = None

    @property
    def goods(self) -> tuple[Good, ...]:
        """Everything on it."""
        goods = (self.night, self.small, *self.extras, self.levy, self.gratuity)
        return tuple(it for it in goods if it is not None)


def _night(name: str, tax: str) -> Good:
    return Good(name, tax, "ROOM", type="SpaceOrder", revenue="Service")


MENUS: Mapping[str, Menu] = {
    "UK": Menu(
        night=_night("Night", "UK-S"),
        small=Good("Bar", "UK-S", "BAR"),
        extras=(
            Good("Breakfast", "UK-S", "FOOD", "14.50"),
            Good("Breakfast", "UK-S", "FOOD", "14.50", count=2),
            Good("Dinner", "UK-S", "FOOD", "38.00"),
            Good("Parking", "UK-S", "PARK", "22.50"),
            Good("Guidebook", "UK-Z", "TOUR", "9.99"),
            Good("Newspaper", "UK-Z", "FOOD", "3.20"),
            Good("Child's car seat", "UK-R", "PARK", "6.30"),
            Good(
                "Late departure", "UK-S", "ROOM", "25.00", type="CustomItem", revenue="Additional"
            ),
        ),
    ),
    "FR": Menu(
        night=_night("Nuitée", "FR-I"),
        small=Good("Bar", "FR-S", "BAR"),
        extras=(
            Good("Petit déjeuner", "FR-I", "FOOD", "16.00"),
            Good("Petit déjeuner", "FR-I", "FOOD", "16.00", count=2),
            Good("Dîner", "FR-I", "FOOD", "42.00"),
            Good("Carafe de vin", "FR-S", "BAR", "18.50"),
            Good("Guide de la ville", "FR-R", "TOUR", "12.90"),
            Good("Hammam", "FR-S", "SPA", "35.00"),
            Good("Départ tardif", "FR-I", "ROOM", "30.00", type="CustomItem", revenue="Additional"),
        ),
        levy=Good("Taxe de séjour", None, "TAX", "5.20", type="CityTax", revenue="Additional"),
    ),
    "US": Menu(
        night=_night("Night", "US-DC-H"),
        small=Good("Bar", "US-DC-S", "BAR"),
        extras=(
            Good("Breakfast", "US-DC-S", "FOOD", "19.00"),
            Good("Breakfast", "US-DC-S", "FOOD", "19.00", count=2),
            Good("Dinner", "US-DC-S", "FOOD", "46.00"),
            Good("Bicycle for a day", "US-DC-S", "BIKE", "28.00"),
            Good("Lamplight walk", "US-DC-S", "TOUR", "24.00"),
        ),
        gratuity=Good("Gratuity", None, "FOOD", type="CustomItem", revenue="Additional"),
    ),
}
"""By legal environment."""
