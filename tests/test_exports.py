"""What can be imported: every public name is there, and none is missing from the lists."""

import inspect
from types import ModuleType

import pytest

import mews_connector
import mews_runtime
from mews_connector import api, errors, models
from mews_runtime import errors as runtime_errors
from mews_toolkit import (
    export,
    history,
    money,
    observability,
    portfolio,
    testing,
    webhooks,
    workflows,
)

PACKAGES: list[ModuleType] = [
    mews_runtime,
    runtime_errors,
    mews_connector,
    export,
    history,
    money,
    observability,
    portfolio,
    testing,
    webhooks,
    workflows,
]


@pytest.mark.parametrize("module", [*PACKAGES, models], ids=lambda each: each.__name__)
def test_every_listed_name_is_there(module: ModuleType) -> None:
    names: list[str] = module.__all__

    assert [name for name in names if not hasattr(module, name)] == []
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("module", PACKAGES, ids=lambda each: each.__name__)
def test_no_public_name_is_missing_from_the_list(module: ModuleType) -> None:
    public = {
        name
        for name, value in vars(module).items()
        if not name.startswith("_") and getattr(value, "__module__", "").startswith("mews_")
    }

    assert public <= set(module.__all__)


def test_the_names_of_the_public_face_are_exported() -> None:
    assert {"MewsClient", "Environment", "RetryPolicy", "RateLimit", "errors", "models"} <= set(
        mews_connector.__all__
    )


def test_what_a_user_meets_is_exported_beside_the_client() -> None:
    # given everything that the parameters of a client can be told, and what comes out of it
    met = {"Page", "Paginator", "AttemptEvent", "CallEvent", "Clock", "Limiter", "RateWindow"}
    met |= {"AttemptBegun", "CallBegun", "Journal", "JournalRecord", "JsonLinesJournal"}

    assert met <= set(mews_connector.__all__)
    for name in met:
        assert getattr(mews_connector, name) is getattr(mews_runtime, name)


def test_the_names_of_the_toolkit_are_exported() -> None:
    assert {"Export", "Exported", "ExportProgress", "LimitWait"} <= set(export.__all__)
    assert set(history.__all__) == {"days", "safe_until"}
    assert set(observability.__all__) == {"CallRecorder", "OpenTelemetry", "Recorded"}
    assert {"Fleet", "each", "enterprises", "merge"} <= set(portfolio.__all__)
    assert {"received", "is_refund", "total", "by_currency"} <= set(money.__all__)
    assert set(testing.__all__) == {"MewsSandbox", "RefusedAddressError", "SandboxClock"}
    assert {"Duplicates", "PaymentUpdated", "UnknownEvent", "parse"} <= set(webhooks.__all__)
    assert {"charge_card", "refund", "wait_for_payment", "close_bill"} <= set(workflows.__all__)
    # what a ConflictingPaymentError holds
    assert "AskedPayment" in workflows.__all__


def test_every_error_can_be_caught_by_its_name() -> None:
    tree = {
        name: each
        for name, each in inspect.getmembers(runtime_errors, inspect.isclass)
        if issubclass(each, errors.MewsError)
    }

    assert set(tree) == set(runtime_errors.__all__)
    for name, each in tree.items():
        assert getattr(errors, name) is each


@pytest.mark.parametrize("package", [models, api], ids=lambda each: each.__name__)
def test_what_is_loaded_on_first_use_is_listed_before(package: ModuleType) -> None:
    for name in dir(package):
        assert getattr(package, name) is not None


def test_every_model_and_enum_is_listed() -> None:
    assert set(models.__all__) == set(dir(models))
