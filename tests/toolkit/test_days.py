"""Hotel days in UTC: they adjoin and leave nothing out, whatever the clocks do."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import islice, pairwise
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mews_connector import errors, models
from mews_toolkit.history import days

ZONES = sorted(available_timezones() - {"localtime"})
DAY = timedelta(days=1)


def span(zone: str, day: date) -> tuple[str, str]:
    [(told, interval)] = days(zone, day, day)
    assert told == day
    return interval.start_utc.isoformat()[:13], interval.end_utc.isoformat()[:13]


def hours(zone: str, day: date) -> float:
    [(_, interval)] = days(zone, day, day)
    return (interval.end_utc - interval.start_utc) / timedelta(hours=1)


def test_a_day_goes_from_midnight_to_midnight_on_the_hotels_clocks() -> None:
    [(day, interval)] = days("Europe/Budapest", date(2026, 7, 1), date(2026, 7, 1))

    assert day == date(2026, 7, 1)
    assert interval == models.TimeInterval(
        start_utc=datetime(2026, 6, 30, 22, tzinfo=UTC),
        end_utc=datetime(2026, 7, 1, 22, tzinfo=UTC),
    )


def test_the_last_day_is_one_of_them() -> None:
    told = [day for day, _ in days("UTC", date(2028, 2, 27), date(2028, 3, 1))]

    assert told == [date(2028, 2, 27), date(2028, 2, 28), date(2028, 2, 29), date(2028, 3, 1)]


def test_there_are_none_when_the_last_is_before_the_first() -> None:
    assert list(days("UTC", date(2026, 7, 2), date(2026, 7, 1))) == []


@pytest.mark.parametrize(
    ("day", "length"),
    [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25), (date(2026, 10, 26), 24)],
)
def test_a_day_on_which_the_clocks_change_is_shorter_or_longer(day: date, length: int) -> None:
    assert hours("Europe/Budapest", day) == length


@pytest.mark.parametrize(
    ("zone", "day", "first", "next_first"),
    [
        pytest.param(
            "America/Havana", date(2026, 3, 8), "2026-03-08T05", "2026-03-09T04", id="no midnight"
        ),
        pytest.param(
            "America/Havana",
            date(2026, 11, 1),
            "2026-11-01T04",
            "2026-11-02T05",
            id="two midnights",
        ),
        pytest.param(
            "Africa/Cairo", date(2026, 4, 24), "2026-04-23T22", "2026-04-24T21", id="Cairo's spring"
        ),
        pytest.param(
            "Africa/Cairo", date(2026, 10, 29), "2026-10-28T21", "2026-10-29T22", id="an hour twice"
        ),
        pytest.param(
            "America/Asuncion", date(2023, 10, 1), "2023-10-01T04", "2023-10-02T03", id="Asuncion"
        ),
    ],
)
def test_a_day_begins_at_its_first_instant(
    zone: str, day: date, first: str, next_first: str
) -> None:
    assert span(zone, day) == (first, next_first)


def test_where_the_clocks_jumped_before_midnight_the_day_begins_with_the_jump() -> None:
    # At 23:30 on 30 March it became 00:30.
    [(_, interval)] = days("America/Toronto", date(1919, 3, 31), date(1919, 3, 31))

    assert interval.start_utc == datetime(1919, 3, 31, 4, 30, tzinfo=UTC)


def test_where_a_day_came_back_it_begins_when_it_first_came() -> None:
    # At 00:01 on 1 November it became 23:01 of the day before.
    [(_, interval)] = days("America/St_Johns", date(2009, 11, 1), date(2009, 11, 1))

    assert interval.start_utc == datetime(2009, 11, 1, 2, 30, tzinfo=UTC)


def test_a_day_that_never_was_is_left_out() -> None:
    told = list(days("Pacific/Apia", date(2011, 12, 29), date(2011, 12, 31)))

    assert [day for day, _ in told] == [date(2011, 12, 29), date(2011, 12, 31)]
    assert told[0][1].end_utc == told[1][1].start_utc


@given(
    zone=st.sampled_from(ZONES),
    first=st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    length=st.integers(0, 400),
)
def test_days_adjoin_and_cover_and_begin_at_their_first_instant(
    zone: str, first: date, length: int
) -> None:
    told = list(days(zone, first, first + length * DAY))
    clocks = ZoneInfo(zone)

    for (_, interval), (_, following) in pairwise(told):
        assert interval.end_utc == following.start_utc
    dates = [day for day, _ in told]
    assert dates == sorted(set(dates))
    left_out = {first + place * DAY for place in range(length + 1)} - set(dates)
    assert len(left_out) <= 1
    for day, interval in told:
        assert interval.start_utc < interval.end_utc
        assert interval.start_utc.astimezone(clocks).date() == day
        just_before = interval.start_utc - timedelta(seconds=1)
        assert just_before.astimezone(clocks).date() < day
        middle = interval.start_utc + (interval.end_utc - interval.start_utc) / 2
        assert middle.astimezone(clocks).date() == day


def test_days_are_made_as_they_are_taken() -> None:
    endless = days(ZoneInfo("Asia/Kathmandu"), date(2026, 1, 1), date(9998, 1, 1))

    assert [day.day for day, _ in islice(endless, 3)] == [1, 2, 3]


@pytest.mark.parametrize("zone", ["Mars/Olympus", "", "Europe", "../UTC", None, 7, UTC])
def test_a_zone_that_is_not_known_here_is_refused_at_once(zone: Any) -> None:
    with pytest.raises(errors.InvalidRequestError, match="tzdata"):
        days(zone, date(2026, 1, 1), date(2026, 1, 2))


@pytest.mark.parametrize(
    "wrong", [datetime(2026, 1, 1, tzinfo=UTC), "2026-01-01", None, date.min, date.max]
)
def test_what_is_no_date_with_an_instant_in_utc_is_refused_at_once(wrong: Any) -> None:
    with pytest.raises(errors.InvalidRequestError) as raised:
        days("UTC", wrong, wrong)

    assert [problem.split(":")[0] for problem in raised.value.problems] == ["first", "last"]
