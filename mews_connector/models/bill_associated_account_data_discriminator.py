from mews_runtime import OpenEnum


class BillAssociatedAccountDataDiscriminator(OpenEnum):
    """Whether an account on a bill is a customer or a company."""

    BILL_CUSTOMER_DATA = "BillCustomerData"
    BILL_COMPANY_DATA = "BillCompanyData"
