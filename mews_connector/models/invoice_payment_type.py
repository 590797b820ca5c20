from mews_runtime import OpenEnum


class InvoicePaymentType(OpenEnum):
    """What an invoice payment is for."""

    RECEIVABLE = "Receivable"
    BALANCING = "Balancing"
    UNDERPAYMENT_BALANCING_RECEIVABLE = "UnderpaymentBalancingReceivable"
    OVERPAYMENT_BALANCING_RECEIVABLE = "OverpaymentBalancingReceivable"
    OVERPAYMENT = "Overpayment"
