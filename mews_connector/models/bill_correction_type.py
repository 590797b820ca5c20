from mews_runtime import OpenEnum


class BillCorrectionType(OpenEnum):
    """How a corrective bill changes the one that it corrects."""

    CANCELLATION = "Cancellation"
    EDIT = "Edit"
    CREDIT_NOTE = "CreditNote"
    REINSTATEMENT = "Reinstatement"
    RECEIVABLE_PAYMENTS_BALANCE = "ReceivablePaymentsBalance"
