"""A client for what the settings, the environment and the file of credentials say."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from attrs import frozen

from mews_connector import Environment, MewsClient, __version__, errors
from mews_toolkit.cli._credentials_file import read_credentials_file
from mews_toolkit.cli._settings import Settings

__all__ = ["Source", "connect", "source"]

_NAMED = {"demo": Environment.DEMO, "production": Environment.PRODUCTION}
_TOKENS = ("MEWS_CLIENT_TOKEN", "MEWS_ACCESS_TOKEN")


@frozen
class Source:
    """Where tokens come from: a file, or by default the environment's variables."""

    file: Path | None

    def __str__(self) -> str:
        return f"the file {self.file}" if self.file else " and ".join(_TOKENS)


def source(settings: Settings) -> Source:
    """The first that there is of: --credentials, MEWS_CREDENTIALS, the variables, the usual file.

    Tokens come from one of them alone, so that none of one integration meets one of another.

    Raises:
        ConfigurationError: There is none.
    """
    named = settings.credentials or os.environ.get("MEWS_CREDENTIALS")
    if named:
        return Source(Path(named))
    if any(os.environ.get(name) for name in _TOKENS):
        return Source(None)
    usual = _usual_file()
    if usual.exists():
        return Source(usual)
    raise errors.ConfigurationError(
        f"no tokens: set {' and '.join(_TOKENS)}, or write them into {usual} (chmod 600)"
    )


def connect(settings: Settings, **keywords: Any) -> MewsClient:
    """A client; keywords as for the class itself.

    Raises:
        ConfigurationError: Something that it needs is missing or refused.
    """
    told = _told(source(settings))
    for token in ("client_token", "access_token"):
        settings.secrets.add(told[token])
    # Tokens of one environment are not valid in another, so what stands beside them counts more.
    environment = settings.environment or told.get("environment")
    environment = environment or os.environ.get("MEWS_ENVIRONMENT")
    if not environment:
        raise errors.ConfigurationError(
            "no environment: say --environment demo, production or a URL, or set MEWS_ENVIRONMENT"
        )
    if environment.lower() not in _NAMED and "://" not in environment:
        raise errors.ConfigurationError(
            f"there is no environment {environment!r}: say demo, production or a URL"
        )
    return MewsClient(
        environment=_NAMED.get(environment.lower(), environment),
        client_token=told["client_token"],
        access_token=told["access_token"],
        client=told.get("client") or os.environ.get("MEWS_CLIENT") or f"mews {__version__}",
        portfolio=settings.portfolio,
        **keywords,
    )


def _told(origin: Source) -> dict[str, str]:
    if origin.file is not None:
        return read_credentials_file(origin.file)
    missing = [name for name in _TOKENS if not os.environ.get(name)]
    if missing:
        raise errors.ConfigurationError(f"set {', '.join(missing)} in the environment")
    return {
        "client_token": os.environ["MEWS_CLIENT_TOKEN"],
        "access_token": os.environ["MEWS_ACCESS_TOKEN"],
    }


def _usual_file() -> Path:
    home = os.environ.get("XDG_CONFIG_HOME")
    folder = Path(home) if home else Path.home() / ".config"
    return folder / "mews" / "credentials.toml"
