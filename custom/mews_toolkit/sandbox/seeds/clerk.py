"""Writes order items onto tabs."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from decimal import Decimal
from random import Random
from uuid import UUID

from msgspec import structs

from mews_toolkit.sandbox.dice import new_id
from mews_toolkit.sandbox.entities.amount import Amount, untaxed
from mews_toolkit.sandbox.entities.order_item import (
    OrderItem,
    OrderItemData,
    OrderItemOptions,
    ProductData,
    RebateData,
)
from mews_toolkit.sandbox.entities.vocabulary import OrderItemType
from mews_toolkit.sandbox.seeds.goods import Good, Menu
from mews_toolkit.sandbox.seeds.tabs import Tab

_CLERKS = 3
_LATER = timedelta(minutes=25)
_OPTIONS = OrderItemOptions()
_REBATES: Mapping[OrderItemType, OrderItemType] = {
    "SpaceOrder": "NightRebate",
    "ProductOrder": "ProductOrderRebate",
}


class Clerk:
    """Whoever writes down what the guests of one enterprise take.

    `categories` holds the ids of its accounting categories by code.
    """

    def __init__(self, menu: Menu, categories: Mapping[str, UUID], dice: Random) -> None:
        self._categories = categories
        self._dice = dice
        self._service_id = new_id(dice)
        self._profile_ids = [new_id(dice) for _ in range(_CLERKS)]
        self._product_ids = {it.name: new_id(dice) for it in menu.goods}

    def sell(self, tab: Tab, good: Good, unit: Amount, amount: Amount, at: datetime) -> OrderItem:
        """Puts something onto the tab, a little later than what is there."""
        created = at + len(tab.items) * _LATER
        profile_id = self._profile_ids[created.day % _CLERKS]
        data = None
        if good.type == "ProductOrder":
            product = ProductData(self._product_ids[good.name])
            data = OrderItemData(discriminator="Product", product=product)
        item = OrderItem(
            id=new_id(self._dice),
            enterprise_id=tab.account.enterprise_id,
            account_id=tab.account.id,
            account_type=tab.account.type,
            service_id=self._service_id,
            service_order_id=tab.reservation_id,
            bill_id=tab.id,
            accounting_category_id=self._categories.get(good.category),
            billing_name=good.name,
            unit_count=good.count,
            unit_amount=unit,
            amount=amount,
            original_amount=amount,
            revenue_type=good.revenue,
            creator_profile_id=profile_id,
            updater_profile_id=profile_id,
            created_utc=created,
            updated_utc=tab.closed or created,
            consumed_utc=created,
            closed_utc=tab.closed,
            start_utc=created if good.type == "SpaceOrder" else None,
            accounting_state="Closed" if tab.closed else "Open",
            type=good.type,
            options=_OPTIONS,
            data=data,
        )
        tab.items.append(item)
        return item

    def rebate(self, tab: Tab, item: OrderItem, amount: Amount, at: datetime) -> None:
        """Puts a negative amount onto the tab that takes something off an item."""
        rebate = RebateData(self._product_ids[item.billing_name], item.id)
        back = structs.replace(
            item,
            id=new_id(self._dice),
            bill_id=tab.id,
            billing_name=f"{item.billing_name} (-)",
            unit_count=1,
            unit_amount=amount,
            amount=amount,
            original_amount=amount,
            created_utc=at,
            updated_utc=tab.closed or at,
            consumed_utc=at,
            closed_utc=tab.closed,
            start_utc=None,
            accounting_state="Closed" if tab.closed else "Open",
            type=_REBATES.get(item.type, "AdditionalExpenseRebate"),
            data=OrderItemData(discriminator="Rebate", rebate=rebate),
        )
        tab.items.append(back)

    def cancel(self, tab: Tab) -> None:
        """Makes the newest item of the tab worth nothing."""
        item = tab.items[-1]
        canceled = item.created_utc + _LATER
        tab.items[-1] = structs.replace(
            item,
            amount=untaxed(item.amount.currency, Decimal(0)),
            updated_utc=canceled,
            canceled_utc=canceled,
            closed_utc=None,
            accounting_state="Canceled",
        )
