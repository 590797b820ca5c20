"""The counters of an enterprise, at least one of each type."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from random import Random

from mews_toolkit.sandbox.dice import new_id
from mews_toolkit.sandbox.entities.counter import Counter
from mews_toolkit.sandbox.entities.enterprise import Enterprise
from mews_toolkit.sandbox.entities.vocabulary import CounterType

_FORMATS: Mapping[CounterType, str | None] = {
    "AccountingCounter": "A{0:000000}",
    "AvailabilityBlockCounter": None,
    "BillCounter": "B{0:00000}",
    "BillPreviewCounter": "",
    "FiscalCounter": "F{0:00000000}",
    "ProformaCounter": "PF{0:0000}",
    "RegistrationCardCounter": "RC{0:00000}",
    "ServiceOrderCounter": None,
    "CorrectionBillCounter": "CB{0:0000}",
    "PaymentConfirmationBillCounter": "PC{0:0000}",
    "CreditNoteBillCounter": "CN{0:0000}",
    "PaymentSplitBillCounter": "PS{0:0000}",
}
_KINDS: tuple[tuple[CounterType, str, str | None], ...] = (
    *((counter_type, "Default", form) for counter_type, form in _FORMATS.items()),
    ("BillCounter", "Events", "EVENT{0:0000}"),
)


def counters(now: datetime, enterprise: Enterprise, dice: Random) -> list[Counter]:
    """The default counter of each type, and one for the bills of events."""
    return [
        Counter(
            id=new_id(dice),
            enterprise_id=enterprise.id,
            name=name,
            is_default=name == "Default",
            value=100 + int(dice.random() * 9900),
            format=form,
            type=counter_type,
            created_utc=enterprise.created_utc + timedelta(hours=place),
            updated_utc=now - timedelta(hours=1 + 30 * place),
        )
        for place, (counter_type, name, form) in enumerate(_KINDS)
    ]
