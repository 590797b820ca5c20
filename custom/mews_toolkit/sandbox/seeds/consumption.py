"""What guests consumed: each closed tab's items and payments come to nothing."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime, timedelta
from decimal import Decimal
from random import Random
from uuid import UUID

from mews_toolkit.sandbox.dice import price
from mews_toolkit.sandbox.entities.amount import Amount
from mews_toolkit.sandbox.entities.order_item import OrderItem
from mews_toolkit.sandbox.money import negated
from mews_toolkit.sandbox.seeds.clerk import Clerk
from mews_toolkit.sandbox.seeds.goods import Good, Menu
from mews_toolkit.sandbox.seeds.prices import Prices
from mews_toolkit.sandbox.seeds.tabs import Tab

_CHEAPEST_NIGHT = Decimal(60)
_NOTHING = Decimal(0)
_REBATED = 0.08
_CANCELED = 0.03


class Consumption:
    """Fills the tabs of one enterprise, a tab that corrects another after the other.

    `categories` holds the ids of its accounting categories by code.
    """

    def __init__(
        self, menu: Menu, prices: Prices, categories: Mapping[str, UUID], dice: Random
    ) -> None:
        self._menu = menu
        self._prices = prices
        self._dice = dice
        self._clerk = Clerk(menu, categories, dice)
        self._listed = {it: prices.listed(it) for it in menu.goods if it.price is not None}
        self._rebated: defaultdict[UUID, Decimal] = defaultdict(Decimal)

    def settle(self, tab: Tab) -> None:
        """Fills a tab with what its payments were for, and with a little more if it is open."""
        due = -sum((it.amount.gross_value for it in tab.payments), _NOTHING)
        if tab.corrects is not None:
            self._take_back(tab, tab.corrects, -due)
            return
        if tab.closed is None:
            due += price(self._dice)
        self._consume(tab, due, tab.opened)
        chance = self._dice.random()
        if chance < _REBATED + _CANCELED:
            item = self._sell(tab, self._extra(), tab.opened)
            if chance < _CANCELED:
                self._clerk.cancel(tab)
            else:
                self._rebate(tab, item, negated(item.amount), item.created_utc)

    def order(self, tab: Tab, now: datetime) -> None:
        """Fills a tab with something that nobody has paid yet."""
        self._consume(tab, price(self._dice), now - timedelta(hours=6))

    def _consume(self, tab: Tab, due: Decimal, at: datetime) -> None:
        menu = self._menu
        for _ in range(2):
            extra = self._extra()
            if self._listed[extra].amount.gross_value * 2 <= due:
                due -= self._sell(tab, extra, at).amount.gross_value
        if menu.levy is not None and due >= _CHEAPEST_NIGHT:
            due -= self._sell(tab, menu.levy, at).amount.gross_value
        main = menu.night if due >= _CHEAPEST_NIGHT else menu.small
        for good in (main, menu.gratuity):
            if good is not None and due:
                cost = self._prices.up_to(good, due)
                if cost.gross_value:
                    self._clerk.sell(tab, good, cost, cost, at)
                    due -= cost.gross_value

    def _take_back(self, tab: Tab, corrected: Tab, value: Decimal) -> None:
        """Rebates items of the other tab; the last one bears what more there is to give back."""
        items = [it for it in corrected.items if self._left(it) > 0]
        for item in items:
            part = value if item is items[-1] else min(value, self._left(item))
            if part == item.amount.gross_value:
                self._rebate(tab, item, negated(item.amount), tab.opened)
            elif part:
                taxes = item.amount.tax_values
                amount = self._prices.gross(taxes[0].code if taxes else None, -part)
                self._rebate(tab, item, amount, tab.opened)
            value -= part

    def _sell(self, tab: Tab, good: Good, at: datetime) -> OrderItem:
        cost = self._listed[good]
        return self._clerk.sell(tab, good, cost.unit, cost.amount, at)

    def _rebate(self, tab: Tab, item: OrderItem, amount: Amount, at: datetime) -> None:
        self._rebated[item.id] -= amount.gross_value
        self._clerk.rebate(tab, item, amount, at)

    def _left(self, item: OrderItem) -> Decimal:
        return item.amount.gross_value - self._rebated[item.id]

    def _extra(self) -> Good:
        return self._menu.extras[int(self._dice.random() * len(self._menu.extras))]
