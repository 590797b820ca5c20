"""creditCards/disable."""

from uuid import UUID

from msgspec import Struct, structs

from mews_toolkit.sandbox.operations.booking import card_in
from mews_toolkit.sandbox.operations.done import Done
from mews_toolkit.sandbox.refusals import forbidden
from mews_toolkit.sandbox.store import Store
from mews_toolkit.sandbox.tokens import Caller
from mews_toolkit.sandbox.wire import JsonObject, read


class CreditCardsDisable(Struct, frozen=True, kw_only=True, rename="pascal"):
    """The card that nobody shall charge any more."""

    enterprise_id: UUID | None = None
    credit_card_id: UUID


def disable(store: Store, caller: Caller, body: JsonObject) -> Done:
    """Takes a card out of use, for good."""
    asked = read(CreditCardsDisable, body)
    enterprise_id = caller.enterprise_id(asked.enterprise_id)
    card = card_in(store, enterprise_id, asked.credit_card_id)
    if card.kind != "Gateway":
        raise forbidden("Only a gateway card can be disabled.")
    if card.state != "Enabled":
        raise forbidden("The card is already disabled.")
    store.credit_cards.put(structs.replace(card, state="Disabled", updated_utc=store.now()))
    return Done()
