"""A msgspec that fills models otherwise than expected costs speed, and never an answer."""

from __future__ import annotations

import gc
import logging
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from typing import Any
from weakref import ref

import pytest

from mews_connector import errors, models
from mews_runtime import (
    TaggedValue,
    _fast_reader,
    _plain_reader,
    _probe,
    _reader,
    _wire_view,
)
from support.examples import published

PAGE = published()["payments/getAll"][1]
ROOTS: list[type[Any]] = [models.PaymentsGetAllResult, models.EnterprisesGetAllResult, _probe.Whole]


@pytest.fixture(autouse=True)
def unread() -> Iterator[None]:
    """Nothing has been read before, nor is anything remembered afterwards."""
    _forget()
    yield
    _forget()


def _forget() -> None:
    _reader.FAST.clear()
    _reader.works.cache_clear()
    _wire_view.DECODERS.clear()
    for model in [each for root in ROOTS for each in _wire_view.reachable(root, set())]:
        if "__msgspec_cache__" in vars(model):
            delattr(model, "__msgspec_cache__")


def test_to_find_out_what_it_does_keeps_no_caller_in_memory() -> None:
    def caller() -> ref[set[str]]:
        rows = {"those of the first page"}
        assert _reader.works()
        return ref(rows)

    # given that only counting references frees anything
    gc.disable()
    try:
        assert caller()() is None
    finally:
        gc.enable()


def told(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [it.message for it in caplog.records if it.levelno == logging.WARNING]


def refuse(*_: object) -> Any:
    raise TypeError("Type 'Payment' is not supported")


def nothing_changed(_: object) -> AbstractContextManager[None]:
    return nullcontext()


def as_it_is(value: object) -> object:
    return value


def its_slot(slot: object, _: str) -> object:
    return slot


def elsewhere(*_: object) -> tuple[str, str]:
    return "wrong", "$"


def test_the_installed_msgspec_reads_the_fast_way(caplog: pytest.LogCaptureFixture) -> None:
    assert _reader.is_fast(models.PaymentsGetAllResult)
    assert told(caplog) == []


@pytest.mark.parametrize(
    ("owner", "name", "instead"),
    [
        pytest.param(
            _wire_view, "_described_by_wire_names", nothing_changed, id="keeps to its names"
        ),
        pytest.param(_wire_view, "_described_by_wire_names", refuse, id="takes no such class"),
        pytest.param(_wire_view, "_strict", as_it_is, id="takes times of no zone"),
        pytest.param(TaggedValue, "__post_init__", None, id="finishes no value"),
        pytest.param(_wire_view, "_older_name", its_slot, id="fills slots past descriptors"),
        pytest.param(_fast_reader, "_told", elsewhere, id="words its faults otherwise"),
    ],
)
def test_another_one_costs_a_warning_and_no_answer(
    owner: Any,
    name: str,
    instead: Any,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    # given a msgspec that does otherwise
    if instead is None:
        monkeypatch.delattr(owner, name)
    else:
        monkeypatch.setattr(owner, name, instead)

    # when answers of two kinds are read, and one that cannot be
    page = models.PaymentsGetAllResult.from_json(PAGE)
    models.EnterprisesGetAllResult.from_json(published()["enterprises/getAll"][1])
    with pytest.raises(errors.InvalidResponseError) as refused:
        models.PaymentsGetAllResult.from_json('{"Payments": [{"Id": 5}]}')

    # then they are what they mean, and one warning tells why that takes longer
    assert page == _plain_reader.read(models.PaymentsGetAllResult, PAGE)
    assert refused.value.path == "$.Payments[0].Id"
    assert not _reader.is_fast(models.PaymentsGetAllResult)
    [warning] = told(caplog)
    assert warning.startswith("answers are read correctly but slowly, since msgspec ")


def test_a_model_that_it_cannot_fill_is_read_plainly_and_the_others_fast(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def decoder(model: type[Any]) -> Any:
        return refuse() if model is models.PaymentsGetAllResult else _wire_view.decoder(model)

    monkeypatch.setattr(_reader, "decoder", decoder)

    page = models.PaymentsGetAllResult.from_json(PAGE)

    assert page == _plain_reader.read(models.PaymentsGetAllResult, PAGE)
    assert _reader.is_fast(models.EnterprisesGetAllResult)
    [warning] = told(caplog)
    assert "PaymentsGetAllResult" in warning
