"""exchangeRates/getAll."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import permutations
from uuid import UUID, uuid5

from msgspec import Struct

from mews_toolkit.sandbox.money import exchange_rate
from mews_toolkit.sandbox.store import Store
from mews_toolkit.sandbox.tokens import Caller
from mews_toolkit.sandbox.wire import JsonObject, read


class ExchangeRatesGetAll(Struct, frozen=True, kw_only=True, rename="pascal"):
    """Which exchange rates are wanted."""

    ids: frozenset[UUID] | None = None
    enterprise_ids: list[UUID] | None = None


class ExchangeRate(Struct, frozen=True, kw_only=True, rename="pascal"):
    """What one currency is worth in another."""

    id: UUID
    enterprise_id: UUID
    source_currency: str
    target_currency: str
    value: Decimal


class ExchangeRates(Struct, frozen=True, rename="pascal"):
    """The exchange rates found."""

    exchange_rates: list[ExchangeRate]


def get_all(store: Store, caller: Caller, body: JsonObject) -> ExchangeRates:
    """Lists the rates between the currencies that each enterprise knows, both ways."""
    asked = read(ExchangeRatesGetAll, body)
    scope = caller.scope(asked.enterprise_ids)
    return ExchangeRates(
        [
            rate
            for enterprise in store.enterprises
            if enterprise.id in scope
            for rate in _rates(store, enterprise.id)
            if asked.ids is None or rate.id in asked.ids
        ]
    )


def _rates(store: Store, enterprise_id: UUID) -> Iterator[ExchangeRate]:
    known = [it.currency for it in store.settings[enterprise_id].currencies]
    for source, target in permutations(known, 2):
        yield ExchangeRate(
            id=uuid5(enterprise_id, f"{source}/{target}"),
            enterprise_id=enterprise_id,
            source_currency=source,
            target_currency=target,
            value=exchange_rate(source, target),
        )
