from mews_runtime.catalogues.credit_card_kind import CreditCardKindCatalogue


class CreditCardKind(CreditCardKindCatalogue):
    """How an enterprise came by a payment card: at a payment terminal (`Terminal`), or stored
    with its payment gateway (`Gateway`). Only the latter can be charged or disabled through
    the API."""

    TERMINAL = "Terminal"
    GATEWAY = "Gateway"
