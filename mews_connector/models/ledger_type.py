from mews_runtime.catalogues.ledger_type import LedgerTypeCatalogue


class LedgerType(LedgerTypeCatalogue):
    """A ledger: what was earned (`Revenue`), its taxes (`Tax`) and what else was sold
    (`NonRevenue`); money received (`Payment`) and taken in advance (`Deposit`); what guests
    in the house owe (`Guest`) and what is owed on invoices (`City`)."""

    REVENUE = "Revenue"
    TAX = "Tax"
    PAYMENT = "Payment"
    DEPOSIT = "Deposit"
    GUEST = "Guest"
    CITY = "City"
    NON_REVENUE = "NonRevenue"
