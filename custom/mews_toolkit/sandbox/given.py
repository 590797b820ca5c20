"""Makes what there was before a test began."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias
from uuid import UUID

from msgspec import structs

from mews_toolkit.sandbox.card_outcomes import ENDINGS, Outcome
from mews_toolkit.sandbox.entities.account import Account
from mews_toolkit.sandbox.entities.amount import Amount, CurrencyValue, untaxed
from mews_toolkit.sandbox.entities.bill import Bill
from mews_toolkit.sandbox.entities.credit_card import CreditCard
from mews_toolkit.sandbox.entities.order_item import OrderItem
from mews_toolkit.sandbox.entities.payment import CardData, ExternalData, Payment, PaymentData
from mews_toolkit.sandbox.entities.payment_request import PaymentRequest
from mews_toolkit.sandbox.entities.vocabulary import AccountType, PaymentState
from mews_toolkit.sandbox.operations.bill_changes import BillParameters, opened
from mews_toolkit.sandbox.operations.booking import received
from mews_toolkit.sandbox.operations.payment_requests import PaymentRequestParameters, asked_for
from mews_toolkit.sandbox.seeds.cards import ending_in
from mews_toolkit.sandbox.seeds.clerk import Clerk
from mews_toolkit.sandbox.seeds.enterprises import LONDON
from mews_toolkit.sandbox.seeds.goods import Good, Menu
from mews_toolkit.sandbox.seeds.tabs import Tab
from mews_toolkit.sandbox.store import Store

if TYPE_CHECKING:
    from mews_toolkit.sandbox.sandbox import Sandbox

Sum: TypeAlias = Decimal | int | str
"""A sum of money, such as `"18.00"`. A float is refused."""

_GOOD_ENDING = "1111"
_NO_MENU = Menu(night=Good("Night", None, ""), small=Good("Bar", None, ""), extras=())


class Given:
    """Puts realistic things into a sandbox as though they had been there from the start.

    So none of it counts as added. Money that was received and what is owed are positive here. The
    currency is that of the enterprise unless it is named. Who pays is the enterprise's first
    customer unless an account is named.
    """

    def __init__(self, sandbox: "Sandbox") -> None:
        self._sandbox = sandbox

    def customer(self, name: str = "Ada Archer", *, enterprise_id: UUID = LONDON) -> Account:
        """A customer of the enterprise."""
        return self._account("Customer", name, enterprise_id)

    def company(self, name: str = "Tea & Company", *, enterprise_id: UUID = LONDON) -> Account:
        """A company that the enterprise sends bills to."""
        return self._account("Company", name, enterprise_id)

    def credit_card(
        self, customer: Account | None = None, *, charge: Outcome = "Charged"
    ) -> CreditCard:
        """A stored card of a customer, and how its charges will end."""
        store = self._store
        ending = {end: digits for digits, end in ENDINGS.items()}.get(charge, _GOOD_ENDING)
        owner = customer or self._sandbox.customer()
        card = ending_in(owner, ending, store.now(), store.dice)
        store.credit_cards.have(card)
        return card

    def bill(self, account: Account | None = None, *, items: Iterable[Sum] = ()) -> Bill:
        """An open bill, with an item for each of these sums."""
        store = self._store
        owner = account or self._sandbox.customer()
        bill = opened(store, owner.enterprise_id, BillParameters(account_id=owner.id))
        store.bills.have(bill)
        for item in items:
            self.order_item(item, bill)
        return bill

    def order_item(
        self, gross_value: Sum, bill: Bill, *, name: str = "Late departure"
    ) -> OrderItem:
        """Something on a bill that is to be paid, without tax."""
        store = self._store
        account = self._payer(bill)
        amount = self._amount(gross_value, None, account)
        tab = Tab(
            id=bill.id, account=account, reservation_id=store.new_id(), opened=bill.created_utc
        )
        good = Good(name, None, "", type="CustomItem", revenue="Additional")
        item = Clerk(_NO_MENU, {}, store.dice).sell(tab, good, amount, amount, store.now())
        store.order_items.have(item)
        return item

    def external_payment(
        self,
        gross_value: Sum,
        *,
        external_identifier: str | None = None,
        external_type: str = "Cash",
        currency: str | None = None,
        account: Account | None = None,
        bill: Bill | None = None,
        created_utc: datetime | None = None,
    ) -> Payment:
        """Money that was taken outside of Mews; a negative sum was given back."""
        payer = account or self._payer(bill)
        payment = received(
            self._store,
            payer,
            self._amount(gross_value, currency, payer),
            payment_type="ExternalPayment",
            kind=None,
            state="Charged",
            data=PaymentData(
                discriminator="External",
                external=ExternalData(external_type, external_identifier),
            ),
            bill_id=bill.id if bill else None,
        )
        return self._had(payment, created_utc)

    def card_payment(
        self,
        gross_value: Sum,
        card: CreditCard | None = None,
        *,
        state: PaymentState = "Charged",
        currency: str | None = None,
        bill: Bill | None = None,
        created_utc: datetime | None = None,
    ) -> Payment:
        """A charge of a stored card."""
        used = card or self.credit_card(self._payer(bill))
        payer = self._account_with(used.customer_id)
        payment = received(
            self._store,
            payer,
            self._amount(gross_value, currency, payer),
            payment_type="CreditCardPayment",
            kind="Payment",
            state=state,
            data=PaymentData(discriminator="CreditCard", credit_card=CardData(used.id)),
            bill_id=bill.id if bill else None,
        )
        return self._had(payment, created_utc)

    def payment_request(
        self,
        value: Sum,
        *,
        currency: str | None = None,
        account: Account | None = None,
        expires_in: timedelta = timedelta(days=7),
    ) -> PaymentRequest:
        """An account that was asked to pay, and has not yet."""
        payer = account or self._sandbox.customer()
        amount = self._amount(value, currency, payer)
        request = asked_for(
            self._store,
            payer.enterprise_id,
            PaymentRequestParameters(
                account_id=payer.id,
                amount=CurrencyValue(amount.currency, amount.gross_value),
                type="Payment",
                reason="PaymentCardMissing",
                expiration_utc=self._sandbox.now() + expires_in,
                description="Your stay",
            ),
        )
        self._store.payment_requests.have(request)
        return request

    @property
    def _store(self) -> Store:
        return self._sandbox.store

    def _account(self, account_type: AccountType, name: str, enterprise_id: UUID) -> Account:
        neighbour = self._sandbox.customer(enterprise_id)
        account = structs.replace(
            neighbour,
            id=self._store.new_id(),
            type=account_type,
            name=name,
            created_utc=self._sandbox.now(),
        )
        self._store.accounts.have(account)
        return account

    def _account_with(self, account_id: UUID) -> Account:
        account = self._store.accounts.get(account_id)
        if account is None:
            raise ValueError(f"The sandbox has no account {account_id}.")
        return account

    def _payer(self, bill: Bill | None) -> Account:
        return self._account_with(bill.account_id) if bill else self._sandbox.customer()

    def _amount(self, value: Sum, currency: str | None, payer: Account) -> Amount:
        if isinstance(value, float):
            raise TypeError("A sum of money is a Decimal or a text, never a float.")
        return untaxed(
            currency or self._store.settings[payer.enterprise_id].default_currency, Decimal(value)
        )

    def _had(self, payment: Payment, created: datetime | None) -> Payment:
        """The payment as though it had been there from the start, or from the instant given."""
        payments = self._store.payments
        if created is not None:
            payments.remove(payment)
            payment = structs.replace(
                payment,
                created_utc=created,
                updated_utc=created,
                consumed_utc=created,
                charged_utc=payment.charged_utc and created,
            )
        payments.have(payment)
        return payment
