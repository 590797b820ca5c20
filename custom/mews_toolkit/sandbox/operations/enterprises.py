"""enterprises/getAll."""

from mews_toolkit.sandbox.entities.enterprise import Enterprise
from mews_toolkit.sandbox.intervals import TimeInterval
from mews_toolkit.sandbox.listing import Listing
from mews_toolkit.sandbox.pages import Page
from mews_toolkit.sandbox.refusals import unauthorized
from mews_toolkit.sandbox.store import Store
from mews_toolkit.sandbox.tokens import Caller
from mews_toolkit.sandbox.wire import JsonObject, read


class EnterprisesGetAll(Listing, frozen=True, kw_only=True, rename="pascal"):
    """Which enterprises are wanted. Filters narrow each other."""

    external_identifiers: frozenset[str] | None = None
    linked_utc: TimeInterval | None = None
    updated_utc: TimeInterval | None = None

    def wants(self, enterprise: Enterprise) -> bool:
        """Whether the enterprise passes every filter but the one that is the scope itself."""
        return (
            (
                self.external_identifiers is None
                or enterprise.external_identifier in self.external_identifiers
            )
            and (self.linked_utc is None or self.linked_utc.holds(enterprise.linked_utc))
            and (self.updated_utc is None or self.updated_utc.holds(enterprise.updated_utc))
        )


class EnterprisesPage(Page, frozen=True, kw_only=True, rename="pascal"):
    """One page of enterprises."""

    enterprises: list[Enterprise]


def get_all(store: Store, caller: Caller, body: JsonObject) -> EnterprisesPage:
    """Lists the enterprises of a portfolio; a token of a single enterprise may not."""
    if not caller.is_portfolio:
        raise unauthorized("No permission to use this operation.")
    asked = read(EnterprisesGetAll, body)
    found, cursor = asked.found(store.enterprises, caller, asked.wants)
    return EnterprisesPage(enterprises=found, cursor=cursor)
