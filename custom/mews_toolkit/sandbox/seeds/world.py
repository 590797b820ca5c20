"""Everything that the sandbox knows when it starts."""

from collections.abc import Callable
from datetime import datetime
from random import Random

from mews_toolkit.sandbox.bookkeeping.books import Books
from mews_toolkit.sandbox.entities.account import Account
from mews_toolkit.sandbox.entities.accounting_category import AccountingCategory
from mews_toolkit.sandbox.entities.bill import Bill
from mews_toolkit.sandbox.entities.billing_automation import BillingAutomation
from mews_toolkit.sandbox.entities.cashier import Cashier, CashierTransaction
from mews_toolkit.sandbox.entities.counter import Counter
from mews_toolkit.sandbox.entities.credit_card import CreditCard
from mews_toolkit.sandbox.entities.enterprise import Enterprise, EnterpriseSettings
from mews_toolkit.sandbox.entities.order_item import OrderItem
from mews_toolkit.sandbox.entities.outlet import Outlet, OutletBill, OutletItem
from mews_toolkit.sandbox.entities.payment import Payment
from mews_toolkit.sandbox.entities.payment_request import PaymentRequest
from mews_toolkit.sandbox.entities.preauthorization import Preauthorization
from mews_toolkit.sandbox.late_rows import LateRows
from mews_toolkit.sandbox.rows import Rows
from mews_toolkit.sandbox.seeds.accounting_categories import accounting_categories
from mews_toolkit.sandbox.seeds.accounts import accounts
from mews_toolkit.sandbox.seeds.billing_automations import Secretary
from mews_toolkit.sandbox.seeds.cards import cards
from mews_toolkit.sandbox.seeds.enterprises import LONDON, portfolio
from mews_toolkit.sandbox.seeds.enterprises import enterprises as properties
from mews_toolkit.sandbox.seeds.plan import SPAN
from mews_toolkit.sandbox.seeds.preauthorizations import preauthorizations
from mews_toolkit.sandbox.seeds.requests import completed, unpaid
from mews_toolkit.sandbox.seeds.stays import Stays
from mews_toolkit.sandbox.seeds.tills import Tills
from mews_toolkit.sandbox.seeds.year import YEAR
from mews_toolkit.sandbox.store import Store

_REQUESTS_OF_EACH_SORT = 20
_PREAUTHORIZED = 24


def world(*, seed: int, enterprises: int, payments: int, now: Callable[[], datetime]) -> Store:
    """A store with so many enterprises: London has that many payments, the others a tenth each."""
    dice = Random(seed)
    today = now().replace(microsecond=0)
    known = properties(today, enterprises)
    towns = [
        _Town(today, it, settings, payments if it.id == LONDON else payments // 10, dice)
        for it, settings in known
    ]
    enterprise_rows = Rows((it for it, _ in known), of=Enterprise)
    settings_of = {it.id: settings for it, settings in known}
    order_items = Rows((it for town in towns for it in town.stays.order_items), of=OrderItem)
    payment_rows = Rows((it for town in towns for it in town.payments), of=Payment)
    outlet_items = LateRows(
        lambda: (it for town in towns for it in town.tills.sales.items), of=OutletItem
    )
    return Store(
        now=now,
        dice=dice,
        enterprises=enterprise_rows,
        settings=settings_of,
        portfolio=portfolio(today),
        accounts=Rows((it for town in towns for it in town.accounts), of=Account),
        accounting_categories=Rows(
            (it for town in towns for it in town.categories), of=AccountingCategory
        ),
        billing_automations=Rows(
            (it for town in towns for it in town.automations), of=BillingAutomation
        ),
        bills=Rows((it for town in towns for it in town.stays.bills), of=Bill),
        bill_prints=Rows(),
        order_items=order_items,
        payments=payment_rows,
        payment_requests=Rows((it for town in towns for it in town.requests), of=PaymentRequest),
        refunds={paid: back for town in towns for paid, back in town.stays.refunds.items()},
        outlets=Rows((it for town in towns for it in town.tills.outlets), of=Outlet),
        outlet_bills=LateRows(
            lambda: (it for town in towns for it in town.tills.sales.bills), of=OutletBill
        ),
        outlet_items=outlet_items,
        cashiers=Rows((it for town in towns for it in town.tills.cashiers), of=Cashier),
        cashier_transactions=LateRows(
            lambda: (it for town in towns for it in town.tills.cash), of=CashierTransaction
        ),
        counters=Rows((it for town in towns for it in town.stays.counters), of=Counter),
        books=Books(
            begun=today - YEAR,
            enterprises=enterprise_rows,
            settings=settings_of,
            order_items=order_items,
            payments=payment_rows,
            outlet_items=outlet_items,
        ),
        credit_cards=Rows((it for town in towns for it in town.credit_cards), of=CreditCard),
        preauthorizations=Rows(
            (it for town in towns for it in town.preauthorizations), of=Preauthorization
        ),
        payment_method_requests=Rows(),
        payment_plans=Rows(),
    )


class _Town:
    def __init__(
        self,
        today: datetime,
        enterprise: Enterprise,
        settings: EnterpriseSettings,
        payments: int,
        dice: Random,
    ) -> None:
        country = enterprise.address.country_code
        self.accounts: list[Account] = accounts(enterprise.id, country, today - SPAN, dice)
        self.categories: list[AccountingCategory] = accounting_categories(today, enterprise, dice)
        codes = {it.code: it.id for it in self.categories if it.code is not None}
        purses = [
            cards(it, place, today, dice)
            for place, it in enumerate(self.accounts)
            if it.type == "Customer"
        ]
        # A company pays by the card of one of the customers.
        paying = {
            it.id: purses[place % len(purses)][0].id for place, it in enumerate(self.accounts)
        }
        self.credit_cards: list[CreditCard] = [card for purse in purses for card in purse]
        self.stays = Stays(
            now=today,
            enterprise=enterprise,
            settings=settings,
            accounts=self.accounts,
            payments=payments,
            cards=paying,
            categories=codes,
            dice=dice,
        )
        self.payments: list[Payment] = self.stays.payments
        customers = self.accounts[:_REQUESTS_OF_EACH_SORT]
        self.requests: list[PaymentRequest] = unpaid(
            today, settings.default_currency, customers, dice
        )
        self._answer_requests(dice)
        companies = [it for it in self.accounts if it.type == "Company"]
        secretary = Secretary(today, companies, self.categories, dice)
        self.automations: list[BillingAutomation] = secretary.automations()
        self.tills = Tills(
            now=today,
            enterprise=enterprise,
            settings=settings,
            payments=self.payments,
            categories=codes,
            dice=dice,
        )
        chargeable = [purse[0] for purse in purses if purse[0].kind == "Gateway"]
        self.preauthorizations: list[Preauthorization] = preauthorizations(
            today, settings, chargeable[:_PREAUTHORIZED], dice
        )

    def _answer_requests(self, dice: Random) -> None:
        """Lets some payments have been asked for."""
        answers = [
            place
            for place, it in enumerate(self.payments)
            if (it.type, it.kind, it.state) == ("CreditCardPayment", "Payment", "Charged")
        ]
        for place in answers[-_REQUESTS_OF_EACH_SORT:]:
            request, self.payments[place] = completed(self.payments[place], dice)
            self.requests.append(request)
