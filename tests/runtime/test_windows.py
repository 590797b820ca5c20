"""How intervals are cut: whatever they are, the windows adjoin, cover them and are short enough."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import TypeVar
from zoneinfo import ZoneInfo, available_timezones

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given, settings
from hypothesis import strategies as st

from mews_connector import models
from mews_runtime._intervals import bounds
from mews_runtime._windows import halves, windows

InstantT = TypeVar("InstantT", bound=date)

LIMITS = {
    "P3M": relativedelta(months=3),
    "P1M": relativedelta(months=1),
    "P30D": relativedelta(days=30),
}
longest = st.sampled_from(sorted(LIMITS))
zones = st.sampled_from(sorted(available_timezones())).map(ZoneInfo)
# A century with leap days, and its turn that is no leap year.
moments = st.datetimes(datetime(2020, 1, 1), datetime(2120, 1, 1), timezones=zones)
days = st.dates(date(2020, 1, 1), date(2120, 1, 1))
lengths = st.timedeltas(timedelta(0), timedelta(days=1500))


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def assert_cover(
    found: list[tuple[InstantT, InstantT]], start: InstantT, end: InstantT, limit: relativedelta
) -> None:
    assert (found[0][1], found[-1][0]) == (end, start)
    assert all(newer[0] == older[1] for newer, older in pairwise(found))
    assert all(first < last for first, last in found) or found == [(start, end)]
    assert all(last <= first + limit for first, last in found)


@settings(deadline=None)
@given(moments, lengths, longest)
def test_windows_adjoin_and_cover_the_interval_in_any_zone(
    start: datetime, length: timedelta, limit: str
) -> None:
    end = (start.astimezone(UTC) + length).astimezone(start.tzinfo)
    span = bounds(models.TimeInterval(start_utc=start, end_utc=end))

    found = list(windows(*span, limit))

    assert_cover(found, start.astimezone(UTC), end.astimezone(UTC), LIMITS[limit])
    # Never more of them than it takes, but for the unequal ends of months.
    shortest = {"P3M": 89, "P1M": 28, "P30D": 30}[limit]
    assert len(found) <= 1 + length / timedelta(days=shortest - 3)


@settings(deadline=None)
@given(days, st.integers(0, 1500), longest)
def test_windows_of_days_do_so_as_well(start: date, length: int, limit: str) -> None:
    end = start + timedelta(days=length)

    assert_cover(list(windows(start, end, limit)), start, end, LIMITS[limit])


@pytest.mark.parametrize(
    ("start", "end", "cuts"),
    [
        ("2023-11-30", "2024-05-31", ["2024-03-01", "2023-12-01"]),
        ("2024-02-29", "2024-05-31", ["2024-03-01"]),
        ("2023-02-28", "2023-05-31", ["2023-03-01"]),
        ("2023-02-28 23:59:59", "2023-05-31 23:59:59", ["2023-03-01 23:59:59"]),
        # An earlier begin would not do: its end is later, by the time of day.
        ("2022-11-30 06:00:00", "2023-02-28 12:00:00", ["2022-11-30 12:00:00"]),
        ("2024-02-29", "2025-02-28", ["2024-11-28", "2024-08-28", "2024-05-28"]),
    ],
)
def test_months_of_different_lengths(start: str, end: str, cuts: list[str]) -> None:
    found = list(windows(utc(start), utc(end), "P3M"))

    assert [older for older, _ in found] == [*map(utc, cuts), utc(start)]


@pytest.mark.parametrize("limit", sorted(LIMITS))
def test_the_first_and_the_last_instant_there_are(limit: str) -> None:
    first, last = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)

    for start, end in ((first, first + timedelta(days=500)), (last - timedelta(days=500), last)):
        found = list(windows(start, end, limit))
        assert (found[0][1], found[-1][0]) == (end, start)


@settings(deadline=None)
@given(moments, lengths)
def test_halves_adjoin_and_are_about_equal(start: datetime, length: timedelta) -> None:
    first = start.astimezone(UTC)
    both = halves(first, first + length)

    if length <= timedelta(hours=1):
        assert both is None
    else:
        assert both is not None
        (middle, end), (begin, same) = both
        assert (begin, same, end) == (first, middle, first + length)
        assert abs((end - middle) - (middle - begin)) <= timedelta(seconds=2)


@settings(deadline=None)
@given(days, st.integers(0, 1500))
def test_halves_of_days_do_so_as_well(start: date, length: int) -> None:
    both = halves(start, start + timedelta(days=length))

    if length <= 1:
        assert both is None
    else:
        assert both is not None
        (middle, end), (begin, same) = both
        assert (begin, same, end) == (start, middle, start + timedelta(days=length))
        assert abs((end - middle) - (middle - begin)) <= timedelta(days=1)
