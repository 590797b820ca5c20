"""Where the command takes tokens from, and what it refuses to take."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from mews_toolkit.sandbox import ACCESS_TOKEN, CLIENT_TOKEN, Sandbox, Server
from support.command import Mews

LIST = ("payments", "list", "--since", "2026-11-01", "--limit", "1")
VARIABLES = ("MEWS_CLIENT_TOKEN", "MEWS_ACCESS_TOKEN", "MEWS_ENVIRONMENT")


@pytest.fixture
def file(
    tmp_path: Path, server: Server, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A file of credentials, and no variables."""
    # What sets them comes first.
    request.getfixturevalue("mews")
    for name in VARIABLES:
        monkeypatch.delenv(name)
    file = tmp_path / "tokens.toml"
    file.write_text(
        f'environment = "{server.url}"\n'
        f'client_token = "{CLIENT_TOKEN}"\naccess_token = "{ACCESS_TOKEN}"\nclient = "Ledger 1"\n'
    )
    file.chmod(0o600)
    return file


def test_a_file_of_ones_own_gives_tokens_and_environment(mews: Mews, file: Path) -> None:
    assert mews(*LIST, "--credentials", str(file)).code == 0


def test_a_variable_names_the_file(mews: Mews, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MEWS_CREDENTIALS", str(file))

    assert mews(*LIST).code == 0


def test_the_usual_place_is_looked_at_when_nothing_is_said(
    mews: Mews, file: Path, tmp_path: Path
) -> None:
    usual = tmp_path / ".config" / "mews" / "credentials.toml"
    usual.parent.mkdir(parents=True)
    file.rename(usual)

    assert mews(*LIST).code == 0


def test_tokens_of_the_file_are_never_mixed_with_those_of_variables(
    mews: Mews, file: Path, monkeypatch: pytest.MonkeyPatch, sandbox: Sandbox
) -> None:
    monkeypatch.setenv("MEWS_ACCESS_TOKEN", "of another integration")
    file.write_text(f'client_token = "{CLIENT_TOKEN}"\n')

    refused = mews(*LIST, "--credentials", str(file))

    assert refused.code == 3
    assert "lacks access_token" in refused.err
    assert sandbox.calls == []


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o644, 0o620])
def test_a_file_that_others_can_get_at_is_refused(mode: int, mews: Mews, file: Path) -> None:
    file.chmod(mode)

    refused = mews(*LIST, "--credentials", str(file))

    assert refused.code == 3
    assert refused.err == (
        f"mews: {file}: others can get at it ({mode:04o}); run: chmod 600 {file}\n"
    )


def test_a_file_of_somebody_else_is_refused(
    mews: Mews, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 4711)

    refused = mews(*LIST, "--credentials", str(file))

    assert refused.code == 3
    assert "belongs to somebody else" in refused.err


def test_where_owners_cannot_be_told_no_file_is_read(
    mews: Mews, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "geteuid")

    refused = mews(*LIST, "--credentials", str(file))

    assert refused.code == 3
    assert "cannot be checked on this system" in refused.err


def test_a_pipe_is_refused_and_not_waited_for(mews: Mews, file: Path) -> None:
    file.unlink()
    os.mkfifo(file, 0o600)

    assert "is no regular file" in mews(*LIST, "--credentials", str(file)).err


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (f'client_token = "{CLIENT_TOKEN}', "is no TOML"),
        (f"{ACCESS_TOKEN}", "is no TOML"),
        (f'{ACCESS_TOKEN} = "x"', "holds 1 key(s) beside"),
        ("client_token = 7\naccess_token = 'x'", "must be texts: client_token"),
        ("", "lacks client_token, access_token"),
        ("#" * 70_000, "is too long"),
    ],
)
def test_a_file_that_is_wrong_is_not_quoted(
    content: str, told: str, mews: Mews, file: Path
) -> None:
    file.write_text(content)

    refused = mews(*LIST, "--credentials", str(file))

    assert refused.code == 3
    assert told in refused.err
    assert refused.err.count("\n") == 1


def test_a_file_that_is_not_there_is_named(mews: Mews, file: Path) -> None:
    file.unlink()

    assert str(file) in mews(*LIST, "--credentials", str(file)).err


@pytest.mark.usefixtures("file")
def test_without_any_tokens_it_says_where_they_are_looked_for(mews: Mews) -> None:
    refused = mews(*LIST)

    assert refused.code == 3
    assert "MEWS_CLIENT_TOKEN and MEWS_ACCESS_TOKEN" in refused.err
    assert "credentials.toml (chmod 600)" in refused.err


def test_half_of_the_variables_is_not_enough(mews: Mews, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MEWS_ACCESS_TOKEN")

    assert mews(*LIST).err == "mews: set MEWS_ACCESS_TOKEN in the environment\n"


def test_without_an_environment_none_is_assumed(
    mews: Mews, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("MEWS_ENVIRONMENT")

    refused = mews(*LIST)

    assert refused.code == 3
    assert "no environment: say --environment" in refused.err


@pytest.mark.parametrize("place", [0, 2], ids=["before", "after"])
def test_the_environment_can_be_said_before_and_after_the_command(
    place: int, mews: Mews, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MEWS_ENVIRONMENT", "http://127.0.0.1:9")
    arguments = [*LIST]
    arguments[place:place] = ["--environment", server.url]

    assert mews(*arguments).code == 0


def test_tokens_do_not_travel_unencrypted(mews: Mews) -> None:
    refused = mews(*LIST, "--environment", "http://api.example.com")

    assert refused.code == 3
    assert "plain http is only for loopback" in refused.err


@pytest.mark.parametrize("option", ["--client-token", "--access-token", "--token"])
@pytest.mark.parametrize("form", ["apart", "joined"])
def test_a_token_as_an_argument_is_refused_and_not_repeated(
    option: str, form: str, mews: Mews, sandbox: Sandbox
) -> None:
    joined = form == "joined"

    refused = mews(*LIST, *([f"{option}=secret-77"] if joined else [option, "secret-77"]))

    assert refused.code == 2
    assert "tokens are not taken from arguments" in refused.err
    assert "secret-77" not in refused.err
    assert sandbox.calls == []


def test_a_known_token_typed_by_mistake_is_masked(mews: Mews) -> None:
    refused = mews(ACCESS_TOKEN)

    assert refused.code == 2
    assert "***" in refused.err
