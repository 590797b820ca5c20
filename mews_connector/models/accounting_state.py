from mews_runtime.catalogues.accounting_state import AccountingStateCatalogue


class AccountingState(AccountingStateCatalogue):
    """Where an item stands in the books: `Open` and worth something, `Closed` on a bill or
    invoice, `Inactive` (worth nothing, or a payment that is pending or failed), or
    `Canceled`."""

    OPEN = "Open"
    CLOSED = "Closed"
    INACTIVE = "Inactive"
    CANCELED = "Canceled"
