"""The outlets of each enterprise, and what they sell."""

from collections.abc import Mapping
from datetime import timedelta
from random import Random
from uuid import UUID

from attrs import frozen

from mews_toolkit.sandbox.dice import new_id
from mews_toolkit.sandbox.entities.enterprise import Enterprise
from mews_toolkit.sandbox.entities.outlet import Outlet
from mews_toolkit.sandbox.entities.vocabulary import OutletItemType
from mews_toolkit.sandbox.seeds.enterprises import EDINBURGH, LONDON, LYON, PARIS, WASHINGTON


@frozen
class Good:
    """Something that an outlet sells; `food` has a tax rate of its own in France."""

    name: str
    price: str
    tax: str = "service"
    type: OutletItemType = "Revenue"


@frozen
class Kind:
    """A kind of outlet. Its revenue is filed under the accounting category of that code."""

    category: str
    goods: tuple[Good, ...]


_TIP = Good("Tip", "3.00", "none", "NonRevenue")
_GIFT_CARD = Good("Gift card", "50.00", "none", "NonRevenue")
_RESTAURANT = Kind(
    "FOOD",
    (
        Good("Onion soup", "7.50", "food"),
        Good("Roast chicken", "18.00", "food"),
        Good("Garden salad", "9.50", "food"),
        Good("Lemon tart", "6.80", "food"),
        Good("Mineral water", "3.20", "food"),
        Good("House red", "6.90"),
        _TIP,
    ),
)
_BAR = Kind(
    "BAR", (Good("Pale ale", "5.40"), Good("Tonic", "3.10"), Good("Olives", "4.20", "food"), _TIP)
)
_SPA = Kind(
    "SPA",
    (Good("Massage", "75.00"), Good("Steam bath", "22.00"), Good("Salts", "12.50"), _GIFT_CARD),
)

_TAXES: Mapping[UUID, Mapping[str, tuple[str, ...]]] = {
    LONDON: {"service": ("UK-S",), "food": ("UK-S",), "none": ()},
    PARIS: {"service": ("FR-S",), "food": ("FR-I",), "none": ()},
    WASHINGTON: {"service": ("US-DC-S",), "food": ("US-DC-S",), "none": ()},
    EDINBURGH: {"service": ("UK-S",), "food": ("UK-S",), "none": ()},
    LYON: {"service": ("FR-S",), "food": ("FR-I",), "none": ()},
}
_OUTLETS: Mapping[UUID, Mapping[str, Kind]] = {
    LONDON: {"The Wick": _RESTAURANT, "Tallow Bar": _BAR, "Lantern Spa": _SPA},
    PARIS: {"La Table des Allumeurs": _RESTAURANT, "Bar du Fanal": _BAR, "Spa Lanterne": _SPA},
    WASHINGTON: {"Beacon Grill": _RESTAURANT, "Lamplight Bar": _BAR, "Glow Spa": _SPA},
    EDINBURGH: {"The Tallow Room": _RESTAURANT, "Snuffer Bar": _BAR, "Candle Spa": _SPA},
    LYON: {"Le Bouchon du Quai": _RESTAURANT, "Bar de la Mèche": _BAR, "Spa du Quai": _SPA},
}
_GIVEN_UP = {
    LONDON: "Courtyard Kiosk",
    PARIS: "Kiosque de la cour",
    WASHINGTON: "Rooftop Kiosk",
    EDINBURGH: "Terrace Kiosk",
    LYON: "Kiosque du quai",
}
_GIVEN_UP_AFTER = timedelta(days=600)


def outlets(enterprise: Enterprise, dice: Random) -> list[Outlet]:
    """The outlets of one enterprise, the last of them no longer in use."""
    names = (*_OUTLETS[enterprise.id], _GIVEN_UP[enterprise.id])
    return [
        Outlet(
            id=new_id(dice),
            enterprise_id=enterprise.id,
            is_active=is_active,
            name=name,
            created_utc=opened,
            updated_utc=opened + (timedelta(days=9) if is_active else _GIVEN_UP_AFTER),
        )
        for place, name in enumerate(names)
        for is_active in (name != _GIVEN_UP[enterprise.id],)
        for opened in (enterprise.created_utc + timedelta(days=45 + place),)
    ]


def kind_of(outlet: Outlet) -> Kind:
    """What kind of outlet it is."""
    return _OUTLETS[outlet.enterprise_id][outlet.name]


def tax_codes(enterprise_id: UUID, good: Good) -> tuple[str, ...]:
    """Codes of the taxes on the good."""
    return _TAXES[enterprise_id][good.tax]
