"""All rows of a query in a file: JSON lines, CSV or Parquet, whole rows only, resumable.

done = await Export("payments.parquet", resume=True).run(
    mews, lambda it: it.payments.get_all, created_utc=created
)
done.rows, done.file

docs/export.md tells what is in the file, and what a crash leaves.
"""

from mews_toolkit.export._begun import Begun
from mews_toolkit.export._columns import Column, columns_of, row_as_json, text_of
from mews_toolkit.export._csv_lines import csv_lines
from mews_toolkit.export._errors import ExportError
from mews_toolkit.export._export import Export
from mews_toolkit.export._exported import Exported
from mews_toolkit.export._limit_wait import LimitWait
from mews_toolkit.export._progress import ExportProgress

__all__ = [
    "Begun",
    "Column",
    "Export",
    "ExportError",
    "ExportProgress",
    "Exported",
    "LimitWait",
    "columns_of",
    "csv_lines",
    "row_as_json",
    "text_of",
]
