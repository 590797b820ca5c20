"""What a seeded random source is asked for."""

from decimal import Decimal
from random import Random
from uuid import UUID


def new_id(dice: Random) -> UUID:
    """An id that is random but the same for the same seed."""
    return UUID(int=dice.getrandbits(128), version=4)


def price(dice: Random, highest: int = 600) -> Decimal:
    """A positive sum with cents, most often a small one."""
    cents = 250 + int(dice.random() ** 2 * highest * 100)
    return Decimal(cents).scaleb(-2)
