"""Parquet, through pyarrow.

A Parquet file has no end before its footer is written. So rows are kept as a stream of Arrow's own
format, which can be appended to and cut back like lines of text, and Parquet is made of that when
the export ends or is interrupted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from typing import Any

from mews_toolkit.export._columns import Column, text_of
from mews_toolkit.export._files import replacing

__all__ = ["Parquet"]

# The most digits that every reader takes without making a float of them.
_DIGITS, _DECIMALS = 38, 18
_ROWS_OF_A_GROUP = 50_000
_NATIVE: tuple[object, ...] = (bool, int, date, datetime)


class _DoesNotFitError(Exception):
    def __init__(self, column: str) -> None:
        super().__init__(column)
        self.column = column


class Parquet:
    """Columns of the types that Parquet has for them; amounts exact, or as text."""

    def __init__(self, columns: list[Column]) -> None:
        # It has no types; imported by name, it is `Any` to both type checkers.
        self._pa: Any = import_module("pyarrow")
        self._pq: Any = import_module("pyarrow.parquet")
        self._columns = columns
        self._decimals = {it.name for it in columns if it.kind is Decimal}
        self._schema = self._pa.schema([(it.name, self._type(it.kind)) for it in columns])

    @property
    def header(self) -> bytes:
        """The columns, as a stream of Arrow begins."""
        return bytes(self._schema.serialize())

    def encode(self, rows: Iterable[Any]) -> bytes:
        """One batch."""
        rows = list(rows)
        arrays = [
            self._pa.array([it.value(row) for row in rows], field.type)
            if _is_native(it.kind)
            else self._pa.array([_text(it.value(row)) for row in rows], field.type)
            for it, field in zip(self._columns, self._schema, strict=True)
        ]
        return bytes(self._pa.record_batch(arrays, schema=self._schema).serialize())

    def publish(self, working: Path, file: Path) -> None:
        """Amounts of more digits than the type for them has make their column one of texts."""
        texts: set[str] = set()
        with replacing(file) as new:
            while True:
                try:
                    self._convert(working, new, texts)
                except _DoesNotFitError as error:
                    texts.add(error.column)
                else:
                    break

    def finish(self, working: Path, file: Path) -> None:
        """The stream has served its purpose."""
        self.publish(working, file)
        working.unlink()

    def _type(self, kind: object) -> Any:
        types: dict[object, Any] = {
            bool: self._pa.bool_(),
            int: self._pa.int64(),
            date: self._pa.date32(),
            datetime: self._pa.timestamp("us", tz="UTC"),
        }
        return types.get(kind, self._pa.string())

    def _convert(self, working: Path, new: Path, texts: set[str]) -> None:
        amounts = self._decimals - texts
        exact = self._pa.decimal128(_DIGITS, _DECIMALS)
        schema = self._pa.schema(
            [(it.name, exact if it.name in amounts else it.type) for it in self._schema]
        )
        with self._pq.ParquetWriter(new, schema) as writer:
            for group in self._groups(working):
                columns = [
                    self._exact(group.column(it.name), it.name, exact)
                    if it.name in amounts
                    else group.column(it.name)
                    for it in schema
                ]
                writer.write_table(self._pa.table(columns, schema=schema))

    def _groups(self, working: Path) -> Iterator[Any]:
        with self._pa.OSFile(str(working)) as file, self._pa.ipc.open_stream(file) as stream:
            batches: list[Any] = []
            for batch in stream:
                batches.append(batch)
                if sum(it.num_rows for it in batches) >= _ROWS_OF_A_GROUP:
                    yield self._pa.Table.from_batches(batches)
                    batches = []
            if batches:
                yield self._pa.Table.from_batches(batches)

    def _exact(self, column: Any, name: str, exact: Any) -> Any:
        # Casting texts is several times faster, and gives wrong numbers where there are too many
        # digits before the point, without a word (pyarrow 26). So it is not taken at its word here.
        amounts = [None if it is None else Decimal(it) for it in column.to_pylist()]
        try:
            made = self._pa.array(amounts, exact)
        except self._pa.ArrowInvalid:
            raise _DoesNotFitError(name) from None
        if made.to_pylist() != amounts:
            raise _DoesNotFitError(name)
        return made


def _is_native(kind: object) -> bool:
    return kind in _NATIVE


def _text(value: object) -> str | None:
    return None if value is None else text_of(value)
