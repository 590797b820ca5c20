"""What each value means stands in one table per enum, complete and unchangeable."""

from __future__ import annotations

import copy
from typing import Any, cast

import pytest

from mews_connector import models
from mews_runtime import OpenEnum, catalogues
from mews_runtime.catalogues import Info, OutcomeInfo
from support.catalogues import CATALOGUES, Catalogue
from support.pickled import pickled

pytestmark = pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda each: each.name)

NEWER = "NewerThanThisVersion"


def test_a_table_has_a_row_for_each_value_of_the_document_and_no_other(
    catalogue: Catalogue,
) -> None:
    missing = [value for value in catalogue.documented if value not in catalogue.rows]
    left_over = [value for value in catalogue.rows if value not in catalogue.documented]

    assert not missing, f"ROWS of catalogues/{catalogue.module}.py lack {missing}"
    assert not left_over, f"{catalogue.name} of the document lacks {left_over}"


def test_every_value_of_the_enum_tells_what_it_means(catalogue: Catalogue) -> None:
    for value in catalogue.enum:
        assert value.info is catalogue.rows[value]
        assert type(value.info) is catalogue.info


def test_every_label_is_there_and_told_apart(catalogue: Catalogue) -> None:
    labels = [info.label for info in catalogue.rows.values()]

    assert all(label == label.strip() and label for label in labels)
    assert len(set(labels)) == len(labels)


def test_nothing_is_guessed_about_a_value_that_came_later(catalogue: Catalogue) -> None:
    newer = catalogue.enum(NEWER)

    assert not newer.is_known
    with pytest.raises(LookupError, match=f"no {catalogue.name} '{NEWER}'.*ask is_known before"):
        _ = newer.info


def test_a_value_that_came_later_is_none_to_choose_from(
    catalogue: Catalogue,
) -> None:
    # given one that has been met
    assert catalogue.enum(NEWER) == NEWER

    assert set(catalogue.enum) == set(catalogue.documented)


def test_a_table_cannot_be_changed(catalogue: Catalogue) -> None:
    rows = cast("dict[str, Info]", catalogue.rows)
    value = catalogue.documented[0]
    row: Any = rows[value]

    with pytest.raises(TypeError):
        rows[value] = rows[value]
    with pytest.raises(TypeError):
        del rows[value]
    for name in row.__struct_fields__:
        with pytest.raises(AttributeError):
            setattr(row, name, getattr(row, name))
    with pytest.raises(AttributeError):
        row.invented = True


def test_a_row_can_be_copied_compared_and_kept(catalogue: Catalogue) -> None:
    for row in catalogue.rows.values():
        assert pickled(row) == row
        assert copy.deepcopy(row) == row
        assert hash(copy.copy(row)) == hash(row)


def test_a_value_is_still_an_open_one(catalogue: Catalogue) -> None:
    for value in [*catalogue.enum, catalogue.enum(NEWER)]:
        assert isinstance(value, OpenEnum)
        assert pickled(value) == value
        assert type(pickled(value)) is catalogue.enum


def test_the_type_of_the_rows_can_be_imported_by_its_name(catalogue: Catalogue) -> None:
    assert getattr(catalogues, f"{catalogue.name}Info") is catalogue.info
    assert f"{catalogue.name}Info" in catalogues.__all__


def test_no_table_stands_beside_an_enum_that_does_not_read_it(catalogue: Catalogue) -> None:
    assert catalogue.name in models.__all__
    assert catalogue.enum.__mro__[1] is catalogue.base


def test_an_outcome_is_there_exactly_in_a_final_state(catalogue: Catalogue) -> None:
    for value, row in catalogue.rows.items():
        if isinstance(row, OutcomeInfo):
            assert row.final is (row.succeeded is not None), value
            assert row.final or row.may_become != (), value


def test_only_states_of_the_same_enum_follow_a_state(catalogue: Catalogue) -> None:
    for value, row in catalogue.rows.items():
        followers: tuple[str, ...] = getattr(row, "may_become", None) or ()
        assert set(followers) <= set(catalogue.documented) - {value}
