"""The payment cards of a customer."""

from datetime import datetime, timedelta
from random import Random

from mews_toolkit.sandbox.card_outcomes import ENDINGS
from mews_toolkit.sandbox.dice import new_id
from mews_toolkit.sandbox.entities.account import Account
from mews_toolkit.sandbox.entities.credit_card import CreditCard
from mews_toolkit.sandbox.entities.vocabulary import CreditCardKind

_MASKS = {
    "Visa": "411111******",
    "MasterCard": "555544******",
    "Amex": "378282*****",
    "DinersClub": "361489****",
}
_BARE_MASK = "************"
_COMMON = ("Visa", "MasterCard", "Visa", "Amex", "MasterCard", "Maestro", "Visa", "DinersClub")
_RARE = (
    "Discover",
    "Jcb",
    "UnionPay",
    "VPay",
    "RuPay",
    "Dankort",
    "Mir",
    "Verve",
    "Troy",
    "PostFinance",
    "Giro",
    "Bancomat",
    "Bc",
    "CarteBleue",
    "Eftpos",
    "Eps",
    "Interac",
    "Isracard",
    "Meps",
    "Nets",
    "Bancontact",
)


def cards(customer: Account, place: int, today: datetime, dice: Random) -> list[CreditCard]:
    """The cards of the customer at this place.

    The first, which the customer pays by, is as old as the account, and enabled.
    """
    most = 1 + (place % 2 == 0) + (place % 5 == 0)
    found = [_card(customer, place, number, today, dice) for number in range(most)]
    if place < len(ENDINGS):
        found.append(ending_in(customer, list(ENDINGS)[place], today, dice))
    return found


def _card(customer: Account, place: int, number: int, today: datetime, dice: Random) -> CreditCard:
    created = customer.created_utc + timedelta(minutes=20)
    months = 1 + int(dice.random() * 48)
    if number > 0:
        created = _between(created, today, dice)
        months -= 12
    is_enabled = number == 0 or dice.random() < 0.7
    kind: CreditCardKind = "Terminal" if (place + number) % 5 == 4 else "Gateway"
    brand = _COMMON[(place + number) % len(_COMMON)]
    if place % 3 == 2:
        brand = _RARE[(place // 3 + number) % len(_RARE)]
    mask = _MASKS.get(brand, _BARE_MASK) if kind == "Gateway" else _BARE_MASK
    return CreditCard(
        id=new_id(dice),
        enterprise_id=customer.enterprise_id,
        customer_id=customer.id,
        is_active=is_enabled or dice.random() < 0.5,
        state="Enabled" if is_enabled else "Disabled",
        kind=kind,
        format="Virtual" if kind == "Gateway" and (place + number) % 7 == 6 else "Physical",
        type=brand,
        obfuscated_number=f"{mask}{1000 + int(dice.random() * 9000)}",
        expiration=_month(today, months),
        created_utc=created,
        updated_utc=_between(created, today, dice),
    )


def ending_in(customer: Account, ending: str, today: datetime, dice: Random) -> CreditCard:
    """A card of the customer whose number ends in these four digits."""
    created = today - timedelta(days=30)
    return CreditCard(
        id=new_id(dice),
        enterprise_id=customer.enterprise_id,
        customer_id=customer.id,
        kind="Gateway",
        format="Physical",
        type="Visa",
        obfuscated_number=_MASKS["Visa"] + ending,
        expiration=_month(today, 36),
        created_utc=created,
        updated_utc=created,
    )


def _between(start: datetime, end: datetime, dice: Random) -> datetime:
    return start + timedelta(seconds=int(dice.random() * (end - start).total_seconds()))


def _month(today: datetime, ahead: int) -> str:
    month = today.year * 12 + today.month - 1 + ahead
    return f"{month // 12}-{month % 12 + 1:02}"
