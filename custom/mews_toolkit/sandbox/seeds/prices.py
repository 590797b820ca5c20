"""What goods cost at one enterprise, taxes included or on top."""

from collections.abc import Mapping
from decimal import ROUND_DOWN, Decimal

from attrs import frozen

from mews_toolkit.sandbox.entities.amount import Amount
from mews_toolkit.sandbox.money import AmountParameters, amount_of
from mews_toolkit.sandbox.seeds.goods import Good


@frozen
class Cost:
    """What one costs, and all of them."""

    unit: Amount
    amount: Amount


@frozen
class Prices:
    """How an enterprise prices: `rates` holds the rate of each tax code."""

    currency: str
    rates: Mapping[str, Decimal]
    is_net: bool

    def listed(self, good: Good) -> Cost:
        """What the menu says of a good that has a price."""
        price = Decimal(good.price or 0)
        amount = self._net if self.is_net else self.gross
        return Cost(amount(good.tax, price), amount(good.tax, price * good.count))

    def up_to(self, good: Good, gross: Decimal) -> Amount:
        """All of that sum; where prices are net, what the most of whole net units comes to."""
        if not self.is_net or good.tax is None:
            return self.gross(good.tax, gross)
        net = (gross / (1 + self.rates[good.tax])).quantize(Decimal(1), ROUND_DOWN)
        return self._net(good.tax, net)

    def gross(self, tax: str | None, value: Decimal) -> Amount:
        """A sum that has the tax in it."""
        codes = None if tax is None else (tax,)
        given = AmountParameters(self.currency, gross_value=value, tax_codes=codes)
        return amount_of(given, self.rates)

    def _net(self, tax: str | None, value: Decimal) -> Amount:
        codes = None if tax is None else (tax,)
        given = AmountParameters(self.currency, net_value=value, tax_codes=codes)
        return amount_of(given, self.rates)
