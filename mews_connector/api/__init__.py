"""The resources of the API and their operations, each loaded when it is first used."""

from typing import TYPE_CHECKING

from mews_runtime import lazy_exports

if TYPE_CHECKING:
    from .accounting_categories import AccountingCategories as AccountingCategories
    from .accounting_categories.accounting_categories_get_all import (
        ACCOUNTING_CATEGORIES_GET_ALL as ACCOUNTING_CATEGORIES_GET_ALL,
    )
    from .accounting_items import AccountingItems as AccountingItems
    from .accounting_items.accounting_items_get_all import (
        ACCOUNTING_ITEMS_GET_ALL as ACCOUNTING_ITEMS_GET_ALL,
    )
    from .accounting_items.accounting_items_update import (
        ACCOUNTING_ITEMS_UPDATE as ACCOUNTING_ITEMS_UPDATE,
    )
    from .billing_automation_payment_plans import (
        BillingAutomationPaymentPlans as BillingAutomationPaymentPlans,
    )
    from .billing_automation_payment_plans.billing_automation_payment_plans_add import (
        BILLING_AUTOMATION_PAYMENT_PLANS_ADD as BILLING_AUTOMATION_PAYMENT_PLANS_ADD,
    )
    from .billing_automations import BillingAutomations as BillingAutomations
    from .billing_automations.billing_automations_add import (
        BILLING_AUTOMATIONS_ADD as BILLING_AUTOMATIONS_ADD,
    )
    from .billing_automations.billing_automations_delete import (
        BILLING_AUTOMATIONS_DELETE as BILLING_AUTOMATIONS_DELETE,
    )
    from .billing_automations.billing_automations_get_all import (
        BILLING_AUTOMATIONS_GET_ALL as BILLING_AUTOMATIONS_GET_ALL,
    )
    from .billing_automations.billing_automations_update import (
        BILLING_AUTOMATIONS_UPDATE as BILLING_AUTOMATIONS_UPDATE,
    )
    from .billing_automations.billing_automations_update_assignments import (
        BILLING_AUTOMATIONS_UPDATE_ASSIGNMENTS as BILLING_AUTOMATIONS_UPDATE_ASSIGNMENTS,
    )
    from .bills import Bills as Bills
    from .bills.bills_add import BILLS_ADD as BILLS_ADD
    from .bills.bills_close import BILLS_CLOSE as BILLS_CLOSE
    from .bills.bills_delete import BILLS_DELETE as BILLS_DELETE
    from .bills.bills_get_all import BILLS_GET_ALL as BILLS_GET_ALL
    from .bills.bills_get_pdf import BILLS_GET_PDF as BILLS_GET_PDF
    from .bills.bills_update import BILLS_UPDATE as BILLS_UPDATE
    from .cashier_transactions import CashierTransactions as CashierTransactions
    from .cashier_transactions.cashier_transactions_get_all import (
        CASHIER_TRANSACTIONS_GET_ALL as CASHIER_TRANSACTIONS_GET_ALL,
    )
    from .cashiers import Cashiers as Cashiers
    from .cashiers.cashiers_get_all import CASHIERS_GET_ALL as CASHIERS_GET_ALL
    from .configuration import Configuration as Configuration
    from .configuration.configuration_get import CONFIGURATION_GET as CONFIGURATION_GET
    from .counters import Counters as Counters
    from .counters.counters_get_all import COUNTERS_GET_ALL as COUNTERS_GET_ALL
    from .credit_cards import CreditCards as CreditCards
    from .credit_cards.credit_cards_add_tokenized import (
        CREDIT_CARDS_ADD_TOKENIZED as CREDIT_CARDS_ADD_TOKENIZED,
    )
    from .credit_cards.credit_cards_charge import CREDIT_CARDS_CHARGE as CREDIT_CARDS_CHARGE
    from .credit_cards.credit_cards_disable import CREDIT_CARDS_DISABLE as CREDIT_CARDS_DISABLE
    from .credit_cards.credit_cards_get_all import CREDIT_CARDS_GET_ALL as CREDIT_CARDS_GET_ALL
    from .credit_cards.credit_cards_get_all_by_customers import (
        CREDIT_CARDS_GET_ALL_BY_CUSTOMERS as CREDIT_CARDS_GET_ALL_BY_CUSTOMERS,
    )
    from .credit_cards.credit_cards_get_all_by_ids import (
        CREDIT_CARDS_GET_ALL_BY_IDS as CREDIT_CARDS_GET_ALL_BY_IDS,
    )
    from .currencies import Currencies as Currencies
    from .currencies.currencies_get_all import CURRENCIES_GET_ALL as CURRENCIES_GET_ALL
    from .enterprises import Enterprises as Enterprises
    from .enterprises.enterprises_get_all import ENTERPRISES_GET_ALL as ENTERPRISES_GET_ALL
    from .exchange_rates import ExchangeRates as ExchangeRates
    from .exchange_rates.exchange_rates_get_all import (
        EXCHANGE_RATES_GET_ALL as EXCHANGE_RATES_GET_ALL,
    )
    from .ledger_balances import LedgerBalances as LedgerBalances
    from .ledger_balances.ledger_balances_get_all import (
        LEDGER_BALANCES_GET_ALL as LEDGER_BALANCES_GET_ALL,
    )
    from .order_items import OrderItems as OrderItems
    from .order_items.order_items_cancel import ORDER_ITEMS_CANCEL as ORDER_ITEMS_CANCEL
    from .order_items.order_items_get_all import ORDER_ITEMS_GET_ALL as ORDER_ITEMS_GET_ALL
    from .outlet_bills import OutletBills as OutletBills
    from .outlet_bills.outlet_bills_add import OUTLET_BILLS_ADD as OUTLET_BILLS_ADD
    from .outlet_items import OutletItems as OutletItems
    from .outlet_items.outlet_items_get_all import OUTLET_ITEMS_GET_ALL as OUTLET_ITEMS_GET_ALL
    from .outlets import Outlets as Outlets
    from .outlets.outlets_get_all import OUTLETS_GET_ALL as OUTLETS_GET_ALL
    from .payment_method_requests import PaymentMethodRequests as PaymentMethodRequests
    from .payment_method_requests.payment_method_requests_add import (
        PAYMENT_METHOD_REQUESTS_ADD as PAYMENT_METHOD_REQUESTS_ADD,
    )
    from .payment_requests import PaymentRequests as PaymentRequests
    from .payment_requests.payment_requests_add import PAYMENT_REQUESTS_ADD as PAYMENT_REQUESTS_ADD
    from .payment_requests.payment_requests_cancel import (
        PAYMENT_REQUESTS_CANCEL as PAYMENT_REQUESTS_CANCEL,
    )
    from .payment_requests.payment_requests_get_all import (
        PAYMENT_REQUESTS_GET_ALL as PAYMENT_REQUESTS_GET_ALL,
    )
    from .payments import Payments as Payments
    from .payments.payments_add_alternative import (
        PAYMENTS_ADD_ALTERNATIVE as PAYMENTS_ADD_ALTERNATIVE,
    )
    from .payments.payments_add_credit_card import (
        PAYMENTS_ADD_CREDIT_CARD as PAYMENTS_ADD_CREDIT_CARD,
    )
    from .payments.payments_add_external import PAYMENTS_ADD_EXTERNAL as PAYMENTS_ADD_EXTERNAL
    from .payments.payments_get_all import PAYMENTS_GET_ALL as PAYMENTS_GET_ALL
    from .payments.payments_refund import PAYMENTS_REFUND as PAYMENTS_REFUND
    from .preauthorizations import Preauthorizations as Preauthorizations
    from .preauthorizations.preauthorizations_get_all_by_customers import (
        PREAUTHORIZATIONS_GET_ALL_BY_CUSTOMERS as PREAUTHORIZATIONS_GET_ALL_BY_CUSTOMERS,
    )
    from .tax_environments import TaxEnvironments as TaxEnvironments
    from .tax_environments.tax_environments_get_all import (
        TAX_ENVIRONMENTS_GET_ALL as TAX_ENVIRONMENTS_GET_ALL,
    )
    from .taxations import Taxations as Taxations
    from .taxations.taxations_get_all import TAXATIONS_GET_ALL as TAXATIONS_GET_ALL
else:
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            "AccountingCategories": ".accounting_categories",
            "ACCOUNTING_CATEGORIES_GET_ALL": ".accounting_categories.accounting_categories_get_all",
            "AccountingItems": ".accounting_items",
            "ACCOUNTING_ITEMS_GET_ALL": ".accounting_items.accounting_items_get_all",
            "ACCOUNTING_ITEMS_UPDATE": ".accounting_items.accounting_items_update",
            "BillingAutomationPaymentPlans": ".billing_automation_payment_plans",
            "BILLING_AUTOMATION_PAYMENT_PLANS_ADD": ".billing_automation_payment_plans.billing_automation_payment_plans_add",
            "BillingAutomations": ".billing_automations",
            "BILLING_AUTOMATIONS_ADD": ".billing_automations.billing_automations_add",
            "BILLING_AUTOMATIONS_DELETE": ".billing_automations.billing_automations_delete",
            "BILLING_AUTOMATIONS_GET_ALL": ".billing_automations.billing_automations_get_all",
            "BILLING_AUTOMATIONS_UPDATE": ".billing_automations.billing_automations_update",
            "BILLING_AUTOMATIONS_UPDATE_ASSIGNMENTS": ".billing_automations.billing_automations_update_assignments",
            "Bills": ".bills",
            "BILLS_ADD": ".bills.bills_add",
            "BILLS_CLOSE": ".bills.bills_close",
            "BILLS_DELETE": ".bills.bills_delete",
            "BILLS_GET_ALL": ".bills.bills_get_all",
            "BILLS_GET_PDF": ".bills.bills_get_pdf",
            "BILLS_UPDATE": ".bills.bills_update",
            "CashierTransactions": ".cashier_transactions",
            "CASHIER_TRANSACTIONS_GET_ALL": ".cashier_transactions.cashier_transactions_get_all",
            "Cashiers": ".cashiers",
            "CASHIERS_GET_ALL": ".cashiers.cashiers_get_all",
            "Configuration": ".configuration",
            "CONFIGURATION_GET": ".configuration.configuration_get",
            "Counters": ".counters",
            "COUNTERS_GET_ALL": ".counters.counters_get_all",
            "CreditCards": ".credit_cards",
            "CREDIT_CARDS_ADD_TOKENIZED": ".credit_cards.credit_cards_add_tokenized",
            "CREDIT_CARDS_CHARGE": ".credit_cards.credit_cards_charge",
            "CREDIT_CARDS_DISABLE": ".credit_cards.credit_cards_disable",
            "CREDIT_CARDS_GET_ALL": ".credit_cards.credit_cards_get_all",
            "CREDIT_CARDS_GET_ALL_BY_CUSTOMERS": ".credit_cards.credit_cards_get_all_by_customers",
            "CREDIT_CARDS_GET_ALL_BY_IDS": ".credit_cards.credit_cards_get_all_by_ids",
            "Currencies": ".currencies",
            "CURRENCIES_GET_ALL": ".currencies.currencies_get_all",
            "Enterprises": ".enterprises",
            "ENTERPRISES_GET_ALL": ".enterprises.enterprises_get_all",
            "ExchangeRates": ".exchange_rates",
            "EXCHANGE_RATES_GET_ALL": ".exchange_rates.exchange_rates_get_all",
            "LedgerBalances": ".ledger_balances",
            "LEDGER_BALANCES_GET_ALL": ".ledger_balances.ledger_balances_get_all",
            "OrderItems": ".order_items",
            "ORDER_ITEMS_CANCEL": ".order_items.order_items_cancel",
            "ORDER_ITEMS_GET_ALL": ".order_items.order_items_get_all",
            "OutletBills": ".outlet_bills",
            "OUTLET_BILLS_ADD": ".outlet_bills.outlet_bills_add",
            "OutletItems": ".outlet_items",
            "OUTLET_ITEMS_GET_ALL": ".outlet_items.outlet_items_get_all",
            "Outlets": ".outlets",
            "OUTLETS_GET_ALL": ".outlets.outlets_get_all",
            "PaymentMethodRequests": ".payment_method_requests",
            "PAYMENT_METHOD_REQUESTS_ADD": ".payment_method_requests.payment_method_requests_add",
            "PaymentRequests": ".payment_requests",
            "PAYMENT_REQUESTS_ADD": ".payment_requests.payment_requests_add",
            "PAYMENT_REQUESTS_CANCEL": ".payment_requests.payment_requests_cancel",
            "PAYMENT_REQUESTS_GET_ALL": ".payment_requests.payment_requests_get_all",
            "Payments": ".payments",
            "PAYMENTS_ADD_ALTERNATIVE": ".payments.payments_add_alternative",
            "PAYMENTS_ADD_CREDIT_CARD": ".payments.payments_add_credit_card",
            "PAYMENTS_ADD_EXTERNAL": ".payments.payments_add_external",
            "PAYMENTS_GET_ALL": ".payments.payments_get_all",
            "PAYMENTS_REFUND": ".payments.payments_refund",
            "Preauthorizations": ".preauthorizations",
            "PREAUTHORIZATIONS_GET_ALL_BY_CUSTOMERS": ".preauthorizations.preauthorizations_get_all_by_customers",
            "TaxEnvironments": ".tax_environments",
            "TAX_ENVIRONMENTS_GET_ALL": ".tax_environments.tax_environments_get_all",
            "Taxations": ".taxations",
            "TAXATIONS_GET_ALL": ".taxations.taxations_get_all",
        },
    )
