"""How the command ends when something goes wrong: one line, and a code for scripts."""

from __future__ import annotations

import os

import pytest

from mews_connector import errors
from mews_toolkit.cli._complaint import complaint_about
from mews_toolkit.cli._exit_code import ExitCode
from mews_toolkit.sandbox import CutBody, Html, Sandbox, Status
from mews_toolkit.sandbox.faults import Fault
from support.command import Mews

LIST = ("payments", "list", "--since", "2026-11-01")


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (Status(400), ExitCode.REFUSED),
        (Status(401), ExitCode.UNAUTHORIZED),
        (Status(403), ExitCode.REFUSED),
        (Html(), ExitCode.UNREADABLE),
    ],
    ids=str,
)
def test_an_answer_that_is_an_error_is_one_line_with_the_request_id(
    fault: Fault, code: ExitCode, mews: Mews, sandbox: Sandbox
) -> None:
    sandbox.faults.add(fault, operation="payments/getAll")

    failed = mews(*LIST)

    assert failed.code == code
    assert failed.out == ""
    assert failed.err.startswith("mews: payments/getAll: ")
    assert failed.err.count("\n") == 1
    if not isinstance(fault, Html):
        assert f"(request id {sandbox.calls[-1].request_id})" in failed.err


def test_what_goes_by_itself_is_not_told(mews: Mews, sandbox: Sandbox) -> None:
    sandbox.faults.add(CutBody(), operation="payments/getAll")

    listed = mews(*LIST)

    assert (listed.code, listed.err) == (0, "")
    assert listed.rows


def test_with_verbose_every_attempt_is_told(mews: Mews, sandbox: Sandbox) -> None:
    sandbox.faults.add(CutBody(), operation="payments/getAll")

    assert "payments/getAll attempt 1" in mews(*LIST, "--verbose").err


def test_wrong_tokens_lead_to_the_doctor(mews: Mews, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MEWS_ACCESS_TOKEN", "a-canary-that-opens-nothing")

    failed = mews(*LIST)

    assert failed.code == 4
    assert failed.err.rstrip().endswith("`mews doctor` tells what the tokens open")
    assert "canary" not in failed.err


def test_what_an_error_quotes_cannot_give_the_terminal_orders(mews: Mews) -> None:
    failed = mews(*LIST, "--credentials", "a\x1b[2Jb\nc")

    assert failed.err == "mews: a\N{REPLACEMENT CHARACTER}[2Jb c: No such file or directory\n"


def test_an_environment_that_is_none_is_told_in_the_words_of_the_command(mews: Mews) -> None:
    failed = mews(*LIST, "--environment", "prod")

    assert failed.code == 3
    assert failed.err == "mews: there is no environment 'prod': say demo, production or a URL\n"


def test_an_argument_that_is_no_text_is_refused(mews: Mews) -> None:
    failed = mews(*LIST, "--currency", os.fsdecode(b"\xff"))

    assert failed.code == 2
    assert failed.err.startswith(r"mews: '\udcff' is no text in this locale")


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (errors.InvalidRequestError("x"), 2),
        (errors.ConfigurationError("x"), 3),
        (errors.UnauthorizedError("x", status=401), 4),
        (errors.NotFoundError("x", status=404), 5),
        (errors.ConflictError("x", status=409), 5),
        (errors.CardDeclinedError("x", status=403), 5),
        (errors.NotSentError("x"), 6),
        (errors.RateLimitedError("x", status=429), 6),
        (errors.ServerError("x", status=502), 6),
        (errors.RequestTimeoutError("x", status=408), 6),
        (errors.ResponseLostError("x"), 6),
        (errors.DeadlineExceededError("x"), 6),
        (errors.OutcomeUnknownError("x"), 7),
        (errors.InvalidResponseError("x"), 11),
        (errors.PaginationError("x"), 11),
        (errors.UnexpectedStatusError("x", status=302), 11),
        (KeyboardInterrupt(), 130),
    ],
    ids=lambda it: type(it).__name__ if isinstance(it, BaseException) else None,
)
def test_each_error_has_its_code(error: BaseException, code: int) -> None:
    assert complaint_about(error).code == code
