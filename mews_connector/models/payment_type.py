from mews_runtime.catalogues.payment_type import PaymentTypeCatalogue


class PaymentType(PaymentTypeCatalogue):
    """By what a payment was made. `Payment` means any and is only used in filters."""

    PAYMENT = "Payment"
    CREDIT_CARD_PAYMENT = "CreditCardPayment"
    ALTERNATIVE_PAYMENT = "AlternativePayment"
    CASH_PAYMENT = "CashPayment"
    INVOICE_PAYMENT = "InvoicePayment"
    EXTERNAL_PAYMENT = "ExternalPayment"
    GHOST_PAYMENT = "GhostPayment"
    TAX_DEDUCTED_PAYMENT = "TaxDeductedPayment"
