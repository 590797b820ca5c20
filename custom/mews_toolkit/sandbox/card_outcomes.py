"""How a charge of a card ends, which the last four digits of its number decide.

| Ends in | A charge of the card                                                          |
| ------- | ----------------------------------------------------------------------------- |
| `0002`  | is declined: 403 `Transaction was declined (Refused).`, and no payment is made |
| `0003`  | makes a payment that stays `Pending`                                           |
| `0004`  | makes a payment that stays `Verifying`                                         |
| others  | makes a `Charged` payment, or is declined once the card has expired            |

Every enterprise starts with one enabled gateway card of each of these endings. A card that is added
by its token takes the ending of `ObfuscatedNumber`, or else that of `StorageData`.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Literal, TypeAlias

from mews_toolkit.sandbox.entities.credit_card import CreditCard
from mews_toolkit.sandbox.months import month_of

Outcome: TypeAlias = Literal["Charged", "Declined", "Pending", "Verifying"]

ENDINGS: Mapping[str, Outcome] = {"0002": "Declined", "0003": "Pending", "0004": "Verifying"}
"""What becomes of a charge, by the last four digits of the card."""


def outcome(card: CreditCard, now: datetime) -> Outcome:
    """How a charge of the card ends at this instant."""
    if card.expiration is not None and card.expiration < month_of(now):
        return "Declined"
    return ENDINGS.get((card.obfuscated_number or "")[-4:], "Charged")
