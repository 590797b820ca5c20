"""The words of the API that the sandbox uses, typed so that a misspelt one is found.

Which words exist is the document's business: the tests hold the sandbox's answers against it.
"""

from typing import Literal

AccountType = Literal["Customer", "Company"]
AccountingState = Literal["Open", "Closed", "Inactive", "Canceled"]
PaymentState = Literal["Charged", "Canceled", "Pending", "Failed", "Verifying"]
PaymentType = Literal[
    "CreditCardPayment",
    "AlternativePayment",
    "CashPayment",
    "InvoicePayment",
    "ExternalPayment",
    "GhostPayment",
    "TaxDeductedPayment",
]
PaymentKind = Literal["Payment", "Chargeback", "ChargebackReversal", "Refund"]
PaymentOrigin = Literal[
    "Other",
    "System",
    "Operations",
    "AutomaticPayment",
    "PaymentRequest",
    "BookingEngine",
    "Api",
    "Terminal",
    "ChannelManager",
    "OnlineCheckout",
    "OnlineCheckin",
    "PointOfSales",
    "BillBalancing",
    "PaymentToInvoiceLinking",
]
OrderItemType = Literal[
    "CancellationFee",
    "NightRebate",
    "ProductOrderRebate",
    "AdditionalExpenseRebate",
    "Deposit",
    "CustomItem",
    "ServiceCharge",
    "CityTax",
    "SpaceOrder",
    "ProductOrder",
    "Surcharge",
]
RevenueType = Literal["Service", "Product", "Additional"]
PaymentRequestState = Literal["Pending", "Completed", "Canceled", "Expired"]
PaymentRequestType = Literal["Payment", "Preauthorization"]
OutletItemType = Literal["Revenue", "NonRevenue", "Payment"]
CashierTransactionType = Literal[
    "CashIn",
    "CashOut",
    "CashOutTip",
    "CashOutExpense",
    "CashOutFloatAdjustment",
]
CounterType = Literal[
    "AccountingCounter",
    "AvailabilityBlockCounter",
    "BillCounter",
    "BillPreviewCounter",
    "FiscalCounter",
    "ProformaCounter",
    "RegistrationCardCounter",
    "ServiceOrderCounter",
    "CorrectionBillCounter",
    "PaymentConfirmationBillCounter",
    "CreditNoteBillCounter",
    "PaymentSplitBillCounter",
]
LedgerType = Literal["Revenue", "Tax", "Payment", "Deposit", "Guest", "City", "NonRevenue"]
CreditCardFormat = Literal["Physical", "Virtual"]
CreditCardKind = Literal["Terminal", "Gateway"]
CreditCardState = Literal["Enabled", "Disabled"]
PreauthorizationState = Literal[
    "Chargeable", "Expired", "Cancelled", "Charged", "Pending", "Failed"
]
AlternativeMethod = Literal["Ideal", "ApplePay", "GooglePay", "SepaDirectDebit"]
Pricing = Literal["Gross", "Net"]
