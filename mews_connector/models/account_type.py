from mews_runtime import OpenEnum


class AccountType(OpenEnum):
    """Who an account belongs to."""

    CUSTOMER = "Customer"
    COMPANY = "Company"
