"""preauthorizations/getAllByCustomers."""

from uuid import UUID

from msgspec import Struct

from mews_toolkit.sandbox.entities.preauthorization import PreauthorizationFacts
from mews_toolkit.sandbox.store import Store
from mews_toolkit.sandbox.tokens import Caller
from mews_toolkit.sandbox.wire import JsonObject, read


class PreauthorizationsGetAllByCustomers(Struct, frozen=True, rename="pascal"):
    """The customers whose preauthorizations are wanted."""

    customer_ids: frozenset[UUID]


class PreauthorizationsFound(Struct, frozen=True, rename="pascal"):
    """All preauthorizations of the customers that were asked for."""

    preauthorizations: list[PreauthorizationFacts]


def get_all_by_customers(store: Store, caller: Caller, body: JsonObject) -> PreauthorizationsFound:
    """Lists preauthorizations, newest first; unknown customers have none."""
    asked = read(PreauthorizationsGetAllByCustomers, body)
    return PreauthorizationsFound(
        [
            it.facts
            for it in store.preauthorizations
            if it.facts.customer_id in asked.customer_ids
            and it.enterprise_id in caller.enterprise_ids
        ]
    )
