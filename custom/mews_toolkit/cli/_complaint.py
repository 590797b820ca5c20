"""What ends the command, as one line and an exit code."""

from __future__ import annotations

import click

from mews_connector import errors
from mews_toolkit.cli._exit_code import ExitCode
from mews_toolkit.export import ExportError
from mews_toolkit.workflows import (
    ClaimsUnavailableError,
    ConflictingPaymentError,
    DuplicatePaymentsError,
    IncomparablePaymentsError,
    PaymentNotVisibleError,
    ReconciliationError,
)

__all__ = ["ENDINGS", "ComplaintError", "complaint_about"]

# The first that an error is an instance of counts.
_CODES: tuple[tuple[type[errors.MewsError], ExitCode], ...] = (
    (ClaimsUnavailableError, ExitCode.SETUP),
    (ExportError, ExitCode.SETUP),
    (ConflictingPaymentError, ExitCode.CONFLICT),
    (DuplicatePaymentsError, ExitCode.CONFLICT),
    (IncomparablePaymentsError, ExitCode.CONFLICT),
    (PaymentNotVisibleError, ExitCode.OUTCOME_UNKNOWN),
    (errors.OutcomeUnknownError, ExitCode.OUTCOME_UNKNOWN),
    (errors.InvalidRequestError, ExitCode.USAGE),
    (errors.ConfigurationError, ExitCode.SETUP),
    (errors.JournalError, ExitCode.SETUP),
    (errors.UnauthorizedError, ExitCode.UNAUTHORIZED),
    (errors.RequestTimeoutError, ExitCode.UNAVAILABLE),
    (errors.RateLimitedError, ExitCode.UNAVAILABLE),
    (errors.ServerError, ExitCode.UNAVAILABLE),
    (errors.NotSentError, ExitCode.UNAVAILABLE),
    (errors.ResponseLostError, ExitCode.UNAVAILABLE),
    (errors.DeadlineExceededError, ExitCode.UNAVAILABLE),
    (errors.UnexpectedStatusError, ExitCode.UNREADABLE),
    (errors.InvalidResponseError, ExitCode.UNREADABLE),
    (errors.PaginationError, ExitCode.UNREADABLE),
    (errors.ApiError, ExitCode.REFUSED),
)

_ADVICE = {
    ExitCode.UNAUTHORIZED: "`mews doctor` tells what the tokens open",
    ExitCode.UNAVAILABLE: "try again later",
    ExitCode.OUTCOME_UNKNOWN: "run the same command again: it looks before it writes",
}


# What is said to those who write Python, in that order, and what is typed here.
_TYPED = {
    ", or use mews.for_enterprise(...)": "",
    "mews.for_enterprise(...)": "--enterprise",
    "portfolio=True to the client": "--portfolio",
    "portfolio=True": "--portfolio",
    "`.resume` of an error or a page as it is": "what the command that broke off told",
}


class ComplaintError(Exception):
    """Ends the command with one line on stderr and this exit code."""

    def __init__(self, line: str, code: ExitCode) -> None:
        super().__init__(line)
        self.line = line
        self.code = code


ENDINGS = (
    ComplaintError,
    errors.MewsError,
    click.ClickException,
    click.Abort,
    KeyboardInterrupt,
    EOFError,
)
"""What ends the command without being a fault in it."""


def complaint_about(end: BaseException, *, then: str | None = None) -> ComplaintError:
    """The complaint for one of `ENDINGS`, with its notes, and with what to do about it."""
    if isinstance(end, ComplaintError):
        return end
    if isinstance(end, click.ClickException):
        return _about_usage(end)
    if not isinstance(end, errors.MewsError):
        return ComplaintError("interrupted", ExitCode.INTERRUPTED)
    # Any error of a workflow that is not listed says that nothing was written.
    cause = next(iter(end.failures.values())) if isinstance(end, ReconciliationError) else end
    code = next((code for kind, code in _CODES if isinstance(cause, kind)), ExitCode.REFUSED)
    notes: list[str] = getattr(end, "__notes__", [])
    advice = then or _ADVICE.get(code)
    line = "; ".join([str(end), *notes, *([advice] if advice else [])])
    for python, typed in _TYPED.items():
        line = line.replace(python, typed)
    return ComplaintError(line, code)


def _about_usage(error: click.ClickException) -> ComplaintError:
    if isinstance(error, click.NoSuchOption) and "token" in error.option_name:
        return ComplaintError(
            f"{error.option_name} is no option: tokens are not taken from arguments, which every"
            " user of the machine can read; set MEWS_CLIENT_TOKEN and MEWS_ACCESS_TOKEN, or name"
            " a file by --credentials",
            ExitCode.USAGE,
        )
    context = error.ctx if isinstance(error, click.UsageError) else None
    hint = f"; see {context.command_path} --help" if context else ""
    return ComplaintError(f"{error.format_message().rstrip('.')}{hint}", ExitCode.USAGE)
