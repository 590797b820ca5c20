from mews_runtime import OpenEnum


class AccountingConfigurationOption(OpenEnum):
    """A switch in an enterprise's accounting. The API may answer with more than these."""

    OPTIONAL_CREDIT_CARD_PAYMENT_DETAILS = "OptionalCreditCardPaymentDetails"
    RECEIVABLE_TRACKING_ENABLED = "ReceivableTrackingEnabled"
    SEPARATE_DEPOSITS_ON_BILL = "SeparateDepositsOnBill"
    ALLOW_MODIFYING_CLOSED_BILLS = "AllowModifyingClosedBills"
    REQUIRE_ACCOUNTING_CATEGORY_SETUP = "RequireAccountingCategorySetup"
    GROUP_TAXES_ON_BILL = "GroupTaxesOnBill"
    DISPLAY_EMPLOYEE_NAME_ON_BILL = "DisplayEmployeeNameOnBill"
    TAX_DECLARATION_ON_DEPOSIT = "TaxDeclarationOnDeposit"
    SPLIT_VAT_BY_CLASSIFICATION_ON_BILL = "SplitVatByClassificationOnBill"
    EMAIL_CLOSED_BILLS_AFTER_CHECKOUT = "EmailClosedBillsAfterCheckout"
