"""What a picture of a reconciliation shows, reckoned exactly: drawing comes after."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from attrs import evolve, frozen

from mews_connector import models
from mews_toolkit.money import exact_sum
from mews_toolkit.workflows import DayOfPayments, Reconciliation

__all__ = ["Panel", "Series", "panels_of"]

# More colours are hard to tell apart.
_SERIES = 7

_ZERO = Decimal(0)
_Type: TypeAlias = tuple[models.PaymentType | None, models.ExternalPaymentType | None]


@frozen
class Series:
    """Payments of one type, day by day.

    Attributes:
        label: What the type is called.
        came_in: What came in on each day; nothing below 0.
        went_back: What went back on each day; nothing above 0.
    """

    label: str
    came_in: tuple[Decimal, ...]
    went_back: tuple[Decimal, ...]

    @property
    def total(self) -> Decimal:
        """What came in less what went back."""
        return exact_sum(*self.came_in, *self.went_back)

    @property
    def size(self) -> Decimal:
        """What moved in either direction."""
        return exact_sum(*self.came_in, *(it.copy_abs() for it in self.went_back))


@frozen
class Panel:
    """All payments of one currency; no two currencies are ever added.

    Attributes:
        currency: The currency.
        days: The days.
        series: The types by what they come to, the most first; the last one may be all others
            together, of which less moved in either direction.
        ledger: What the payment ledger moved by on each day, less what the payments come to; None
            where the ledger was not read, or its days are others.
        undated: What payments come to whose day cannot be told.
    """

    currency: str
    days: tuple[date, ...]
    series: tuple[Series, ...]
    ledger: tuple[Decimal | None, ...]
    undated: Decimal

    @property
    def net(self) -> tuple[Decimal, ...]:
        """What the payments of each day come to."""
        if not self.series:
            return tuple(_ZERO for _ in self.days)
        return _added(it for each in self.series for it in (each.came_in, each.went_back))

    @property
    def total(self) -> Decimal:
        """What all payments come to but those whose day cannot be told."""
        return exact_sum(*self.net)

    @property
    def differs(self) -> bool:
        """Whether the ledger moved by something else than the payments come to, on any day."""
        return any(self.ledger)

    @property
    def difference(self) -> Decimal:
        """What the ledger moved by on all days less what the payments come to."""
        return exact_sum(*(it for it in self.ledger if it is not None))

    @property
    def has_refunds(self) -> bool:
        """Whether money went back on any day."""
        return any(any(it.went_back) for it in self.series)

    @property
    def reach(self) -> Decimal:
        """What lies farthest from zero, in either direction."""
        came_in = _added(it.came_in for it in self.series)
        went_back = _added(it.went_back for it in self.series)
        far = (*came_in, *went_back, *(it or _ZERO for it in self.ledger))
        return max((it.copy_abs() for it in far), default=_ZERO)

    @property
    def places(self) -> int:
        """How many digits after the point its totals have at most."""
        return max((len(f"{it.total:f}".partition(".")[2]) for it in self.series), default=0)


def panels_of(
    result: Reconciliation, days: Sequence[date], *, with_ledger: bool
) -> tuple[Panel, ...]:
    """A panel for each currency, the one with most payments first.

    Args:
        result: What was reckoned.
        days: Its days.
        with_ledger: Whether its days are those of the ledgers, so that the two can be compared.
    """
    rows: defaultdict[str, list[DayOfPayments]] = defaultdict(list)
    for row in result.received_by_day:
        rows[row.currency].append(row)
    moved: defaultdict[str, dict[date, Decimal]] = defaultdict(dict)
    for change in result.ledgers if with_ledger else ():
        if change.ledger_type == models.LedgerType.PAYMENT:
            moved[change.currency] = dict(change.by_day)
    panels = [_panel(it, days, rows[it], moved[it]) for it in {*rows, *moved}]
    panels = [it for it in panels if it.series or it.undated or it.differs]
    counts = {code: sum(it.count for it in of_code) for code, of_code in rows.items()}
    return tuple(sorted(panels, key=lambda it: (-counts[it.currency], it.currency)))


def _panel(
    currency: str,
    days: Sequence[date],
    rows: Iterable[DayOfPayments],
    moved: dict[date, Decimal],
) -> Panel:
    by_type: defaultdict[_Type, dict[date, DayOfPayments]] = defaultdict(dict)
    undated: list[Decimal] = []
    for row in rows:
        if row.day is None:
            undated += row.came_in, row.went_back
        else:
            by_type[row.type_, row.external_type][row.day] = row
    series = _largest_first(
        Series(
            _label(*type_),
            tuple(of_day[day].came_in if day in of_day else _ZERO for day in days),
            tuple(of_day[day].went_back if day in of_day else _ZERO for day in days),
        )
        for type_, of_day in by_type.items()
    )
    plain = Panel(currency, tuple(days), series, (None,) * len(days), exact_sum(*undated))
    ledger = tuple(
        exact_sum(moved[day], net.copy_negate()) if day in moved else None
        for day, net in zip(days, plain.net, strict=True)
    )
    return evolve(plain, ledger=ledger)


def _largest_first(series: Iterable[Series]) -> tuple[Series, ...]:
    ordered = sorted(series, key=lambda it: (-it.size, it.label))
    if len(ordered) <= _SERIES:
        return _by_total(ordered)
    kept, others = ordered[: _SERIES - 1], ordered[_SERIES - 1 :]
    together = Series(
        f"{len(others)} other types",
        _added(it.came_in for it in others),
        _added(it.went_back for it in others),
    )
    return (*_by_total(kept), together)


def _by_total(series: Iterable[Series]) -> tuple[Series, ...]:
    return tuple(sorted(series, key=lambda it: (-it.total, it.label)))


def _added(figures: Iterable[tuple[Decimal, ...]]) -> tuple[Decimal, ...]:
    return tuple(exact_sum(*of_day) for of_day in zip(*figures, strict=True))


def _label(
    type_: models.PaymentType | None, external_type: models.ExternalPaymentType | None
) -> str:
    if external_type is not None:
        known = external_type.info.label if external_type.is_known else str(external_type)
        return f"{known} (external)"
    if type_ is None:
        return "No type told"
    return type_.info.label if type_.is_known else str(type_)
