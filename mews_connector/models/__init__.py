"""The objects and enums of the API, each loaded when it is first used."""

from typing import TYPE_CHECKING

from mews_runtime import lazy_exports

if TYPE_CHECKING:
    from .acceptable_payment_method import AcceptablePaymentMethod as AcceptablePaymentMethod
    from .accepted_currency import AcceptedCurrency as AcceptedCurrency
    from .account_type import AccountType as AccountType
    from .accounting_categories_get_all_request import (
        AccountingCategoriesGetAllRequest as AccountingCategoriesGetAllRequest,
    )
    from .accounting_categories_get_all_result import (
        AccountingCategoriesGetAllResult as AccountingCategoriesGetAllResult,
    )
    from .accounting_category import AccountingCategory as AccountingCategory
    from .accounting_category_classification import (
        AccountingCategoryClassification as AccountingCategoryClassification,
    )
    from .accounting_category_parameters import (
        AccountingCategoryParameters as AccountingCategoryParameters,
    )
    from .accounting_category_routed_item_types import (
        AccountingCategoryRoutedItemTypes as AccountingCategoryRoutedItemTypes,
    )
    from .accounting_configuration import AccountingConfiguration as AccountingConfiguration
    from .accounting_configuration_option import (
        AccountingConfigurationOption as AccountingConfigurationOption,
    )
    from .accounting_item import AccountingItem as AccountingItem
    from .accounting_item_extent import AccountingItemExtent as AccountingItemExtent
    from .accounting_item_subtype import AccountingItemSubtype as AccountingItemSubtype
    from .accounting_item_time_filter import AccountingItemTimeFilter as AccountingItemTimeFilter
    from .accounting_item_type import AccountingItemType as AccountingItemType
    from .accounting_item_update import AccountingItemUpdate as AccountingItemUpdate
    from .accounting_items_get_all_request import (
        AccountingItemsGetAllRequest as AccountingItemsGetAllRequest,
    )
    from .accounting_items_get_all_result import (
        AccountingItemsGetAllResult as AccountingItemsGetAllResult,
    )
    from .accounting_items_update_request import (
        AccountingItemsUpdateRequest as AccountingItemsUpdateRequest,
    )
    from .accounting_items_update_result import (
        AccountingItemsUpdateResult as AccountingItemsUpdateResult,
    )
    from .accounting_order_item import AccountingOrderItem as AccountingOrderItem
    from .accounting_order_item_data import AccountingOrderItemData as AccountingOrderItemData
    from .accounting_order_item_data_discriminator import (
        AccountingOrderItemDataDiscriminator as AccountingOrderItemDataDiscriminator,
    )
    from .accounting_state import AccountingState as AccountingState
    from .activity_state import ActivityState as ActivityState
    from .additional_service_data import AdditionalServiceData as AdditionalServiceData
    from .address import Address as Address
    from .address_parameters import AddressParameters as AddressParameters
    from .allowance_discount_data import AllowanceDiscountData as AllowanceDiscountData
    from .allowance_profit_type import AllowanceProfitType as AllowanceProfitType
    from .allowance_profits_data import AllowanceProfitsData as AllowanceProfitsData
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
    from .associated_account_bill_data import AssociatedAccountBillData as AssociatedAccountBillData
    from .associated_account_ids_update_parameters import (
        AssociatedAccountIdsUpdateParameters as AssociatedAccountIdsUpdateParameters,
    )
    from .available_payment_plan_payment_method import (
        AvailablePaymentPlanPaymentMethod as AvailablePaymentPlanPaymentMethod,
    )
    from .bill import Bill as Bill
    from .bill_address import BillAddress as BillAddress
    from .bill_assignee_data import BillAssigneeData as BillAssigneeData
    from .bill_associated_account_data_discriminator import (
        BillAssociatedAccountDataDiscriminator as BillAssociatedAccountDataDiscriminator,
    )
    from .bill_close_account_parameters import (
        BillCloseAccountParameters as BillCloseAccountParameters,
    )
    from .bill_company_data import BillCompanyData as BillCompanyData
    from .bill_correction_state import BillCorrectionState as BillCorrectionState
    from .bill_correction_type import BillCorrectionType as BillCorrectionType
    from .bill_customer_data import BillCustomerData as BillCustomerData
    from .bill_enterprise_data import BillEnterpriseData as BillEnterpriseData
    from .bill_extent import BillExtent as BillExtent
    from .bill_options import BillOptions as BillOptions
    from .bill_options_parameters import BillOptionsParameters as BillOptionsParameters
    from .bill_owner_data import BillOwnerData as BillOwnerData
    from .bill_parameters import BillParameters as BillParameters
    from .bill_pdf_file import BillPdfFile as BillPdfFile
    from .bill_pdf_result import BillPdfResult as BillPdfResult
    from .bill_pdf_result_discriminator import (
        BillPdfResultDiscriminator as BillPdfResultDiscriminator,
    )
    from .bill_pdf_template_type import BillPdfTemplateType as BillPdfTemplateType
    from .bill_print_event import BillPrintEvent as BillPrintEvent
    from .bill_state import BillState as BillState
    from .bill_time_filter import BillTimeFilter as BillTimeFilter
    from .bill_type import BillType as BillType
    from .bill_update_parameters import BillUpdateParameters as BillUpdateParameters
    from .billing_automation import BillingAutomation as BillingAutomation
    from .billing_automation_accounting_category_assignment import (
        BillingAutomationAccountingCategoryAssignment as BillingAutomationAccountingCategoryAssignment,
    )
    from .billing_automation_accounting_category_assignment_array_update_value import (
        BillingAutomationAccountingCategoryAssignmentArrayUpdateValue as BillingAutomationAccountingCategoryAssignmentArrayUpdateValue,
    )
    from .billing_automation_add_parameters import (
        BillingAutomationAddParameters as BillingAutomationAddParameters,
    )
    from .billing_automation_assignment import (
        BillingAutomationAssignment as BillingAutomationAssignment,
    )
    from .billing_automation_assignment_add_parameters import (
        BillingAutomationAssignmentAddParameters as BillingAutomationAssignmentAddParameters,
    )
    from .billing_automation_assignment_target_type import (
        BillingAutomationAssignmentTargetType as BillingAutomationAssignmentTargetType,
    )
    from .billing_automation_assignment_target_type_update_value import (
        BillingAutomationAssignmentTargetTypeUpdateValue as BillingAutomationAssignmentTargetTypeUpdateValue,
    )
    from .billing_automation_assignment_update_parameters import (
        BillingAutomationAssignmentUpdateParameters as BillingAutomationAssignmentUpdateParameters,
    )
    from .billing_automation_bill_aggregation_type import (
        BillingAutomationBillAggregationType as BillingAutomationBillAggregationType,
    )
    from .billing_automation_bill_aggregation_type_update_value import (
        BillingAutomationBillAggregationTypeUpdateValue as BillingAutomationBillAggregationTypeUpdateValue,
    )
    from .billing_automation_description_update_value import (
        BillingAutomationDescriptionUpdateValue as BillingAutomationDescriptionUpdateValue,
    )
    from .billing_automation_item_types_parameters import (
        BillingAutomationItemTypesParameters as BillingAutomationItemTypesParameters,
    )
    from .billing_automation_item_types_update_parameters import (
        BillingAutomationItemTypesUpdateParameters as BillingAutomationItemTypesUpdateParameters,
    )
    from .billing_automation_name_update_value import (
        BillingAutomationNameUpdateValue as BillingAutomationNameUpdateValue,
    )
    from .billing_automation_order_item_consumption_period_type import (
        BillingAutomationOrderItemConsumptionPeriodType as BillingAutomationOrderItemConsumptionPeriodType,
    )
    from .billing_automation_order_item_consumption_period_type_update_value import (
        BillingAutomationOrderItemConsumptionPeriodTypeUpdateValue as BillingAutomationOrderItemConsumptionPeriodTypeUpdateValue,
    )
    from .billing_automation_payment_plan_payment_request import (
        BillingAutomationPaymentPlanPaymentRequest as BillingAutomationPaymentPlanPaymentRequest,
    )
    from .billing_automation_payment_plans_add_request import (
        BillingAutomationPaymentPlansAddRequest as BillingAutomationPaymentPlansAddRequest,
    )
    from .billing_automation_payment_plans_add_result import (
        BillingAutomationPaymentPlansAddResult as BillingAutomationPaymentPlansAddResult,
    )
    from .billing_automation_prepayment_type import (
        BillingAutomationPrepaymentType as BillingAutomationPrepaymentType,
    )
    from .billing_automation_prepayment_update_value import (
        BillingAutomationPrepaymentUpdateValue as BillingAutomationPrepaymentUpdateValue,
    )
    from .billing_automation_processing_start_offset_update_value import (
        BillingAutomationProcessingStartOffsetUpdateValue as BillingAutomationProcessingStartOffsetUpdateValue,
    )
    from .billing_automation_trigger_type import (
        BillingAutomationTriggerType as BillingAutomationTriggerType,
    )
    from .billing_automation_update_parameters import (
        BillingAutomationUpdateParameters as BillingAutomationUpdateParameters,
    )
    from .billing_automations_add_request import (
        BillingAutomationsAddRequest as BillingAutomationsAddRequest,
    )
    from .billing_automations_add_result import (
        BillingAutomationsAddResult as BillingAutomationsAddResult,
    )
    from .billing_automations_delete_request import (
        BillingAutomationsDeleteRequest as BillingAutomationsDeleteRequest,
    )
    from .billing_automations_delete_result import (
        BillingAutomationsDeleteResult as BillingAutomationsDeleteResult,
    )
    from .billing_automations_get_all_request import (
        BillingAutomationsGetAllRequest as BillingAutomationsGetAllRequest,
    )
    from .billing_automations_get_all_result import (
        BillingAutomationsGetAllResult as BillingAutomationsGetAllResult,
    )
    from .billing_automations_update_assignments_request import (
        BillingAutomationsUpdateAssignmentsRequest as BillingAutomationsUpdateAssignmentsRequest,
    )
    from .billing_automations_update_assignments_result import (
        BillingAutomationsUpdateAssignmentsResult as BillingAutomationsUpdateAssignmentsResult,
    )
    from .billing_automations_update_request import (
        BillingAutomationsUpdateRequest as BillingAutomationsUpdateRequest,
    )
    from .billing_automations_update_result import (
        BillingAutomationsUpdateResult as BillingAutomationsUpdateResult,
    )
    from .bills_add_request import BillsAddRequest as BillsAddRequest
    from .bills_add_result import BillsAddResult as BillsAddResult
    from .bills_close_request import BillsCloseRequest as BillsCloseRequest
    from .bills_close_result import BillsCloseResult as BillsCloseResult
    from .bills_delete_request import BillsDeleteRequest as BillsDeleteRequest
    from .bills_delete_result import BillsDeleteResult as BillsDeleteResult
    from .bills_get_all_request import BillsGetAllRequest as BillsGetAllRequest
    from .bills_get_all_result import BillsGetAllResult as BillsGetAllResult
    from .bills_get_pdf_request import BillsGetPdfRequest as BillsGetPdfRequest
    from .bills_get_pdf_result import BillsGetPdfResult as BillsGetPdfResult
    from .bills_update_request import BillsUpdateRequest as BillsUpdateRequest
    from .bills_update_result import BillsUpdateResult as BillsUpdateResult
    from .bookable_service_data import BookableServiceData as BookableServiceData
    from .boolean_update_value import BooleanUpdateValue as BooleanUpdateValue
    from .cashier import Cashier as Cashier
    from .cashier_transaction import CashierTransaction as CashierTransaction
    from .cashier_transaction_type import CashierTransactionType as CashierTransactionType
    from .cashier_transactions_get_all_request import (
        CashierTransactionsGetAllRequest as CashierTransactionsGetAllRequest,
    )
    from .cashier_transactions_get_all_result import (
        CashierTransactionsGetAllResult as CashierTransactionsGetAllResult,
    )
    from .cashiers_get_all_request import CashiersGetAllRequest as CashiersGetAllRequest
    from .cashiers_get_all_result import CashiersGetAllResult as CashiersGetAllResult
    from .company_with_billing_automation_relation import (
        CompanyWithBillingAutomationRelation as CompanyWithBillingAutomationRelation,
    )
    from .company_with_billing_automation_relation_array_update_value import (
        CompanyWithBillingAutomationRelationArrayUpdateValue as CompanyWithBillingAutomationRelationArrayUpdateValue,
    )
    from .company_with_relations_parameters import (
        CompanyWithRelationsParameters as CompanyWithRelationsParameters,
    )
    from .configuration_enterprise import ConfigurationEnterprise as ConfigurationEnterprise
    from .configuration_get_request import ConfigurationGetRequest as ConfigurationGetRequest
    from .configuration_get_result import ConfigurationGetResult as ConfigurationGetResult
    from .cost_parameters import CostParameters as CostParameters
    from .counter import Counter as Counter
    from .counter_type import CounterType as CounterType
    from .counters_get_all_request import CountersGetAllRequest as CountersGetAllRequest
    from .counters_get_all_result import CountersGetAllResult as CountersGetAllResult
    from .credit_card import CreditCard as CreditCard
    from .credit_card_data import CreditCardData as CreditCardData
    from .credit_card_format import CreditCardFormat as CreditCardFormat
    from .credit_card_kind import CreditCardKind as CreditCardKind
    from .credit_card_parameters import CreditCardParameters as CreditCardParameters
    from .credit_card_payment_card_type import (
        CreditCardPaymentCardType as CreditCardPaymentCardType,
    )
    from .credit_card_payment_data import CreditCardPaymentData as CreditCardPaymentData
    from .credit_card_payment_item_data import (
        CreditCardPaymentItemData as CreditCardPaymentItemData,
    )
    from .credit_card_state import CreditCardState as CreditCardState
    from .credit_card_transaction import CreditCardTransaction as CreditCardTransaction
    from .credit_card_type import CreditCardType as CreditCardType
    from .credit_cards_add_tokenized_request import (
        CreditCardsAddTokenizedRequest as CreditCardsAddTokenizedRequest,
    )
    from .credit_cards_add_tokenized_result import (
        CreditCardsAddTokenizedResult as CreditCardsAddTokenizedResult,
    )
    from .credit_cards_charge_request import CreditCardsChargeRequest as CreditCardsChargeRequest
    from .credit_cards_charge_result import CreditCardsChargeResult as CreditCardsChargeResult
    from .credit_cards_disable_request import CreditCardsDisableRequest as CreditCardsDisableRequest
    from .credit_cards_disable_result import CreditCardsDisableResult as CreditCardsDisableResult
    from .credit_cards_get_all_by_customers_request import (
        CreditCardsGetAllByCustomersRequest as CreditCardsGetAllByCustomersRequest,
    )
    from .credit_cards_get_all_by_customers_result import (
        CreditCardsGetAllByCustomersResult as CreditCardsGetAllByCustomersResult,
    )
    from .credit_cards_get_all_by_ids_request import (
        CreditCardsGetAllByIdsRequest as CreditCardsGetAllByIdsRequest,
    )
    from .credit_cards_get_all_by_ids_result import (
        CreditCardsGetAllByIdsResult as CreditCardsGetAllByIdsResult,
    )
    from .credit_cards_get_all_request import CreditCardsGetAllRequest as CreditCardsGetAllRequest
    from .credit_cards_get_all_result import CreditCardsGetAllResult as CreditCardsGetAllResult
    from .currencies_get_all_request import CurrenciesGetAllRequest as CurrenciesGetAllRequest
    from .currencies_get_all_result import CurrenciesGetAllResult as CurrenciesGetAllResult
    from .currency import Currency as Currency
    from .currency_value import CurrencyValue as CurrencyValue
    from .date_interval import DateInterval as DateInterval
    from .dependent_tax_rate_strategy_data import (
        DependentTaxRateStrategyData as DependentTaxRateStrategyData,
    )
    from .enterprise import Enterprise as Enterprise
    from .enterprise_subscription import EnterpriseSubscription as EnterpriseSubscription
    from .enterprises_get_all_request import EnterprisesGetAllRequest as EnterprisesGetAllRequest
    from .enterprises_get_all_result import EnterprisesGetAllResult as EnterprisesGetAllResult
    from .exchange_rate import ExchangeRate as ExchangeRate
    from .exchange_rates_get_all_request import (
        ExchangeRatesGetAllRequest as ExchangeRatesGetAllRequest,
    )
    from .exchange_rates_get_all_result import (
        ExchangeRatesGetAllResult as ExchangeRatesGetAllResult,
    )
    from .extended_amount import ExtendedAmount as ExtendedAmount
    from .external_payment_data import ExternalPaymentData as ExternalPaymentData
    from .external_payment_type import ExternalPaymentType as ExternalPaymentType
    from .flat_tax_rate_strategy_data import FlatTaxRateStrategyData as FlatTaxRateStrategyData
    from .ghost_payment_data import GhostPaymentData as GhostPaymentData
    from .id_update_value import IdUpdateValue as IdUpdateValue
    from .ideal_data import IdealData as IdealData
    from .ids_update_value import IdsUpdateValue as IdsUpdateValue
    from .invoice_payment_data import InvoicePaymentData as InvoicePaymentData
    from .invoice_payment_item_data import InvoicePaymentItemData as InvoicePaymentItemData
    from .invoice_payment_type import InvoicePaymentType as InvoicePaymentType
    from .ledger_balance import LedgerBalance as LedgerBalance
    from .ledger_balances_get_all_request import (
        LedgerBalancesGetAllRequest as LedgerBalancesGetAllRequest,
    )
    from .ledger_balances_get_all_result import (
        LedgerBalancesGetAllResult as LedgerBalancesGetAllResult,
    )
    from .ledger_type import LedgerType as LedgerType
    from .legal_identifiers import LegalIdentifiers as LegalIdentifiers
    from .localized_text import LocalizedText as LocalizedText
    from .next_action_discriminator import NextActionDiscriminator as NextActionDiscriminator
    from .older_currency_value import OlderCurrencyValue as OlderCurrencyValue
    from .order_item import OrderItem as OrderItem
    from .order_item_data import OrderItemData as OrderItemData
    from .order_item_data_discriminator import (
        OrderItemDataDiscriminator as OrderItemDataDiscriminator,
    )
    from .order_item_options import OrderItemOptions as OrderItemOptions
    from .order_item_type import OrderItemType as OrderItemType
    from .order_items_cancel_request import OrderItemsCancelRequest as OrderItemsCancelRequest
    from .order_items_cancel_result import OrderItemsCancelResult as OrderItemsCancelResult
    from .order_items_get_all_request import OrderItemsGetAllRequest as OrderItemsGetAllRequest
    from .order_items_get_all_result import OrderItemsGetAllResult as OrderItemsGetAllResult
    from .outlet import Outlet as Outlet
    from .outlet_amount_parameters import OutletAmountParameters as OutletAmountParameters
    from .outlet_bill import OutletBill as OutletBill
    from .outlet_bill_parameters import OutletBillParameters as OutletBillParameters
    from .outlet_bills_add_request import OutletBillsAddRequest as OutletBillsAddRequest
    from .outlet_bills_add_result import OutletBillsAddResult as OutletBillsAddResult
    from .outlet_item import OutletItem as OutletItem
    from .outlet_item_parameters import OutletItemParameters as OutletItemParameters
    from .outlet_item_time_filter import OutletItemTimeFilter as OutletItemTimeFilter
    from .outlet_item_type import OutletItemType as OutletItemType
    from .outlet_items_get_all_request import OutletItemsGetAllRequest as OutletItemsGetAllRequest
    from .outlet_items_get_all_result import OutletItemsGetAllResult as OutletItemsGetAllResult
    from .outlets_get_all_request import OutletsGetAllRequest as OutletsGetAllRequest
    from .outlets_get_all_result import OutletsGetAllResult as OutletsGetAllResult
    from .payment import Payment as Payment
    from .payment_card_storage import PaymentCardStorage as PaymentCardStorage
    from .payment_data import PaymentData as PaymentData
    from .payment_data_discriminator import PaymentDataDiscriminator as PaymentDataDiscriminator
    from .payment_item import PaymentItem as PaymentItem
    from .payment_item_data import PaymentItemData as PaymentItemData
    from .payment_item_data_discriminator import (
        PaymentItemDataDiscriminator as PaymentItemDataDiscriminator,
    )
    from .payment_kind import PaymentKind as PaymentKind
    from .payment_method_requests_add_request import (
        PaymentMethodRequestsAddRequest as PaymentMethodRequestsAddRequest,
    )
    from .payment_method_requests_add_result import (
        PaymentMethodRequestsAddResult as PaymentMethodRequestsAddResult,
    )
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
    from .preauthorization import Preauthorization as Preauthorization
    from .preauthorization_state import PreauthorizationState as PreauthorizationState
    from .preauthorizations_get_all_by_customers_request import (
        PreauthorizationsGetAllByCustomersRequest as PreauthorizationsGetAllByCustomersRequest,
    )
    from .preauthorizations_get_all_by_customers_result import (
        PreauthorizationsGetAllByCustomersResult as PreauthorizationsGetAllByCustomersResult,
    )
    from .pricing import Pricing as Pricing
    from .product_data import ProductData as ProductData
    from .product_order_item_data import ProductOrderItemData as ProductOrderItemData
    from .product_type import ProductType as ProductType
    from .promotions import Promotions as Promotions
    from .rebate_data import RebateData as RebateData
    from .rebate_order_item_data import RebateOrderItemData as RebateOrderItemData
    from .refund_type import RefundType as RefundType
    from .relative_tax_rate_strategy_data import (
        RelativeTaxRateStrategyData as RelativeTaxRateStrategyData,
    )
    from .revenue_type import RevenueType as RevenueType
    from .sepa_direct_debit_data import SepaDirectDebitData as SepaDirectDebitData
    from .service import Service as Service
    from .service_data import ServiceData as ServiceData
    from .service_data_discriminator import ServiceDataDiscriminator as ServiceDataDiscriminator
    from .service_options import ServiceOptions as ServiceOptions
    from .string_update_value import StringUpdateValue as StringUpdateValue
    from .supported_email_type import SupportedEmailType as SupportedEmailType
    from .surcharge_configuration import SurchargeConfiguration as SurchargeConfiguration
    from .surcharge_fees import SurchargeFees as SurchargeFees
    from .tax_breakdown import TaxBreakdown as TaxBreakdown
    from .tax_breakdown_item import TaxBreakdownItem as TaxBreakdownItem
    from .tax_environment import TaxEnvironment as TaxEnvironment
    from .tax_environment_taxation import TaxEnvironmentTaxation as TaxEnvironmentTaxation
    from .tax_environments_get_all_request import (
        TaxEnvironmentsGetAllRequest as TaxEnvironmentsGetAllRequest,
    )
    from .tax_environments_get_all_result import (
        TaxEnvironmentsGetAllResult as TaxEnvironmentsGetAllResult,
    )
    from .tax_exemption_reason_type import TaxExemptionReasonType as TaxExemptionReasonType
    from .tax_rate import TaxRate as TaxRate
    from .tax_rate_strategy import TaxRateStrategy as TaxRateStrategy
    from .tax_rate_strategy_discriminator import (
        TaxRateStrategyDiscriminator as TaxRateStrategyDiscriminator,
    )
    from .tax_value import TaxValue as TaxValue
    from .taxation import Taxation as Taxation
    from .taxations_get_all_request import TaxationsGetAllRequest as TaxationsGetAllRequest
    from .taxations_get_all_result import TaxationsGetAllResult as TaxationsGetAllResult
    from .time_interval import TimeInterval as TimeInterval
    from .time_unit_period import TimeUnitPeriod as TimeUnitPeriod
    from .title import Title as Title
    from .validity_interval import ValidityInterval as ValidityInterval
else:
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            "AcceptablePaymentMethod": ".acceptable_payment_method",
            "AcceptedCurrency": ".accepted_currency",
            "AccountingCategoriesGetAllRequest": ".accounting_categories_get_all_request",
            "AccountingCategoriesGetAllResult": ".accounting_categories_get_all_result",
            "AccountingCategory": ".accounting_category",
            "AccountingCategoryClassification": ".accounting_category_classification",
            "AccountingCategoryParameters": ".accounting_category_parameters",
            "AccountingCategoryRoutedItemTypes": ".accounting_category_routed_item_types",
            "AccountingConfiguration": ".accounting_configuration",
            "AccountingConfigurationOption": ".accounting_configuration_option",
            "AccountingItem": ".accounting_item",
            "AccountingItemExtent": ".accounting_item_extent",
            "AccountingItemsGetAllRequest": ".accounting_items_get_all_request",
            "AccountingItemsGetAllResult": ".accounting_items_get_all_result",
            "AccountingItemSubtype": ".accounting_item_subtype",
            "AccountingItemsUpdateRequest": ".accounting_items_update_request",
            "AccountingItemsUpdateResult": ".accounting_items_update_result",
            "AccountingItemTimeFilter": ".accounting_item_time_filter",
            "AccountingItemType": ".accounting_item_type",
            "AccountingItemUpdate": ".accounting_item_update",
            "AccountingOrderItem": ".accounting_order_item",
            "AccountingOrderItemData": ".accounting_order_item_data",
            "AccountingOrderItemDataDiscriminator": ".accounting_order_item_data_discriminator",
            "AccountingState": ".accounting_state",
            "AccountType": ".account_type",
            "ActivityState": ".activity_state",
            "AdditionalServiceData": ".additional_service_data",
            "Address": ".address",
            "AddressParameters": ".address_parameters",
            "AllowanceDiscountData": ".allowance_discount_data",
            "AllowanceProfitsData": ".allowance_profits_data",
            "AllowanceProfitType": ".allowance_profit_type",
            "AlternativePaymentData": ".alternative_payment_data",
            "AlternativePaymentMethod": ".alternative_payment_method",
            "AlternativePaymentMethodData": ".alternative_payment_method_data",
            "AlternativePaymentMethodDataDiscriminator": ".alternative_payment_method_data_discriminator",
            "AlternativePaymentMethodType": ".alternative_payment_method_type",
            "AlternativePaymentNextAction": ".alternative_payment_next_action",
            "Amount": ".amount",
            "AmountParameters": ".amount_parameters",
            "AssociatedAccountBillData": ".associated_account_bill_data",
            "AssociatedAccountIdsUpdateParameters": ".associated_account_ids_update_parameters",
            "AvailablePaymentPlanPaymentMethod": ".available_payment_plan_payment_method",
            "Bill": ".bill",
            "BillAddress": ".bill_address",
            "BillAssigneeData": ".bill_assignee_data",
            "BillAssociatedAccountDataDiscriminator": ".bill_associated_account_data_discriminator",
            "BillCloseAccountParameters": ".bill_close_account_parameters",
            "BillCompanyData": ".bill_company_data",
            "BillCorrectionState": ".bill_correction_state",
            "BillCorrectionType": ".bill_correction_type",
            "BillCustomerData": ".bill_customer_data",
            "BillEnterpriseData": ".bill_enterprise_data",
            "BillExtent": ".bill_extent",
            "BillingAutomation": ".billing_automation",
            "BillingAutomationAccountingCategoryAssignment": ".billing_automation_accounting_category_assignment",
            "BillingAutomationAccountingCategoryAssignmentArrayUpdateValue": ".billing_automation_accounting_category_assignment_array_update_value",
            "BillingAutomationAddParameters": ".billing_automation_add_parameters",
            "BillingAutomationAssignment": ".billing_automation_assignment",
            "BillingAutomationAssignmentAddParameters": ".billing_automation_assignment_add_parameters",
            "BillingAutomationAssignmentTargetType": ".billing_automation_assignment_target_type",
            "BillingAutomationAssignmentTargetTypeUpdateValue": ".billing_automation_assignment_target_type_update_value",
            "BillingAutomationAssignmentUpdateParameters": ".billing_automation_assignment_update_parameters",
            "BillingAutomationBillAggregationType": ".billing_automation_bill_aggregation_type",
            "BillingAutomationBillAggregationTypeUpdateValue": ".billing_automation_bill_aggregation_type_update_value",
            "BillingAutomationDescriptionUpdateValue": ".billing_automation_description_update_value",
            "BillingAutomationItemTypesParameters": ".billing_automation_item_types_parameters",
            "BillingAutomationItemTypesUpdateParameters": ".billing_automation_item_types_update_parameters",
            "BillingAutomationNameUpdateValue": ".billing_automation_name_update_value",
            "BillingAutomationOrderItemConsumptionPeriodType": ".billing_automation_order_item_consumption_period_type",
            "BillingAutomationOrderItemConsumptionPeriodTypeUpdateValue": ".billing_automation_order_item_consumption_period_type_update_value",
            "BillingAutomationPaymentPlanPaymentRequest": ".billing_automation_payment_plan_payment_request",
            "BillingAutomationPaymentPlansAddRequest": ".billing_automation_payment_plans_add_request",
            "BillingAutomationPaymentPlansAddResult": ".billing_automation_payment_plans_add_result",
            "BillingAutomationPrepaymentType": ".billing_automation_prepayment_type",
            "BillingAutomationPrepaymentUpdateValue": ".billing_automation_prepayment_update_value",
            "BillingAutomationProcessingStartOffsetUpdateValue": ".billing_automation_processing_start_offset_update_value",
            "BillingAutomationsAddRequest": ".billing_automations_add_request",
            "BillingAutomationsAddResult": ".billing_automations_add_result",
            "BillingAutomationsDeleteRequest": ".billing_automations_delete_request",
            "BillingAutomationsDeleteResult": ".billing_automations_delete_result",
            "BillingAutomationsGetAllRequest": ".billing_automations_get_all_request",
            "BillingAutomationsGetAllResult": ".billing_automations_get_all_result",
            "BillingAutomationsUpdateAssignmentsRequest": ".billing_automations_update_assignments_request",
            "BillingAutomationsUpdateAssignmentsResult": ".billing_automations_update_assignments_result",
            "BillingAutomationsUpdateRequest": ".billing_automations_update_request",
            "BillingAutomationsUpdateResult": ".billing_automations_update_result",
            "BillingAutomationTriggerType": ".billing_automation_trigger_type",
            "BillingAutomationUpdateParameters": ".billing_automation_update_parameters",
            "BillOptions": ".bill_options",
            "BillOptionsParameters": ".bill_options_parameters",
            "BillOwnerData": ".bill_owner_data",
            "BillParameters": ".bill_parameters",
            "BillPdfFile": ".bill_pdf_file",
            "BillPdfResult": ".bill_pdf_result",
            "BillPdfResultDiscriminator": ".bill_pdf_result_discriminator",
            "BillPdfTemplateType": ".bill_pdf_template_type",
            "BillPrintEvent": ".bill_print_event",
            "BillsAddRequest": ".bills_add_request",
            "BillsAddResult": ".bills_add_result",
            "BillsCloseRequest": ".bills_close_request",
            "BillsCloseResult": ".bills_close_result",
            "BillsDeleteRequest": ".bills_delete_request",
            "BillsDeleteResult": ".bills_delete_result",
            "BillsGetAllRequest": ".bills_get_all_request",
            "BillsGetAllResult": ".bills_get_all_result",
            "BillsGetPdfRequest": ".bills_get_pdf_request",
            "BillsGetPdfResult": ".bills_get_pdf_result",
            "BillState": ".bill_state",
            "BillsUpdateRequest": ".bills_update_request",
            "BillsUpdateResult": ".bills_update_result",
            "BillTimeFilter": ".bill_time_filter",
            "BillType": ".bill_type",
            "BillUpdateParameters": ".bill_update_parameters",
            "BookableServiceData": ".bookable_service_data",
            "BooleanUpdateValue": ".boolean_update_value",
            "Cashier": ".cashier",
            "CashiersGetAllRequest": ".cashiers_get_all_request",
            "CashiersGetAllResult": ".cashiers_get_all_result",
            "CashierTransaction": ".cashier_transaction",
            "CashierTransactionsGetAllRequest": ".cashier_transactions_get_all_request",
            "CashierTransactionsGetAllResult": ".cashier_transactions_get_all_result",
            "CashierTransactionType": ".cashier_transaction_type",
            "CompanyWithBillingAutomationRelation": ".company_with_billing_automation_relation",
            "CompanyWithBillingAutomationRelationArrayUpdateValue": ".company_with_billing_automation_relation_array_update_value",
            "CompanyWithRelationsParameters": ".company_with_relations_parameters",
            "ConfigurationEnterprise": ".configuration_enterprise",
            "ConfigurationGetRequest": ".configuration_get_request",
            "ConfigurationGetResult": ".configuration_get_result",
            "CostParameters": ".cost_parameters",
            "Counter": ".counter",
            "CountersGetAllRequest": ".counters_get_all_request",
            "CountersGetAllResult": ".counters_get_all_result",
            "CounterType": ".counter_type",
            "CreditCard": ".credit_card",
            "CreditCardData": ".credit_card_data",
            "CreditCardFormat": ".credit_card_format",
            "CreditCardKind": ".credit_card_kind",
            "CreditCardParameters": ".credit_card_parameters",
            "CreditCardPaymentCardType": ".credit_card_payment_card_type",
            "CreditCardPaymentData": ".credit_card_payment_data",
            "CreditCardPaymentItemData": ".credit_card_payment_item_data",
            "CreditCardsAddTokenizedRequest": ".credit_cards_add_tokenized_request",
            "CreditCardsAddTokenizedResult": ".credit_cards_add_tokenized_result",
            "CreditCardsChargeRequest": ".credit_cards_charge_request",
            "CreditCardsChargeResult": ".credit_cards_charge_result",
            "CreditCardsDisableRequest": ".credit_cards_disable_request",
            "CreditCardsDisableResult": ".credit_cards_disable_result",
            "CreditCardsGetAllByCustomersRequest": ".credit_cards_get_all_by_customers_request",
            "CreditCardsGetAllByCustomersResult": ".credit_cards_get_all_by_customers_result",
            "CreditCardsGetAllByIdsRequest": ".credit_cards_get_all_by_ids_request",
            "CreditCardsGetAllByIdsResult": ".credit_cards_get_all_by_ids_result",
            "CreditCardsGetAllRequest": ".credit_cards_get_all_request",
            "CreditCardsGetAllResult": ".credit_cards_get_all_result",
            "CreditCardState": ".credit_card_state",
            "CreditCardTransaction": ".credit_card_transaction",
            "CreditCardType": ".credit_card_type",
            "CurrenciesGetAllRequest": ".currencies_get_all_request",
            "CurrenciesGetAllResult": ".currencies_get_all_result",
            "Currency": ".currency",
            "CurrencyValue": ".currency_value",
            "DateInterval": ".date_interval",
            "DependentTaxRateStrategyData": ".dependent_tax_rate_strategy_data",
            "Enterprise": ".enterprise",
            "EnterprisesGetAllRequest": ".enterprises_get_all_request",
            "EnterprisesGetAllResult": ".enterprises_get_all_result",
            "EnterpriseSubscription": ".enterprise_subscription",
            "ExchangeRate": ".exchange_rate",
            "ExchangeRatesGetAllRequest": ".exchange_rates_get_all_request",
            "ExchangeRatesGetAllResult": ".exchange_rates_get_all_result",
            "ExtendedAmount": ".extended_amount",
            "ExternalPaymentData": ".external_payment_data",
            "ExternalPaymentType": ".external_payment_type",
            "FlatTaxRateStrategyData": ".flat_tax_rate_strategy_data",
            "GhostPaymentData": ".ghost_payment_data",
            "IdealData": ".ideal_data",
            "IdsUpdateValue": ".ids_update_value",
            "IdUpdateValue": ".id_update_value",
            "InvoicePaymentData": ".invoice_payment_data",
            "InvoicePaymentItemData": ".invoice_payment_item_data",
            "InvoicePaymentType": ".invoice_payment_type",
            "LedgerBalance": ".ledger_balance",
            "LedgerBalancesGetAllRequest": ".ledger_balances_get_all_request",
            "LedgerBalancesGetAllResult": ".ledger_balances_get_all_result",
            "LedgerType": ".ledger_type",
            "LegalIdentifiers": ".legal_identifiers",
            "LocalizedText": ".localized_text",
            "NextActionDiscriminator": ".next_action_discriminator",
            "OlderCurrencyValue": ".older_currency_value",
            "OrderItem": ".order_item",
            "OrderItemData": ".order_item_data",
            "OrderItemDataDiscriminator": ".order_item_data_discriminator",
            "OrderItemOptions": ".order_item_options",
            "OrderItemsCancelRequest": ".order_items_cancel_request",
            "OrderItemsCancelResult": ".order_items_cancel_result",
            "OrderItemsGetAllRequest": ".order_items_get_all_request",
            "OrderItemsGetAllResult": ".order_items_get_all_result",
            "OrderItemType": ".order_item_type",
            "Outlet": ".outlet",
            "OutletAmountParameters": ".outlet_amount_parameters",
            "OutletBill": ".outlet_bill",
            "OutletBillParameters": ".outlet_bill_parameters",
            "OutletBillsAddRequest": ".outlet_bills_add_request",
            "OutletBillsAddResult": ".outlet_bills_add_result",
            "OutletItem": ".outlet_item",
            "OutletItemParameters": ".outlet_item_parameters",
            "OutletItemsGetAllRequest": ".outlet_items_get_all_request",
            "OutletItemsGetAllResult": ".outlet_items_get_all_result",
            "OutletItemTimeFilter": ".outlet_item_time_filter",
            "OutletItemType": ".outlet_item_type",
            "OutletsGetAllRequest": ".outlets_get_all_request",
            "OutletsGetAllResult": ".outlets_get_all_result",
            "Payment": ".payment",
            "PaymentCardStorage": ".payment_card_storage",
            "PaymentData": ".payment_data",
            "PaymentDataDiscriminator": ".payment_data_discriminator",
            "PaymentItem": ".payment_item",
            "PaymentItemData": ".payment_item_data",
            "PaymentItemDataDiscriminator": ".payment_item_data_discriminator",
            "PaymentKind": ".payment_kind",
            "PaymentMethodRequestsAddRequest": ".payment_method_requests_add_request",
            "PaymentMethodRequestsAddResult": ".payment_method_requests_add_result",
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
            "Preauthorization": ".preauthorization",
            "PreauthorizationsGetAllByCustomersRequest": ".preauthorizations_get_all_by_customers_request",
            "PreauthorizationsGetAllByCustomersResult": ".preauthorizations_get_all_by_customers_result",
            "PreauthorizationState": ".preauthorization_state",
            "Pricing": ".pricing",
            "ProductData": ".product_data",
            "ProductOrderItemData": ".product_order_item_data",
            "ProductType": ".product_type",
            "Promotions": ".promotions",
            "RebateData": ".rebate_data",
            "RebateOrderItemData": ".rebate_order_item_data",
            "RefundType": ".refund_type",
            "RelativeTaxRateStrategyData": ".relative_tax_rate_strategy_data",
            "RevenueType": ".revenue_type",
            "SepaDirectDebitData": ".sepa_direct_debit_data",
            "Service": ".service",
            "ServiceData": ".service_data",
            "ServiceDataDiscriminator": ".service_data_discriminator",
            "ServiceOptions": ".service_options",
            "StringUpdateValue": ".string_update_value",
            "SupportedEmailType": ".supported_email_type",
            "SurchargeConfiguration": ".surcharge_configuration",
            "SurchargeFees": ".surcharge_fees",
            "Taxation": ".taxation",
            "TaxationsGetAllRequest": ".taxations_get_all_request",
            "TaxationsGetAllResult": ".taxations_get_all_result",
            "TaxBreakdown": ".tax_breakdown",
            "TaxBreakdownItem": ".tax_breakdown_item",
            "TaxEnvironment": ".tax_environment",
            "TaxEnvironmentsGetAllRequest": ".tax_environments_get_all_request",
            "TaxEnvironmentsGetAllResult": ".tax_environments_get_all_result",
            "TaxEnvironmentTaxation": ".tax_environment_taxation",
            "TaxExemptionReasonType": ".tax_exemption_reason_type",
            "TaxRate": ".tax_rate",
            "TaxRateStrategy": ".tax_rate_strategy",
            "TaxRateStrategyDiscriminator": ".tax_rate_strategy_discriminator",
            "TaxValue": ".tax_value",
            "TimeInterval": ".time_interval",
            "TimeUnitPeriod": ".time_unit_period",
            "Title": ".title",
            "ValidityInterval": ".validity_interval",
        },
    )

__all__ = [
    "AcceptablePaymentMethod",
    "AcceptedCurrency",
    "AccountingCategoriesGetAllRequest",
    "AccountingCategoriesGetAllResult",
    "AccountingCategory",
    "AccountingCategoryClassification",
    "AccountingCategoryParameters",
    "AccountingCategoryRoutedItemTypes",
    "AccountingConfiguration",
    "AccountingConfigurationOption",
    "AccountingItem",
    "AccountingItemExtent",
    "AccountingItemsGetAllRequest",
    "AccountingItemsGetAllResult",
    "AccountingItemSubtype",
    "AccountingItemsUpdateRequest",
    "AccountingItemsUpdateResult",
    "AccountingItemTimeFilter",
    "AccountingItemType",
    "AccountingItemUpdate",
    "AccountingOrderItem",
    "AccountingOrderItemData",
    "AccountingOrderItemDataDiscriminator",
    "AccountingState",
    "AccountType",
    "ActivityState",
    "AdditionalServiceData",
    "Address",
    "AddressParameters",
    "AllowanceDiscountData",
    "AllowanceProfitsData",
    "AllowanceProfitType",
    "AlternativePaymentData",
    "AlternativePaymentMethod",
    "AlternativePaymentMethodData",
    "AlternativePaymentMethodDataDiscriminator",
    "AlternativePaymentMethodType",
    "AlternativePaymentNextAction",
    "Amount",
    "AmountParameters",
    "AssociatedAccountBillData",
    "AssociatedAccountIdsUpdateParameters",
    "AvailablePaymentPlanPaymentMethod",
    "Bill",
    "BillAddress",
    "BillAssigneeData",
    "BillAssociatedAccountDataDiscriminator",
    "BillCloseAccountParameters",
    "BillCompanyData",
    "BillCorrectionState",
    "BillCorrectionType",
    "BillCustomerData",
    "BillEnterpriseData",
    "BillExtent",
    "BillingAutomation",
    "BillingAutomationAccountingCategoryAssignment",
    "BillingAutomationAccountingCategoryAssignmentArrayUpdateValue",
    "BillingAutomationAddParameters",
    "BillingAutomationAssignment",
    "BillingAutomationAssignmentAddParameters",
    "BillingAutomationAssignmentTargetType",
    "BillingAutomationAssignmentTargetTypeUpdateValue",
    "BillingAutomationAssignmentUpdateParameters",
    "BillingAutomationBillAggregationType",
    "BillingAutomationBillAggregationTypeUpdateValue",
    "BillingAutomationDescriptionUpdateValue",
    "BillingAutomationItemTypesParameters",
    "BillingAutomationItemTypesUpdateParameters",
    "BillingAutomationNameUpdateValue",
    "BillingAutomationOrderItemConsumptionPeriodType",
    "BillingAutomationOrderItemConsumptionPeriodTypeUpdateValue",
    "BillingAutomationPaymentPlanPaymentRequest",
    "BillingAutomationPaymentPlansAddRequest",
    "BillingAutomationPaymentPlansAddResult",
    "BillingAutomationPrepaymentType",
    "BillingAutomationPrepaymentUpdateValue",
    "BillingAutomationProcessingStartOffsetUpdateValue",
    "BillingAutomationsAddRequest",
    "BillingAutomationsAddResult",
    "BillingAutomationsDeleteRequest",
    "BillingAutomationsDeleteResult",
    "BillingAutomationsGetAllRequest",
    "BillingAutomationsGetAllResult",
    "BillingAutomationsUpdateAssignmentsRequest",
    "BillingAutomationsUpdateAssignmentsResult",
    "BillingAutomationsUpdateRequest",
    "BillingAutomationsUpdateResult",
    "BillingAutomationTriggerType",
    "BillingAutomationUpdateParameters",
    "BillOptions",
    "BillOptionsParameters",
    "BillOwnerData",
    "BillParameters",
    "BillPdfFile",
    "BillPdfResult",
    "BillPdfResultDiscriminator",
    "BillPdfTemplateType",
    "BillPrintEvent",
    "BillsAddRequest",
    "BillsAddResult",
    "BillsCloseRequest",
    "BillsCloseResult",
    "BillsDeleteRequest",
    "BillsDeleteResult",
    "BillsGetAllRequest",
    "BillsGetAllResult",
    "BillsGetPdfRequest",
    "BillsGetPdfResult",
    "BillState",
    "BillsUpdateRequest",
    "BillsUpdateResult",
    "BillTimeFilter",
    "BillType",
    "BillUpdateParameters",
    "BookableServiceData",
    "BooleanUpdateValue",
    "Cashier",
    "CashiersGetAllRequest",
    "CashiersGetAllResult",
    "CashierTransaction",
    "CashierTransactionsGetAllRequest",
    "CashierTransactionsGetAllResult",
    "CashierTransactionType",
    "CompanyWithBillingAutomationRelation",
    "CompanyWithBillingAutomationRelationArrayUpdateValue",
    "CompanyWithRelationsParameters",
    "ConfigurationEnterprise",
    "ConfigurationGetRequest",
    "ConfigurationGetResult",
    "CostParameters",
    "Counter",
    "CountersGetAllRequest",
    "CountersGetAllResult",
    "CounterType",
    "CreditCard",
    "CreditCardData",
    "CreditCardFormat",
    "CreditCardKind",
    "CreditCardParameters",
    "CreditCardPaymentCardType",
    "CreditCardPaymentData",
    "CreditCardPaymentItemData",
    "CreditCardsAddTokenizedRequest",
    "CreditCardsAddTokenizedResult",
    "CreditCardsChargeRequest",
    "CreditCardsChargeResult",
    "CreditCardsDisableRequest",
    "CreditCardsDisableResult",
    "CreditCardsGetAllByCustomersRequest",
    "CreditCardsGetAllByCustomersResult",
    "CreditCardsGetAllByIdsRequest",
    "CreditCardsGetAllByIdsResult",
    "CreditCardsGetAllRequest",
    "CreditCardsGetAllResult",
    "CreditCardState",
    "CreditCardTransaction",
    "CreditCardType",
    "CurrenciesGetAllRequest",
    "CurrenciesGetAllResult",
    "Currency",
    "CurrencyValue",
    "DateInterval",
    "DependentTaxRateStrategyData",
    "Enterprise",
    "EnterprisesGetAllRequest",
    "EnterprisesGetAllResult",
    "EnterpriseSubscription",
    "ExchangeRate",
    "ExchangeRatesGetAllRequest",
    "ExchangeRatesGetAllResult",
    "ExtendedAmount",
    "ExternalPaymentData",
    "ExternalPaymentType",
    "FlatTaxRateStrategyData",
    "GhostPaymentData",
    "IdealData",
    "IdsUpdateValue",
    "IdUpdateValue",
    "InvoicePaymentData",
    "InvoicePaymentItemData",
    "InvoicePaymentType",
    "LedgerBalance",
    "LedgerBalancesGetAllRequest",
    "LedgerBalancesGetAllResult",
    "LedgerType",
    "LegalIdentifiers",
    "LocalizedText",
    "NextActionDiscriminator",
    "OlderCurrencyValue",
    "OrderItem",
    "OrderItemData",
    "OrderItemDataDiscriminator",
    "OrderItemOptions",
    "OrderItemsCancelRequest",
    "OrderItemsCancelResult",
    "OrderItemsGetAllRequest",
    "OrderItemsGetAllResult",
    "OrderItemType",
    "Outlet",
    "OutletAmountParameters",
    "OutletBill",
    "OutletBillParameters",
    "OutletBillsAddRequest",
    "OutletBillsAddResult",
    "OutletItem",
    "OutletItemParameters",
    "OutletItemsGetAllRequest",
    "OutletItemsGetAllResult",
    "OutletItemTimeFilter",
    "OutletItemType",
    "OutletsGetAllRequest",
    "OutletsGetAllResult",
    "Payment",
    "PaymentCardStorage",
    "PaymentData",
    "PaymentDataDiscriminator",
    "PaymentItem",
    "PaymentItemData",
    "PaymentItemDataDiscriminator",
    "PaymentKind",
    "PaymentMethodRequestsAddRequest",
    "PaymentMethodRequestsAddResult",
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
    "Preauthorization",
    "PreauthorizationsGetAllByCustomersRequest",
    "PreauthorizationsGetAllByCustomersResult",
    "PreauthorizationState",
    "Pricing",
    "ProductData",
    "ProductOrderItemData",
    "ProductType",
    "Promotions",
    "RebateData",
    "RebateOrderItemData",
    "RefundType",
    "RelativeTaxRateStrategyData",
    "RevenueType",
    "SepaDirectDebitData",
    "Service",
    "ServiceData",
    "ServiceDataDiscriminator",
    "ServiceOptions",
    "StringUpdateValue",
    "SupportedEmailType",
    "SurchargeConfiguration",
    "SurchargeFees",
    "Taxation",
    "TaxationsGetAllRequest",
    "TaxationsGetAllResult",
    "TaxBreakdown",
    "TaxBreakdownItem",
    "TaxEnvironment",
    "TaxEnvironmentsGetAllRequest",
    "TaxEnvironmentsGetAllResult",
    "TaxEnvironmentTaxation",
    "TaxExemptionReasonType",
    "TaxRate",
    "TaxRateStrategy",
    "TaxRateStrategyDiscriminator",
    "TaxValue",
    "TimeInterval",
    "TimeUnitPeriod",
    "Title",
    "ValidityInterval",
]
