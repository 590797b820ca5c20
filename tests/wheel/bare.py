"""The wheel as installed, outside the repository and without extras."""

import importlib
import subprocess
import sys
from importlib import metadata
from pathlib import Path

PACKAGES = ["mews_connector", "mews_runtime", "mews_toolkit"]


def main() -> None:
    files = [Path(str(file)) for file in metadata.files("mews-connector") or []]
    packed = {file.parts[0] for file in files if not file.parts[0].endswith(".dist-info")}
    # What pip makes of an entry point lies outside of where packages are.
    packed -= {".."}
    commands = {file.stem for file in files if file.parts[0] == ".."}
    assert commands == {"mews"}, f"the wheel brings the commands {sorted(commands)}"
    assert packed == set(PACKAGES), f"the wheel's top level holds {sorted(packed)}"
    for package in PACKAGES:
        assert Path(package, "py.typed") in files, f"{package} has no py.typed"
    assert Path("mews_connector", "openapi.json") in files, "the joined document is missing"

    for package in PACKAGES:
        origin = Path(importlib.import_module(package).__file__ or "")
        assert origin.is_relative_to(sys.prefix), f"{package} comes from {origin}"

    # Loaded by name only, so nothing else would notice one that was left out of the wheel.
    models = importlib.import_module("mews_connector.models")
    assert models.ExternalPaymentType.CASH.info.label == "Cash"
    parts = "cli export history money observability portfolio testing webhooks workflows"
    for part in parts.split():
        importlib.import_module(f"mews_toolkit.{part}")

    try:
        importlib.import_module("mews_toolkit.sandbox")
    except ImportError as error:
        assert "mews-connector[sandbox]" in str(error), f"no word of the extra: {error}"
    else:
        raise AssertionError("the sandbox was imported without its extra")

    window = importlib.import_module("mews_connector").RedisRateWindow
    try:
        window("redis://127.0.0.1:6379/0")
    except ImportError as error:
        assert "mews-connector[redis]" in str(error), f"no word of the extra: {error}"
    else:
        raise AssertionError("Redis was found without its extra")

    connector = importlib.import_module("mews_connector")
    try:
        connector.aiohttp_client()
    except connector.errors.ConfigurationError as error:
        assert "mews-connector[aiohttp]" in str(error), f"no word of the extra: {error}"
    else:
        raise AssertionError("aiohttp was found without its extra")
    telemetry_asks_for_its_extra()
    sums_ask_for_their_extra()
    parquet_asks_for_its_extra()
    the_command_asks_for_its_extra()
    the_test_double_asks_for_its_extra()
    print("wheel: exactly three packages, each typed; what needs an extra asks for it")


def telemetry_asks_for_its_extra() -> None:
    errors = importlib.import_module("mews_connector.errors")
    try:
        importlib.import_module("mews_toolkit.observability").OpenTelemetry()
    except errors.ConfigurationError as error:
        assert "mews-connector[otel]" in str(error), f"no word of the extra: {error}"
    else:
        raise AssertionError("OpenTelemetry was found without its extra")


def the_test_double_asks_for_its_extra() -> None:
    try:
        _ = importlib.import_module("mews_toolkit.testing").MewsSandbox
    except ImportError as error:
        assert "mews-connector[testing]" in str(error), f"no word of the extra: {error}"
    else:
        raise AssertionError("the test double was imported without its extra")


def sums_ask_for_their_extra() -> None:
    errors = importlib.import_module("mews_connector.errors")
    try:
        importlib.import_module("mews_toolkit.money").exponent("GBP")
    except errors.ConfigurationError as error:
        assert "mews-connector[workflows]" in str(error), f"no word of the extra: {error}"
    else:
        raise AssertionError("ISO 4217 was found without its extra")


def parquet_asks_for_its_extra() -> None:
    errors = importlib.import_module("mews_connector.errors")
    try:
        importlib.import_module("mews_toolkit.export").Export("payments.parquet")
    except errors.ConfigurationError as error:
        assert "mews-connector[parquet]" in str(error), f"no word of the extra: {error}"
    else:
        raise AssertionError("pyarrow was found without its extra")


def the_command_asks_for_its_extra() -> None:
    mews = Path(sys.executable).with_name("mews")
    told = subprocess.run([mews, "--help"], capture_output=True, text=True, check=False)  # noqa: S603 - our own
    assert told.returncode == 3, f"the command ended with {told.returncode}"
    assert "mews-connector[cli]" in told.stderr, f"no word of the extra: {told.stderr}"
    assert told.stderr.count("\n") == 1, f"more than one line: {told.stderr}"


if __name__ == "__main__":
    main()
