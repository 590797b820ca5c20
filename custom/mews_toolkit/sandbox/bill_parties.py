"""Accounts and enterprises, as a bill names them."""

from mews_toolkit.sandbox.entities.account import Account
from mews_toolkit.sandbox.entities.bill import (
    AssociatedAccountBillData,
    BillCompanyData,
    BillCustomerData,
    BillEnterpriseData,
    BillOwnerData,
)
from mews_toolkit.sandbox.entities.enterprise import AccountingConfiguration


def owner_data(account: Account) -> BillOwnerData:
    """The owner of a bill."""
    if account.type == "Customer":
        return BillOwnerData("BillCustomerData", _customer(account))
    return BillOwnerData("BillCompanyData", _company(account))


def associated_data(account: Account) -> AssociatedAccountBillData:
    """An account that a bill names beside its owner."""
    if account.type == "Customer":
        return AssociatedAccountBillData(
            discriminator="BillCustomerData", bill_customer_data=_customer(account)
        )
    return AssociatedAccountBillData(
        discriminator="BillCompanyData", bill_company_data=_company(account)
    )


def enterprise_data(accounting: AccountingConfiguration) -> BillEnterpriseData:
    """Whoever issues a bill."""
    return BillEnterpriseData(
        additional_tax_identifier=accounting.additional_tax_identifier,
        company_name=accounting.company_name,
        bank_account=accounting.bank_account_number,
        bank_name=accounting.bank_name,
        iban=accounting.iban,
        bic=accounting.bic,
    )


def _customer(account: Account) -> BillCustomerData:
    first, _, last = account.name.rpartition(" ")
    return BillCustomerData(
        id=account.id,
        first_name=first,
        last_name=last,
        address=account.address,
        tax_identifier=account.tax_identifier,
    )


def _company(account: Account) -> BillCompanyData:
    return BillCompanyData(
        id=account.id,
        name=account.name,
        address=account.address,
        tax_identifier=account.tax_identifier,
    )
