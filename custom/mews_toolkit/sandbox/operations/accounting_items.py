"""accountingItems/getAll, in today's form and in that of 2019."""

from collections.abc import Callable, Iterable
from datetime import datetime
from itertools import chain
from typing import TypeVar
from uuid import UUID

from msgspec import UNSET, Struct, UnsetType

from mews_toolkit.sandbox.entities.order_item import OrderItem
from mews_toolkit.sandbox.entities.payment import CardTransaction, Payment
from mews_toolkit.sandbox.intervals import TimeInterval, given
from mews_toolkit.sandbox.older_interval import older_interval
from mews_toolkit.sandbox.operations.accounting_items_of_2019 import (
    AccountingItemOf2019,
    order_item_of_2019,
    payment_of_2019,
)
from mews_toolkit.sandbox.operations.accounting_kinds import rebated_item_id
from mews_toolkit.sandbox.operations.accounting_shapes import (
    AccountingOrderItem,
    PaymentItem,
    order_item_shown,
    payment_shown,
)
from mews_toolkit.sandbox.operations.conversion import (
    check_exchangeable,
    order_item_in,
    payment_in,
)
from mews_toolkit.sandbox.rows import Rows
from mews_toolkit.sandbox.store import Store
from mews_toolkit.sandbox.tokens import Caller
from mews_toolkit.sandbox.wire import JsonObject, read

ItemT = TypeVar("ItemT", OrderItem, Payment)
ShownT = TypeVar("ShownT")

_STATES = frozenset({"Open", "Closed"})


class Extent(Struct, frozen=True, kw_only=True, rename="pascal"):
    """What to answer with; only requests in the form of 2019 speak of accounting items."""

    accounting_items: bool | None = None
    order_items: bool | None = None
    payment_items: bool | None = None
    credit_card_transactions: bool | None = None

    @property
    def is_of_today(self) -> bool:
        """Whether it speaks of what only today's answers have."""
        return self.order_items is not None or self.payment_items is not None

    @property
    def is_of_2019(self) -> bool:
        """Whether it speaks of what only answers of 2019 have, or of nothing that tells."""
        return self.accounting_items is not None or not self.is_of_today


class AccountingItemsGetAll(Struct, frozen=True, kw_only=True, rename="pascal"):
    """Which order items and payments are wanted. Filters narrow each other.

    Whoever says no extent knows accounting items only.
    """

    extent: Extent | None = None
    item_ids: list[UUID] | None = None
    rebated_item_ids: frozenset[UUID] | None = None
    closed_utc: TimeInterval | None = None
    updated_utc: TimeInterval | None = None
    consumed_utc: TimeInterval | None = None
    start_utc: datetime | None = None
    end_utc: datetime | None = None
    time_filter: str | None = None
    currency: str | None = None
    states: frozenset[str] | None = None

    def filter(self) -> Callable[[OrderItem | Payment], bool]:
        """What tells whether an item passes every filter but the one by ids.

        Raises a `Refusal` for half of an interval.
        """
        older = older_interval(self.start_utc, self.end_utc)
        is_closing = self.time_filter == "Closed"
        closing = given(self.closed_utc, older if is_closing else None)
        consumption = given(self.consumed_utc, None if is_closing else older)
        states = _STATES if self.states is None else self.states

        def passes(item: OrderItem | Payment) -> bool:
            return (
                item.accounting_state in states
                and (
                    self.rebated_item_ids is None or rebated_item_id(item) in self.rebated_item_ids
                )
                and (self.updated_utc is None or self.updated_utc.holds(item.updated_utc))
                and all(it.holds(item.closed_utc) for it in closing)
                and all(it.holds(item.consumed_utc) for it in consumption)
            )

        return passes


class AccountingItemsFound(Struct, frozen=True, kw_only=True, rename="pascal"):
    """What was found: None when it was not asked for, unset when the form asked for lacks it."""

    accounting_items: list[AccountingItemOf2019] | UnsetType | None
    order_items: list[AccountingOrderItem] | UnsetType | None
    payment_items: list[PaymentItem] | UnsetType | None
    credit_card_transactions: list[CardTransaction] | UnsetType | None


def get_all(store: Store, caller: Caller, body: JsonObject) -> AccountingItemsFound:
    """Lists order items and payments, each newest first, all at once."""
    asked = read(AccountingItemsGetAll, body)
    check_exchangeable(asked.currency)
    passes = asked.filter()

    def found(rows: Rows[ItemT]) -> list[ItemT]:
        candidates = rows if asked.item_ids is None else rows.picked(asked.item_ids)
        return [it for it in candidates if it.enterprise_id == enterprise_id and passes(it)]

    enterprise_id = caller.enterprise_id(None)
    rates = store.settings[enterprise_id].tax_rates
    sold = [order_item_in(it, asked.currency) for it in found(store.order_items)]
    paid = [payment_in(it, asked.currency) for it in found(store.payments)]
    extent = asked.extent or Extent(accounting_items=True)
    return AccountingItemsFound(
        accounting_items=_told(
            chain(
                (order_item_of_2019(it, rates) for it in sold),
                (payment_of_2019(it, rates) for it in paid),
            ),
            asked=extent.accounting_items,
            known=extent.is_of_2019,
        ),
        order_items=_told(
            (order_item_shown(it, rates) for it in sold),
            asked=extent.order_items,
            known=extent.is_of_today,
        ),
        payment_items=_told(
            (payment_shown(it, rates) for it in paid),
            asked=extent.payment_items,
            known=extent.is_of_today,
        ),
        credit_card_transactions=_told(
            _transactions(paid), asked=extent.credit_card_transactions, known=True
        ),
    )


def _told(
    items: Iterable[ShownT], *, asked: bool | None, known: bool
) -> list[ShownT] | UnsetType | None:
    if not known:
        return UNSET
    return list(items) if asked else None


def _transactions(payments: Iterable[Payment]) -> Iterable[CardTransaction]:
    for payment in payments:
        card = None if payment.data is None else payment.data.credit_card
        if card is not None and card.transaction is not None:
            yield card.transaction
