"""counters/getAll."""

from uuid import UUID

from mews_toolkit.sandbox.entities.counter import Counter
from mews_toolkit.sandbox.intervals import TimeInterval
from mews_toolkit.sandbox.listing import Listing
from mews_toolkit.sandbox.pages import Page
from mews_toolkit.sandbox.store import Store
from mews_toolkit.sandbox.tokens import Caller
from mews_toolkit.sandbox.wire import JsonObject, read

_ANY = "Counter"


class CountersGetAll(Listing, frozen=True, kw_only=True, rename="pascal"):
    """Which counters are wanted. Filters narrow each other."""

    counter_ids: list[UUID] | None = None
    type: str | None = None
    updated_utc: TimeInterval | None = None

    def wants(self, counter: Counter) -> bool:
        """Whether the counter passes every filter but those that the walk itself honours."""
        return self.type in (None, _ANY, counter.type) and (
            self.updated_utc is None or self.updated_utc.holds(counter.updated_utc)
        )


class CountersPage(Page, frozen=True, kw_only=True, rename="pascal"):
    """One page of counters. The older lists of each type are left out."""

    counters: list[Counter]


def get_all(store: Store, caller: Caller, body: JsonObject) -> CountersPage:
    """Lists counters of every type, newest first."""
    asked = read(CountersGetAll, body)
    found, cursor = asked.found(store.counters, caller, asked.wants, row_ids=asked.counter_ids)
    return CountersPage(counters=found, cursor=cursor)
