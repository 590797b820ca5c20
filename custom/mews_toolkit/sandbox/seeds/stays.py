"""What the guests of one enterprise paid over the year, what for, and the bills of it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from random import Random
from uuid import UUID

from mews_toolkit.sandbox.entities.account import Account
from mews_toolkit.sandbox.entities.bill import Bill
from mews_toolkit.sandbox.entities.counter import Counter
from mews_toolkit.sandbox.entities.enterprise import Enterprise, EnterpriseSettings
from mews_toolkit.sandbox.entities.order_item import OrderItem
from mews_toolkit.sandbox.entities.payment import Payment
from mews_toolkit.sandbox.seeds.bills import Binder
from mews_toolkit.sandbox.seeds.consumption import Consumption
from mews_toolkit.sandbox.seeds.counters import counters
from mews_toolkit.sandbox.seeds.goods import MENUS
from mews_toolkit.sandbox.seeds.history import History
from mews_toolkit.sandbox.seeds.plan import Plan
from mews_toolkit.sandbox.seeds.prices import Prices

_UNPAID = 30
"""How many accounts owe something from the start, payments or not."""


class Stays:
    """Payments, order items and bills that fit each other.

    Args:
        payments: How many.
        cards: The card that each account pays by.
        categories: Ids of the enterprise's accounting categories by their codes.

    Attributes:
        refunds: The ids of each payment's refunds.
    """

    def __init__(
        self,
        *,
        now: datetime,
        enterprise: Enterprise,
        settings: EnterpriseSettings,
        accounts: Sequence[Account],
        payments: int,
        cards: Mapping[UUID, UUID],
        categories: Mapping[str, UUID],
        dice: Random,
    ) -> None:
        plan = Plan(now, accounts, dice)
        planned = list(plan.payments(payments))
        history = History(now, [it.currency for it in settings.currencies], dice, cards=cards)
        self.payments: list[Payment] = history.payments(planned)
        self.refunds: dict[UUID, list[UUID]] = history.refunds
        menu = MENUS[enterprise.legal_environment_code]
        is_net = enterprise.pricing == "Net"
        prices = Prices(settings.default_currency, settings.tax_rates, is_net)
        consumption = Consumption(menu, prices, categories, dice)
        for tab in plan.standing[-_UNPAID:]:
            consumption.order(tab, now)
        for tab in plan.tabs[len(plan.standing) :]:
            consumption.settle(tab)
        self.order_items: list[OrderItem] = [it for tab in plan.tabs for it in tab.items]
        binder = Binder(now, settings.accounting, counters(now, enterprise, dice), dice)
        self.bills: list[Bill] = binder.bills(plan.tabs)
        self.counters: list[Counter] = list(binder.counters.values())
