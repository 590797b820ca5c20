"""What goes out with every request is checked once, when the client is set up."""

from typing import Any

import pytest

from mews_connector import errors
from support.clients import virtual_client

pytestmark = pytest.mark.virtual_time

HALF_A_CHARACTER = b"caf\xe9".decode(errors="surrogateescape")


@pytest.mark.parametrize("name", ["client_token", "access_token", "client"])
@pytest.mark.parametrize("value", ["51b0f3\n", HALF_A_CHARACTER])
async def test_what_cannot_be_printed_is_no_setting(name: str, value: str) -> None:
    with pytest.raises(errors.ConfigurationError, match=f"^{name} holds what cannot be") as refused:
        virtual_client(**{name: value})

    assert value not in str(refused.value)
    assert refused.value.__context__ is None


@pytest.mark.parametrize("name", ["language_code", "culture_code"])
@pytest.mark.parametrize("value", [5, "", HALF_A_CHARACTER, b"en-US"])
async def test_a_language_is_a_code(name: str, value: Any) -> None:
    both = {"language_code": "en-US", "culture_code": "en-US"} | {name: value}

    with pytest.raises(errors.ConfigurationError, match=f"^{name} must be a code such as 'en-US'"):
        virtual_client(**both)

    async with virtual_client() as mews:
        with pytest.raises(errors.ConfigurationError, match=name):
            mews.with_options(**{name: value})
