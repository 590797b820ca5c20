"""Money that adds up, tax rate by tax rate."""

from decimal import Decimal

from mews_toolkit.sandbox.entities.amount import Amount, Breakdown, BreakdownItem, TaxValue
from mews_toolkit.sandbox.money import added

_NOTHING = Decimal(0)


class Balance:
    """A sum of amounts in one currency, exact however many they are."""

    __slots__ = ("_gross", "_net", "_parts")

    def __init__(self) -> None:
        self._net = _NOTHING
        self._gross = _NOTHING
        self._parts: dict[str | None, tuple[Decimal, Decimal]] = {}

    def add(self, amount: Amount, times: int = 1) -> None:
        """Adds an amount, several times over."""
        self._add(amount.net_value, amount.gross_value, times)
        for it in amount.breakdown.items:
            self._add_part(it.tax_rate_code, it.net_value, it.tax_value, times)

    def add_untaxed(self, value: Decimal) -> None:
        """Adds a sum that no tax applies to."""
        self._add(value, value, 1)
        self._add_part(None, value, _NOTHING, 1)

    def amount(self, currency: str) -> Amount:
        """What it has come to."""
        parts = sorted(self._parts.items(), key=lambda it: it[0] or "")
        return Amount(
            currency,
            self._net,
            self._gross,
            tuple(TaxValue(code, tax) for code, (_, tax) in parts if code is not None),
            Breakdown(tuple(BreakdownItem(code, net, tax) for code, (net, tax) in parts)),
        )

    def _add(self, net: Decimal, gross: Decimal, times: int) -> None:
        self._net = added(self._net, net, times)
        self._gross = added(self._gross, gross, times)

    def _add_part(self, code: str | None, net: Decimal, tax: Decimal, times: int) -> None:
        all_net, all_tax = self._parts.get(code, (_NOTHING, _NOTHING))
        self._parts[code] = added(all_net, net, times), added(all_tax, tax, times)
