"""A version is published only if the changelog names what changed since the last one."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from mews_release import __main__
from mews_release.api_changes import last_tag, unnamed
from mews_release.public_face import FACES

ROOT = Path(__file__).parents[2]
RELEASED = """# Changelog

## [Unreleased]
{news}
## [1.0.0] - 2026-01-01

- `pay` and `forget`.
"""
CLIENT = """
__all__ = ["Till", "pay", "errors", "__version__"]
__version__ = "1.0.0"

class Till:
    size: int = 5
    def open(self, *, by: str) -> None: ...
    def _shake(self) -> None: ...

def pay(*, amount: int) -> None: ...

def internal() -> None: ...
"""


class Project:
    """One with the three packages, in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for package in ("mews_connector", "custom/mews_runtime", "custom/mews_toolkit"):
            (folder / package).mkdir(parents=True)
            (folder / package / "__init__.py").touch()
        (folder / "mews_connector" / "errors.py").touch()
        self.client = folder / "mews_connector" / "__init__.py"
        self.client.write_text(CLIENT)
        self.tell("")

    def tell(self, news: str) -> None:
        (self.folder / "CHANGELOG.md").write_text(RELEASED.format(news=news))

    def edit(self, old: str, new: str) -> None:
        text = self.client.read_text()
        assert old in text
        self.client.write_text(text.replace(old, new))

    def git(self, *arguments: str) -> None:
        told = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        for role in ("AUTHOR", "COMMITTER"):
            told |= {f"GIT_{role}_NAME": "A", f"GIT_{role}_EMAIL": "a@example.com"}
        subprocess.run(  # noqa: S603 - as put together by the tests
            ["git", *arguments],  # noqa: S607 - the git that is installed
            cwd=self.folder,
            env=os.environ | told,
            check=True,
            capture_output=True,
        )

    def release(self, version: str) -> None:
        self.git("init", "--quiet")
        self.git("add", ".")
        self.git("commit", "--quiet", "--message", "All")
        self.git("tag", f"v{version}")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


@pytest.fixture
def released(project: Project) -> Project:
    project.release("1.0.0")
    return project


def judge(project: Project) -> int:
    return __main__.main(["changes", "--root", str(project.folder)])


def test_without_a_tag_there_is_nothing_to_compare_with_and_it_says_so(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    assert judge(project) == 0
    assert "No version is tagged yet" in capsys.readouterr().out


def test_a_tag_of_something_else_is_no_version(project: Project) -> None:
    project.release("ictory")

    assert last_tag(project.folder) is None


def test_the_nearest_tag_is_the_one_to_compare_with(released: Project) -> None:
    released.git("commit", "--quiet", "--allow-empty", "--message", "More")
    released.git("tag", "v1.1.0")

    assert last_tag(released.folder) == "v1.1.0"


def test_where_nothing_changed_nothing_has_to_be_named(
    released: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    assert judge(released) == 0
    assert capsys.readouterr().out.startswith("0 public names changed since v1.0.0")


CHANGES = pytest.mark.parametrize(
    ("old", "new", "name", "what"),
    [
        ('["Till", "pay"', '["Till"', "pay", "removed"),
        ('["Till", "pay"', '["Till", "internal", "pay"', "internal", "added"),
        ("def open(", "def unlock(", "Till.open", "Public object was removed"),
        ("def open(", "def unlock(", "Till.unlock", "added"),
        ("amount: int", "amount: int, tip: int", "pay", "Parameter was added as required"),
        ("amount: int", "amount: int, tip: int = 0", "pay(tip)", "added"),
        ("*, amount: int", "", "pay", "Parameter was removed"),
        ("amount: int", "amount: str", "pay(amount)", "type changed"),
        ("amount: int) -> None", "amount: int) -> int", "pay", "type of the result changed"),
        ("size: int = 5", "size: int = 6", "Till.size", "value changed"),
        ("size: int = 5", "size: float = 5", "Till.size", "type changed"),
    ],
    ids=lambda it: it,
)


@CHANGES
def test_a_change_that_the_changelog_does_not_name_is_a_fault(  # noqa: PLR0917 - a table's columns
    old: str,
    new: str,
    name: str,
    what: str,
    released: Project,
    capsys: pytest.CaptureFixture[str],
) -> None:
    released.edit(old, new)

    assert judge(released) == 1
    said = f"CHANGELOG.md does not name mews_connector.{name}: {what}\n"
    assert said in capsys.readouterr().err


@CHANGES
def test_it_is_none_once_the_changelog_names_it(
    old: str, new: str, name: str, what: str, released: Project
) -> None:
    del name, what
    released.edit(old, new)
    released.tell("- `Till.open` is `Till.unlock()`, with `size`; `pay(tip=0)`, and `internal`.")

    assert judge(released) == 0


def test_what_is_not_public_may_change_untold(released: Project) -> None:
    released.edit("def internal() -> None: ...", "")
    released.edit("def _shake(self)", "def _shiver(self)")
    released.edit('"1.0.0"', '"1.1.0"')

    assert judge(released) == 0


def test_what_earlier_versions_named_is_not_named_yet(
    released: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    released.edit('["Till", "pay"', '["Till"')

    assert judge(released) == 1
    assert "mews_connector.pay: removed" in capsys.readouterr().err


def test_a_version_that_the_changelog_lacks_is_a_fault(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    project.release("2.0.0")

    assert judge(project) == 1
    assert capsys.readouterr().err == "CHANGELOG.md has no section of v2.0.0\n"


def test_a_word_of_prose_names_nothing() -> None:
    assert unnamed({"mews_connector.pay": "added"}, "You can pay now: `refund`.") == [
        "mews_connector.pay"
    ]


def test_what_is_compared_is_what_the_readme_calls_public() -> None:
    text = " ".join((ROOT / "README.md").read_text().split())
    _, _, rest = text.partition("What is public: the names that ")
    public, _, _ = rest.partition(" export")

    assert {it for it in FACES if f"`{it}`" not in public} == {"mews_connector.api"}
    assert public.count("`") == 2 * (len(FACES) - 1)
