from mews_runtime.catalogues.payment_request_reason import PaymentRequestReasonCatalogue


class PaymentRequestReason(PaymentRequestReasonCatalogue):
    """Why a payment is asked for."""

    OTHER = "Other"
    PAYMENT_CARD_MISSING = "PaymentCardMissing"
    PAYMENT_CARD_DECLINED = "PaymentCardDeclined"
    DEPOSIT = "Deposit"
    PREPAYMENT = "Prepayment"
    FEE = "Fee"
    RECURRING_PAYMENT = "RecurringPayment"
