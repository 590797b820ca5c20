from mews_runtime.catalogues.credit_card_format import CreditCardFormatCatalogue


class CreditCardFormat(CreditCardFormatCatalogue):
    """Whether a payment card is a piece of plastic (`Physical`) or a number only (`Virtual`)."""

    PHYSICAL = "Physical"
    VIRTUAL = "Virtual"
