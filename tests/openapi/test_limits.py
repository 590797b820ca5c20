"""Every limit of the requests, as the vendor publishes it, and no limit beside these."""

from collections.abc import Iterator
from typing import Any

Json = dict[str, Any]
Limit = tuple[str, str, str, object]

CAPS = ("maxItems", "maxLength", "x-longest-interval")
REF = "#/components/schemas/"

LIMITS: set[Limit] = {
    # Operation, place in its request, kind of limit, and how much.
    ("accountingCategories/getAll", "AccountingCategoryIds", "maxItems", 1000),
    ("accountingCategories/getAll", "EnterpriseIds", "maxItems", 1000),
    ("accountingCategories/getAll", "UpdatedUtc", "x-longest-interval", "P3M"),
    ("accountingItems/getAll", "ClosedUtc", "x-longest-interval", "P3M"),
    ("accountingItems/getAll", "ConsumedUtc", "x-longest-interval", "P3M"),
    ("accountingItems/getAll", "ItemIds", "maxItems", 1000),
    ("accountingItems/getAll", "RebatedItemIds", "maxItems", 1000),
    ("accountingItems/getAll", "UpdatedUtc", "x-longest-interval", "P3M"),
    ("billingAutomationPaymentPlans/add", "Name", "maxLength", 255),
    ("billingAutomationPaymentPlans/add", "PaymentRequest.Message", "maxLength", 1000),
    ("billingAutomationPaymentPlans/add", "PaymentRequest.Note", "maxLength", 2000),
    ("billingAutomations/add", "BillingAutomations", "maxItems", 100),
    ("billingAutomations/add", "BillingAutomations.Assignments", "maxItems", 20),
    (
        "billingAutomations/add",
        "BillingAutomations.Assignments.AccountingCategories",
        "maxItems",
        100,
    ),
    (
        "billingAutomations/add",
        "BillingAutomations.Assignments.ProductCategoryIds",
        "maxItems",
        100,
    ),
    ("billingAutomations/add", "BillingAutomations.Assignments.ProductIds", "maxItems", 100),
    ("billingAutomations/add", "BillingAutomations.Assignments.RateIds", "maxItems", 100),
    ("billingAutomations/add", "BillingAutomations.CompaniesWithRelations", "maxItems", 1000),
    ("billingAutomations/add", "BillingAutomations.Description", "maxLength", 1000),
    ("billingAutomations/add", "BillingAutomations.Name", "maxLength", 255),
    ("billingAutomations/add", "BillingAutomations.ProcessingStartOffset", "maxLength", 20),
    ("billingAutomations/delete", "BillingAutomationIds", "maxItems", 100),
    ("billingAutomations/getAll", "BillingAutomationIds", "maxItems", 100),
    ("billingAutomations/getAll", "CompanyIds", "maxItems", 100),
    ("billingAutomations/getAll", "EnterpriseIds", "maxItems", 1000),
    ("billingAutomations/update", "BillingAutomationUpdates", "maxItems", 100),
    ("billingAutomations/update", "BillingAutomationUpdates.Companies.Value", "maxItems", 1000),
    ("billingAutomations/update", "BillingAutomationUpdates.Description.Value", "maxLength", 1000),
    ("billingAutomations/update", "BillingAutomationUpdates.Name.Value", "maxLength", 255),
    (
        "billingAutomations/update",
        "BillingAutomationUpdates.ProcessingStartOffset.Value",
        "maxLength",
        20,
    ),
    ("billingAutomations/updateAssignments", "AssignmentIdsToRemove", "maxItems", 100),
    ("billingAutomations/updateAssignments", "AssignmentsToAdd", "maxItems", 20),
    (
        "billingAutomations/updateAssignments",
        "AssignmentsToAdd.AccountingCategories",
        "maxItems",
        100,
    ),
    (
        "billingAutomations/updateAssignments",
        "AssignmentsToAdd.ProductCategoryIds",
        "maxItems",
        100,
    ),
    ("billingAutomations/updateAssignments", "AssignmentsToAdd.ProductIds", "maxItems", 100),
    ("billingAutomations/updateAssignments", "AssignmentsToAdd.RateIds", "maxItems", 100),
    ("billingAutomations/updateAssignments", "AssignmentsToUpdate", "maxItems", 20),
    (
        "billingAutomations/updateAssignments",
        "AssignmentsToUpdate.AccountingCategories.Value",
        "maxItems",
        100,
    ),
    (
        "billingAutomations/updateAssignments",
        "AssignmentsToUpdate.ProductCategoryIds.Value",
        "maxItems",
        100,
    ),
    (
        "billingAutomations/updateAssignments",
        "AssignmentsToUpdate.ProductIds.Value",
        "maxItems",
        100,
    ),
    ("billingAutomations/updateAssignments", "AssignmentsToUpdate.RateIds.Value", "maxItems", 100),
    ("bills/add", "Bills", "maxItems", 1000),
    ("bills/close", "AssociatedAccountData", "maxItems", 1),
    ("bills/delete", "BillIds", "maxItems", 1000),
    ("bills/getAll", "BillIds", "maxItems", 1000),
    ("bills/getAll", "ClosedUtc", "x-longest-interval", "P3M"),
    ("bills/getAll", "CreatedUtc", "x-longest-interval", "P3M"),
    ("bills/getAll", "CustomerIds", "maxItems", 1000),
    ("bills/getAll", "DueUtc", "x-longest-interval", "P3M"),
    ("bills/getAll", "EnterpriseIds", "maxItems", 1000),
    ("bills/getAll", "IssuedUtc", "x-longest-interval", "P3M"),
    ("bills/getAll", "PaidUtc", "x-longest-interval", "P3M"),
    ("bills/getAll", "UpdatedUtc", "x-longest-interval", "P3M"),
    ("bills/getPdf", "PrintReason", "maxLength", 255),
    ("bills/update", "BillsUpdates", "maxItems", 10),
    ("bills/update", "BillsUpdates.AssociatedAccountIds.Value", "maxItems", 1),
    ("cashierTransactions/getAll", "CashierTransactionIds", "maxItems", 1000),
    ("cashierTransactions/getAll", "CreatedUtc", "x-longest-interval", "P3M"),
    ("cashierTransactions/getAll", "EnterpriseIds", "maxItems", 1000),
    ("cashiers/getAll", "EnterpriseIds", "maxItems", 1000),
    ("cashiers/getAll", "Ids", "maxItems", 1000),
    ("cashiers/getAll", "UpdatedUtc", "x-longest-interval", "P3M"),
    ("counters/getAll", "CounterIds", "maxItems", 1000),
    ("counters/getAll", "EnterpriseIds", "maxItems", 1000),
    ("counters/getAll", "UpdatedUtc", "x-longest-interval", "P3M"),
    ("creditCards/getAll", "CreditCardIds", "maxItems", 1000),
    ("creditCards/getAll", "CustomerIds", "maxItems", 1000),
    ("creditCards/getAll", "EnterpriseIds", "maxItems", 1000),
    ("creditCards/getAll", "UpdatedUtc", "x-longest-interval", "P3M"),
    ("creditCards/getAllByCustomers", "CustomerIds", "maxItems", 1000),
    ("enterprises/getAll", "EnterpriseIds", "maxItems", 1000),
    ("enterprises/getAll", "ExternalIdentifiers", "maxItems", 1000),
    ("enterprises/getAll", "LinkedUtc", "x-longest-interval", "P3M"),
    ("enterprises/getAll", "UpdatedUtc", "x-longest-interval", "P3M"),
    ("ledgerBalances/getAll", "Date", "x-longest-interval", "P1M"),
    ("ledgerBalances/getAll", "EnterpriseIds", "maxItems", 1000),
    ("orderItems/cancel", "OrderItemIds", "maxItems", 10),
    ("orderItems/getAll", "AccountIds", "maxItems", 100),
    ("orderItems/getAll", "AccountingStates", "maxItems", 1000),
    ("orderItems/getAll", "BillIds", "maxItems", 1000),
    ("orderItems/getAll", "CanceledUtc", "x-longest-interval", "P3M"),
    ("orderItems/getAll", "ClosedUtc", "x-longest-interval", "P3M"),
    ("orderItems/getAll", "ConsumedUtc", "x-longest-interval", "P3M"),
    ("orderItems/getAll", "CreatedUtc", "x-longest-interval", "P3M"),
    ("orderItems/getAll", "EnterpriseIds", "maxItems", 1000),
    ("orderItems/getAll", "OrderItemIds", "maxItems", 1000),
    ("orderItems/getAll", "ServiceIds", "maxItems", 1000),
    ("orderItems/getAll", "ServiceOrderIds", "maxItems", 1000),
    ("orderItems/getAll", "Types", "maxItems", 1000),
    ("orderItems/getAll", "UpdatedUtc", "x-longest-interval", "P3M"),
    ("outletBills/add", "Bills", "maxItems", 1000),
    ("outletBills/add", "Bills.Items.ExternalIdentifier", "maxLength", 255),
    ("outletItems/getAll", "ClosedUtc", "x-longest-interval", "P3M"),
    ("outletItems/getAll", "ConsumedUtc", "x-longest-interval", "P3M"),
    ("outletItems/getAll", "EnterpriseIds", "maxItems", 1000),
    ("outletItems/getAll", "Ids", "maxItems", 1000),
    ("outletItems/getAll", "UpdatedUtc", "x-longest-interval", "P3M"),
    ("outlets/getAll", "EnterpriseIds", "maxItems", 1000),
    ("outlets/getAll", "OutletIds", "maxItems", 1000),
    ("outlets/getAll", "UpdatedUtc", "x-longest-interval", "P3M"),
    ("paymentMethodRequests/add", "Description", "maxLength", 1000),
    ("paymentMethodRequests/add", "Email", "maxLength", 500),
    ("paymentMethodRequests/add", "Notes", "maxLength", 1000),
    ("paymentRequests/add", "PaymentRequests", "maxItems", 1000),
    ("paymentRequests/add", "PaymentRequests.Description", "maxLength", 1000),
    ("paymentRequests/add", "PaymentRequests.Notes", "maxLength", 1000),
    ("paymentRequests/cancel", "PaymentRequestIds", "maxItems", 1000),
    ("paymentRequests/getAll", "AccountIds", "maxItems", 1000),
    ("paymentRequests/getAll", "EnterpriseIds", "maxItems", 1000),
    ("paymentRequests/getAll", "PaymentRequestIds", "maxItems", 1000),
    ("paymentRequests/getAll", "ReservationIds", "maxItems", 1000),
    ("paymentRequests/getAll", "UpdatedUtc", "x-longest-interval", "P3M"),
    ("payments/getAll", "AccountIds", "maxItems", 100),
    ("payments/getAll", "BillIds", "maxItems", 1000),
    ("payments/getAll", "ChargedUtc", "x-longest-interval", "P3M"),
    ("payments/getAll", "ClosedUtc", "x-longest-interval", "P3M"),
    ("payments/getAll", "CreatedUtc", "x-longest-interval", "P3M"),
    ("payments/getAll", "EnterpriseIds", "maxItems", 1000),
    ("payments/getAll", "PaymentIds", "maxItems", 1000),
    ("payments/getAll", "ReservationIds", "maxItems", 1000),
    ("payments/getAll", "SettlementUtc", "x-longest-interval", "P3M"),
    ("payments/getAll", "UpdatedUtc", "x-longest-interval", "P3M"),
    ("preauthorizations/getAllByCustomers", "CustomerIds", "maxItems", 1000),
}


def test_each_request_has_the_limits_that_are_published(document: Json) -> None:
    found = {
        (path.removeprefix("/api/connector/v1/"), *limit)
        for path, methods in document["paths"].items()
        for limit in limits(
            methods["post"]["requestBody"]["content"]["application/json"]["schema"], document
        )
    }

    assert found == LIMITS


def limits(schema: Json, document: Json, place: str = "") -> Iterator[tuple[str, str, object]]:
    """Every cap in a schema and in all that it leads to, with its place."""
    for word in CAPS:
        if word in schema:
            yield place, word, schema[word]
    if "$ref" in schema:
        named = document["components"]["schemas"][schema["$ref"].removeprefix(REF)]
        yield from limits(named, document, place)
    if "items" in schema:
        yield from limits(schema["items"], document, place)
    for part in (*schema.get("allOf", []), *schema.get("anyOf", [])):
        yield from limits(part, document, place)
    for name, value in schema.get("properties", {}).items():
        yield from limits(value, document, f"{place}.{name}" if place else name)
