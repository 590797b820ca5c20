"""However an answer was packed and cut into pieces, it is unpacked as it was."""

from __future__ import annotations

import gzip
from random import Random

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mews_runtime._unpacking import Unpacking

A_STEP = 256 * 1024
SIZES = st.integers(0, 600) | st.sampled_from([1, 2]).flatmap(
    lambda steps: st.integers(-300, 300).map(lambda more: steps * A_STEP + more)
)


@settings(max_examples=40, deadline=None)
@given(size=SIZES, level=st.sampled_from([0, 1]), seed=st.integers(0, 2**32))
def test_what_was_packed_comes_out_in_small_pieces(size: int, level: int, seed: int) -> None:
    # given something that can be packed well, or hardly
    chance = Random(seed)
    body = chance.choice((chance.randbytes, bytes))(size)
    packed = gzip.compress(body, level)
    cuts = sorted(chance.randrange(len(packed) + 1) for _ in range(chance.randrange(6)))

    # when
    unpacking = Unpacking(httpx.Headers({"Content-Encoding": "gzip"}))
    parts = [
        part
        for since, to in zip([0, *cuts], [*cuts, len(packed)], strict=True)
        for part in unpacking.unpack(packed[since:to])
    ]
    unpacking.end()

    # then
    assert b"".join(parts) == body
    assert max(map(len, parts)) <= A_STEP


def test_nothing_at_all_needs_no_unpacking() -> None:
    unpacking = Unpacking(httpx.Headers({"Content-Encoding": "gzip"}))

    assert [part for part in unpacking.unpack(b"") if part] == []
    unpacking.end()


def test_what_is_cut_anywhere_is_told_to_have_no_end() -> None:
    packed = gzip.compress(b'{"Payments": []}')
    for length in range(1, len(packed)):
        unpacking = Unpacking(httpx.Headers({"Content-Encoding": "gzip"}))
        list(unpacking.unpack(packed[:length]))
        with pytest.raises(httpx.DecodingError, match="no end"):
            unpacking.end()
