"""Until when figures are final: now less the time that a hotel lets them be edited."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import attrs
import pytest

from mews_connector import errors, models
from mews_toolkit.history import safe_until
from support.examples import published

NOW = datetime(2026, 3, 31, 12, tzinfo=UTC)
_, ANSWER = published()["configuration/get"]
CONFIGURATION = models.ConfigurationGetResult.from_json(ANSWER)


def editable_for(
    accounting: Any, operational: Any = "P0D", older: str | None = None
) -> models.ConfigurationGetResult:
    enterprise = attrs.evolve(
        CONFIGURATION.enterprise,
        accounting_editable_history_interval=accounting,
        operational_editable_history_interval=operational,
        editable_history_interval=older,
    )
    return attrs.evolve(CONFIGURATION, enterprise=enterprise)


def test_what_is_published_is_final_after_seven_days() -> None:
    assert safe_until(CONFIGURATION, NOW) == datetime(2026, 3, 24, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("accounting", "operational"),
    [("P0M7DT0H0M0S", "P0M5DT0H0M0S"), ("P5D", "P7D"), ("P1D", "PT168H"), ("P1W", "P6DT23H")],
)
def test_the_longer_one_counts(accounting: str, operational: str) -> None:
    assert safe_until(editable_for(accounting, operational), NOW) == NOW - timedelta(days=7)


@pytest.mark.parametrize(
    ("interval", "until"),
    [
        ("P0Y0M7DT0H0M0S", datetime(2026, 3, 24, 12, tzinfo=UTC)),
        ("P1M", datetime(2026, 2, 28, 12, tzinfo=UTC)),
        ("P2Y1M", datetime(2024, 2, 29, 12, tzinfo=UTC)),
        ("P1Y2M3W4DT5H6M7.25S", datetime(2025, 1, 6, 6, 53, 52, 750_000, tzinfo=UTC)),
        ("PT0,5S", datetime(2026, 3, 31, 11, 59, 59, 500_000, tzinfo=UTC)),
        ("P0D", NOW),
    ],
)
def test_months_and_years_are_counted_by_the_calendar(interval: str, until: datetime) -> None:
    assert safe_until(editable_for(interval), NOW) == until


@pytest.mark.parametrize("nothing", [None, ""])
def test_the_older_interval_takes_the_place_of_a_missing_one(nothing: str | None) -> None:
    assert safe_until(editable_for(nothing, "P5D", "P9D"), NOW) == NOW - timedelta(days=9)
    assert safe_until(editable_for("P5D", nothing, "P4D"), NOW) == NOW - timedelta(days=5)


@pytest.mark.parametrize(("accounting", "operational"), [(None, "P5D"), ("P5D", "")])
def test_without_one_of_them_nobody_can_tell(accounting: Any, operational: Any) -> None:
    with pytest.raises(errors.InvalidRequestError, match="nobody can tell what may still change"):
        safe_until(editable_for(accounting, operational), NOW)


@pytest.mark.parametrize(
    "wrong", ["7", "P", "PT", "P7", "P-7D", "-P7D", "P7DT", "P1.5D", "P\u0667D", "P7D ", "P99999Y"]
)
def test_an_interval_that_cannot_be_counted_back_is_refused_by_its_name(wrong: str) -> None:
    with pytest.raises(errors.InvalidRequestError) as raised:
        safe_until(editable_for("P7D", wrong), NOW)

    assert f"OperationalEditableHistoryInterval {wrong!r}" in str(raised.value)


def test_an_enterprise_of_a_portfolio_tells_as_well() -> None:
    _, answer = published()["enterprises/getAll"]
    [enterprise] = models.EnterprisesGetAllResult.from_json(answer).enterprises

    assert safe_until(enterprise, NOW) == NOW - timedelta(days=7)
    assert safe_until(CONFIGURATION.enterprise, NOW) == NOW - timedelta(days=7)


def test_it_is_told_in_utc_whatever_zone_now_is_in() -> None:
    until = safe_until(CONFIGURATION, NOW.astimezone(timezone(timedelta(hours=9))))

    assert (until, until.tzinfo) == (NOW - timedelta(days=7), UTC)


def test_now_is_now_unless_told_otherwise() -> None:
    before = datetime.now(UTC)
    until = safe_until(editable_for("P7D"))

    assert before <= until + timedelta(days=7) <= datetime.now(UTC)


def test_a_naive_now_is_refused() -> None:
    with pytest.raises(errors.InvalidRequestError, match="aware"):
        safe_until(CONFIGURATION, datetime(2026, 3, 31))
