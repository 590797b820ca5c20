"""The accounting categories of each enterprise, with ledger accounts after its country's custom."""

from datetime import datetime, timedelta
from random import Random

from attrs import frozen

from mews_toolkit.sandbox.dice import new_id
from mews_toolkit.sandbox.entities.accounting_category import AccountingCategory, Classification
from mews_toolkit.sandbox.entities.enterprise import Enterprise


@frozen
class _Heading:
    """`ledgers` holds the ledger account in each country; the American one names a cost centre."""

    code: str
    ledgers: str
    classification: Classification | None
    name: str
    french: str


_COUNTRIES = ("GB", "FR", "US")
_HEADINGS = (
    _Heading("ROOM", "4000 706100 4010-100", "Accommodation", "Accommodation", "Hébergement"),
    _Heading("FOOD", "4100 706200 4110-200", "FoodAndBeverage", "Restaurant", "Restaurant"),
    _Heading("BAR", "4110 706210 4120-210", "FoodAndBeverage", "Bar", "Bar"),
    _Heading("TAX", "2200 445710 2300-000", "Taxes", "Taxes", "Taxes collectées"),
    _Heading("CARD", "1210 511500 1050-000", "Payments", "Card payments", "Cartes bancaires"),
    _Heading("CASH", "1230 531000 1010-000", "Payments", "Cash payments", "Espèces"),
    _Heading("SHOW", "2150 467100 2190-000", "ExternalRevenue", "Theatre tickets", "Théâtre"),
    _Heading("FEE", "4900 758000 4900-900", "SundryIncome", "Cancellation fees", "Annulations"),
    _Heading("SPA", "4300 706300 4310-300", "Wellness", "Steam bath", "Hammam"),
    _Heading("BIKE", "4310 706310 4320-310", "Sport", "Bicycle hire", "Location de vélos"),
    _Heading("NET", "4400 706400 4410-400", "Technology", "Internet", "Internet"),
    _Heading("PARK", "4410 706410 4420-410", "Facilities", "Parking", "Parking"),
    _Heading("HALL", "4500 706500 4510-500", "Events", "Meeting rooms", "Salles de réunion"),
    _Heading("TOUR", "4510 706510 4520-510", "Tourism", "Lamplight walks", "Balades aux lanternes"),
    _Heading("LOST", "4990 758100 4990-000", None, "Lost property", "Objets trouvés"),
    _Heading("TEL", "4490 706490 4490-400", "Technology", "Telephone", "Téléphone"),
)
_DELETED = "TEL"
_DELETED_AGO = timedelta(days=25)
_NO_COST_CENTER = "000"


def accounting_categories(
    now: datetime, enterprise: Enterprise, dice: Random
) -> list[AccountingCategory]:
    """The categories of one enterprise, the last of them deleted."""
    return [_category(now, enterprise, place, it, dice) for place, it in enumerate(_HEADINGS)]


def _category(
    now: datetime, enterprise: Enterprise, place: int, heading: _Heading, dice: Random
) -> AccountingCategory:
    country = enterprise.address.country_code
    created = enterprise.created_utc + timedelta(days=1, minutes=place)
    is_active = heading.code != _DELETED
    ledgers = heading.ledgers.split()
    cost_center = ledgers[-1].rpartition("-")[2]
    return AccountingCategory(
        id=new_id(dice),
        enterprise_id=enterprise.id,
        is_active=is_active,
        name=heading.french if country == "FR" else heading.name,
        code=heading.code,
        external_code=f"{country}-{heading.code}" if heading.classification else None,
        ledger_account_code=ledgers[_COUNTRIES.index(country)],
        # Only French bookkeeping keeps an account for postings apart.
        posting_account_code=f"9{ledgers[1]}" if country == "FR" else None,
        cost_center_code=None if cost_center == _NO_COST_CENTER else cost_center,
        classification=heading.classification,
        created_utc=created,
        updated_utc=created + timedelta(days=30) if is_active else now - _DELETED_AGO,
    )
