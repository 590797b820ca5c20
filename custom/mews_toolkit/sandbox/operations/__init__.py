"""The operations that the sandbox carries out, by name."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from mews_toolkit.sandbox.operations import (
    accounting_categories,
    add_alternative,
    add_credit_card,
    add_external,
    add_tokenized,
    billing_automation_updates,
    billing_automations,
    cashier_transactions,
    cashiers,
    charge,
    configuration,
    counters,
    credit_cards,
    currencies,
    disable_card,
    enterprises,
    exchange_rates,
    ledger_balances,
    outlet_bills,
    outlet_items,
    outlets,
    payment_method_requests,
    payment_plans,
    payment_requests,
    payments,
    preauthorizations,
    refund,
    taxes,
)
from mews_toolkit.sandbox.store import Store
from mews_toolkit.sandbox.tokens import Caller
from mews_toolkit.sandbox.wire import JsonObject

Carry: TypeAlias = Callable[[Store, Caller, JsonObject], object]
"""Carries an operation out on a request that the document allows.

Raises a `Refusal` before any change.
"""

OPERATIONS: Mapping[str, Carry] = {
    "payments/getAll": payments.get_all,
    "payments/addExternal": add_external.add_external,
    "payments/addCreditCard": add_credit_card.add_credit_card,
    "payments/addAlternative": add_alternative.add_alternative,
    "payments/refund": refund.refund,
    "paymentRequests/getAll": payment_requests.get_all,
    "paymentRequests/add": payment_requests.add,
    "paymentRequests/cancel": payment_requests.cancel,
    "accountingCategories/getAll": accounting_categories.get_all,
    "billingAutomations/getAll": billing_automations.get_all,
    "billingAutomations/add": billing_automations.add,
    "billingAutomations/update": billing_automation_updates.update,
    "billingAutomations/updateAssignments": billing_automation_updates.update_assignments,
    "billingAutomations/delete": billing_automations.delete,
    "currencies/getAll": currencies.get_all,
    "exchangeRates/getAll": exchange_rates.get_all,
    "taxations/getAll": taxes.get_taxations,
    "taxEnvironments/getAll": taxes.get_tax_environments,
    "outlets/getAll": outlets.get_all,
    "outletItems/getAll": outlet_items.get_all,
    "outletBills/add": outlet_bills.add,
    "cashiers/getAll": cashiers.get_all,
    "cashierTransactions/getAll": cashier_transactions.get_all,
    "counters/getAll": counters.get_all,
    "ledgerBalances/getAll": ledger_balances.get_all,
    "paymentMethodRequests/add": payment_method_requests.add,
    "billingAutomationPaymentPlans/add": payment_plans.add,
    "creditCards/getAll": credit_cards.get_all,
    "creditCards/getAllByIds": credit_cards.get_all_by_ids,
    "creditCards/getAllByCustomers": credit_cards.get_all_by_customers,
    "creditCards/addTokenized": add_tokenized.add_tokenized,
    "creditCards/disable": disable_card.disable,
    "creditCards/charge": charge.charge,
    "preauthorizations/getAllByCustomers": preauthorizations.get_all_by_customers,
    "enterprises/getAll": enterprises.get_all,
    "configuration/get": configuration.get,
}
