from mews_runtime import OpenEnum


class BillingAutomationAssignmentTargetType(OpenEnum):
    """Whom bills are made out to: the customer, with the company named on the bill
    (`CompanyAsDetails`); the company (`CompanyAsOwner`); or the customer alone
    (`NoCompany`)."""

    COMPANY_AS_DETAILS = "CompanyAsDetails"
    COMPANY_AS_OWNER = "CompanyAsOwner"
    NO_COMPANY = "NoCompany"
