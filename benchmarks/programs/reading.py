"""Reads a page of payments again and again, and tells what one reading costs and its objects hold.

`reading.py CANDIDATE READINGS`, in a folder with the page and with the modules of the peers.
"""

import gc
import json
import sys
import tracemalloc
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from statistics import median
from time import process_time_ns
from typing import Any, TypeAlias

Reader: TypeAlias = Callable[[bytes], object]

_WARM_UP = 5


def plain_json() -> Reader:
    """Dicts, lists, strings and floats."""
    return json.loads


def stock() -> Reader:
    """As the stock client's endpoint does it with an answer."""
    result: Any = import_module("stock_client.models").PaymentsGetAllResult
    return lambda body: result.from_dict(json.loads(body))


def pydantic() -> Reader:
    """Straight from the text, its fastest way."""
    reader: Reader = import_module("pydantic_models").PaymentsGetAllResult.model_validate_json
    return reader


def msgspec() -> Reader:
    """The floor: what builds typed objects can hardly be faster."""
    result: Any = import_module("msgspec_models").PaymentsGetAllResult
    reader: Reader = import_module("msgspec").json.Decoder(result).decode
    return reader


def mews_connector() -> Reader:
    """As the client does it with an answer."""
    from mews_connector import api

    return api.PAYMENTS_GET_ALL.result.from_json


CANDIDATES = {
    "json.loads": plain_json,
    "stock": stock,
    "pydantic": pydantic,
    "msgspec": msgspec,
    "mews_connector": mews_connector,
}


def main() -> None:
    """Times first: counting memory makes everything slower."""
    sys.path.append(str(Path.cwd()))
    read = CANDIDATES[sys.argv[1]]()
    readings = int(sys.argv[2])
    body = Path("payments.json").read_bytes()
    for _ in range(min(_WARM_UP, readings)):
        read(body)
    # The collector runs as it does for everybody: whoever makes many objects pays for it.
    milliseconds = _median(read, body, readings)
    gc.disable()
    uncollected = _median(read, body, readings)
    gc.enable()
    held = _held(read, body) / 1024
    print(json.dumps({"ms": milliseconds, "ms, gc off": uncollected, "KiB held": held}))


def _median(read: Reader, body: bytes, readings: int) -> float:
    return median(_timed(read, body) for _ in range(readings)) / 1e6


def _timed(read: Reader, body: bytes) -> int:
    begun = process_time_ns()
    result = read(body)
    spent = process_time_ns() - begun
    # Giving the memory back is not reading, and takes a while.
    del result
    return spent


def _held(read: Reader, body: bytes) -> int:
    gc.collect()
    tracemalloc.start()
    result = read(body)
    gc.collect()
    held, _ = tracemalloc.get_traced_memory()
    del result
    return held


if __name__ == "__main__":
    main()
