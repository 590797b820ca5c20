from mews_runtime import OpenEnum


class CounterType(OpenEnum):
    """What a counter numbers. `Counter` means any and is meant for filters."""

    COUNTER = "Counter"
    ACCOUNTING_COUNTER = "AccountingCounter"
    AVAILABILITY_BLOCK_COUNTER = "AvailabilityBlockCounter"
    BILL_COUNTER = "BillCounter"
    BILL_PREVIEW_COUNTER = "BillPreviewCounter"
    FISCAL_COUNTER = "FiscalCounter"
    PROFORMA_COUNTER = "ProformaCounter"
    REGISTRATION_CARD_COUNTER = "RegistrationCardCounter"
    SERVICE_ORDER_COUNTER = "ServiceOrderCounter"
    CORRECTION_BILL_COUNTER = "CorrectionBillCounter"
    PAYMENT_CONFIRMATION_BILL_COUNTER = "PaymentConfirmationBillCounter"
    CREDIT_NOTE_BILL_COUNTER = "CreditNoteBillCounter"
    PAYMENT_SPLIT_BILL_COUNTER = "PaymentSplitBillCounter"
