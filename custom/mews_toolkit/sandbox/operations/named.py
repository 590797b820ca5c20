"""Finding what a request names by its id."""

from collections.abc import Collection
from typing import TypeVar
from uuid import UUID

from mews_toolkit.sandbox.refusals import invalid
from mews_toolkit.sandbox.rows import EnterpriseRow, Rows

RowT = TypeVar("RowT", bound=EnterpriseRow)


def named(rows: Rows[RowT], enterprise_ids: Collection[UUID], row_id: UUID, parameter: str) -> RowT:
    """The row, which must belong to one of these enterprises, or a `Refusal` of the parameter."""
    row = rows.get(row_id)
    if row is None or row.enterprise_id not in enterprise_ids:
        raise invalid(parameter, "The enterprise has nothing with this id.")
    return row
