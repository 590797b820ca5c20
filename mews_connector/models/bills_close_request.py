from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .address_parameters import AddressParameters
from .bill_close_account_parameters import BillCloseAccountParameters
from .bill_options_parameters import BillOptionsParameters
from .bill_type import BillType
from .string_update_value import StringUpdateValue


@frozen(kw_only=True, eq=False, repr=False)
class BillsCloseRequest(Model):
    """Which bill to close, and what to print on it."""

    bill_id: UUID = field(metadata={"json": "BillId"})
    """Bill to close."""
    type_: BillType = field(metadata={"json": "Type"})
    """How to close it. For `Receipt` its balance must be zero."""
    enterprise_id: UUID | None = field(default=None, metadata={"json": "EnterpriseId"})
    """Enterprise that the bill belongs to. Needed with a portfolio token, ignored otherwise."""
    bill_counter_id: UUID | None = field(default=None, metadata={"json": "BillCounterId"})
    """Counter to draw the number from."""
    fiscal_machine_id: UUID | None = field(default=None, metadata={"json": "FiscalMachineId"})
    """Fiscal machine to register the bill with."""
    options: BillOptionsParameters | None = field(default=None, metadata={"json": "Options"})
    """What the bill is to show."""
    taxed_date: StringUpdateValue | None = field(default=None, metadata={"json": "TaxedDate"})
    """Day, such as `2020-07-07`, that the bill is to count for taxes. For invoices only."""
    due_date: StringUpdateValue | None = field(default=None, metadata={"json": "DueDate"})
    """Day, such as `2020-07-14`, that the bill is to be due. For invoices only."""
    variable_symbol: StringUpdateValue | None = field(
        default=None, metadata={"json": "VariableSymbol"}
    )
    """What a bank transfer should quote, so that the payment finds its bill. For invoices only."""
    account_tax_identifier: StringUpdateValue | None = field(
        default=None, metadata={"json": "AccountTaxIdentifier"}
    )
    """Tax number of the bill's owner."""
    purchase_order_number: StringUpdateValue | None = field(
        default=None, metadata={"json": "PurchaseOrderNumber"}
    )
    """Number of the purchase order that the bill answers."""
    notes: StringUpdateValue | None = field(default=None, metadata={"json": "Notes"})
    """Free text."""
    account_address: AddressParameters | None = field(
        default=None, metadata={"json": "AccountAddress"}
    )
    """Address of the bill's owner."""
    associated_account_data: list[BillCloseAccountParameters] | None = field(
        default=None, metadata={"json": "AssociatedAccountData", "max_items": 1}
    )
    """About the account that the bill names beside its owner. At most 1 items."""
    tax_identifier: StringUpdateValue | None = field(
        default=None,
        metadata={
            "json": "TaxIdentifier",
            "deprecated": "deprecated since 2023-11-21; use `account_tax_identifier`",
        },
    )
    """Tax number of the customer. That of an associated account goes into
    `AssociatedAccountData`. Deprecated since 2023-11-21; use `account_tax_identifier`."""
    company_tax_identifier: StringUpdateValue | None = field(
        default=None,
        metadata={
            "json": "CompanyTaxIdentifier",
            "deprecated": "deprecated since 2023-11-21; use `associated_account_data`",
        },
    )
    """Tax number of the company. That of the bill's owner goes into `AccountTaxIdentifier`.
    Deprecated since 2023-11-21; use `associated_account_data`."""
    address: AddressParameters | None = field(
        default=None,
        metadata={
            "json": "Address",
            "deprecated": "deprecated since 2023-11-21; use `account_address`",
        },
    )
    """Address of the customer. That of an associated account goes into `AssociatedAccountData`.
    Deprecated since 2023-11-21; use `account_address`."""
