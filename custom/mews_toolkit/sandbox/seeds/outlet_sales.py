"""What the outlets of an enterprise sold over the past year."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from random import Random
from uuid import UUID

from attrs import frozen

from mews_toolkit.sandbox.dice import new_id
from mews_toolkit.sandbox.entities.amount import Amount, untaxed
from mews_toolkit.sandbox.entities.enterprise import Enterprise, EnterpriseSettings
from mews_toolkit.sandbox.entities.outlet import Outlet, OutletBill, OutletItem
from mews_toolkit.sandbox.entities.vocabulary import OutletItemType
from mews_toolkit.sandbox.money import AmountParameters, added, amount_of
from mews_toolkit.sandbox.seeds.outlets import Good, kind_of, tax_codes
from mews_toolkit.sandbox.seeds.year import YEAR


@frozen
class _Line:
    """What stands on a line of a bill; the category is a code."""

    type: OutletItemType
    name: str
    category: str | None


_CARD = _Line("Payment", "Card", "CARD")
_TENDERS = (_Line("Payment", "Cash", "CASH"), _CARD, _CARD)


class OutletSales:
    """Writes the bills of one enterprise's outlets with their items.

    Args:
        categories: Ids of the enterprise's accounting categories by their codes.
    """

    def __init__(
        self,
        *,
        now: datetime,
        enterprise: Enterprise,
        settings: EnterpriseSettings,
        outlets: Sequence[Outlet],
        categories: Mapping[str, UUID],
        dice: Random,
    ) -> None:
        self.bills: list[OutletBill] = []
        self.items: list[OutletItem] = []
        self._now = now
        self._enterprise = enterprise
        self._settings = settings
        self._outlets = [it for it in outlets if it.is_active]
        self._categories = categories
        self._dice = dice
        self._prices: dict[Good, Amount] = {}

    def write(self, count: int) -> None:
        """Writes that many bills, evenly spread over the year, each of them paid in full."""
        step = YEAR / max(count, 1)
        for place in range(count):
            closed = (self._now - YEAR + place * step).replace(microsecond=0)
            outlet = self._outlets[int(self._dice.random() * len(self._outlets))]
            bill = OutletBill(
                id=new_id(self._dice),
                enterprise_id=outlet.enterprise_id,
                outlet_id=outlet.id,
                number=f"{1001 + place}",
                closed_utc=closed,
                updated_utc=closed,
            )
            self.bills.append(bill)
            self._write_items(bill, outlet)

    def _write_items(self, bill: OutletBill, outlet: Outlet) -> None:
        dice, kind = self._dice, kind_of(outlet)
        consumed = bill.closed_utc - timedelta(minutes=int(dice.random() * 90))
        total = Decimal(0)
        for good in dice.sample(kind.goods, 1 + int(dice.random() * 3)):
            count, price = 1 + int(dice.random() ** 2 * 4), self._price(good)
            total = added(total, price.gross_value, count)
            category = kind.category if good.type == "Revenue" else None
            line = _Line(good.type, good.name, category)
            self._write_item(bill, line, price, consumed, count)
        paid = untaxed(self._settings.default_currency, -total)
        tender = _TENDERS[int(dice.random() * len(_TENDERS))]
        self._write_item(bill, tender, paid, bill.closed_utc)

    def _write_item(
        self,
        bill: OutletBill,
        line: _Line,
        amount: Amount,
        consumed: datetime,
        count: int = 1,
    ) -> None:
        item_id = new_id(self._dice)
        is_payment = line.type == "Payment"
        category = None if line.category is None else self._categories.get(line.category)
        item = OutletItem(
            id=item_id,
            enterprise_id=bill.enterprise_id,
            bill_id=bill.id,
            accounting_category_id=category,
            type=line.type,
            name=line.name,
            unit_count=count,
            unit_amount=amount,
            created_utc=bill.updated_utc,
            updated_utc=bill.updated_utc,
            consumed_utc=consumed,
            external_identifier=f"till/{item_id.hex[:8]}" if is_payment else None,
        )
        self.items.append(item)

    def _price(self, good: Good) -> Amount:
        if good not in self._prices:
            price = Decimal(good.price)
            is_gross = self._enterprise.pricing == "Gross"
            given = AmountParameters(
                self._settings.default_currency,
                gross_value=price if is_gross else None,
                net_value=None if is_gross else price,
                tax_codes=tax_codes(self._enterprise.id, good),
            )
            self._prices[good] = amount_of(given, self._settings.tax_rates)
        return self._prices[good]
