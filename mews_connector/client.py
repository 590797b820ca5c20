from __future__ import annotations

from mews_runtime import Client

from . import api


class MewsClient(Client):
    """The payments and finance operations of the Mews Connector API.

    Each resource is an attribute, each operation one of its methods:
    `mews.payments.get_all(...)`, `await mews.payments.add_external(...)`.
    """

    @property
    def accounting_categories(self) -> api.AccountingCategories:
        """What revenue and payments are filed under."""
        return api.AccountingCategories(self._session)

    @property
    def accounting_items(self) -> api.AccountingItems:
        """Order items and payments together, as older integrations read and move them."""
        return api.AccountingItems(self._session)

    @property
    def billing_automation_payment_plans(self) -> api.BillingAutomationPaymentPlans:
        """Collecting what billing automations put on bills."""
        return api.BillingAutomationPaymentPlans(self._session)

    @property
    def billing_automations(self) -> api.BillingAutomations:
        """Rules that put what reservations cost onto bills."""
        return api.BillingAutomations(self._session)

    @property
    def bills(self) -> api.Bills:
        """What customers and companies consumed and paid, to be closed as receipts or invoices."""
        return api.Bills(self._session)

    @property
    def cashier_transactions(self) -> api.CashierTransactions:
        """Cash put into and taken out of cashiers."""
        return api.CashierTransactions(self._session)

    @property
    def cashiers(self) -> api.Cashiers:
        """Where an enterprise keeps its cash."""
        return api.Cashiers(self._session)

    @property
    def configuration(self) -> api.Configuration:
        """What an enterprise is set up to do."""
        return api.Configuration(self._session)

    @property
    def counters(self) -> api.Counters:
        """What gives bills, orders and other documents their numbers."""
        return api.Counters(self._session)

    @property
    def credit_cards(self) -> api.CreditCards:
        """Payment cards of customers, stored to be charged."""
        return api.CreditCards(self._session)

    @property
    def currencies(self) -> api.Currencies:
        """Every currency that the API knows."""
        return api.Currencies(self._session)

    @property
    def enterprises(self) -> api.Enterprises:
        """The properties that a portfolio token reaches."""
        return api.Enterprises(self._session)

    @property
    def exchange_rates(self) -> api.ExchangeRates:
        """What currencies are worth in each other."""
        return api.ExchangeRates(self._session)

    @property
    def ledger_balances(self) -> api.LedgerBalances:
        """What an enterprise's ledgers stand at, day by day."""
        return api.LedgerBalances(self._session)

    @property
    def order_items(self) -> api.OrderItems:
        """What accounts consumed, item by item."""
        return api.OrderItems(self._session)

    @property
    def outlet_bills(self) -> api.OutletBills:
        """Reporting what a point of sale sold and how it was paid."""
        return api.OutletBills(self._session)

    @property
    def outlet_items(self) -> api.OutletItems:
        """What points of sale reported as sold and paid."""
        return api.OutletItems(self._session)

    @property
    def outlets(self) -> api.Outlets:
        """An enterprise's points of sale, such as a restaurant or a spa."""
        return api.Outlets(self._session)

    @property
    def payment_method_requests(self) -> api.PaymentMethodRequests:
        """Asking a guest or company to leave a means of payment."""
        return api.PaymentMethodRequests(self._session)

    @property
    def payment_requests(self) -> api.PaymentRequests:
        """Asking a guest or company to pay by themselves."""
        return api.PaymentRequests(self._session)

    @property
    def payments(self) -> api.Payments:
        """Money received, recorded or given back."""
        return api.Payments(self._session)

    @property
    def preauthorizations(self) -> api.Preauthorizations:
        """Sums held on payment cards without being taken."""
        return api.Preauthorizations(self._session)

    @property
    def tax_environments(self) -> api.TaxEnvironments:
        """Which taxes are raised where, and since when."""
        return api.TaxEnvironments(self._session)

    @property
    def taxations(self) -> api.Taxations:
        """Taxes and their rates."""
        return api.Taxations(self._session)
