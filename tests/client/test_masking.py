"""Tokens are masked in every form in which a server could write them."""

from __future__ import annotations

import pytest
from pytest_httpx import HTTPXMock

from mews_connector import errors
from support.clients import virtual_client

pytestmark = pytest.mark.virtual_time

CLIENT, ACCESS = "CT-abc", "CT-abc-XYZsecret"


@pytest.mark.parametrize(
    "body",
    [
        '{"Message": "bad CT-abc-XYZsecret"}',
        '{"Message": "bad ct-ABC-xyzSECRET"}',
        '{"Message": "bad CT\\u002dabc-XYZsecret',
        '{"Message": "bad \\u0043T\\u002Dabc-XYZ\\u0073ecret',
        "bad CT-abc-XYZsecret",
    ],
)
@pytest.mark.parametrize("status", [200, 401])
async def test_no_part_of_a_token_is_left(httpx_mock: HTTPXMock, status: int, body: str) -> None:
    httpx_mock.add_response(status_code=status, content=body.encode())
    async with virtual_client(client_token=CLIENT, access_token=ACCESS) as mews:
        with pytest.raises(errors.MewsError) as raised:
            await mews.configuration.get()

    shown = str(raised.value) + str(getattr(raised.value, "body", b""))
    assert "secret" not in shown.lower()
    assert "u0073ecret" not in shown


@pytest.mark.parametrize("written", ['ab\\/cd\\"EF\\\\', "ab/cd\\u0022EF\\u005c", "AB\\/CD"])
async def test_escapes_of_json_do_not_hide_it(httpx_mock: HTTPXMock, written: str) -> None:
    httpx_mock.add_response(content=f"no JSON: <{written}>".encode())
    async with virtual_client(client_token='ab/cd"EF\\', access_token="ab/cd") as mews:
        with pytest.raises(errors.InvalidResponseError) as raised:
            await mews.configuration.get()

    assert raised.value.body == b"no JSON: <***>"
