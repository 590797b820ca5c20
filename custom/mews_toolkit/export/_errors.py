from __future__ import annotations

from mews_connector import errors

__all__ = ["ExportError"]


class ExportError(errors.MewsError):
    """An export cannot begin, or cannot go on; no file was touched and nothing was sent."""
