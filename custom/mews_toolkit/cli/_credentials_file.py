from __future__ import annotations

import os
import stat
import tomllib
from pathlib import Path
from typing import Any

from mews_connector import errors

__all__ = ["KEYS", "read_credentials_file"]

KEYS = ("environment", "client_token", "access_token", "client")
_LONGEST = 64 * 1024


def read_credentials_file(path: Path) -> dict[str, str]:
    """What the file says, if it is a file that nobody else can read or write.

    Raises:
        ConfigurationError: It is not, or it cannot be read.
    """
    try:
        return _checked(path, _table(path, _content(path)))
    except OSError as error:
        raise errors.ConfigurationError(f"{path}: {error.strerror}") from None


def _content(path: Path) -> bytes:
    if not hasattr(os, "geteuid"):
        raise errors.ConfigurationError(
            f"{path}: who may read a file cannot be checked on this system;"
            " set MEWS_CLIENT_TOKEN and MEWS_ACCESS_TOKEN instead"
        )
    # Checked on what is open, so that nobody can put another file in its place in between; a pipe
    # would keep this waiting.
    with open(os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC), "rb") as file:  # noqa: PTH123 - Path opens no descriptor
        found = os.fstat(file.fileno())
        if not stat.S_ISREG(found.st_mode):
            raise errors.ConfigurationError(f"{path}: is no regular file")
        if found.st_uid != os.geteuid():
            raise errors.ConfigurationError(
                f"{path}: belongs to somebody else; use a file of yours"
            )
        if found.st_mode & 0o077:
            mode = stat.S_IMODE(found.st_mode)
            raise errors.ConfigurationError(
                f"{path}: others can get at it ({mode:04o}); run: chmod 600 {path}"
            )
        content = file.read(_LONGEST + 1)
    if len(content) > _LONGEST:
        raise errors.ConfigurationError(f"{path}: is too long for a file of credentials")
    return content


def _table(path: Path, content: bytes) -> dict[str, Any]:
    try:
        return tomllib.loads(content.decode())
    except ValueError:
        # What it says of the place may quote a token.
        fault = errors.ConfigurationError(f'{path}: is no TOML; write client_token = "..."')
    raise fault


def _checked(path: Path, table: dict[str, Any]) -> dict[str, str]:
    unknown = sorted(set(table) - set(KEYS))
    if unknown:
        # Not by its name: a token may have been written without one.
        raise errors.ConfigurationError(
            f"{path}: holds {len(unknown)} key(s) beside {', '.join(KEYS)}"
        )
    wrong = [key for key, value in table.items() if not isinstance(value, str) or not value.strip()]
    if wrong:
        raise errors.ConfigurationError(f"{path}: must be texts: {', '.join(wrong)}")
    missing = [key for key in ("client_token", "access_token") if key not in table]
    if missing:
        raise errors.ConfigurationError(f"{path}: lacks {', '.join(missing)}")
    return table
