from __future__ import annotations

import hashlib
import re
from typing import NoReturn

from attrs import Factory, field, frozen

from . import _json
from ._card_number import holds_card_number
from ._mask import MASK, masked
from .errors import ConfigurationError

__all__ = ["Credentials"]


def _in_any_form(token: str) -> str:
    """An expression for the token with any of its characters written as a JSON escape."""
    return "".join(_character_in_any_form(each) for each in token)


def _character_in_any_form(character: str) -> str:
    # The longest first: of an escaped backslash, one would stay.
    escaped = [re.escape(f"\\{character}")] if character in '"\\/' else []
    forms = [f"\\\\u{ord(character):04x}", *escaped, re.escape(character)]
    return f"(?:{'|'.join(forms)})"


def _tokens_in_any_form(credentials: Credentials) -> str:
    tokens = {str(credentials.client_token), str(credentials.access_token)}
    # The longer one first: one may be the beginning of the other.
    return "|".join(_in_any_form(token) for token in sorted(tokens, key=len, reverse=True))


def _in_text(credentials: Credentials) -> re.Pattern[str]:
    return re.compile(_tokens_in_any_form(credentials), re.IGNORECASE)


def _in_bytes(credentials: Credentials) -> re.Pattern[bytes]:
    forms = _tokens_in_any_form(credentials).encode(errors="surrogatepass")
    return re.compile(forms, re.IGNORECASE)


@frozen
class Credentials:
    """The three properties that open every request. They are masked wherever they are shown.

    Source: https://docs.mews.com/connector-api/guidelines/authentication
    """

    client_token: str = field(repr=masked)
    access_token: str = field(repr=masked)
    client: str
    _anyhow: re.Pattern[str] = field(
        init=False, repr=False, eq=False, default=Factory(_in_text, takes_self=True)
    )
    _anyhow_in_bytes: re.Pattern[bytes] = field(
        init=False, repr=False, eq=False, default=Factory(_in_bytes, takes_self=True)
    )

    def __attrs_post_init__(self) -> None:
        for name in ("client_token", "access_token", "client"):
            value: object = getattr(self, name)
            if not isinstance(value, str) or not value.strip():
                raise ConfigurationError(f"{name} must be a text that is not empty")
            if not value.isprintable():
                raise ConfigurationError(
                    f"{name} holds what cannot be printed, such as a line break; see how it is read"
                )
        if holds_card_number(self.client):
            raise ConfigurationError("client holds what looks like a payment card number")

    def seal(self, payload: bytes) -> bytes:
        """The JSON object `payload` with the credentials put before its own properties."""
        opening = _json.encode(
            {
                "ClientToken": self.client_token,
                "AccessToken": self.access_token,
                "Client": self.client,
            }
        )
        return _json.joined(opening, payload)

    def redact(self, text: str) -> str:
        """`text` without the tokens, for anything that the server says and somebody may log."""
        return self._anyhow.sub(MASK, text)

    def redact_bytes(self, body: bytes) -> bytes:
        """As `redact`, for a body that is kept as it arrived."""
        return self._anyhow_in_bytes.sub(MASK.encode(), body)

    def fingerprint(self) -> str:
        """A hash of the access token: tells tokens apart without holding one."""
        return hashlib.sha256(self.access_token.encode()).hexdigest()

    def __reduce__(self) -> NoReturn:
        raise TypeError("credentials are not pickled or copied, so that tokens do not spread")
