"""Seeing what clients do: spans and metrics, and which operations were called.

mews = MewsClient(..., observer=OpenTelemetry())  # needs the extra `otel`
mews = MewsClient(..., on_event=CallRecorder())
"""

from typing import TYPE_CHECKING

from mews_connector import errors
from mews_toolkit.observability._call_recorder import CallRecorder
from mews_toolkit.observability._recorded import Recorded

if TYPE_CHECKING:
    from mews_toolkit.observability._open_telemetry import OpenTelemetry as OpenTelemetry

__all__ = ["CallRecorder", "OpenTelemetry", "Recorded"]


def __getattr__(name: str) -> object:
    if name != "OpenTelemetry":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    try:
        from mews_toolkit.observability._open_telemetry import (  # noqa: PLC0415 - an extra
            OpenTelemetry,
        )
    except ModuleNotFoundError as error:
        if not (error.name or "").startswith("opentelemetry"):
            raise
        return _MissingExtra
    return OpenTelemetry


class _MissingExtra:
    """Stands in for `OpenTelemetry`, so that the names of this package can be asked for."""

    def __init__(self, **_: object) -> None:
        raise errors.ConfigurationError(
            "OpenTelemetry needs its API: pip install 'mews-connector[otel]'"
        )
