"""A query cut into legs, and the strings that tell of places in it: for whatever there may be."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from mews_connector import errors, models
from mews_runtime import Model, _json, _query
from mews_runtime._fields import Field
from mews_runtime._position import Position
from mews_runtime._progress import Progress
from mews_runtime._query import Query, cuttable
from mews_runtime._resume import ResumeToken

PATH = "payments/getAll"
START = datetime(2024, 1, 1, tzinfo=UTC)

ids = st.lists(st.integers(0, 700).map(lambda number: UUID(int=number)), min_size=1, max_size=900)


def query(accounts: list[UUID] | None = None, days: int | None = None) -> Query:
    span = None
    if days is not None:
        span = models.TimeInterval(start_utc=START, end_utc=START + timedelta(days=days))
    return Query(models.PaymentsGetAllRequest(account_ids=accounts, created_utc=span), _json.encode)


def requests(cut: Query) -> list[models.PaymentsGetAllRequest]:
    texts = [cut.json(Position(leg)) for leg in range(cut.legs)]
    return [models.PaymentsGetAllRequest.from_json(text) for text in texts]


@settings(deadline=None)
@given(ids)
def test_the_parts_of_a_list_cover_exactly_the_list(accounts: list[UUID]) -> None:
    parts = [request.account_ids or [] for request in requests(query(accounts))]

    if len(accounts) <= 100:
        assert parts == [accounts]
    else:
        assert all(1 <= len(part) <= 100 for part in parts)
        assert [account for part in parts for account in part] == list(dict.fromkeys(accounts))


@settings(deadline=None)
@given(ids, st.integers(0, 800))
def test_every_part_of_a_list_meets_every_window(accounts: list[UUID], days: int) -> None:
    lists = [tuple(each.account_ids or []) for each in requests(query(accounts))]
    spans = [_span(each) for each in requests(query(days=days))]

    both = [
        (_span(each), tuple(each.account_ids or [])) for each in requests(query(accounts, days))
    ]

    assert both == [(span, part) for span in spans for part in lists]


def _span(request: models.PaymentsGetAllRequest) -> tuple[datetime, datetime]:
    assert request.created_utc is not None
    return request.created_utc.start_utc, request.created_utc.end_utc


@settings(deadline=None)
@given(st.integers(0, 400), st.data())
def test_halves_of_halves_cover_exactly_the_window(days: int, data: st.DataObject) -> None:
    cut = query(days=days)
    leg = data.draw(st.integers(0, cut.legs - 1))
    whole = _span(_request(cut, Position(leg)))

    place: Position | None = Position(leg)
    walked: list[tuple[datetime, datetime]] = []
    while place is not None:
        while (newer := cut.halved(place)) and len(place.halves) < 8 and data.draw(st.booleans()):
            place = newer
        assert cut.has(place)
        walked.append(_span(_request(cut, place)))
        place = place.sibling()

    assert (walked[0][1], walked[-1][0]) == whole[::-1]
    assert all(walked[at][0] == walked[at + 1][1] for at in range(len(walked) - 1))


def _request(cut: Query, place: Position) -> models.PaymentsGetAllRequest:
    return models.PaymentsGetAllRequest.from_json(cut.json(place))


@st.composite
def tokens(draw: st.DrawFn, cut: Query) -> ResumeToken:
    """What a walk of the query may leave behind."""
    following = draw(st.integers(0, cut.legs))
    least = 1 if following == cut.legs else 0
    legs = sorted(draw(st.sets(st.integers(0, following - 1), min_size=least))) if following else []
    begun = [
        Position(leg, draw(st.text("no", max_size=6)), draw(st.none() | st.uuids())) for leg in legs
    ]
    return ResumeToken(ResumeToken.fingerprint(PATH, cut), tuple(begun), following)


YEARS = query([UUID(int=number) for number in range(250)], days=800)


@settings(deadline=None)
@given(tokens(YEARS))
def test_a_resume_token_round_trips(token: ResumeToken) -> None:
    text = str(token)

    assert text.isascii()
    assert text.isprintable()
    assert ResumeToken.faults(text) == []
    assert ResumeToken.parse(text, YEARS, operation=PATH) == token


@settings(deadline=None)
@given(tokens(YEARS))
def test_what_is_left_to_walk_is_told_again_as_the_same(token: ResumeToken) -> None:
    again = Progress(token, YEARS.legs).resume()

    assert again is not None
    before, after = (
        _left(each) for each in (token, ResumeToken.parse(again, YEARS, operation=PATH))
    )
    assert before == after
    assert len(again) <= len(str(token))


def _left(token: ResumeToken) -> list[Position]:
    return list(Progress(token, YEARS.legs).legs())


LIMITS_OF_ANOTHER_VERSION = {"longest": "P1M", "max_items": 50}


@pytest.mark.parametrize("limit", LIMITS_OF_ANOTHER_VERSION)
def test_a_token_from_when_the_limits_were_others_is_refused(
    monkeypatch: pytest.MonkeyPatch, limit: str
) -> None:
    request, text = YEARS.request, str(ResumeToken(FINGERPRINT, (), 3))
    ResumeToken.parse(text, Query(request, _json.encode), operation=PATH)

    def with_another(model: type[Model]) -> list[Field]:
        other = {limit: LIMITS_OF_ANOTHER_VERSION[limit]}
        return [replace(it, **other) if getattr(it, limit) else it for it in cuttable(model)]

    monkeypatch.setattr(_query, "cuttable", with_another)

    with pytest.raises(errors.InvalidRequestError, match="belongs to another query"):
        ResumeToken.parse(text, Query(request, _json.encode), operation=PATH)


FINGERPRINT = ResumeToken.fingerprint(PATH, YEARS)

numbers = st.integers(0, 40) | st.integers(0, 999_999_999)
made_up = st.builds(Position, numbers, st.text("no", max_size=20), st.none() | st.uuids())


@settings(deadline=None)
@given(st.lists(made_up, max_size=3), numbers)
def test_a_made_up_place_is_refused_or_can_be_asked_for(begun: list[Position], end: int) -> None:
    text = str(ResumeToken(FINGERPRINT, tuple(begun), end))
    assert ResumeToken.faults(text) == []

    try:
        token = ResumeToken.parse(text, YEARS, operation=PATH)
    except errors.InvalidRequestError:
        return
    for place in _left(token)[:5]:
        assert YEARS.json(place)


@settings(deadline=None)
@given(st.text() | st.from_regex(r"[12]\.[0-9a-f]{16}\..*"))
def test_no_text_makes_it_stumble(text: str) -> None:
    if ResumeToken.faults(text):
        return
    with pytest.raises(errors.InvalidRequestError):
        ResumeToken.parse(text, YEARS, operation=PATH)
