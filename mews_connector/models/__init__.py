"""The objects and enums of the API, each loaded when it is first used."""

from typing import TYPE_CHECKING

from mews_runtime import lazy_exports

if TYPE_CHECKING:
    from .accepted_currency import AcceptedCurrency as AcceptedCurrency
    from .account_type import AccountType as AccountType
    from .accounting_configuration import AccountingConfiguration as AccountingConfiguration
    from .accounting_configuration_option import (
        AccountingConfigurationOption as AccountingConfigurationOption,
    )
    from .accounting_state import AccountingState as AccountingState
    from .address import Address as Address
    from .alternative_payment_data import AlternativePaymentData as AlternativePaymentData
    from .alternative_payment_method import AlternativePaymentMethod as AlternativePaymentMethod
    from .alternative_payment_method_data import (
        AlternativePaymentMethodData as AlternativePaymentMethodData,
    )
    from .alternative_payment_method_data_discriminator import (
        AlternativePaymentMethodDataDiscriminator as AlternativePaymentMethodDataDiscriminator,
    )
    from .alternative_payment_method_type import (
        AlternativePaymentMethodType as AlternativePaymentMethodType,
    )
    from .alternative_payment_next_action import (
        AlternativePaymentNextAction as AlternativePaymentNextAction,
    )
    from .amount import Amount as Amount
    from .amount_parameters import AmountParameters as AmountParameters
    from .configuration_enterprise import ConfigurationEnterprise as ConfigurationEnterprise
    from .configuration_get_request import ConfigurationGetRequest as ConfigurationGetRequest
    from .configuration_get_result import ConfigurationGetResult as ConfigurationGetResult
    from .credit_card_parameters import CreditCardParameters as CreditCardParameters
    from .credit_card_payment_card_type import (
        CreditCardPaymentCardType as CreditCardPaymentCardType,
    )
    from .credit_card_payment_data import CreditCardPaymentData as CreditCardPaymentData
    from .credit_card_transaction import CreditCardTransaction as CreditCardTransaction
    from .currency_value import CurrencyValue as CurrencyValue
    from .enterprise import Enterprise as Enterprise
    from .enterprise_subscription import EnterpriseSubscription as EnterpriseSubscription
    from .enterprises_get_all_request import EnterprisesGetAllRequest as EnterprisesGetAllRequest
    from .enterprises_get_all_result import EnterprisesGetAllResult as EnterprisesGetAllResult
    from .extended_amount import ExtendedAmount as ExtendedAmount
    from .external_payment_data import ExternalPaymentData as ExternalPaymentData
    from .external_payment_type import ExternalPaymentType as ExternalPaymentType
    from .ghost_payment_data import GhostPaymentData as GhostPaymentData
    from .ideal_data import IdealData as IdealData
    from .invoice_payment_data import InvoicePaymentData as InvoicePaymentData
    from .invoice_payment_type import InvoicePaymentType as InvoicePaymentType
    from .localized_text import LocalizedText as LocalizedText
    from .next_action_discriminator import NextActionDiscriminator as NextActionDiscriminator
    from .payment import Payment as Payment
    from .payment_card_storage import PaymentCardStorage as PaymentCardStorage
    from .payment_data import PaymentData as PaymentData
    from .payment_data_discriminator import PaymentDataDiscriminator as PaymentDataDiscriminator
    from .payment_kind import PaymentKind as PaymentKind
    from .payment_origin import PaymentOrigin as PaymentOrigin
    from .payment_request import PaymentRequest as PaymentRequest
    from .payment_request_parameters import PaymentRequestParameters as PaymentRequestParameters
    from .payment_request_reason import PaymentRequestReason as PaymentRequestReason
    from .payment_request_state import PaymentRequestState as PaymentRequestState
    from .payment_request_type import PaymentRequestType as PaymentRequestType
    from .payment_requests_add_request import PaymentRequestsAddRequest as PaymentRequestsAddRequest
    from .payment_requests_add_result import PaymentRequestsAddResult as PaymentRequestsAddResult
    from .payment_requests_cancel_request import (
        PaymentRequestsCancelRequest as PaymentRequestsCancelRequest,
    )
    from .payment_requests_cancel_result import (
        PaymentRequestsCancelResult as PaymentRequestsCancelResult,
    )
    from .payment_requests_get_all_request import (
        PaymentRequestsGetAllRequest as PaymentRequestsGetAllRequest,
    )
    from .payment_requests_get_all_result import (
        PaymentRequestsGetAllResult as PaymentRequestsGetAllResult,
    )
    from .payment_state import PaymentState as PaymentState
    from .payment_type import PaymentType as PaymentType
    from .payments_add_alternative_request import (
        PaymentsAddAlternativeRequest as PaymentsAddAlternativeRequest,
    )
    from .payments_add_alternative_result import (
        PaymentsAddAlternativeResult as PaymentsAddAlternativeResult,
    )
    from .payments_add_credit_card_request import (
        PaymentsAddCreditCardRequest as PaymentsAddCreditCardRequest,
    )
    from .payments_add_credit_card_result import (
        PaymentsAddCreditCardResult as PaymentsAddCreditCardResult,
    )
    from .payments_add_external_request import (
        PaymentsAddExternalRequest as PaymentsAddExternalRequest,
    )
    from .payments_add_external_result import PaymentsAddExternalResult as PaymentsAddExternalResult
    from .payments_get_all_request import PaymentsGetAllRequest as PaymentsGetAllRequest
    from .payments_get_all_result import PaymentsGetAllResult as PaymentsGetAllResult
    from .payments_refund_request import PaymentsRefundRequest as PaymentsRefundRequest
    from .payments_refund_result import PaymentsRefundResult as PaymentsRefundResult
    from .pricing import Pricing as Pricing
    from .promotions import Promotions as Promotions
    from .refund_type import RefundType as RefundType
    from .sepa_direct_debit_data import SepaDirectDebitData as SepaDirectDebitData
    from .service import Service as Service
    from .service_data import ServiceData as ServiceData
    from .service_data_discriminator import ServiceDataDiscriminator as ServiceDataDiscriminator
    from .service_options import ServiceOptions as ServiceOptions
    from .surcharge_configuration import SurchargeConfiguration as SurchargeConfiguration
    from .surcharge_fees import SurchargeFees as SurchargeFees
    from .tax_breakdown import TaxBreakdown as TaxBreakdown
    from .tax_breakdown_item import TaxBreakdownItem as TaxBreakdownItem
    from .tax_value import TaxValue as TaxValue
    from .time_interval import TimeInterval as TimeInterval
else:
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            "AcceptedCurrency": ".accepted_currency",
            "AccountingConfiguration": ".accounting_configuration",
            "AccountingConfigurationOption": ".accounting_configuration_option",
            "AccountingState": ".accounting_state",
            "AccountType": ".account_type",
            "Address": ".address",
            "AlternativePaymentData": ".alternative_payment_data",
            "AlternativePaymentMethod": ".alternative_payment_method",
            "AlternativePaymentMethodData": ".alternative_payment_method_data",
            "AlternativePaymentMethodDataDiscriminator": ".alternative_payment_method_data_discriminator",
            "AlternativePaymentMethodType": ".alternative_payment_method_type",
            "AlternativePaymentNextAction": ".alternative_payment_next_action",
            "Amount": ".amount",
            "AmountParameters": ".amount_parameters",
            "ConfigurationEnterprise": ".configuration_enterprise",
            "ConfigurationGetRequest": ".configuration_get_request",
            "ConfigurationGetResult": ".configuration_get_result",
            "CreditCardParameters": ".credit_card_parameters",
            "CreditCardPaymentCardType": ".credit_card_payment_card_type",
            "CreditCardPaymentData": ".credit_card_payment_data",
            "CreditCardTransaction": ".credit_card_transaction",
            "CurrencyValue": ".currency_value",
            "Enterprise": ".enterprise",
            "EnterprisesGetAllRequest": ".enterprises_get_all_request",
            "EnterprisesGetAllResult": ".enterprises_get_all_result",
            "EnterpriseSubscription": ".enterprise_subscription",
            "ExtendedAmount": ".extended_amount",
            "ExternalPaymentData": ".external_payment_data",
            "ExternalPaymentType": ".external_payment_type",
            "GhostPaymentData": ".ghost_payment_data",
            "IdealData": ".ideal_data",
            "InvoicePaymentData": ".invoice_payment_data",
            "InvoicePaymentType": ".invoice_payment_type",
            "LocalizedText": ".localized_text",
            "NextActionDiscriminator": ".next_action_discriminator",
            "Payment": ".payment",
            "PaymentCardStorage": ".payment_card_storage",
            "PaymentData": ".payment_data",
            "PaymentDataDiscriminator": ".payment_data_discriminator",
            "PaymentKind": ".payment_kind",
            "PaymentOrigin": ".payment_origin",
            "PaymentRequest": ".payment_request",
            "PaymentRequestParameters": ".payment_request_parameters",
            "PaymentRequestReason": ".payment_request_reason",
            "PaymentRequestsAddRequest": ".payment_requests_add_request",
            "PaymentRequestsAddResult": ".payment_requests_add_result",
            "PaymentRequestsCancelRequest": ".payment_requests_cancel_request",
            "PaymentRequestsCancelResult": ".payment_requests_cancel_result",
            "PaymentRequestsGetAllRequest": ".payment_requests_get_all_request",
            "PaymentRequestsGetAllResult": ".payment_requests_get_all_result",
            "PaymentRequestState": ".payment_request_state",
            "PaymentRequestType": ".payment_request_type",
            "PaymentsAddAlternativeRequest": ".payments_add_alternative_request",
            "PaymentsAddAlternativeResult": ".payments_add_alternative_result",
            "PaymentsAddCreditCardRequest": ".payments_add_credit_card_request",
            "PaymentsAddCreditCardResult": ".payments_add_credit_card_result",
            "PaymentsAddExternalRequest": ".payments_add_external_request",
            "PaymentsAddExternalResult": ".payments_add_external_result",
            "PaymentsGetAllRequest": ".payments_get_all_request",
            "PaymentsGetAllResult": ".payments_get_all_result",
            "PaymentsRefundRequest": ".payments_refund_request",
            "PaymentsRefundResult": ".payments_refund_result",
            "PaymentState": ".payment_state",
            "PaymentType": ".payment_type",
            "Pricing": ".pricing",
            "Promotions": ".promotions",
            "RefundType": ".refund_type",
            "SepaDirectDebitData": ".sepa_direct_debit_data",
            "Service": ".service",
            "ServiceData": ".service_data",
            "ServiceDataDiscriminator": ".service_data_discriminator",
            "ServiceOptions": ".service_options",
            "SurchargeConfiguration": ".surcharge_configuration",
            "SurchargeFees": ".surcharge_fees",
            "TaxBreakdown": ".tax_breakdown",
            "TaxBreakdownItem": ".tax_breakdown_item",
            "TaxValue": ".tax_value",
            "TimeInterval": ".time_interval",
        },
    )

__all__ = [
    "AcceptedCurrency",
    "AccountingConfiguration",
    "AccountingConfigurationOption",
    "AccountingState",
    "AccountType",
    "Address",
    "AlternativePaymentData",
    "AlternativePaymentMethod",
    "AlternativePaymentMethodData",
    "AlternativePaymentMethodDataDiscriminator",
    "AlternativePaymentMethodType",
    "AlternativePaymentNextAction",
    "Amount",
    "AmountParameters",
    "ConfigurationEnterprise",
    "ConfigurationGetRequest",
    "ConfigurationGetResult",
    "CreditCardParameters",
    "CreditCardPaymentCardType",
    "CreditCardPaymentData",
    "CreditCardTransaction",
    "CurrencyValue",
    "Enterprise",
    "EnterprisesGetAllRequest",
    "EnterprisesGetAllResult",
    "EnterpriseSubscription",
    "ExtendedAmount",
    "ExternalPaymentData",
    "ExternalPaymentType",
    "GhostPaymentData",
    "IdealData",
    "InvoicePaymentData",
    "InvoicePaymentType",
    "LocalizedText",
    "NextActionDiscriminator",
    "Payment",
    "PaymentCardStorage",
    "PaymentData",
    "PaymentDataDiscriminator",
    "PaymentKind",
    "PaymentOrigin",
    "PaymentRequest",
    "PaymentRequestParameters",
    "PaymentRequestReason",
    "PaymentRequestsAddRequest",
    "PaymentRequestsAddResult",
    "PaymentRequestsCancelRequest",
    "PaymentRequestsCancelResult",
    "PaymentRequestsGetAllRequest",
    "PaymentRequestsGetAllResult",
    "PaymentRequestState",
    "PaymentRequestType",
    "PaymentsAddAlternativeRequest",
    "PaymentsAddAlternativeResult",
    "PaymentsAddCreditCardRequest",
    "PaymentsAddCreditCardResult",
    "PaymentsAddExternalRequest",
    "PaymentsAddExternalResult",
    "PaymentsGetAllRequest",
    "PaymentsGetAllResult",
    "PaymentsRefundRequest",
    "PaymentsRefundResult",
    "PaymentState",
    "PaymentType",
    "Pricing",
    "Promotions",
    "RefundType",
    "SepaDirectDebitData",
    "Service",
    "ServiceData",
    "ServiceDataDiscriminator",
    "ServiceOptions",
    "SurchargeConfiguration",
    "SurchargeFees",
    "TaxBreakdown",
    "TaxBreakdownItem",
    "TaxValue",
    "TimeInterval",
]
