"""creditCards/addTokenized."""

import re
from uuid import UUID

from msgspec import Struct

from mews_toolkit.sandbox.entities.credit_card import CreditCard
from mews_toolkit.sandbox.months import checked_month
from mews_toolkit.sandbox.operations.booking import account_in
from mews_toolkit.sandbox.store import Store
from mews_toolkit.sandbox.tokens import Caller
from mews_toolkit.sandbox.wire import JsonObject, read

_LAST_DIGITS = re.compile(r"[0-9]{4}\Z")


class CreditCardData(Struct, frozen=True, kw_only=True, rename="pascal"):
    """Where the vault keeps the card. The sandbox has no vault and believes every token."""

    storage_data: str
    obfuscated_number: str | None = None
    expiration: str


class CreditCardsAddTokenized(Struct, frozen=True, kw_only=True, rename="pascal"):
    """A card in a vault, and whose it is."""

    enterprise_id: UUID | None = None
    customer_id: UUID
    credit_card_data: CreditCardData


class TokenizedCardAdded(Struct, frozen=True, rename="pascal"):
    """Which card was stored."""

    credit_card_id: UUID


def add_tokenized(store: Store, caller: Caller, body: JsonObject) -> TokenizedCardAdded:
    """Stores a card that can be charged. Its brand stays unknown."""
    asked = read(CreditCardsAddTokenized, body)
    enterprise_id = caller.enterprise_id(asked.enterprise_id)
    customer = account_in(store, enterprise_id, asked.customer_id, "CustomerId")
    data = asked.credit_card_data
    now = store.now()
    card = CreditCard(
        id=store.new_id(),
        enterprise_id=customer.enterprise_id,
        customer_id=customer.id,
        kind="Gateway",
        obfuscated_number=data.obfuscated_number or _masked(data.storage_data),
        expiration=checked_month(data.expiration, "Expiration"),
        created_utc=now,
        updated_utc=now,
    )
    store.credit_cards.put(card)
    return TokenizedCardAdded(card.id)


def _masked(storage_data: str) -> str | None:
    # The vault would know the number; here the token's end stands in for it, so that a caller
    # can choose how charges of the card end.
    digits = _LAST_DIGITS.search(storage_data)
    return None if digits is None else f"************{digits[0]}"
