"""The preauthorizations of one enterprise, in each state."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from random import Random

from mews_toolkit.sandbox.dice import new_id, price
from mews_toolkit.sandbox.entities.credit_card import CreditCard
from mews_toolkit.sandbox.entities.enterprise import EnterpriseSettings
from mews_toolkit.sandbox.entities.preauthorization import Preauthorization, PreauthorizationFacts
from mews_toolkit.sandbox.entities.vocabulary import PreauthorizationState
from mews_toolkit.sandbox.money import AmountParameters, amount_of

_STATES: tuple[PreauthorizationState, ...] = (
    "Chargeable",
    "Charged",
    "Expired",
    "Cancelled",
    "Chargeable",
    "Failed",
    "Pending",
)
_IN_USE = ("Chargeable", "Charged", "Pending")
_NEVER_GRANTED = ("Failed", "Pending")


def preauthorizations(
    now: datetime, settings: EnterpriseSettings, cards: Sequence[CreditCard], dice: Random
) -> list[Preauthorization]:
    """Two on each card, the newer one of them an hour old or more."""
    return [
        _preauthorization(now, settings, cards[place // 2], place, dice)
        for place in range(2 * len(cards))
    ]


def _preauthorization(
    now: datetime, settings: EnterpriseSettings, card: CreditCard, place: int, dice: Random
) -> Preauthorization:
    state = _STATES[place % len(_STATES)]
    age = timedelta(hours=1 + place) if state == "Pending" else timedelta(days=1 + place)
    code = None if state in _NEVER_GRANTED else f"PRE-{now.year}-{place + 1:03}"
    # Half of them are held for something taxed, half for whatever may come.
    taxes = tuple(settings.tax_rates)[:1] if place % 4 < 2 else ()
    asked = AmountParameters(settings.default_currency, price(dice), None, taxes)
    return Preauthorization(
        facts=PreauthorizationFacts(
            id=new_id(dice),
            customer_id=card.customer_id,
            credit_card_id=card.id,
            reservation_id=new_id(dice) if place % 3 else None,
            amount=amount_of(asked, settings.tax_rates),
            state=state,
            code=code,
            is_active=state in _IN_USE,
        ),
        enterprise_id=card.enterprise_id,
        created_utc=now - age,
    )
