"""Payment card numbers must not travel: at most the first six and the last four digits may.

Source: https://docs.mews.com/connector-api/operations/payments#credit-card-parameters
"""

from __future__ import annotations

import re
from decimal import Decimal

__all__ = ["holds_card_number", "is_card_number", "is_obfuscated"]

# Ids are hexadecimal and often hold long runs of digits; they are no card numbers. Some stand
# behind a prefix (`ch_...`); without dashes they count as ids where nothing else is in the text.
_UUID = re.compile(
    r"(?<![0-9a-f])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-f])|\A[0-9a-f]{32}\Z",
    re.IGNORECASE,
)
# What stands between the groups of a number that was typed or pasted: blanks of any width, none
# included, dashes of any length, and dots.
_BETWEEN = r"[\s.\-\u00ad\u200b-\u200f\u2010-\u2015\u2060\u2212\ufe58\ufe63\ufeff\uff0d]"
_GAP = _BETWEEN + "{1,3}"
# `\d` is a digit of any script, full-width ones too.
_FORMS = (
    re.compile(r"(?<!\d)(\d{12,19})(?!\d)"),
    # As people write them: 4-4-4-4, 4-6-4, 4-6-5, 4-4-4-4-3 and the like. They are looked for from
    # each group on, since other digits may stand before.
    re.compile(rf"(?<!\d)(?=((?:\d{{4}}{_GAP}){{3}}\d{{1,7}}(?!\d)))"),
    re.compile(rf"(?<!\d)(?=(\d{{4}}{_GAP}\d{{6}}{_GAP}\d{{4,5}}(?!\d)))"),
    re.compile(rf"(?<!\d)(?=((?:\d{{4}}{_GAP}){{4}}\d{{1,3}}(?!\d)))"),
)
# Every form holds this, and one look for it is enough for most texts.
_DIGITS = re.compile(rf"\d(?:{_BETWEEN}{{0,3}}\d){{11}}")
_OBFUSCATED = re.compile(r"(?:\d{0,6}[^\d]+)?\d{0,4}")


def holds_card_number(text: str) -> bool:
    """Whether 12 to 19 digits in a row, or grouped as on a card, pass the Luhn check."""
    if not _DIGITS.search(text):
        return False
    rest = _UUID.sub("|", text)
    return any(_passes_luhn(match.group(1)) for form in _FORMS for match in form.finditer(rest))


def is_card_number(number: int | Decimal) -> bool:
    """Whether a whole number has 13 to 19 digits that pass the Luhn check."""
    # What is larger may have more digits than there is time to write.
    if (isinstance(number, Decimal) and number.is_nan()) or not -(10**19) < number < 10**19:
        return False
    whole = int(number)
    return abs(whole) >= 10**12 and whole == number and _passes_luhn(str(whole))


def is_obfuscated(number: str) -> bool:
    """Whether at most the first six and the last four digits stand, apart from each other."""
    return _OBFUSCATED.fullmatch(re.sub(r"[\s-]", "", number)) is not None


def _passes_luhn(text: str) -> bool:
    digits = [int(character) for character in text if character.isdigit()]
    doubled = [digit * 2 - 9 * (digit > 4) for digit in digits[-2::-2]]
    return (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0
