"""creditCards/getAll, creditCards/getAllByIds and creditCards/getAllByCustomers."""

from uuid import UUID

from msgspec import Struct

from mews_toolkit.sandbox.entities.credit_card import CreditCard
from mews_toolkit.sandbox.intervals import TimeInterval
from mews_toolkit.sandbox.listing import Listing
from mews_toolkit.sandbox.pages import Page
from mews_toolkit.sandbox.store import Store
from mews_toolkit.sandbox.tokens import Caller
from mews_toolkit.sandbox.wire import JsonObject, read


class CreditCardsGetAll(Listing, frozen=True, kw_only=True, rename="pascal"):
    """Which cards are wanted. Filters narrow each other."""

    credit_card_ids: list[UUID] | None = None
    customer_ids: frozenset[UUID] | None = None
    updated_utc: TimeInterval | None = None

    def wants(self, card: CreditCard) -> bool:
        """Whether the card passes every filter but the one that the walk itself honours."""
        return (self.customer_ids is None or card.customer_id in self.customer_ids) and (
            self.updated_utc is None or self.updated_utc.holds(card.updated_utc)
        )


class CreditCardsGetAllByIds(Struct, frozen=True, rename="pascal"):
    """The cards that are wanted."""

    credit_card_ids: list[UUID]


class CreditCardsGetAllByCustomers(Struct, frozen=True, rename="pascal"):
    """The customers whose cards are wanted."""

    customer_ids: frozenset[UUID]


class CreditCardsPage(Page, frozen=True, kw_only=True, rename="pascal"):
    """One page of cards."""

    credit_cards: list[CreditCard]


class CreditCardsFound(Struct, frozen=True, rename="pascal"):
    """All the cards that were asked for."""

    credit_cards: list[CreditCard]


def get_all(store: Store, caller: Caller, body: JsonObject) -> CreditCardsPage:
    """Lists cards, newest first."""
    asked = read(CreditCardsGetAll, body)
    found, cursor = asked.found(
        store.credit_cards, caller, asked.wants, row_ids=asked.credit_card_ids
    )
    return CreditCardsPage(credit_cards=found, cursor=cursor)


def get_all_by_ids(store: Store, caller: Caller, body: JsonObject) -> CreditCardsFound:
    """Lists certain cards; unknown ones are left out."""
    asked = read(CreditCardsGetAllByIds, body)
    cards = store.credit_cards.picked(asked.credit_card_ids)
    return CreditCardsFound([it for it in cards if it.enterprise_id in caller.enterprise_ids])


def get_all_by_customers(store: Store, caller: Caller, body: JsonObject) -> CreditCardsFound:
    """Lists the cards of certain customers; unknown ones have none."""
    asked = read(CreditCardsGetAllByCustomers, body)
    return CreditCardsFound(
        [
            it
            for it in store.credit_cards
            if it.customer_id in asked.customer_ids and it.enterprise_id in caller.enterprise_ids
        ]
    )
