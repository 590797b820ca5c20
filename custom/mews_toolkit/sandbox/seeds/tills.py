"""Outlets and cashiers of an enterprise, and what went through their tills."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cached_property
from random import Random
from uuid import UUID

from mews_toolkit.sandbox.entities.cashier import Cashier, CashierTransaction
from mews_toolkit.sandbox.entities.enterprise import Enterprise, EnterpriseSettings
from mews_toolkit.sandbox.entities.outlet import Outlet
from mews_toolkit.sandbox.entities.payment import Payment
from mews_toolkit.sandbox.seeds.cash import cashier_transactions, cashiers
from mews_toolkit.sandbox.seeds.outlet_sales import OutletSales
from mews_toolkit.sandbox.seeds.outlets import outlets

_PAYMENTS_PER_OUTLET_BILL = 5


class Tills:
    """The tills of one enterprise. What went through them is only written when it is looked at.

    Args:
        categories: Ids of the enterprise's accounting categories by their codes.
    """

    def __init__(
        self,
        *,
        now: datetime,
        enterprise: Enterprise,
        settings: EnterpriseSettings,
        payments: Sequence[Payment],
        categories: Mapping[str, UUID],
        dice: Random,
    ) -> None:
        self.outlets: list[Outlet] = outlets(enterprise, dice)
        self.cashiers: list[Cashier] = cashiers(enterprise, dice)
        self._now = now
        self._enterprise = enterprise
        self._settings = settings
        self._payments = payments
        self._categories = categories
        # Dice of its own: it does not matter when it is looked at, and after what else.
        self._seed = dice.getrandbits(64)

    @cached_property
    def sales(self) -> OutletSales:
        """What the outlets sold."""
        sales = OutletSales(
            now=self._now,
            enterprise=self._enterprise,
            settings=self._settings,
            outlets=self.outlets,
            categories=self._categories,
            dice=Random(self._seed),
        )
        sales.write(len(self._payments) // _PAYMENTS_PER_OUTLET_BILL)
        return sales

    @cached_property
    def cash(self) -> list[CashierTransaction]:
        """The cash that went in and out of the cashiers."""
        currency = self._settings.default_currency
        dice = Random(self._seed + 1)
        return cashier_transactions(self._now, self.cashiers, currency, self._payments, dice)
