"""What the sandbox remembers between calls."""

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from random import Random
from uuid import UUID

from attrs import define

from mews_toolkit.sandbox.bookkeeping.books import Books
from mews_toolkit.sandbox.dice import new_id
from mews_toolkit.sandbox.entities.account import Account
from mews_toolkit.sandbox.entities.accounting_category import AccountingCategory
from mews_toolkit.sandbox.entities.bill import Bill
from mews_toolkit.sandbox.entities.bill_print import BillPrint
from mews_toolkit.sandbox.entities.billing_automation import BillingAutomation
from mews_toolkit.sandbox.entities.cashier import Cashier, CashierTransaction
from mews_toolkit.sandbox.entities.counter import Counter
from mews_toolkit.sandbox.entities.credit_card import CreditCard
from mews_toolkit.sandbox.entities.enterprise import (
    ConfigurationEnterprise,
    Enterprise,
    EnterpriseSettings,
)
from mews_toolkit.sandbox.entities.order_item import OrderItem
from mews_toolkit.sandbox.entities.outlet import Outlet, OutletBill, OutletItem
from mews_toolkit.sandbox.entities.payment import Payment
from mews_toolkit.sandbox.entities.payment_method_request import PaymentMethodRequest
from mews_toolkit.sandbox.entities.payment_plan import PaymentPlan
from mews_toolkit.sandbox.entities.payment_request import PaymentRequest
from mews_toolkit.sandbox.entities.preauthorization import Preauthorization
from mews_toolkit.sandbox.rows import Rows


@define(kw_only=True)
class Store:
    """The state of all enterprises, and the two sources of new facts: the clock and the dice.

    `portfolio` is the stand-in that describes all of them; `refunds` holds the ids of each
    payment's refunds.
    """

    now: Callable[[], datetime]
    dice: Random
    enterprises: Rows[Enterprise]
    settings: dict[UUID, EnterpriseSettings]
    portfolio: ConfigurationEnterprise
    accounts: Rows[Account]
    accounting_categories: Rows[AccountingCategory]
    billing_automations: Rows[BillingAutomation]
    bills: Rows[Bill]
    bill_prints: Rows[BillPrint]
    order_items: Rows[OrderItem]
    payments: Rows[Payment]
    payment_requests: Rows[PaymentRequest]
    refunds: dict[UUID, list[UUID]]
    outlets: Rows[Outlet]
    outlet_bills: Rows[OutletBill]
    outlet_items: Rows[OutletItem]
    cashiers: Rows[Cashier]
    cashier_transactions: Rows[CashierTransaction]
    counters: Rows[Counter]
    books: Books
    credit_cards: Rows[CreditCard]
    preauthorizations: Rows[Preauthorization]
    payment_method_requests: Rows[PaymentMethodRequest]
    payment_plans: Rows[PaymentPlan]

    def new_id(self) -> UUID:
        """An id that no row has yet."""
        return new_id(self.dice)

    def is_french(self, enterprise_id: UUID) -> bool:
        """Whether French law applies to the enterprise."""
        enterprise = self.enterprises.get(enterprise_id)
        return enterprise is not None and enterprise.legal_environment_code.startswith("FR")

    def refundable(self, payment: Payment) -> Decimal:
        """What is left to refund, as a positive sum in the payment's original currency."""
        back = (self.payments.get(it) for it in self.refunds.get(payment.id, ()))
        given = sum(
            it.original_amount.gross_value
            for it in back
            if it is not None and it.state not in ("Failed", "Canceled")
        )
        return -payment.original_amount.gross_value - given
