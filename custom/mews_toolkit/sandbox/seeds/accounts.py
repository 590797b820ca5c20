"""The customers and companies of an enterprise, and their bills."""

from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from mews_toolkit.sandbox.dice import new_id
from mews_toolkit.sandbox.entities.account import Account, Bill

_CUSTOMERS = 80
_COMPANIES = 10
_BILLS_PER_ACCOUNT = 3
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


def accounts(enterprise_id: UUID, start: datetime, dice: Random) -> list[Account]:
    """The accounts of one enterprise, customers first."""
    return [
        Account(
            id=new_id(dice),
            enterprise_id=enterprise_id,
            type="Customer" if number < _CUSTOMERS else "Company",
            name=_name(number),
            created_utc=start - timedelta(days=30) + timedelta(minutes=number),
        )
        for number in range(_CUSTOMERS + _COMPANIES)
    ]


def bills(account: Account, start: datetime, dice: Random) -> list[Bill]:
    """The bills of one account, all closed but the last."""
    return [
        Bill(
            id=new_id(dice),
            enterprise_id=account.enterprise_id,
            account_id=account.id,
            state="Open" if number == _BILLS_PER_ACCOUNT - 1 else "Closed",
            created_utc=start + timedelta(days=number),
        )
        for number in range(_BILLS_PER_ACCOUNT)
    ]


def _name(number: int) -> str:
    if number >= _CUSTOMERS:
        trade = _TRADES[number % len(_TRADES)]
        return f"{trade} & Company {number - _CUSTOMERS + 1}"
    first = _FIRST_NAMES[number % len(_FIRST_NAMES)]
    return f"{first} {_LAST_NAMES[number // len(_FIRST_NAMES) % len(_LAST_NAMES)]}"
