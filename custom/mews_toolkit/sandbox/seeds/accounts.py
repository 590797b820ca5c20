"""The customers and companies of an enterprise."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from mews_toolkit.sandbox.dice import new_id
from mews_toolkit.sandbox.entities.account import Account
from mews_toolkit.sandbox.entities.bill import BillAddress

_CUSTOMERS = 80
_COMPANIES = 10
_FIRST_NAMES = (
    "Ada",
    "Boris",
    "Chiara",
    "Dagmar",
    "Émile",
    "Fatou",
    "Grace",
    "Hiro",
    "Inés",
    "Jonas",
)
_LAST_NAMES = (
    "Archer",
    "Baker",
    "Cooper",
    "Dyer",
    "Fletcher",
    "Glover",
    "Mason",
    "Sawyer",
    "Weaver",
)
_TRADES = ("Tea", "Rail", "Opera", "Clock", "Harbour", "Paper", "Wool", "Glass", "Salt", "Cider")

_STREETS = ("Candle Street", "Mill Lane", "Orchard Road", "Harbour Walk")
_TOWNS: Mapping[str, Sequence[tuple[str, str]]] = {
    "GB": (("Leeds", "LS1 4AP"), ("Exeter", "EX1 1AA"), ("York", "YO1 7HH")),
    "FR": (("Lyon", "69002"), ("Nantes", "44000"), ("Lille", "59000")),
    "US": (("Boston", "02108"), ("Baltimore", "21202"), ("Denver", "80202")),
}


def accounts(enterprise_id: UUID, country: str, start: datetime, dice: Random) -> list[Account]:
    """The accounts of one enterprise, customers first."""
    return [
        Account(
            id=new_id(dice),
            enterprise_id=enterprise_id,
            type="Customer" if number < _CUSTOMERS else "Company",
            name=_name(number),
            address=_address(country, number),
            tax_identifier=f"{country}{3140000 + 7919 * number}" if number >= _CUSTOMERS else None,
            created_utc=start - timedelta(days=30) + timedelta(minutes=number),
        )
        for number in range(_CUSTOMERS + _COMPANIES)
    ]


def _name(number: int) -> str:
    if number >= _CUSTOMERS:
        trade = _TRADES[number % len(_TRADES)]
        return f"{trade} & Company {number - _CUSTOMERS + 1}"
    first = _FIRST_NAMES[number % len(_FIRST_NAMES)]
    return f"{first} {_LAST_NAMES[number // len(_FIRST_NAMES) % len(_LAST_NAMES)]}"


def _address(country: str, number: int) -> BillAddress:
    towns = _TOWNS[country]
    city, postal_code = towns[number % len(towns)]
    return BillAddress(
        line1=f"{1 + number} {_STREETS[number % len(_STREETS)]}",
        city=city,
        postal_code=postal_code,
        country_code=country,
    )
