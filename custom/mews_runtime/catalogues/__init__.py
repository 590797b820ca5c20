"""What the values of the API's enums mean, one hand-written table per enum.

A value's row is read as `value.info`; the questions that concern a whole enum are its class
methods. The types of the rows are exported here, each loaded when it is first used.
"""

from typing import TYPE_CHECKING

from mews_runtime._lazy import lazy_exports

if TYPE_CHECKING:
    from ._catalogue import Info as Info
    from ._outcome import OutcomeInfo as OutcomeInfo
    from ._payment_group import PaymentGroup as PaymentGroup
    from .accounting_category_classification import (
        AccountingCategoryClassificationInfo as AccountingCategoryClassificationInfo,
    )
    from .accounting_state import AccountingStateInfo as AccountingStateInfo
    from .bill_state import BillStateInfo as BillStateInfo
    from .bill_type import BillTypeInfo as BillTypeInfo
    from .cashier_transaction_type import CashierTransactionTypeInfo as CashierTransactionTypeInfo
    from .credit_card_format import CreditCardFormatInfo as CreditCardFormatInfo
    from .credit_card_kind import CreditCardKindInfo as CreditCardKindInfo
    from .credit_card_type import CreditCardTypeInfo as CreditCardTypeInfo
    from .external_payment_type import ExternalPaymentTypeInfo as ExternalPaymentTypeInfo
    from .external_payment_type import TypeDeprecation as TypeDeprecation
    from .ledger_type import LedgerTypeInfo as LedgerTypeInfo
    from .payment_kind import PaymentKindInfo as PaymentKindInfo
    from .payment_origin import PaymentOriginInfo as PaymentOriginInfo
    from .payment_request_reason import PaymentRequestReasonInfo as PaymentRequestReasonInfo
    from .payment_request_state import PaymentRequestStateInfo as PaymentRequestStateInfo
    from .payment_state import PaymentStateInfo as PaymentStateInfo
    from .payment_type import PaymentTypeInfo as PaymentTypeInfo
    from .preauthorization_state import PreauthorizationStateInfo as PreauthorizationStateInfo
    from .refund_type import RefundTypeInfo as RefundTypeInfo

__all__ = [
    "AccountingCategoryClassificationInfo",
    "AccountingStateInfo",
    "BillStateInfo",
    "BillTypeInfo",
    "CashierTransactionTypeInfo",
    "CreditCardFormatInfo",
    "CreditCardKindInfo",
    "CreditCardTypeInfo",
    "ExternalPaymentTypeInfo",
    "Info",
    "LedgerTypeInfo",
    "OutcomeInfo",
    "PaymentGroup",
    "PaymentKindInfo",
    "PaymentOriginInfo",
    "PaymentRequestReasonInfo",
    "PaymentRequestStateInfo",
    "PaymentStateInfo",
    "PaymentTypeInfo",
    "PreauthorizationStateInfo",
    "RefundTypeInfo",
    "TypeDeprecation",
]

# Type checkers know the names from above.
if not TYPE_CHECKING:
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            "AccountingCategoryClassificationInfo": ".accounting_category_classification",
            "AccountingStateInfo": ".accounting_state",
            "BillStateInfo": ".bill_state",
            "BillTypeInfo": ".bill_type",
            "CashierTransactionTypeInfo": ".cashier_transaction_type",
            "CreditCardFormatInfo": ".credit_card_format",
            "CreditCardKindInfo": ".credit_card_kind",
            "CreditCardTypeInfo": ".credit_card_type",
            "ExternalPaymentTypeInfo": ".external_payment_type",
            "Info": "._catalogue",
            "LedgerTypeInfo": ".ledger_type",
            "OutcomeInfo": "._outcome",
            "PaymentGroup": "._payment_group",
            "PaymentKindInfo": ".payment_kind",
            "PaymentOriginInfo": ".payment_origin",
            "PaymentRequestReasonInfo": ".payment_request_reason",
            "PaymentRequestStateInfo": ".payment_request_state",
            "PaymentStateInfo": ".payment_state",
            "PaymentTypeInfo": ".payment_type",
            "PreauthorizationStateInfo": ".preauthorization_state",
            "RefundTypeInfo": ".refund_type",
            "TypeDeprecation": ".external_payment_type",
        },
    )
